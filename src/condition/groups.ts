/**
 * Which plants answer for an assembler group, and how one time comes out of several. The choice is the user's:
 * any plant (the nearest), every plant (the farthest), or one named plant; the plant that decides is reported.
 */
import type { Plant } from '../model/place.ts';
import { toLastDay } from '../scenario/dates.ts';

/** `any`, `every`, or the id of one of the group's vehicle plants. */
export type GroupChoice = string;

/**
 * Vehicle plants of a group in production on a day, sorted by id. Engine plants and plants of other makers never
 * answer for a group.
 *
 * @example
 * listGroupPlants([], 'honda', '2010-12-31'); // → []
 */
export function listGroupPlants(
  plants: readonly Plant[],
  group: string,
  plantDate: string,
): readonly Plant[] {
  const day = toLastDay(plantDate);
  return listVehiclePlants(plants, group).filter((plant) => toLastDay(plant.startOfProduction) <= day);
}

/**
 * What may be chosen for a group: `any`, `every`, and each of its vehicle plants, also one not yet in production
 * on the plant date (who names a plant asks about that plant).
 *
 * @example
 * listGroupChoices([], 'honda'); // → ["any","every"]
 */
export function listGroupChoices(plants: readonly Plant[], group: string): readonly GroupChoice[] {
  return ['any', 'every', ...listVehiclePlants(plants, group).map((plant) => plant.id)];
}

/**
 * Plants that a choice stands for, sorted by id; undefined where the choice is none of `listGroupChoices`.
 *
 * @example
 * findDestinations([], 'honda', 'TOYOTA_NS', '2010-12-31') === undefined; // → true
 */
export function findDestinations(
  plants: readonly Plant[],
  group: string,
  choice: GroupChoice,
  plantDate: string,
): readonly Plant[] | undefined {
  if (choice === 'any' || choice === 'every') return listGroupPlants(plants, group, plantDate);
  const named = listVehiclePlants(plants, group).filter((plant) => plant.id === choice);
  return named.length === 0 ? undefined : named;
}

/**
 * Plants that can be asked for beside the groups: engine plants and plants of makers outside the groups, in
 * production on the day or not, sorted by id.
 *
 * @example
 * listOtherPlants([]); // → []
 */
export function listOtherPlants(plants: readonly Plant[]): readonly Plant[] {
  return plants.filter((plant) => plant.group === null || plant.kind !== 'vehicle').toSorted(byId);
}

export interface GroupTime {
  readonly timeMs: number;
  /** Plant that decides: nearest for any, farthest for every; null when unreachable. */
  readonly plant: string | null;
}

/**
 * One time out of the plants': the least, or for `every` the greatest; the smaller id between equal times.
 * Infinity without any plant, and for `every` as soon as one of them is unreachable.
 *
 * @example
 * const timesMs = new Map([['A', 600000], ['B', 900000]]);
 * toGroupTime('any', ['A', 'B'], (plant) => timesMs.get(plant) ?? Infinity); // → { "timeMs": 600000, "plant": "A" }
 * toGroupTime('every', ['A', 'B'], (plant) => timesMs.get(plant) ?? Infinity); // → { "timeMs": 900000, "plant": "B" }
 */
export function toGroupTime(
  choice: GroupChoice,
  plantIds: readonly string[],
  timeTo: (plant: string) => number,
): GroupTime {
  const times = plantIds.toSorted().map((plant) => ({ plant, timeMs: timeTo(plant) }));
  const sign = choice === 'every' ? -1 : 1;
  const [first] = times.toSorted((a, b) =>
    a.timeMs === b.timeMs ? 0 : sign * (a.timeMs < b.timeMs ? -1 : 1),
  );
  return first === undefined || !Number.isFinite(first.timeMs) ? { timeMs: Infinity, plant: null } : first;
}

function listVehiclePlants(plants: readonly Plant[], group: string): readonly Plant[] {
  return plants.filter((plant) => plant.group === group && plant.kind === 'vehicle').toSorted(byId);
}

function byId(a: Plant, b: Plant): number {
  return a.id < b.id ? -1 : 1;
}
