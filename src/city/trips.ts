/** Trips from many places to a few: time, length, and how much of the time nothing on the map vouches for. */
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts } from './ends.ts';
import {
  isKept,
  mendColumn,
  NO_TRIP,
  timeColumn,
  toPair,
  toTripRoads,
  type Asked,
  type Change,
  type Column,
  type Trip,
  type TripPlan,
  type TripRoads,
} from './trip-columns.ts';

/** Trips of all pairs, by origin and destination: one search a destination. */
export function listTrips(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
): readonly (readonly Trip[])[] {
  return timeTrips(city, from, to).trips;
}

/** A question about trips. */
interface Question {
  readonly city: City;
  readonly asked: Asked;
  readonly roads: TripRoads;
}

/** Trips, and what they were found by. */
export interface TimedTrips extends Question {
  /** By destination; none where the trips were found from others. */
  readonly columns: readonly Column[];
  readonly trips: readonly (readonly Trip[])[];
}

function ask(city: City, from: readonly Site[], to: readonly Site[]): Question {
  const starts = from.map(({ connectors }, row) => listStarts(city, connectors, row));
  const goals = to.map(({ connectors }, column) => listGoals(city, connectors, column));
  const direct = listDirect(city, starts, goals).map((one) => [toPair(one.tail, one.head), one] as const);
  return { city, asked: { starts, goals, direct: new Map(direct) }, roads: toTripRoads(city) };
}

/** Null where the edges are others: something is built, or the network is another. */
function findChange(before: Question, { city, asked }: Question): Change | null {
  if (before.city.graph.graph.head !== city.graph.graph.head) return null;
  const links = new Set([...before.city.touched, ...city.touched]);
  const edges = [...links].flatMap((link) =>
    [2 * link, 2 * link + 1].flatMap((step) =>
      [before.city, city].flatMap(({ graph }) => [...graph.listEdges(step)]),
    ),
  );
  const hasKept = asked.starts.map((some, row) => isKept(links, some, before.asked.starts[row]));
  return { links, edges: [...new Set(edges)], hasKept };
}

/** Trips by destination as trips by origin. */
export function turnColumns(
  columns: readonly (readonly Trip[])[],
  rows: number,
): readonly (readonly Trip[])[] {
  return Array.from({ length: rows }, (_, row) => columns.map((trips) => trips[row] ?? NO_TRIP));
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
  const question = ask(city, from, to);
  const { asked, roads } = question;
  const change = before === null ? null : findChange(before, question);
  const columns = to.map((_, column) =>
    change === null || before === null
      ? timeColumn(roads, asked, column)
      : mendColumn(roads, asked, column, change, { ...before, column: before.columns[column] }),
  );
  const trips = turnColumns(
    columns.map((column) => column.trips),
    from.length,
  );
  // What is found from others lasts until they are asked again.
  return { ...question, columns: change === null ? columns : [], trips };
}

/** Places of a city that trips are asked of. */
export interface TripEnds {
  readonly city: City;
  readonly from: readonly Site[];
  readonly to: readonly Site[];
}

/** Trips of two cities to be timed by whoever: those of the second from those of the first where that is less work. */
export function planTrips(base: TripEnds, build: TripEnds): TripPlan {
  const [first, second] = [base, build].map(({ city, from, to }) => ask(city, from, to)) as [
    Question,
    Question,
  ];
  const toSide = ({ roads, asked }: Question): TripPlan['base'] => ({ roads, asked });
  return { base: toSide(first), build: toSide(second), change: findChange(first, second) };
}
