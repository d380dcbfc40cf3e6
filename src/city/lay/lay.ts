/**
 * Sections of a data set laid over the map of a city: a road each, drawn as the data have it, joined where their ramps
 * and crossings are to roads of the city that are named. What cannot be taken over is told.
 */
import { measureGeodesicM, measureLineM } from '../../geodesic.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { BuildModification, Interchange } from '../../model/scenario.ts';
import type { LonLat } from '../../model/source.ts';
import { DataError, type Problem } from '../../problems.ts';
import { checkIds } from '../../scenario/check.ts';
import { startCityDraft, type CityDraft, type CityTrial } from '../scenario/draft.ts';
import { listChains, toSignKmh, type Chain } from './chains.ts';
import { findNearestMet, listMainLinks, readMet, toMetName, type Met } from './meet.ts';

export interface LayChoice {
  readonly sections: readonly string[];
  /** Nodes of the data set and what they are in the city: the id of a node, or `link@share`. */
  readonly at: Readonly<Record<string, string>>;
  /** Other interchanges join the nearest point of a main road within so many metres. */
  readonly withinM: number;
}

/** An interchange of the data set, and what it became. */
export interface LaidNode {
  readonly node: string;
  /** Node of the city, or `link@share`; null where it joins nothing. */
  readonly met: string | null;
  readonly awayM: number | null;
}

export interface LaidSections {
  readonly modifications: readonly BuildModification[];
  readonly nodes: readonly LaidNode[];
  /** What a road over a city does not take over, in words. */
  readonly left: readonly string[];
}

/** Decimals of a coordinate in a scenario file. */
const E6 = 1_000_000;
const toDecimals = ([lon, lat]: LonLat): LonLat => [Math.round(lon * E6) / E6, Math.round(lat * E6) / E6];

/** What nodes of the data set are in the city. */
type Meetings = ReadonlyMap<string, Met | null>;

/** Nodes of chains at which the data have other roads, ramps or the next chain. */
function listInterchanges({ links }: Dataset, chains: readonly Chain[]): readonly string[] {
  const own = new Set(chains.flatMap((chain) => chain.links.map(({ featureId }) => featureId)));
  const others = links.filter(({ featureId }) => !own.has(featureId));
  const met = new Set(others.flatMap(({ from, to }) => [from, to]));
  return [...new Set(chains.flatMap(({ nodes }) => nodes))].filter((node) => met.has(node));
}

function findMeetings(
  draft: CityDraft,
  dataset: Dataset,
  chains: readonly Chain[],
  choice: LayChoice,
): Meetings {
  const nodes = listInterchanges(dataset, chains);
  const unknown = checkIds(new Set(nodes), Object.keys(choice.at), 'node with ramps of these sections', 'at');
  const said = new Map(Object.entries(choice.at).map(([node, text]) => [node, readMet(draft, node, text)]));
  const problems: readonly Problem[] = [
    ...unknown.map((problem) => ({ ...problem, file: 'request' })),
    ...[...said.values()].filter((one): one is Problem => 'code' in one),
  ];
  if (problems.length > 0) throw new DataError(problems);
  const main = listMainLinks(draft);
  const places = new Map(dataset.nodes.map(({ id, at }) => [id, at]));
  const taken = new Set(Object.values(choice.at));
  return new Map(
    nodes.map((node): [string, Met | null] => {
      const known = said.get(node) as Met | undefined;
      const at = places.get(node) as LonLat;
      const met = known ?? findNearestMet(draft, main, at, choice.withinM, taken);
      if (met !== null) taken.add(toMetName(met));
      return [node, met];
    }),
  );
}

/** Vertices of a chain's line, those of its nodes with the node. */
function listVertices({
  links,
  nodes,
}: Chain): readonly { readonly at: LonLat; readonly node: string | null }[] {
  return links.flatMap(({ geometry }, i) => {
    const own = geometry.map((at, k) => {
      const node = k === 0 ? nodes[i] : k === geometry.length - 1 ? nodes[i + 1] : undefined;
      return { at, node: node ?? null };
    });
    return i === 0 ? own : own.slice(1);
  });
}

