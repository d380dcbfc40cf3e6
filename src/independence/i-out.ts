/**
 * iOut, the flowchart's index of independence: the share of placed tier-1 suppliers with a keiretsu tag that
 * reach at least one group other than their own. It measures the freedom the road allows, not what is bought.
 */
import { findTimeMs, isWithin } from '../access/origin-times.ts';
import { listOtherGroups, listTagged, type SupplierTimes } from './supplier-times.ts';

/**
 * Whether a supplier reaches at least one group other than its own.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 4200000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'nissan', tier: 1 as const, volume: null };
 * reachesOther(one, ['nissan', 'honda'], 3600); // → false
 */
export function reachesOther(supplier: SupplierTimes, groups: readonly string[], cutoffS: number): boolean {
  return listOtherGroups(supplier, groups).some((group) => isWithin(findTimeMs(supplier, group), cutoffS));
}

/**
 * iOut(T), 0..1; null when no placed tier-1 supplier carries a tag.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'nissan', tier: 1 as const, volume: null };
 * iOut([one, { ...one, id: 'S2', timesMs: new Map() }], ['nissan', 'honda'], 3600); // → 0.5
 */
export function iOut(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
): number | null {
  const tagged = listTagged(suppliers);
  if (tagged.length === 0) return null;
  return tagged.filter((supplier) => reachesOther(supplier, groups, cutoffS)).length / tagged.length;
}
