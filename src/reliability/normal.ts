/** The standard normal distribution in both directions, through the complementary error function. */
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/** √2, exact to the last bit. */
const SQRT_2 = Math.sqrt(2);

/**
 * Share of a standard normal variable below z.
 *
 * @example
 * normalShare(0); // → 0.5
 * Number(normalShare(1.959963984540054).toFixed(9)); // → 0.975
 */
export function normalShare(z: number): number {
  return erfc(-z / SQRT_2) / 2;
}

/**
 * Value below which a share of a standard normal variable lies; −Infinity at 0, Infinity at 1, NaN outside.
 *
 * @example
 * normalQuantile(0.5); // → 0
 * Number(normalQuantile(0.95).toFixed(6)); // → 1.644854
 */
export function normalQuantile(share: number): number {
  return 0 - SQRT_2 * erfcinv(2 * share);
}