/** Nodes that several chains share and nothing of the city is: the first chain makes them, the others join it. */
function listShared(chains: readonly Chain[], meetings: Meetings): ReadonlySet<string> {
  const all = chains.flatMap(({ nodes }) => [...new Set(nodes)]);
  return new Set(all.filter((node, i) => all.indexOf(node) < i && (meetings.get(node) ?? null) === null));
}

function toBuild(
  dataset: Dataset,
  chain: Chain,
  id: string,
  meetings: Meetings,
  shared: ReadonlySet<string>,
  made: Set<string>,
): BuildModification {
  const [first] = chain.links;
  if (first === undefined) throw new RangeError('a chain without links');
  const vertices = listVertices(chain);
  const interchanges = vertices.flatMap(({ node }, vertex): readonly Interchange[] => {
    if (node === null) return [];
    const met = meetings.get(node) ?? null;
    if (met !== null) return [{ vertex, ...met.say }];
    if (!shared.has(node)) return [];
    const isMade = made.has(node);
    made.add(node);
    return [isMade ? { vertex, node } : { vertex, newNode: node }];
  });
  const title = dataset.sections.find((one) => one.id === chain.section)?.titleEn ?? chain.section;
  return {
    ...{ kind: 'build', id, title, facility: first.facility, postedKmh: toSignKmh(dataset, first) },
    ...(first.directed ? { oneWay: true } : {}),
    line: vertices.map(({ at, node }) => toDecimals((node === null ? null : meetings.get(node))?.at ?? at)),
    interchanges,
  };
}

const KM_DIGITS = 1;
const toKm = (m: number): string => `${(m / 1000).toFixed(KM_DIGITS)} km`;

/** What of a chain stays behind. */
function listLeft({ links, section }: Chain, { line, id }: BuildModification): readonly string[] {
  const ownM = links.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const isTolled = links.some(({ tariff, plaza }) => tariff !== null || plaza !== null);
  return [
    `${id}: ${toKm(measureLineM(line))} as drawn, ${toKm(ownM)} in the data`,
    ...(isTolled ? [`${id}: the toll of ${section}, and the wait at its plazas`] : []),
  ];
}

/** Lays sections over a city. Throws DataError for a section or an interchange that the data have not. */
export function laySections(
  dataset: Dataset,
  { ground, profile }: CityTrial,
  choice: LayChoice,
): LaidSections {
  const known = new Set(dataset.sections.map(({ id }) => id));
  const problems = checkIds(known, choice.sections, 'section', 'sections');
  if (problems.length > 0) throw new DataError(problems.map((problem) => ({ ...problem, file: 'request' })));
  const draft = startCityDraft({ ground, profile });
  const chains = choice.sections.flatMap((section) => listChains(dataset, section));
  const meetings = findMeetings(draft, dataset, chains, choice);
  const [shared, made] = [listShared(chains, meetings), new Set<string>()];
  const builds = chains.map((chain, i) => {
    const own = chains.slice(0, i).filter(({ section }) => section === chain.section).length;
    const id = own === 0 ? chain.section : `${chain.section}-${own + 1}`;
    return toBuild(dataset, chain, id, meetings, shared, made);
  });
  const places = new Map(dataset.nodes.map(({ id, at }) => [id, at]));
  return {
    modifications: builds,
    nodes: [...meetings].map(([node, met]): LaidNode => {
      if (met === null) return { node, met: null, awayM: null };
      return { node, met: toMetName(met), awayM: measureGeodesicM(places.get(node) as LonLat, met.at) };
    }),
    left: chains.flatMap((chain, i) => listLeft(chain, builds[i] as BuildModification)),
  };
}
