/**
 * The directed pairs between the plants of the assembler groups: what "all be linked within an hour" is about.
 * Six pairs for three groups; a choice (any, every, a named plant) holds at both ends of a pair.
 */
import { toGroupTime, type GroupChoice } from './groups.ts';

/** A group, its choice, and the plants it stands for. */
export interface GroupPlants {
  readonly group: string;
  readonly choice: GroupChoice;
  readonly plants: readonly string[];
}

export interface GroupPair {
  readonly from: string;
  readonly to: string;
  /** Milliseconds; Infinity when unreachable. */
  readonly timeMs: number;
  readonly fromPlant: string | null;
  readonly toPlant: string | null;
}

/**
 * All directed pairs of different groups, in the order of the groups. With `any` at both ends a pair takes its
 * nearest two plants, with `every` its farthest two.
 *
 * @example
 * const a = { group: 'nissan', choice: 'any', plants: ['N'] };
 * const b = { group: 'toyota', choice: 'any', plants: ['T'] };
 * listGroupPairs([a, b], () => 60000).map((pair) => `${pair.from}-${pair.to}`); // → ["nissan-toyota","toyota-nissan"]
 */
export function listGroupPairs(
  groups: readonly GroupPlants[],
  timeBetween: (fromPlant: string, toPlant: string) => number,
): readonly GroupPair[] {
  return groups.flatMap((from) =>
    groups.filter((to) => to.group !== from.group).map((to) => toPair(from, to, timeBetween)),
  );
}

function toPair(
  from: GroupPlants,
  to: GroupPlants,
  timeBetween: (fromPlant: string, toPlant: string) => number,
): GroupPair {
  const onward = (plant: string): { timeMs: number; plant: string | null } =>
    toGroupTime(to.choice, to.plants, (target) => timeBetween(plant, target));
  const { timeMs, plant: fromPlant } = toGroupTime(from.choice, from.plants, (plant) => onward(plant).timeMs);
  const toPlant = fromPlant === null ? null : onward(fromPlant).plant;
  return { from: from.group, to: to.group, timeMs, fromPlant, toPlant };
}
