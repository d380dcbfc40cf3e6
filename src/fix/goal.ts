/**
 * A target as a function of the times of its trips. All of them are monotone: a trip that becomes shorter never makes
 * one fail. Whether it holds hangs on which trips are within the cutoff alone, so that it is asked once for each such
 * set of trips.
 */
import { isWithin } from '../access/origin-times.ts';
import { toGroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { iOut, reachesOther } from '../independence/i-out.ts';
import { iOutAll, reachesAllOthers } from '../independence/i-out-all.ts';
import { i2 } from '../independence/share-of-groups.ts';
import { countGroups, listTagged, type SupplierTimes } from '../independence/supplier-times.ts';
import type { FixShare } from '../model/fix.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { Trip } from './trips.ts';

/** What a target comes to: a time that decides, or a share with the count behind it. */
export interface Reading {
  readonly holds: boolean;
  /** NaN where the target is a share. */
  readonly timeMs: number;
  readonly share: { readonly value: number; readonly passing: number; readonly of: number } | null;
}

export interface Goal {
  readonly trips: readonly Trip[];
  readonly cutoffMs: number;
  /** By milliseconds of its trips. */
  readonly read: (timesMs: Float64Array) => Reading;
  /** Whether it holds, and nothing else. */
  readonly isMet: (timesMs: Float64Array) => boolean;
}

/** A supplier before it has times. */
export type GoalSupplier = Omit<SupplierTimes, 'timesMs'>;

type GroupMs = (site: string, group: GroupPlants) => number;
type Read = (groupMs: GroupMs) => Reading;

function toGoal(sites: readonly string[], groups: readonly GroupPlants[], cutoffS: number, read: Read): Goal {
  const plants = [...new Set(groups.flatMap((group) => group.plants))];
  const trips = sites.flatMap((from) => plants.map((to) => ({ from, to })));
  const rows = new Map(sites.map((site, i) => [site, i * plants.length]));
  const columns = new Map(plants.map((plant, i) => [plant, i]));
  const readTimes = (timesMs: Float64Array): Reading =>
    read((site, { choice, plants: own }) => {
      const row = rows.get(site) ?? NaN;
      return toGroupTime(choice, own, (plant) => timesMs[row + (columns.get(plant) ?? NaN)] ?? Infinity)
        .timeMs;
    });
  return { trips, cutoffMs: cutoffS * MS_PER_SECOND, read: readTimes, isMet: remember(readTimes, cutoffS) };
}

/** Sets of trips are many at most where suppliers are; a city of them would fill the memory. */
const KEPT = 100_000;

function remember(read: (timesMs: Float64Array) => Reading, cutoffS: number): Goal['isMet'] {
  const known = new Map<string, boolean>();
  return (timesMs) => {
    let key = '';
    for (const timeMs of timesMs) key += isWithin(timeMs, cutoffS) ? '1' : '0';
    const met = known.get(key) ?? read(timesMs).holds;
    if (known.size >= KEPT) known.clear();
    known.set(key, met);
    return met;
  };
}

/** A place reaches one of the groups, or every one of them. */
export function makeTimeGoal(
  site: string,
  groups: readonly GroupPlants[],
  reach: 'one' | 'every',
  cutoffS: number,
): Goal {
  return toGoal([site], groups, cutoffS, (groupMs) => {
    const times = groups.map((group) => groupMs(site, group));
    // No group at all is reached by nobody.
    const timeMs = reach === 'one' || times.length === 0 ? Math.min(...times) : Math.max(...times);
    return { holds: isWithin(timeMs, cutoffS), timeMs, share: null };
  });
}

interface Measured {
  readonly value: number | null;
  readonly passing: number;
  readonly of: number;
}

type Measure = (suppliers: readonly SupplierTimes[], groups: readonly string[], cutoffS: number) => Measured;

const countOf = (
  list: readonly SupplierTimes[],
  passes: (one: SupplierTimes) => boolean,
): Pick<Measured, 'passing' | 'of'> => ({ passing: list.filter(passes).length, of: list.length });

const toShare = (count: Pick<Measured, 'passing' | 'of'>): Measured => ({
  ...count,
  value: count.of === 0 ? null : count.passing / count.of,
});

const MEASURES: Readonly<Record<FixShare, Measure>> = {
  iOut: (suppliers, groups, cutoffS) => ({
    ...countOf(listTagged(suppliers), (one) => reachesOther(one, groups, cutoffS)),
    value: iOut(suppliers, groups, cutoffS),
  }),
  iOutAll: (suppliers, groups, cutoffS) => ({
    ...countOf(listTagged(suppliers), (one) => reachesAllOthers(one, groups, cutoffS)),
    value: iOutAll(suppliers, groups, cutoffS),
  }),
  i2: (suppliers, groups, cutoffS) => ({
    ...countOf(suppliers, (one) => countGroups(one, groups, cutoffS) >= 2),
    value: i2(suppliers, groups, cutoffS),
  }),
  passes: (suppliers, groups, cutoffS) =>
    toShare({
      passing: suppliers.reduce((sum, one) => sum + countGroups(one, groups, cutoffS), 0),
      of: suppliers.length * groups.length,
    }),
};

/**
 * At least a share of the suppliers, by a measure over all groups; with one group, those that reach it (`passes`).
 * Without anybody to count it never holds.
 */
export function makeShareGoal(
  suppliers: readonly GoalSupplier[],
  groups: readonly GroupPlants[],
  measure: FixShare,
  level: number,
  cutoffS: number,
): Goal {
  const sites = [...new Set(suppliers.map(({ site }) => site))].toSorted();
  const ids = groups.map(({ group }) => group);
  return toGoal(sites, groups, cutoffS, (groupMs) => {
    const timesOf = new Map(
      sites.map((site) => [site, new Map(groups.map((group) => [group.group, groupMs(site, group)]))]),
    );
    const timed = suppliers.map((one) => ({ ...one, timesMs: timesOf.get(one.site) ?? new Map() }));
    const { value, passing, of } = MEASURES[measure](timed, ids, cutoffS);
    return {
      holds: value !== null && value >= level,
      timeMs: NaN,
      share: value === null ? null : { value, passing, of },
    };
  });
}
