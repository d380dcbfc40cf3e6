/**
 * A placed supplier with its times: what every measure of independence reads. "Placed" is meant literally: a
 * supplier whose site is unknown has no times and never becomes one of these.
 */
import { findTimeMs, isWithin, type OriginTimes } from '../access/origin-times.ts';

export interface SupplierTimes extends OriginTimes {
  /** Own assembler group by keiretsu tag; null = independent. */
  readonly ownGroup: string | null;
  readonly tier: 1 | 2;
  /** Yearly volume where a source gives one. */
  readonly volume: number | null;
}

/**
 * Tier-1 suppliers with a keiretsu tag: the population of the flowchart's index (MODEL, supplier independence).
 *
 * @example
 * const one = { id: 'S1', site: 'Z1', timesMs: new Map(), ownGroup: null, tier: 1 as const, volume: null };
 * listTagged([one]); // → []
 */
export function listTagged(suppliers: readonly SupplierTimes[]): readonly SupplierTimes[] {
  return suppliers.filter((supplier) => supplier.tier === 1 && supplier.ownGroup !== null);
}

/**
 * Groups other than the supplier's own; all groups for an independent one.
 *
 * @example
 * const one = { id: 'S1', site: 'Z1', timesMs: new Map(), ownGroup: 'honda', tier: 1 as const, volume: null };
 * listOtherGroups(one, ['nissan', 'honda', 'toyota']); // → ["nissan","toyota"]
 */
export function listOtherGroups(supplier: SupplierTimes, groups: readonly string[]): readonly string[] {
  return groups.filter((group) => group !== supplier.ownGroup);
}

/**
 * N_T: number of groups within the cutoff, inclusive.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000], ['toyota', 4200000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'nissan', tier: 1 as const, volume: null };
 * countGroups(one, ['nissan', 'honda', 'toyota'], 3600); // → 2
 */
export function countGroups(supplier: OriginTimes, groups: readonly string[], cutoffS: number): number {
  return groups.filter((group) => isWithin(findTimeMs(supplier, group), cutoffS)).length;
}

/** Arithmetic mean; null of nothing. */
export function toMean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
