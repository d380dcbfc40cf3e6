/**
 * Incidents: somebody else's breakdown or crash that delays some trips by much. The time of a trip is then one of
 * two: as usual, or as usual and the delay.
 */
import { steady } from './steady.ts';
import { expectedLatenessS, fitTripTime, keepsWithin, tripQuantileS, type TripTime } from './trip-time.ts';

export interface Incidents {
  readonly per100Km: number;
  readonly delayS: number;
  /** Standard deviation ÷ mean of the delay. */
  readonly delayCv: number;
}

/** A trip that meets an incident with a probability. */
export interface MixedTrip {
  readonly usual: TripTime;
  readonly delayed: TripTime;
  readonly probability: number;
}

const KM_PER_RATE = 100;

/**
 * A trip with incidents along its kilometres. They come one by one, so that it meets at least one with probability
 * 1 − exp(−rate × km); more than one delay as one. Usual time and delay are independent: their means and variances add.
 *
 * @example
 * const trip = { leastS: 1800, meanS: 2400, extra: null };
 * const mixed = mixIncidents(trip, 300, 50, { per100Km: 0.02, delayS: 1200, delayCv: 0.7 });
 * Number(mixed.probability.toFixed(6)); // → 0.00995
 */
export function mixIncidents(
  usual: TripTime,
  sdS: number,
  lengthKm: number,
  { per100Km, delayS, delayCv }: Incidents,
): MixedTrip {
  const delaySdS = delayCv * delayS;
  const delayed = fitTripTime({
    leastS: usual.leastS,
    meanS: usual.meanS + delayS,
    sdS: Math.sqrt(sdS * sdS + delaySdS * delaySdS),
  });
  return { usual, delayed, probability: 0 - steady(Math.expm1((-per100Km * lengthKm) / KM_PER_RATE)) };
}

/** Probability that the trip takes no longer than a time. A delayed trip is in time no more often than a usual one. */
export function mixedKeepsWithin({ usual, delayed, probability }: MixedTrip, timeS: number): number {
  const inTime = keepsWithin(usual, timeS);
  // The fitted rest of a delayed trip is wider, so that far below its mean it would be the faster one.
  return inTime - probability * (inTime - Math.min(inTime, keepsWithin(delayed, timeS)));
}

/** Halvings after which doubles between two times have met. */
const HALVINGS = 80;

/** Time that a share of the trips does not exceed: between the quantiles of the two, by halving. */
export function mixedQuantileS(mixed: MixedTrip, share: number): number {
  const ends = [tripQuantileS(mixed.usual, share), tripQuantileS(mixed.delayed, share)] as const;
  let [low, high] = [Math.min(...ends), Math.max(...ends)];
  for (let i = 0; i < HALVINGS && low < high; i += 1) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (mixedKeepsWithin(mixed, middle) >= share) high = middle;
    else low = middle;
  }
  return high;
}

/** Mean of the seconds by which trips exceed a time. A delayed trip is no less late than a usual one. */
export function mixedLatenessS({ usual, delayed, probability }: MixedTrip, timeS: number): number {
  const lateS = expectedLatenessS(usual, timeS);
  return lateS + probability * Math.max(0, expectedLatenessS(delayed, timeS) - lateS);
}
