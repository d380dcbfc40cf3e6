/**
 * Times from every site of the trips to every node and from every node to every destination, and what they bound: a
 * trip that uses some links reaches them first at one of their nodes (or where its own connector meets them), and
 * leaves them last at one, and neither part uses them.
 */
import { turnAround } from '../routing/bounds.ts';
import { searchCostsToSeeds } from '../routing/costs.ts';
import type { Meeting } from '../network/road-pieces.ts';
import type { RoadPiece } from '../network/road-table.ts';
import { toCumulative } from '../network/topology.ts';
import { listOpenMeetings, searchCostsTo, type DrawnRoads } from '../uncertainty/trip-times.ts';
import { getConnectors, timeTrips, type TripRoads } from './trips.ts';

export interface Around {
  readonly roads: TripRoads;
  /** Of every trip as it is. */
  readonly timesMs: Float64Array;
  /** By place: milliseconds by vertex. */
  readonly from: ReadonlyMap<string, Float64Array>;
  readonly to: ReadonlyMap<string, Float64Array>;
  /** Vertices at the ends of the pieces of each link. */
  readonly endsOf: readonly (readonly number[])[];
}

/** Milliseconds to every vertex from where connectors meet the roads. */
function searchCostsFrom({ roads, linkMs, graph }: DrawnRoads, begins: readonly Meeting[]): Float64Array {
  const seeds = begins.map(({ piece, share, connectorMs }) => {
    const { link, to, toShare } = roads.pieces[piece] as RoadPiece;
    const whole = linkMs[link] as number;
    return { vertex: to, cost: connectorMs + toCumulative(toShare, whole) - toCumulative(share, whole) };
  });
  return searchCostsToSeeds(turnAround(graph), seeds);
}

/** Searches around every place of the trips. */
export function searchAround(roads: TripRoads): Around {
  const { drawn, trips } = roads;
  const search = (ids: readonly string[], find: typeof searchCostsTo): ReadonlyMap<string, Float64Array> =>
    new Map(
      [...new Set(ids)].map((id) => [
        id,
        find(drawn, listOpenMeetings(drawn, getConnectors(roads, id), null)),
      ]),
    );
  return {
    roads,
    timesMs: timeTrips(roads),
    from: search(
      trips.map((trip) => trip.from),
      searchCostsFrom,
    ),
    to: search(
      trips.map((trip) => trip.to),
      searchCostsTo,
    ),
    endsOf: listEnds(drawn),
  };
}

function listEnds({ roads: { state, pieces } }: DrawnRoads): readonly (readonly number[])[] {
  const ends = state.links.map((): number[] => []);
  for (const { link, from, to } of pieces) ends[link]?.push(from, to);
  return ends;
}

/** Vertices at the ends of the pieces of some links. */
function listVertices({ endsOf }: Around, links: ReadonlySet<number>): readonly number[] {
  return [...new Set([...links].flatMap((link) => endsOf[link] ?? []))];
}

/** Least milliseconds on connectors of a place that meet some links; Infinity where none does. */
function findLeastConnectorMs({ roads }: Around, id: string, links: ReadonlySet<number>): number {
  const { drawn } = roads;
  return listOpenMeetings(drawn, getConnectors(roads, id), null).reduce(
    (least, { piece, connectorMs }) =>
      links.has((drawn.roads.pieces[piece] as RoadPiece).link) ? Math.min(least, connectorMs) : least,
    Infinity,
  );
}

const leastOf = (costs: Float64Array | undefined, vertices: readonly number[]): number =>
  vertices.reduce((least, vertex) => Math.min(least, costs?.[vertex] ?? Infinity), Infinity);

/** What no trip can fall below, whatever time some links take. */
export function boundByLinks(around: Around, links: ReadonlySet<number>): Float64Array {
  const vertices = listVertices(around, links);
  const bound = (costsOf: Around['from']): ReadonlyMap<string, number> =>
    new Map(
      [...costsOf].map(([id, costs]) => [
        id,
        Math.min(leastOf(costs, vertices), findLeastConnectorMs(around, id, links)),
      ]),
    );
  const [before, after] = [bound(around.from), bound(around.to)];
  return around.timesMs.map((timeMs, i) => {
    const { from = '', to = '' } = around.roads.trips[i] ?? {};
    return Math.min(timeMs, (before.get(from) ?? Infinity) + (after.get(to) ?? Infinity));
  });
}

/** Whether a way within the cutoff may use some links at the time they take: at least one trip has one. */
export function mayUse(around: Around, links: ReadonlySet<number>, cutoffMs: number): boolean {
  const vertices = listVertices(around, links);
  return around.roads.trips.some(({ from, to }) => {
    const meetsBoth =
      Number.isFinite(findLeastConnectorMs(around, from, links)) &&
      Number.isFinite(findLeastConnectorMs(around, to, links));
    if (meetsBoth) return true;
    const [before, after] = [around.from.get(from), around.to.get(to)];
    return vertices.some((vertex) => {
      const leastMs = (before?.[vertex] ?? Infinity) + (after?.[vertex] ?? Infinity);
      return leastMs <= cutoffMs;
    });
  });
}
