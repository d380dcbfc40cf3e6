/**
 * Trips to one destination after the other, here or in a thread that was handed what they are found by: the roads as
 * columns, the ways onto and off them, and what of them is not as it was where the same trips were timed before.
 */
import { ROAD_FLAGS } from '../model/imported-network.ts';
import type { City } from './city.ts';
import type { SiteEdge } from './ends.ts';
import type { Part } from './parts.ts';
import {
  findWay,
  mendDestination,
  openDestination,
  toWayMs,
  type Destination,
  type Way,
  type WayEdge,
  type WayRoads,
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

/** What trips of a city are found by. */
export interface TripRoads extends WayRoads {
  /** By link, 1 where no sign, no tag and no given time vouches for what it takes. */
  readonly isEstimated: Uint8Array;
}

/** Whether nothing vouches for what a link of a road with some flags takes. */
function isAssumed(flags: number): boolean {
  if ((flags & ROAD_FLAGS.drawn) !== 0) return true;
  return (flags & ROAD_FLAGS.givenTime) === 0 && (flags & ROAD_FLAGS.assumedLimit) !== 0;
}

/** The columns of a city that trips are found by. */
export function toTripRoads({ network, graph: { graph, closedFrom } }: City): TripRoads {
  const isRoad = Uint8Array.from(network.roads.flags, (flags) => Number(isAssumed(flags)));
  const isEstimated = Uint8Array.from(network.links.road, (road) => isRoad[road] as number);
  return { graph: { graph, closedFrom }, isEstimated };
}

/** Ways onto and off the roads of a question, and the trips that stay on one link. */
export interface Asked {
  readonly starts: readonly (readonly SiteEdge[])[];
  readonly goals: readonly (readonly SiteEdge[])[];
  /** By pair. */
  readonly direct: ReadonlyMap<string, SiteEdge>;
}

/** The name of a pair. */
export const toPair = (row: number, column: number): string => `${row} ${column}`;

/** What is not as it was when trips were timed, over the same edges. */
export interface Change {
  readonly links: ReadonlySet<number>;
  readonly edges: readonly number[];
  /** Whether the ways from an origin are what they were. */
  readonly hasKept: readonly boolean[];
}

/** Trips to one destination, by origin, and what they were found by. */
export interface Column {
  readonly destination: Destination;
  readonly trips: readonly Trip[];
}

/** What of an edge is estimated; of an end of a trip at least its connectors. */
function toEstimatedMs({ graph: { graph }, isEstimated }: TripRoads, edge: WayEdge): number {
  if (typeof edge === 'number')
    return isEstimated[(graph.label[edge] as number) >>> 1] === 1 ? (graph.cost[edge] as number) : 0;
  if (isEstimated[edge.label >>> 1] === 1) return toWayMs(edge);
  return (edge.start?.connector.timeMs ?? 0) + (edge.goal?.connector.timeMs ?? 0);
}

function toTrip(roads: TripRoads, way: Way | null): Trip {
  if (way === null) return NO_TRIP;
  const estimatedMs = way.edges.reduce<number>((sum, edge) => sum + toEstimatedMs(roads, edge), 0);
  return { timeMs: way.timeMs, lengthMm: way.lengthMm, estimatedMs };
}

/** Trips to a destination, by its place. */
export function timeColumn(roads: TripRoads, { starts, goals, direct }: Asked, column: number): Column {
  const destination = openDestination(roads, goals[column] ?? []);
  const trips = starts.map((some, row) =>
    toTrip(roads, findWay(roads, destination, some, direct.get(toPair(row, column)) ?? null)),
  );
  return { destination, trips };
}

/** Whether ways are the same, along links that nothing changed. */
export function isKept(
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

/** Roads, what is asked of them, and trips to one destination that were found over them. */
export interface Before {
  readonly roads: TripRoads;
  readonly asked: Asked;
  /** None where they were found from others themselves. */
  readonly column: Column | undefined;
}

/** The same from what was found before the change: a trip is found again where its way may be another. */
export function mendColumn(
  roads: TripRoads,
  asked: Asked,
  column: number,
  { links, edges, hasKept }: Change,
  before: Before,
): Column {
  const [old, goals] = [before.column, asked.goals[column]];
  if (old === undefined || !isKept(links, goals, old.destination.goals))
    return timeColumn(roads, asked, column);
  const { destination, isOther } = mendDestination(before.roads, roads, old.destination, edges);
  const trips = asked.starts.map((starts, row) => {
    const pair = toPair(row, column);
    const [direct, oldDirect] = [asked.direct.get(pair), before.asked.direct.get(pair)];
    const isSame =
      hasKept[row] === true &&
      isKept(links, direct && [direct], oldDirect && [oldDirect]) &&
      starts.every(({ head }) => isOther[head] === 0);
    const known = isSame ? old.trips[row] : undefined;
    return known ?? toTrip(roads, findWay(roads, destination, starts, direct ?? null));
  });
  return { destination, trips };
}

/** Roads without and with, and what is asked of both. */
export interface TripPlan {
  readonly base: { readonly roads: TripRoads; readonly asked: Asked };
  readonly build: { readonly roads: TripRoads; readonly asked: Asked };
  /** Null where the edges are others. */
  readonly change: Change | null;
}

/** Trips to one destination as numbers, three a trip: time, length, and what of the time is estimated. */
export type TripNumbers = Float64Array;

const NUMBERS = 3;

function toNumbers({ trips }: Column): TripNumbers {
  return Float64Array.from(
    trips.flatMap(({ timeMs, lengthMm, estimatedMs }) => [timeMs, lengthMm, estimatedMs]),
  );
}

/** The trips that numbers are of. */
export function toTrips(numbers: TripNumbers): readonly Trip[] {
  return Array.from({ length: numbers.length / NUMBERS }, (_, i): Trip => {
    const [timeMs = Infinity, lengthMm = Infinity, estimatedMs = Infinity] = numbers.subarray(NUMBERS * i);
    return { timeMs, lengthMm, estimatedMs };
  });
}

/** Trips to one destination without and with; null where it is not there. */
export type TripPair = readonly [base: TripNumbers | null, build: TripNumbers | null];

/** What does the tasks of a plan: each is the destinations from a place among them to before another. */
export function openTripTasks({ base, build, change }: TripPlan): (task: Part) => readonly TripPair[] {
  const timeBuild = (column: number, before: Column | undefined): Column =>
    change === null
      ? timeColumn(build.roads, build.asked, column)
      : mendColumn(build.roads, build.asked, column, change, { ...base, column: before });
  return ({ from, to }) =>
    Array.from({ length: to - from }, (_, i): TripPair => {
      const column = from + i;
      const first = column < base.asked.goals.length ? timeColumn(base.roads, base.asked, column) : undefined;
      const second = column < build.asked.goals.length ? timeBuild(column, first) : undefined;
      return [first === undefined ? null : toNumbers(first), second === undefined ? null : toNumbers(second)];
    });
}
