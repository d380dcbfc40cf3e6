/**
 * Building on a city: a drawn line becomes links between its interchanges. It meets the network only where an
 * interchange says so, at a node that is there, at a point of a link that is there, or at a node of its own.
 */
import { measureLineM } from '../../geodesic.ts';
import type { BuildModification, Interchange } from '../../model/scenario.ts';
import type { LonLat } from '../../model/source.ts';
import { BUILD_DEFAULTS } from '../../scenario/build.ts';
import { MM_PER_M, MS_PER_SECOND, roundHalfUp } from '../../units.ts';
import { cutLine } from '../line.ts';
import {
  findAdded,
  findLinks,
  findNode,
  toDraftLine,
  toNodeAt,
  type AddedLink,
  type AddedNode,
  type CityDraft,
  type CityJunction,
} from './draft.ts';

/** A vertex at which the drawn road is cut. */
interface Stop {
  readonly vertex: number;
  readonly node: number;
  readonly at: LonLat;
}

/** What is known of a road while its stops are made, one after the other. */
interface Site {
  readonly stops: readonly Stop[];
  readonly nodes: readonly AddedNode[];
  readonly junctions: readonly CityJunction[];
}

/** Nodes of a road are called by it. */
const toOwnId = (road: string, vertex: number): string => `${road}-n${vertex}`;
const toJunctionId = (road: string, vertex: number): string => `${road}-j${vertex}`;

/** The point of a link with a share of its drawn length before it. */
export function findPointOn(draft: CityDraft, link: number, share: number): LonLat {
  return cutLine(toDraftLine(draft, link), 0, share).at(-1) as LonLat;
}

/** The node at an end of a link. */
function toEndNode(draft: CityDraft, link: number, share: 0 | 1): number {
  const added = findAdded(draft, link);
  const { from, to } = draft.ground.network.links;
  if (added !== null) return share === 0 ? added.from : added.to;
  return (share === 0 ? from : to)[link] as number;
}

/** Number of the next node that is added. */
function toNextNode({ ground, nodes }: CityDraft, site: Site): number {
  return ground.network.nodes.id.length + nodes.length + site.nodes.length;
}

function addNode(draft: CityDraft, site: Site, vertex: number, id: string, at: LonLat): Site {
  const stop = { vertex, node: toNextNode(draft, site), at };
  return { ...site, stops: [...site.stops, stop], nodes: [...site.nodes, { id, at }] };
}

/** A stop at a point of a link: at its end the node there, at a junction the one it has. */
function addMeeting(draft: CityDraft, site: Site, road: string, one: Interchange): Site {
  const { vertex, share = 0 } = one;
  const [link = 0] = findLinks(draft, one.link ?? '');
  const known = [...draft.junctions, ...site.junctions].find(
    (junction) => junction.link === link && junction.share === share,
  );
  const node = share === 0 || share === 1 ? toEndNode(draft, link, share) : known?.node;
  const at = findPointOn(draft, link, share);
  if (node !== undefined) return { ...site, stops: [...site.stops, { vertex, node, at }] };
  const junction = { link, share, node: toNextNode(draft, site) };
  const met = addNode(draft, site, vertex, toJunctionId(road, vertex), at);
  return { ...met, junctions: [...met.junctions, junction] };
}

function addStop(
  draft: CityDraft,
  site: Site,
  { id, line, interchanges }: BuildModification,
  vertex: number,
): Site {
  const one = interchanges.find((interchange) => interchange.vertex === vertex);
  if (one?.link !== undefined) return addMeeting(draft, site, id, one);
  const node = one?.node === undefined ? undefined : findNode(draft, one.node);
  if (node !== undefined)
    return { ...site, stops: [...site.stops, { vertex, node, at: toNodeAt(draft, node) }] };
  return addNode(draft, site, vertex, one?.newNode ?? toOwnId(id, vertex), line[vertex] as LonLat);
}

/** Interchanges and both ends, along the line. */
function makeSite(draft: CityDraft, modification: BuildModification): Site {
  const { line, interchanges } = modification;
  const vertices = new Set([0, ...interchanges.map(({ vertex }) => vertex), line.length - 1]);
  return [...vertices]
    .toSorted((a, b) => a - b)
    .reduce<Site>((site, vertex) => addStop(draft, site, modification, vertex), {
      ...{ stops: [], nodes: [], junctions: [] },
    });
}

/** The stretch from one stop to the next. */
function toStretch(
  { ground }: CityDraft,
  modification: BuildModification,
  [from, to]: readonly [Stop, Stop],
  rank: number,
): AddedLink {
  const { id, title, facility, postedKmh, line } = modification;
  const { signals = BUILD_DEFAULTS.signals, oneWay = BUILD_DEFAULTS.oneWay } = modification;
  const { opened = null, closed = null } = modification;
  const drawn = [from.at, ...line.slice(from.vertex + 1, to.vertex), to.at];
  const lengthM = measureLineM(drawn);
  const own = (signals * lengthM) / measureLineM(line);
  const delayS = own * ground.rules.parameters.signalDelayS.value;
  return {
    ...{ road: id, title, id: `${id}.${rank}`, facility, postedKmh, oneWay, line: drawn },
    ...{ from: from.node, to: to.node, lengthMm: roundHalfUp(lengthM * MM_PER_M) },
    ...{ delayMs: Math.round(delayS * MS_PER_SECOND), dates: { opened, closed } },
  };
}

/** The road, its nodes and its junctions added to the draft. */
export function applyCityBuild(draft: CityDraft, modification: BuildModification): CityDraft {
  const { stops, nodes, junctions } = makeSite(draft, modification);
  const links = stops.slice(1).map((to, i) => toStretch(draft, modification, [stops[i] as Stop, to], i + 1));
  return {
    ...draft,
    links: [...draft.links, ...links],
    nodes: [...draft.nodes, ...nodes],
    junctions: [...draft.junctions, ...junctions],
  };
}

/** Ids of nodes that the road would have. */
export function listBuiltNodes(draft: CityDraft, modification: BuildModification): readonly string[] {
  return makeSite(draft, modification).nodes.map(({ id }) => id);
}
