/**
 * The trips that a target hangs on, and the roads of a scenario made ready to time them again and again: with other
 * times of links, or with links left out. One search a destination, equal to the skim to the millisecond.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Connector, Place } from '../network/connectors.ts';
import { toRoads } from '../network/road-pieces.ts';
import type { Setting } from '../network/setting.ts';
import type { RoadState } from '../scenario/apply.ts';
import {
  drawRoads,
  findMovedConnectors,
  searchTimesTo,
  type Closed,
  type DrawnRoads,
} from '../uncertainty/trip-times.ts';

/** From a site to a plant, or to any other place. */
export interface Trip {
  readonly from: string;
  readonly to: string;
}

export interface TripRoads {
  readonly drawn: DrawnRoads;
  readonly trips: readonly Trip[];
  readonly connectorsOf: ReadonlyMap<string, readonly Connector[]>;
  /** Places of the trips in their list, by destination. */
  readonly tripsTo: ReadonlyMap<string, readonly number[]>;
}

/** No road to join, or one that the scenario has not. */
const NONE: readonly Connector[] = [];

/** The roads of a state for some trips. Throws DataError for a place off the map. */
export function makeTripRoads(
  dataset: Dataset,
  state: RoadState,
  setting: Setting,
  trips: readonly Trip[],
  places: readonly Place[],
): TripRoads {
  const values = { dataset, setting, lengthParts: new Map(), at: new Map(), untagged: new Set<string>() };
  const asked = new Set(trips.flatMap(({ from, to }) => [from, to]));
  const connectorsOf = new Map(
    places
      .filter(({ id }) => asked.has(id))
      .map((place) => [place.id, findMovedConnectors(state, place, undefined, null) ?? NONE]),
  );
  const tripsTo = new Map<string, number[]>();
  for (const [i, { to }] of trips.entries()) tripsTo.set(to, [...(tripsTo.get(to) ?? []), i]);
  return { drawn: drawRoads(toRoads(state), values), trips, connectorsOf, tripsTo };
}

/** Connectors of a place of the trips. */
export function getConnectors({ connectorsOf }: TripRoads, id: string): readonly Connector[] {
  return connectorsOf.get(id) ?? NONE;
}

/** Milliseconds of every trip; Infinity where there is no way. */
export function timeTrips(
  roads: TripRoads,
  drawn: DrawnRoads = roads.drawn,
  closed: Closed | null = null,
): Float64Array {
  const timesMs = new Float64Array(roads.trips.length);
  for (const [to, list] of roads.tripsTo) {
    const timesTo = searchTimesTo(drawn, getConnectors(roads, to), closed);
    for (const i of list) timesMs[i] = timesTo(getConnectors(roads, roads.trips[i]?.from ?? ''));
  }
  return timesMs;
}
