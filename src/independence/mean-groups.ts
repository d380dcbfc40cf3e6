/**
 * meanGroups: how many groups a supplier reaches when the cutoff is not one number but any of the 31 whole
 * minutes from 45 to 75. It does not jump at the one hour; it still counts every group alike.
 */
import { SECONDS_PER_MINUTE } from '../units.ts';
import type { OriginTimes } from '../access/origin-times.ts';
import { countGroups, toMean, type SupplierTimes } from './supplier-times.ts';

const FROM_MIN = 45;
const TO_MIN = 75;

/**
 * Mean of N_T of one supplier over T = 45, 46 … 75 minutes.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000], ['toyota', 4200000]]);
 * meanGroupsOf({ id: 'S1', site: 'Z1', timesMs }, ['nissan', 'honda', 'toyota']).toFixed(6); // → '2.193548'
 */
export function meanGroupsOf(supplier: OriginTimes, groups: readonly string[]): number {
  let sum = 0;
  for (let cutoffMin = FROM_MIN; cutoffMin <= TO_MIN; cutoffMin += 1) {
    sum += countGroups(supplier, groups, cutoffMin * SECONDS_PER_MINUTE);
  }
  return sum / (TO_MIN - FROM_MIN + 1);
}

/**
 * Mean over all placed suppliers, 0..number of groups; null when there is nobody.
 *
 * @example
 * meanGroups([], ['nissan']); // → null
 */
export function meanGroups(suppliers: readonly SupplierTimes[], groups: readonly string[]): number | null {
  return toMean(suppliers.map((supplier) => meanGroupsOf(supplier, groups)));
}
