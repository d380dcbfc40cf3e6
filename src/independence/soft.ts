/**
 * soft: reach that fades instead of ending at the hour. A logistic with its middle at 60 minutes and a standard
 * deviation of 10 (MODEL, supplier independence), scaled so that no distance at all counts 1.
 */
import { MS_PER_MINUTE } from '../units.ts';
import { findTimeMs } from '../access/origin-times.ts';
import { listOtherGroups, toMean, type SupplierTimes } from './supplier-times.ts';

/** Centre and standard deviation in minutes: assumed, MODEL. */
const CENTRE_MIN = 60;
const SPREAD_MIN = 10;
/** π / (s√3): the slope of a logistic distribution with standard deviation s. */
const SLOPE = Math.PI / (SPREAD_MIN * Math.sqrt(3));

/**
 * Weight of a time, 1 at 0 and falling to 0; exactly 0 where unreached.
 *
 * @example
 * toSoftWeight(0); // → 1
 * toSoftWeight(3600000).toFixed(6); // → '0.500009'
 * toSoftWeight(Infinity); // → 0
 */
export function toSoftWeight(timeMs: number): number {
  const timeMin = timeMs / MS_PER_MINUTE;
  return (1 + Math.exp(-CENTRE_MIN * SLOPE)) / (1 + Math.exp((timeMin - CENTRE_MIN) * SLOPE));
}

/**
 * Mean over suppliers of the mean weight of the groups other than the own one, 0..1; null when nobody has one.
 *
 * @example
 * const timesMs = new Map([['nissan', 0], ['honda', 0]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'nissan', tier: 1 as const, volume: null };
 * soft([one], ['nissan', 'honda']); // → 1
 */
export function soft(suppliers: readonly SupplierTimes[], groups: readonly string[]): number | null {
  const means = suppliers.map((supplier) =>
    toMean(listOtherGroups(supplier, groups).map((group) => toSoftWeight(findTimeMs(supplier, group)))),
  );
  return toMean(means.filter((mean) => mean !== null));
}
