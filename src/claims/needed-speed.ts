/**
 * The uniform expressway speed that would make a claim true with the other roads unchanged: found by bisection to
 * 0.1 km/h and verified on both sides. A speed, not advice: whether it is lawful is told by the factor.
 */

/** Steps of 0.1 km/h; a train's speed is enough to see that a claim fails on the other roads. */
const STEPS_PER_KMH = 10;
const MOST_STEPS = 1000 * STEPS_PER_KMH;

export interface NeededSpeed {
  /** Least speed in whole tenths of a km/h at which the claim holds. */
  readonly neededKmh: number;
  /** Time in ms there, at most the limit. */
  readonly timeMs: number;
  /** Time in ms 0.1 km/h below, above the limit; null where 0.1 km/h is already enough. */
  readonly belowMs: number | null;
  /** Needed speed over the legal maximum on an expressway. */
  readonly factor: number;
}

/**
 * The least speed for which the time is at most `limitMs`; null where not even 1,000 km/h are enough. The time
 * must not rise with the speed.
 *
 * @example
 * const timeAt = (kmh: number) => (100 / kmh) * 3600000;
 * findNeededSpeed(3600000, 120, timeAt)?.neededKmh; // → 100
 */
export function findNeededSpeed(
  limitMs: number,
  legalKmh: number,
  timeAt: (expresswayKmh: number) => number,
): NeededSpeed | null {
  const timeAtStep = (step: number): number => timeAt(step / STEPS_PER_KMH);
  if (!(timeAtStep(MOST_STEPS) <= limitMs)) return null;
  let [failing, passing] = [0, MOST_STEPS];
  while (passing - failing > 1) {
    const middle = Math.floor((failing + passing) / 2);
    if (timeAtStep(middle) <= limitMs) passing = middle;
    else failing = middle;
  }
  const neededKmh = passing / STEPS_PER_KMH;
  const belowMs = failing === 0 ? null : timeAtStep(failing);
  return { neededKmh, timeMs: timeAtStep(passing), belowMs, factor: neededKmh / legalKmh };
}
