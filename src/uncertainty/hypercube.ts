/**
 * A Latin hypercube: of n draws in a dimension exactly one falls into each n-th of its range, in a seeded order. Each
 * dimension has a stream of its own, named by its id, so that one more changes no other.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** FNV-1a, 32 bits (Fowler, Noll, Vo): a seed out of a name. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value | 0;
}

/**
 * n values from 0 to below 1, one in each n-th, in the order that the seed and the name give.
 *
 * @example
 * const values = drawStrata('speed', 4, 1);
 * [...values].map((value) => Math.floor(4 * value)).toSorted(); // → [0, 1, 2, 3]
 */
export function drawStrata(name: string, count: number, seed: number): Float64Array {
  const random = xoroshiro128plus(hash(name, seed));
  const values = Float64Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = uniformInt(random, 0, i);
    const kept = values[i] as number;
    values[i] = values[j] as number;
    values[j] = kept;
  }
  return values.map((stratum) => (stratum + uniformFloat64(random)) / count);
}

/**
 * The value at u of a range: half of the draws below the middle value, half above, each half even.
 *
 * @example
 * [0, 0.25, 0.5, 1].map((u) => toDrawn({ low: 10, value: 20, high: 40 }, u)); // → [10, 15, 20, 40]
 */
export function toDrawn(
  { low, value, high }: { readonly low: number; readonly value: number; readonly high: number },
  u: number,
): number {
  return u < 0.5 ? low + 2 * u * (value - low) : value + (2 * u - 1) * (high - value);
}
