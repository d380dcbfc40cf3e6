/**
 * Building: a drawn line becomes links between its interchanges. It meets the network only where an interchange says
 * so, at a node that is there, at a point on a road that is there, or at a node of its own. Joined without toll it
 * shares the node; a tolled road has its own, with an entry and an exit through a plaza.
 */
import { measureLineM } from '../geodesic.ts';
import type { Link, RoadNode } from '../model/road.ts';
import type { BuildModification, Interchange } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import type { Draft, Junction } from './draft.ts';

/** What a drawn road is where its modification does not say. */
export const BUILD_DEFAULTS = { lanesPerDirection: 2, oneWay: false, signals: 0 } as const;

/** Facilities that a site may join, unless a modification says otherwise. */
export function isAccessible({ facility, accessible }: BuildModification): boolean {
  return accessible ?? (facility === 'arterial' || facility === 'local');
}

/** Whole millimetres. */
function toLengthM(line: readonly LonLat[]): number {
  return Math.round(measureLineM(line) * 1000) / 1000;
}

function isTolled({ tariff = null }: BuildModification): boolean {
  return tariff !== null;
}

/** A vertex at which the drawn road is cut, with the node of the road there. */
interface Stop {
  readonly vertex: number;
  readonly at: LonLat;
  /** Node of the drawn road. */
  readonly node: string;
  /** Node of the network it is joined to through plazas; null where it is the same, or nothing is joined. */
  readonly joined: string | null;
  readonly interchange: Interchange | null;
}

/** Name of the node at a vertex of the drawn road, where nothing else names it. */
function toOwnNode({ id }: BuildModification, vertex: number): string {
  return `${id}-n${vertex}`;
}

/** Node on an existing road that a junction makes. */
function toJunctionNode({ id }: BuildModification, vertex: number): string {
  return `${id}-j${vertex}`;
}

function findNetworkNode(modification: BuildModification, one: Interchange): string | null {
  if (one.node !== undefined) return one.node;
  return one.link === undefined ? null : toJunctionNode(modification, one.vertex);
}

function toStop(
  modification: BuildModification,
  vertex: number,
  positions: ReadonlyMap<number, LonLat>,
): Stop {
  const interchange = modification.interchanges.find((one) => one.vertex === vertex) ?? null;
  const at: LonLat = positions.get(vertex) ?? modification.line[vertex] ?? [NaN, NaN];
  const network = interchange === null ? null : findNetworkNode(modification, interchange);
  const own = interchange?.newNode ?? toOwnNode(modification, vertex);
  if (network === null) return { vertex, at, node: own, joined: null, interchange };
  return isTolled(modification)
    ? { vertex, at, node: own, joined: network, interchange }
    : { vertex, at, node: network, joined: null, interchange };
}

/** Interchanges and both ends, along the line. */
function listStops(draft: Draft, modification: BuildModification): readonly Stop[] {
  const vertices = modification.interchanges.map(({ vertex }) => vertex);
  const positions = listPositions(draft, modification);
  return [...new Set([0, ...vertices, modification.line.length - 1])]
    .toSorted((a, b) => a - b)
    .map((vertex) => toStop(modification, vertex, positions));
}

/** Where the line meets nodes that are there it runs to them exactly. */
function listPositions(
  { dataset, built }: Draft,
  { interchanges }: BuildModification,
): ReadonlyMap<number, LonLat> {
  const nodes = new Map([...dataset.nodes, ...built.nodes].map(({ id, at }) => [id, at]));
  return new Map(
    interchanges.flatMap(({ vertex, node }): readonly [number, LonLat][] => {
      const at = node === undefined ? undefined : nodes.get(node);
      return at === undefined ? [] : [[vertex, at]];
    }),
  );
}

/** What every link of a drawn road has in common. */
function toCommon(
  modification: BuildModification,
): Omit<
  Link,
  | 'id'
  | 'featureId'
  | 'from'
  | 'to'
  | 'geometry'
  | 'lengthM'
  | 'lengthLowM'
  | 'lengthHighM'
  | 'signals'
  | 'directed'
> {
  const { id, title, facility, postedKmh, tariff = null, opened = null, closed = null } = modification;
  const { lanesPerDirection = BUILD_DEFAULTS.lanesPerDirection } = modification;
  return {
    ...{ highway: id, section: id, facility, postedKmh, lanesPerDirection, tariff, opened, closed },
    ...{
      lengthBasis: 'estimated',
      lengthHow: 'as drawn',
      designKmh: null,
      accessible: isAccessible(modification),
    },
    ...{
      bridge: false,
      urban: false,
      centreLine: true,
      plaza: null,
      nameEn: title,
      nameZh: null,
      refNow: null,
    },
    ...{
      refOld: null,
      stateAs: null,
      joint: null,
      conflict: null,
      sources: [],
      confidence: 'low',
      whatIf: true,
    },
  };
}

