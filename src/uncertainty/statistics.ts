/** Order statistics over draws: spreads, ranks, rank correlation. Nothing here is interpolated. */
import type { Spread } from '../model/confidence.ts';

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

/**
 * Least, 5th, 50th and 95th in a hundred, greatest of values in any order: the smallest value that so many do not
 * exceed. Infinity, which is unreachable, becomes null; null of nothing.
 *
 * @example
 * toSpread([3, 1, 2, Infinity]); // → { "least": 1, "p5": 1, "p50": 2, "p95": null, "greatest": null }
 */
export function toSpread(values: ArrayLike<number>): Spread | null {
  const sorted = Float64Array.from(values).toSorted();
  if (sorted.length === 0) return null;
  const at = (share: number): number | null =>
    finite(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]);
  return { least: at(0), p5: at(0.05), p50: at(0.5), p95: at(0.95), greatest: at(1) };
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function toRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).toSorted(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const ranks = new Float64Array(order.length);
  for (let begin = 0; begin < order.length;) {
    let end = begin + 1;
    while (end < order.length && values[order[end] as number] === values[order[begin] as number]) end += 1;
    for (let i = begin; i < end; i += 1) ranks[order[i] as number] = (begin + end + 1) / 2;
    begin = end;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of two columns; 0 where one of them does not vary.
 *
 * @example
 * rankCorrelation([1, 2, 3], [10, 20, 40]); // → 1
 * rankCorrelation([1, 2, 3], [5, 5, 5]); // → 0
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [first, second] = [toRanks(a), toRanks(b)];
  const mean = (first.length + 1) / 2;
  let [covariance, varianceA, varianceB] = [0, 0, 0];
  for (let i = 0; i < first.length; i += 1) {
    const [x, y] = [(first[i] as number) - mean, (second[i] as number) - mean];
    covariance += x * y;
    varianceA += x * x;
    varianceB += y * y;
  }
  return varianceA === 0 || varianceB === 0 ? 0 : covariance / Math.sqrt(varianceA * varianceB);
}
