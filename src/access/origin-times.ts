/**
 * What the rooms after the matrix know of an origin: how long it needs to each assembler group. Plain values,
 * so that every measure can be computed from a table of times without a network.
 */
import { MS_PER_SECOND } from '../units.ts';

/** Times of one origin. Milliseconds by group id; `Infinity` where no plant of the group is reached. */
export interface OriginTimes {
  readonly id: string;
  /** Where the trip begins: origins at one site count as one place in the by-site numbers. */
  readonly site: string;
  readonly timesMs: ReadonlyMap<string, number>;
}

/**
 * Time to a group in ms; `Infinity` for a group the origin has no time to, so that a missing entry never counts.
 *
 * @example
 * const times = { id: 'S1', site: 'Z1', timesMs: new Map([['nissan', 1200000]]) };
 * findTimeMs(times, 'nissan'); // → 1200000
 * findTimeMs(times, 'honda') === Infinity; // → true
 */
export function findTimeMs(origin: OriginTimes, group: string): number {
  return origin.timesMs.get(group) ?? Infinity;
}

/**
 * The one-hour condition: time at most the cutoff, inclusive; an unreachable group never passes.
 *
 * @example
 * isWithin(3600000, 3600); // → true
 * isWithin(3600001, 3600); // → false
 * isWithin(Infinity, Infinity); // → false
 */
export function isWithin(timeMs: number, cutoffS: number): boolean {
  return Number.isFinite(timeMs) && timeMs <= cutoffS * MS_PER_SECOND;
}

/**
 * Number of different sites of some origins.
 *
 * @example
 * countSites([{ id: 'S1', site: 'Z1', timesMs: new Map() }, { id: 'S2', site: 'Z1', timesMs: new Map() }]); // → 1
 */
export function countSites(origins: readonly OriginTimes[]): number {
  return new Set(origins.map((origin) => origin.site)).size;
}
