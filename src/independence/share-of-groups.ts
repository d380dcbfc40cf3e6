/**
 * i2 and i3: the share of placed suppliers, of any tier, that reach at least two groups or all three. Weighted
 * by volume where a volume is known of every supplier, else each counts one: a mixture would compare a number
 * of trips with a number of firms.
 */
import { countGroups, type SupplierTimes } from './supplier-times.ts';

/**
 * i2(T): share with N_T ≥ 2, 0..1; null when there is nobody.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000], ['toyota', 4200000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: null, tier: 1 as const, volume: null };
 * i2([one], ['nissan', 'honda', 'toyota'], 3600); // → 1
 */
export function i2(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
): number | null {
  return toShareOfGroups(suppliers, groups, cutoffS, 2);
}

/**
 * i3(T): share with N_T = 3 (at least three groups, should there be more), 0..1; null when there is nobody.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000], ['toyota', 4200000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: null, tier: 1 as const, volume: null };
 * i3([one], ['nissan', 'honda', 'toyota'], 3600); // → 0
 */
export function i3(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
): number | null {
  return toShareOfGroups(suppliers, groups, cutoffS, 3);
}

function toShareOfGroups(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
  least: number,
): number | null {
  const byVolume = suppliers.every((supplier) => supplier.volume !== null);
  const sumOf = (list: readonly SupplierTimes[]): number =>
    list.reduce((sum, supplier) => sum + (byVolume ? (supplier.volume ?? 0) : 1), 0);
  const total = sumOf(suppliers);
  if (!(total > 0)) return null;
  return sumOf(suppliers.filter((supplier) => countGroups(supplier, groups, cutoffS) >= least)) / total;
}
