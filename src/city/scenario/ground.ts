/**
 * What a scenario on a city stands on: the network as it was imported, and the rules by which a sign becomes a time for
 * each of its vehicles. It is never changed.
 */
import { ROAD_FLAGS, type ImportedNetwork } from '../../model/imported-network.ts';
import { FACILITIES, type Facility } from '../../model/road.ts';
import type { RoadClass, RoadRules } from '../../model/road-rules.ts';
import type { VehicleClass } from '../../model/travel.ts';
import { findCeilingKmh, findCountry, toDrivenSpeed } from '../../network/driven-speed.ts';
import { DataError } from '../../problems.ts';
import { POSTED_KMH } from '../../scenario/change.ts';

export interface CityGround {
  readonly network: ImportedNetwork;
  readonly rules: RoadRules;
  /** Vehicle classes of the network's profiles, in their order. */
  readonly vehicles: readonly VehicleClass[];
}

/** Throws DataError for a profile whose vehicle class is not among those given. */
export function openGround(
  network: ImportedNetwork,
  rules: RoadRules,
  vehicleClasses: readonly VehicleClass[],
): CityGround {
  const vehicles = network.notes.profiles.map(({ vehicleClass }) => {
    const found = vehicleClasses.find(({ id }) => id === vehicleClass);
    if (found !== undefined) return found;
    const expected = `a vehicle class: ${vehicleClasses.map(({ id }) => id).join(', ')}`;
    const where = { file: 'network', path: 'profiles', found: JSON.stringify(vehicleClass) };
    throw new DataError([{ ...where, expected, code: 'unknown-id' }]);
  });
  return { network, rules, vehicles };
}

/** Whose general limit is the most a lorry may drive on a facility that is built. */
const LIMIT_OF: Readonly<Record<Facility, RoadClass['limitOf']>> = {
  expressway: 'motorway',
  'urban-expressway': 'trunk',
  arterial: 'rural',
  local: 'rural',
  ramp: 'motorway',
};

/** The class of a road that is built: its facility, by that name. */
export function toBuiltClass(facility: Facility): RoadClass {
  return { id: facility, facility, openByDefault: true, limitOf: LIMIT_OF[facility], assumedKmh: null };
}

/**
 * Signs of roads by their kind where nothing is said, in km/h: what an import assumes of the greatest class of the kind
 * that has no sign, else the general limit for a car.
 */
export function toUsualKmh({ network, rules }: CityGround): Readonly<Record<Facility, number>> {
  const law = findCountry(rules, network.notes.country).car;
  const find = (facility: Facility): number => {
    const assumed = rules.classes.find((one) => one.facility === facility && one.assumedKmh !== null);
    return Math.min(assumed?.assumedKmh ?? Infinity, law[LIMIT_OF[facility]], POSTED_KMH[1]);
  };
  const entries = FACILITIES.map((facility) => [facility, find(facility)] as const);
  return Object.fromEntries(entries) as Readonly<Record<Facility, number>>;
}

/** What a vehicle drives on a road of a class below a sign, in units of 0.01 km/h. */
export function toSignedSpeed(
  { network, rules, vehicles }: CityGround,
  profile: number,
  roadClass: RoadClass,
  facility: Facility | null,
  postedKmh: number,
): number {
  const { notes } = network;
  const own = notes.profiles[profile];
  const law = findCountry(rules, notes.country);
  const ceilingKmh = own === undefined ? Infinity : findCeilingKmh(law, own, roadClass);
  return toDrivenSpeed(Math.min(postedKmh, ceilingKmh), facility, vehicles[profile]);
}

/** Class of a link of the network as imported. */
export function getRoadClass({ links, roads, notes }: ImportedNetwork, link: number): RoadClass {
  return notes.classes[roads.roadClass[links.road[link] as number] as number] as RoadClass;
}

/** What the factors of a vehicle take a link for: an arterial built like an expressway is driven like one. */
export function findFacility(network: ImportedNetwork, link: number): Facility | null {
  const { facility } = getRoadClass(network, link);
  const flags = network.roads.flags[network.links.road[link] as number] as number;
  return facility === 'arterial' && (flags & ROAD_FLAGS.motorroad) !== 0 ? 'urban-expressway' : facility;
}
