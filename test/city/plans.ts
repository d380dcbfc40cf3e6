/** Scenarios over small networks, for tests: a ground with the shipped rules, and scenarios of a few modifications. */
import { joinPlace, openCity, openCityState, type City, type Site } from '../../src/city/city.ts';
import { applyCityScenario, type CityState } from '../../src/city/scenario/apply.ts';
import { openGround } from '../../src/city/scenario/ground.ts';
import { timeMatrix } from '../../src/city/times.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { BuildModification, Modification, Scenario } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { DataError, type Problem } from '../../src/problems.ts';
import { CAR, RULES, VEHICLES } from '../import/drawn-map.ts';

/** Null where what is asked for cannot be had, as on a random map. */
export function tryTo<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

export function toScenario(modifications: readonly Modification[], date = '2026-06'): Scenario {
  return { id: 'plan', title: 'A plan', titleZh: 'A plan', date, modifications };
}

/** A city under modifications. */
export function applyPlan(
  network: ImportedNetwork,
  modifications: readonly Modification[],
  { profile = CAR, date = '2026-06' } = {},
): CityState {
  const ground = openGround(network, RULES, VEHICLES);
  return applyCityScenario({ ground, profile }, toScenario(modifications, date));
}

/** What is wrong with modifications. */
export function listWrong(
  network: ImportedNetwork,
  modifications: readonly Modification[],
): readonly Problem[] {
  try {
    applyPlan(network, modifications);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems;
  }
}

const E7 = 10_000_000;

/** Where the nodes of an id lie. */
export function placeOf({ nodes }: ImportedNetwork, id: number): LonLat {
  const node = nodes.id.indexOf(id);
  return [(nodes.lonE7[node] as number) / E7, (nodes.latE7[node] as number) / E7];
}

/** A motorway along a line, both ways at 100 km/h unless said. */
export function toBuild(
  line: readonly LonLat[],
  interchanges: BuildModification['interchanges'],
  more: Partial<BuildModification> = {},
): BuildModification {
  const road = { id: 'B', title: 'Belt', facility: 'expressway', postedKmh: 100 } as const;
  return { kind: 'build', ...road, line, interchanges, ...more };
}

/** Times of all pairs of some places in a city as it is and under modifications, by pair. */
export function timePairs(city: City, places: readonly LonLat[]): readonly number[] {
  const sites = places.map((at, i): Site => joinPlace(city, { id: `P${i}`, at }));
  return timeMatrix(city, sites, sites, 'buckets').flatMap((row) => [...row]);
}

export const openBase = (network: ImportedNetwork): City => openCity(network, 'car');
export const openPlan = (
  network: ImportedNetwork,
  modifications: readonly Modification[],
  date?: string,
): City => openCityState(applyPlan(network, modifications, date === undefined ? {} : { date }));
