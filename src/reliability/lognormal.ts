/**
 * A lognormal variable from its mean and its coefficient of variation: shares below a value, quantiles, and what is
 * to be expected above a value. Units are the caller's.
 */
import { normalQuantile, normalShare } from './normal.ts';
import { steady } from './steady.ts';

/** The variable is `exp(mu + sigma·Z)` with Z standard normal; sigma 0 = always `exp(mu)`. */
export interface Lognormal {
  readonly mean: number;
  readonly mu: number;
  readonly sigma: number;
}

/**
 * The lognormal variable of a mean above 0 and a coefficient of variation (standard deviation ÷ mean) of 0 or more:
 * σ² = ln(1 + CV²), μ = ln m − σ²/2. Throws RangeError for others.
 *
 * @example
 * const { mu, sigma } = fitLognormal(50, 0.2);
 * [mu, sigma].map((value) => Number(value.toFixed(6))); // → [3.892413, 0.198042]
 */
export function fitLognormal(mean: number, cv: number): Lognormal {
  if (!(mean > 0 && Number.isFinite(mean) && cv >= 0 && Number.isFinite(cv)))
    throw new RangeError(
      `a mean above 0 and a coefficient of variation of 0 or more expected: ${mean}, ${cv}`,
    );
  const variance = steady(Math.log1p(cv * cv));
  return { mean, mu: steady(Math.log(mean)) - variance / 2, sigma: Math.sqrt(variance) };
}

/**
 * Share of the variable at or below a value.
 *
 * @example
 * Number(shareBelow(fitLognormal(50, 0.2), 60).toFixed(6)); // → 0.846051
 * shareBelow(fitLognormal(50, 0), 50); // → 1
 */
export function shareBelow({ mean, mu, sigma }: Lognormal, value: number): number {
  if (sigma === 0) return value >= mean ? 1 : 0;
  return value <= 0 ? 0 : normalShare((steady(Math.log(value)) - mu) / sigma);
}

/**
 * Value that a share of the variable, above 0 and below 1, does not exceed.
 *
 * @example
 * Number(quantileOf(fitLognormal(50, 0.2), 0.95).toFixed(4)); // → 67.9086
 */
export function quantileOf({ mean, mu, sigma }: Lognormal, share: number): number {
  return sigma === 0 ? mean : steady(Math.exp(mu + sigma * normalQuantile(share)));
}

/**
 * Mean of what exceeds a value, E[(X − value)+]: the lateness to expect of a trip.
 *
 * @example
 * Number(expectedExcess(fitLognormal(50, 0.2), 60).toFixed(5)); // → 1.04567
 */
export function expectedExcess({ mean, mu, sigma }: Lognormal, value: number): number {
  if (sigma === 0 || value <= 0) return Math.max(0, mean - value);
  const z = (steady(Math.log(value)) - mu) / sigma;
  return mean * normalShare(sigma - z) - value * normalShare(-z);
}
