/**
 * "At least one supplier": the paper says that "some of them" now supply others, so the weakest reading of
 * independence is shown beside the shares.
 */
import { reachesOther } from './i-out.ts';
import { listTagged, type SupplierTimes } from './supplier-times.ts';

/**
 * Whether at least one placed tier-1 supplier with a tag reaches a group other than its own.
 *
 * @example
 * atLeastOne([], ['nissan', 'honda'], 3600); // → false
 */
export function atLeastOne(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
): boolean {
  return listTagged(suppliers).some((supplier) => reachesOther(supplier, groups, cutoffS));
}