/** Both directions of a link, or the one there is. */
function toBothWays(link: Link): readonly Link[] {
  if (link.directed) return [link];
  const { from: to, to: from, geometry } = link;
  return [link, { ...link, id: `${link.id}~r`, from, to, geometry: geometry.toReversed() }];
}

/** The links from one stop to the next. */
function toStretch(
  modification: BuildModification,
  from: Stop,
  to: Stop,
  rank: number,
  wholeM: number,
): readonly Link[] {
  const { id: road, line, signals = BUILD_DEFAULTS.signals, oneWay = BUILD_DEFAULTS.oneWay } = modification;
  const geometry = [from.at, ...line.slice(from.vertex + 1, to.vertex), to.at];
  const lengthM = toLengthM(geometry);
  const id = `${road}.${rank}`;
  return toBothWays({
    ...toCommon(modification),
    ...{ id, featureId: id, from: from.node, to: to.node, directed: oneWay, geometry },
    ...{ lengthM, lengthLowM: lengthM, lengthHighM: lengthM, signals: (signals * lengthM) / wholeM },
  });
}

/** The way in and the way out of a tolled road, each through a plaza; they have no length of their own. */
function toRamps(modification: BuildModification, { vertex, at, node, joined }: Stop): readonly Link[] {
  if (joined === null) return [];
  const ramp = (way: 'in' | 'out', from: string, to: string): Link => {
    const id = `${modification.id}.${way}${vertex}`;
    return {
      ...toCommon(modification),
      ...{
        id,
        featureId: id,
        from,
        to,
        directed: true,
        geometry: [at, at],
        facility: 'ramp',
        accessible: false,
      },
      ...{ lengthM: 0, lengthLowM: 0, lengthHighM: 0, signals: 0, plaza: way === 'in' ? 'entry' : 'exit' },
    };
  };
  return [ramp('in', joined, node), ramp('out', node, joined)];
}

function toNode(id: string, at: LonLat, { title, id: road }: BuildModification): RoadNode {
  return { id, at, nameEn: title, nameZh: null, grade: 'A', basis: `drawn with ${road}`, sources: [] };
}

/** Nodes of the drawn road that nothing had before. */
function listNodes(modification: BuildModification, stops: readonly Stop[]): readonly RoadNode[] {
  return stops.flatMap(({ vertex, at, node, joined, interchange }) => {
    const own = interchange?.node === node ? [] : [node];
    const junction =
      interchange?.link !== undefined && joined !== null ? [toJunctionNode(modification, vertex)] : [];
    return [...own, ...junction].map((id) => toNode(id, at, modification));
  });
}

function listJunctions(modification: BuildModification): readonly Junction[] {
  return modification.interchanges.flatMap(({ vertex, link, share }) =>
    link === undefined || share === undefined
      ? []
      : [{ featureId: link, share, node: toJunctionNode(modification, vertex) }],
  );
}

/** Ids of the nodes and features that a drawn road would have. */
export function listBuiltIds(draft: Draft, modification: BuildModification): readonly string[] {
  const { nodes, links } = toRecords(draft, modification);
  return [...nodes.map(({ id }) => id), ...new Set(links.map(({ featureId }) => featureId))];
}

function toRecords(
  draft: Draft,
  modification: BuildModification,
): { readonly nodes: readonly RoadNode[]; readonly links: readonly Link[] } {
  const stops = listStops(draft, modification);
  const wholeM = toLengthM(modification.line);
  const stretches = stops
    .slice(1)
    .flatMap((to, i) => toStretch(modification, stops[i] as Stop, to, i + 1, wholeM));
  const ramps = stops.flatMap((stop) => toRamps(modification, stop));
  return { nodes: listNodes(modification, stops), links: [...stretches, ...ramps] };
}

/** The road, its records and its junctions added to the draft. */
export function applyBuild(draft: Draft, modification: BuildModification): Draft {
  const { id, title, opened = null } = modification;
  const { nodes, links } = toRecords(draft, modification);
  const section = { id, highway: id, titleEn: title, titleZh: title, publishedKm: null, opened, sources: [] };
  const names = { nameEn: title, nameZh: title, refNow: null, refOld: null };
  const { built } = draft;
  return {
    ...draft,
    links: [...draft.links, ...links],
    junctions: [...draft.junctions, ...listJunctions(modification)],
    built: {
      highways: [...built.highways, { id, ...names, sections: [section], conflicts: [] }],
      sections: [...built.sections, section],
      nodes: [...built.nodes, ...nodes],
      links: [...built.links, ...links],
    },
  };
}
