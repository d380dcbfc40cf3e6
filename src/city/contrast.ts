/** A city without and with: the same suppliers and plants, each trip in both. */
import { joinPlace, type City, type Site } from './city.ts';
import type { CityFirm } from './scenario/draft.ts';
import { NO_TRIP, toTrips, type Trip, type TripPair, type TripPlan } from './trip-columns.ts';
import { planTrips, timeTrips, turnColumns, type TimedTrips, type TripEnds } from './trips.ts';

/** A city, and the suppliers and plants where it has them. */
export interface SettledCity {
  readonly city: City;
  readonly firms: ReadonlyMap<string, CityFirm>;
}

/** Trips of all pairs of a contrast; rows are suppliers, columns plants. */
export interface CityContrast {
  readonly cities: readonly [base: City, build: City];
  readonly suppliers: readonly CityFirm[];
  readonly plants: readonly CityFirm[];
  /** Where each stands in the scenario it stands in, the one with before the one without. */
  readonly sites: ReadonlyMap<string, Site>;
  readonly trips: readonly [base: readonly (readonly Trip[])[], build: readonly (readonly Trip[])[]];
  /** Plants that are there. */
  readonly present: readonly [base: ReadonlySet<string>, build: ReadonlySet<string>];
}

/** Each once: those of the first city first. */
function listFirms(ends: readonly SettledCity[], kind: CityFirm['kind']): readonly CityFirm[] {
  const all = ends.flatMap(({ firms }) => [...firms.values()]).filter((one) => one.kind === kind);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function toSite({ city, firms }: SettledCity, { id, at }: CityFirm): Site {
  return joinPlace(city, { id, at: firms.get(id)?.at ?? at });
}

/** Trips of one of the two to those plants that it has. */
interface Timed {
  /** The suppliers and plants that were asked about. */
  readonly key: string;
  readonly plants: readonly CityFirm[];
  readonly timed: TimedTrips;
}

/** Trips that were timed before: many scenarios are held against one reference. */
const TIMED = new WeakMap<SettledCity, Timed>();

/** Those of the plants that a city has. */
const listThere = ({ firms }: SettledCity, plants: readonly CityFirm[]): readonly CityFirm[] =>
  plants.filter(({ id }) => firms.has(id));

/** Where trips begin and end in a city. */
function toTripEnds(end: SettledCity, suppliers: readonly CityFirm[], plants: readonly CityFirm[]): TripEnds {
  const place = (one: CityFirm): Site => toSite(end, one);
  return { city: end.city, from: suppliers.map(place), to: plants.map(place) };
}

/** The same, timed once for the same places; those of a reference are what others are found from. */
function timeOnce(
  end: SettledCity,
  suppliers: readonly CityFirm[],
  plants: readonly CityFirm[],
  reference: Timed | null,
): Timed {
  const key = JSON.stringify([suppliers, plants]);
  const known = TIMED.get(end);
  if (known?.key === key) return known;
  const there = listThere(end, plants);
  const { city, from, to } = toTripEnds(end, suppliers, there);
  const timed = { key, plants: there, timed: timeTrips(city, from, to, reference?.timed) };
  TIMED.set(end, timed);
  return timed;
}

/** A plant that one of the two has not is reached by nothing, a supplier is asked about all the same. */
function toRows(
  there: readonly CityFirm[],
  trips: readonly (readonly Trip[])[],
  plants: readonly CityFirm[],
): readonly (readonly Trip[])[] {
  const places = plants.map(({ id }) => there.findIndex((one) => one.id === id));
  return trips.map((row) => places.map((place) => row[place] ?? NO_TRIP));
}

const listPresent = ({ firms }: SettledCity): ReadonlySet<string> => new Set(firms.keys());

/** Trips of the same suppliers and plants in each of some cities; of each, rows are suppliers, columns plants. */
export interface SharedTrips {
  readonly suppliers: readonly CityFirm[];
  readonly plants: readonly CityFirm[];
  readonly trips: readonly (readonly (readonly Trip[])[])[];
}

/** Times whoever is in any of some cities in each of them, the others from the first. Throws DataError for a place that joins no road. */
export function timeTogether(ends: readonly SettledCity[]): SharedTrips {
  const [suppliers, plants] = [listFirms(ends, 'supplier'), listFirms(ends, 'plant')];
  const [first, ...others] = ends;
  if (first === undefined) return { suppliers, plants, trips: [] };
  const reference = timeOnce(first, suppliers, plants, null);
  const all = [reference, ...others.map((end) => timeOnce(end, suppliers, plants, reference))];
  const trips = all.map((one) => toRows(one.plants, one.timed.trips, plants));
  return { suppliers, plants, trips };
}

function toContrast(
  base: SettledCity,
  build: SettledCity,
  { suppliers, plants, trips }: SharedTrips,
): CityContrast {
  const sites = new Map([...suppliers, ...plants].map((one) => [one.id, toSite(build, one)]));
  return {
    ...{ suppliers, plants, sites, cities: [base.city, build.city] },
    trips: [trips[0] ?? [], trips[1] ?? []],
    present: [listPresent(base), listPresent(build)],
  };
}

/** Compares a city without and with. Throws DataError for a place that joins no road. */
export function contrastCities(base: SettledCity, build: SettledCity): CityContrast {
  return toContrast(base, build, timeTogether([base, build]));
}

/** A comparison whose trips are timed by whoever. */
export interface ContrastQuestion {
  /** Pairs of a supplier and a plant. */
  readonly pairs: number;
  /** Destinations, each a piece of the work. */
  readonly columns: number;
  readonly plan: () => TripPlan;
  /** The contrast of all columns, in their order. */
  readonly toContrast: (columns: readonly TripPair[]) => CityContrast;
}

/** Asks for a comparison of a city without and with. Throws DataError for a place that joins no road. */
export function openContrast(base: SettledCity, build: SettledCity): ContrastQuestion {
  const ends = [base, build];
  const [suppliers, plants] = [listFirms(ends, 'supplier'), listFirms(ends, 'plant')];
  const [first, second] = [listThere(base, plants), listThere(build, plants)];
  const turn = (there: readonly CityFirm[], columns: readonly (Float64Array | null)[]) => {
    const trips = columns.slice(0, there.length).map((one) => (one === null ? [] : toTrips(one)));
    return toRows(there, turnColumns(trips, suppliers.length), plants);
  };
  return {
    pairs: suppliers.length * plants.length,
    columns: Math.max(first.length, second.length),
    plan: () => planTrips(toTripEnds(base, suppliers, first), toTripEnds(build, suppliers, second)),
    toContrast: (columns) => {
      const trips = [
        turn(
          first,
          columns.map(([one]) => one),
        ),
        turn(
          second,
          columns.map(([, one]) => one),
        ),
      ];
      return toContrast(base, build, { suppliers, plants, trips });
    },
  };
}
