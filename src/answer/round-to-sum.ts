/** Decimal places of numbers in answers, as a factor. */
const PLACES = 1_000_000;

/** A number to the places of answers. */
export function roundPlaces(value: number): number {
  return Math.round(value * PLACES) / PLACES + 0;
}

/**
 * Parts of a sum rounded to the places of answers so that they still add up to it, which is a whole number of last
 * places: each down, then one more in the last place where most was cut off, the first of equals before the others.
 *
 * @example
 * roundToSum([1 / 3, 1 / 3, 1 / 3], 1); // → [0.333334, 0.333333, 0.333333]
 */
export function roundToSum(parts: readonly number[], total: number): readonly number[] {
  const scaled = parts.map((part) => part * PLACES);
  const whole = scaled.map(Math.floor);
  const missing = Math.round(total * PLACES) - whole.reduce((sum, part) => sum + part, 0);
  const cutOff = (i: number): number => (scaled[i] ?? 0) - (whole[i] ?? 0);
  const order = parts
    .map((_, i) => i)
    .toSorted((a, b) => Math.sign(missing) * (cutOff(b) - cutOff(a)) || a - b);
  // The ends that `total` lies between may be rounded themselves, so that one place too much can have been there.
  for (let i = 0; i < Math.abs(missing); i += 1) {
    const at = order[i % order.length] ?? 0;
    whole[at] = (whole[at] ?? 0) + Math.sign(missing);
  }
  return whole.map((part) => part / PLACES + 0);
}
