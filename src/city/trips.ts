/** Trips from many places to a few: time, length, and how much of the time nothing on the map vouches for. */
import { ROAD_FLAGS, type ImportedNetwork } from '../model/imported-network.ts';
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts, type SiteEdge } from './ends.ts';
import {
  findWay,
  mendDestination,
  openDestination,
  toWayMs,
  type Destination,
  type Way,
  type WayEdge,
} from './ways.ts';

/** The fastest trip between two places, of equally fast ones the shortest. */
export interface Trip {
  readonly timeMs: number;
  readonly lengthMm: number;
  /** Of the time: at limits assumed for the class of road, on drawn roads, and on the ways to and from the road. */
  readonly estimatedMs: number;
}

/** Times and lengths of a pair without a way. */
export const NO_TRIP: Trip = { timeMs: Infinity, lengthMm: Infinity, estimatedMs: Infinity };

/** Whether no sign, no tag and no given time vouches for what a link takes. */
function isEstimated({ links, roads }: ImportedNetwork, link: number): boolean {
  const flags = roads.flags[links.road[link] as number] as number;
  if ((flags & ROAD_FLAGS.drawn) !== 0) return true;
  return (flags & ROAD_FLAGS.givenTime) === 0 && (flags & ROAD_FLAGS.assumedLimit) !== 0;
}

/** What of an edge is estimated; of an end of a trip at least its connectors. */
function toEstimatedMs({ network, graph: { graph } }: City, edge: WayEdge): number {
  if (typeof edge === 'number')
    return isEstimated(network, (graph.label[edge] as number) >>> 1) ? (graph.cost[edge] as number) : 0;
  if (isEstimated(network, edge.label >>> 1)) return toWayMs(edge);
  return (edge.start?.connector.timeMs ?? 0) + (edge.goal?.connector.timeMs ?? 0);
}

function toTrip(city: City, way: Way | null): Trip {
  if (way === null) return NO_TRIP;
  const estimatedMs = way.edges.reduce<number>((sum, edge) => sum + toEstimatedMs(city, edge), 0);
  return { timeMs: way.timeMs, lengthMm: way.lengthMm, estimatedMs };
}

/** Trips of all pairs, by origin and destination: one search a destination. */
export function listTrips(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
): readonly (readonly Trip[])[] {
  return timeTrips(city, from, to).trips;
}

/** Ways onto and off the roads of a question, and the trips that stay on one link. */
interface Asked {
  readonly starts: readonly (readonly SiteEdge[])[];
  readonly goals: readonly (readonly SiteEdge[])[];
  /** By pair. */
  readonly direct: ReadonlyMap<string, SiteEdge>;
}

/** Trips, and what they were found by. */
export interface TimedTrips extends Asked {
  readonly city: City;
  /** None where the trips were found from others. */
  readonly destinations: readonly Destination[];
  readonly trips: readonly (readonly Trip[])[];
}

/** What is not as it was when trips were timed, over the same edges. */
interface Change {
  readonly before: TimedTrips;
  readonly links: ReadonlySet<number>;
  readonly edges: readonly number[];
  /** Whether the ways from an origin are what they were. */
  readonly hasKept: readonly boolean[];
}

const toPair = (row: number, column: number): string => `${row} ${column}`;

function ask(city: City, from: readonly Site[], to: readonly Site[]): Asked {
  const starts = from.map(({ connectors }, row) => listStarts(city, connectors, row));
  const goals = to.map(({ connectors }, column) => listGoals(city, connectors, column));
  const direct = listDirect(city, starts, goals).map((one) => [toPair(one.tail, one.head), one] as const);
  return { starts, goals, direct: new Map(direct) };
}

/** Null where the edges are others: something is built, or the network is another. */
function findChange(before: TimedTrips, city: City, { starts }: Asked): Change | null {
  if (before.city.graph.graph.head !== city.graph.graph.head) return null;
  const links = new Set([...before.city.touched, ...city.touched]);
  const edges = [...links].flatMap((link) =>
    [2 * link, 2 * link + 1].flatMap((step) =>
      [before.city, city].flatMap(({ graph }) => [...graph.listEdges(step)]),
    ),
  );
  const hasKept = starts.map((some, row) => isKept(links, some, before.starts[row]));
  return { before, links, edges: [...new Set(edges)], hasKept };
}

/** Whether ways are the same, along links that nothing changed. */
function isKept(
  links: ReadonlySet<number>,
  some: readonly SiteEdge[] = [],
  others: readonly SiteEdge[] = [],
): boolean {
  if (some.length !== others.length) return false;
  return some.every(({ tail, head, timeMs, lengthMm, label }, i) => {
    const other = others[i] as SiteEdge;
    const isThere = tail === other.tail && head === other.head && label === other.label;
    return isThere && timeMs === other.timeMs && lengthMm === other.lengthMm && !links.has(label >>> 1);
  });
}

/** Trips to one destination. */
interface Column {
  readonly destination: Destination;
  readonly trips: readonly Trip[];
}

function timeColumn(city: City, { starts, goals, direct }: Asked, column: number): Column {
  const destination = openDestination(city, goals[column] ?? []);
  const trips = starts.map((some, row) =>
    toTrip(city, findWay(city, destination, some, direct.get(toPair(row, column)) ?? null)),
  );
  return { destination, trips };
}

/** The same from what was found before the change: a trip is found again where its way may be another. */
function mendColumn(city: City, asked: Asked, column: number, change: Change): Column {
  const { before, links, edges, hasKept } = change;
  const [old, goals] = [before.destinations[column], asked.goals[column]];
  if (old === undefined || !isKept(links, goals, old.goals)) return timeColumn(city, asked, column);
  const { destination, isOther } = mendDestination(before.city, city, old, edges);
  const trips = asked.starts.map((starts, row) => {
    const pair = toPair(row, column);
    const [direct, oldDirect] = [asked.direct.get(pair), before.direct.get(pair)];
    const isSame =
      hasKept[row] === true &&
      isKept(links, direct && [direct], oldDirect && [oldDirect]) &&
      starts.every(({ head }) => isOther[head] === 0);
    const known = isSame ? before.trips[row]?.[column] : undefined;
    return known ?? toTrip(city, findWay(city, destination, starts, direct ?? null));
  });
  return { destination, trips };
}

/**
 * Trips of all pairs, by origin and destination. Where the same pairs were timed before over the same roads, some of which
 * have changed since, only what lies behind those is searched.
 */
export function timeTrips(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
  before: TimedTrips | null = null,
): TimedTrips {
  const asked = ask(city, from, to);
  const change = before === null ? null : findChange(before, city, asked);
  const columns = to.map((_, column) =>
    change === null ? timeColumn(city, asked, column) : mendColumn(city, asked, column, change),
  );
  const trips = from.map((_, row) => columns.map((column) => column.trips[row] ?? NO_TRIP));
  // What is found from others lasts until they are asked again.
  const destinations = change === null ? columns.map(({ destination }) => destination) : [];
  return { ...asked, city, destinations, trips };
}
