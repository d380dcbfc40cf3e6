/**
 * A trip as a series of links whose times go together more or less. Each link's standard deviation is the same part
 * of its time; how that adds up hangs on the correlation between links: independent errors average out, common ones
 * do not.
 */

/**
 * Part of the standard deviation of links that all vary together (correlation 1) which a trip keeps at a correlation
 * from 0 to 1: √(ρ + (1 − ρ) · Σmᵢ²/(Σmᵢ)²) of the links' mean times mᵢ. A trip of no time keeps all.
 *
 * @example
 * toSdShare([300, 400], 1); // → 1
 * Number(toSdShare([300, 400], 0).toFixed(6)); // → 0.714286
 */
export function toSdShare(linkTimesS: readonly number[], correlation: number): number {
  const sumS = linkTimesS.reduce((sum, timeS) => sum + timeS, 0);
  const squares = linkTimesS.reduce((sum, timeS) => sum + timeS * timeS, 0);
  if (sumS === 0) return 1;
  return Math.sqrt(correlation + (1 - correlation) * (squares / (sumS * sumS)));
}
