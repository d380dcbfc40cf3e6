/**
 * The time of a trip from one day to the next: `t = least + X`, least the time at the signed limits and X lognormal.
 * So no trip is ever faster than lawful, and the mean is the modelled time. Seconds throughout, though any one unit
 * would do.
 */
import { expectedExcess, fitLognormal, quantileOf, shareBelow, type Lognormal } from './lognormal.ts';

export interface TripTime {
  readonly leastS: number;
  readonly meanS: number;
  /** What comes on top of the least time; null = nothing ever does. */
  readonly extra: Lognormal | null;
}

/**
 * A trip of a mean and a standard deviation. Where the mean is the least time itself nothing is left to vary.
 * Throws RangeError for a mean below the least time and for values below 0.
 *
 * @example
 * const trip = fitTripTime({ leastS: 0, meanS: 50, sdS: 10 });
 * Number(keepsWithin(trip, 60).toFixed(6)); // → 0.846051
 */
export function fitTripTime(given: {
  readonly leastS: number;
  readonly meanS: number;
  readonly sdS: number;
}): TripTime {
  const { leastS, meanS, sdS } = given;
  if (!(leastS >= 0 && meanS >= leastS && sdS >= 0 && Number.isFinite(meanS) && Number.isFinite(sdS)))
    throw new RangeError(`a mean not below the least time expected: ${JSON.stringify(given)}`);
  const extraS = meanS - leastS;
  return { leastS, meanS, extra: extraS === 0 || sdS === 0 ? null : fitLognormal(extraS, sdS / extraS) };
}

/** What is added to the least time where it does not vary. */
function toSteadyS({ leastS, meanS }: TripTime): number {
  return meanS - leastS;
}

/**
 * Probability that the trip takes no longer than a time; 0 below the time at the signed limits.
 *
 * @example
 * keepsWithin(fitTripTime({ leastS: 40, meanS: 50, sdS: 10 }), 39.9); // → 0
 * keepsWithin(fitTripTime({ leastS: 50, meanS: 50, sdS: 10 }), 50); // → 1
 */
export function keepsWithin(trip: TripTime, timeS: number): number {
  const { leastS, extra } = trip;
  if (extra === null) return timeS - leastS >= toSteadyS(trip) ? 1 : 0;
  return shareBelow(extra, timeS - leastS);
}

/**
 * Time that a share of the trips, above 0 and below 1, does not exceed.
 *
 * @example
 * Number(tripQuantileS(fitTripTime({ leastS: 0, meanS: 50, sdS: 10 }), 0.8).toFixed(4)); // → 57.9215
 */
export function tripQuantileS({ leastS, meanS, extra }: TripTime, share: number): number {
  return extra === null ? meanS : leastS + quantileOf(extra, share);
}

/**
 * Mean of the seconds by which trips exceed a time, those in time counted as 0.
 *
 * @example
 * expectedLatenessS(fitTripTime({ leastS: 50, meanS: 50, sdS: 0 }), 40); // → 10
 */
export function expectedLatenessS({ leastS, meanS, extra }: TripTime, timeS: number): number {
  return extra === null ? Math.max(0, meanS - timeS) : expectedExcess(extra, timeS - leastS);
}

/**
 * Largest mean that keeps a time in the share of trips asked for, with a coefficient of variation of the whole time
 * and a least time that stays the same part of the mean. Quantiles are then in proportion to the mean. A least time
 * in the whole of the mean leaves nothing to vary: the time itself.
 *
 * @example
 * [0.1, 0.15, 0.2, 0.3].map((cv) => Number(largestMeanS({ cv, leastShare: 0 }, 60, 0.95).toFixed(1)));
 * // → [51.2, 47.5, 44.2, 38.7]
 */
export function largestMeanS(
  { cv, leastShare }: { readonly cv: number; readonly leastShare: number },
  timeS: number,
  share: number,
): number {
  return timeS / tripQuantileS(fitTripTime({ leastS: leastShare, meanS: 1, sdS: cv }), share);
}
