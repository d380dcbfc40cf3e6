/**
 * iOutAll: the share of placed tier-1 suppliers with a keiretsu tag that reach every group other than their own.
 */
import { findTimeMs, isWithin } from '../access/origin-times.ts';
import { listOtherGroups, listTagged, type SupplierTimes } from './supplier-times.ts';

/**
 * iOutAll(T), 0..1, never above iOut(T); null when no placed tier-1 supplier carries a tag. A supplier without
 * any other group in the list does not count as reaching all of them.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000], ['toyota', 4200000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'nissan', tier: 1 as const, volume: null };
 * iOutAll([one], ['nissan', 'honda', 'toyota'], 3600); // → 0
 * iOutAll([one], ['nissan', 'honda', 'toyota'], 4200); // → 1
 */
export function iOutAll(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
): number | null {
  const tagged = listTagged(suppliers);
  if (tagged.length === 0) return null;
  return tagged.filter((supplier) => reachesAllOthers(supplier, groups, cutoffS)).length / tagged.length;
}

/**
 * Whether a supplier reaches every group other than its own; false where there is none.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 4200000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'honda', tier: 1 as const, volume: null };
 * reachesAllOthers(one, ['nissan', 'honda'], 3600); // → true
 */
export function reachesAllOthers(
  supplier: SupplierTimes,
  groups: readonly string[],
  cutoffS: number,
): boolean {
  const others = listOtherGroups(supplier, groups);
  return others.length > 0 && others.every((group) => isWithin(findTimeMs(supplier, group), cutoffS));
}
