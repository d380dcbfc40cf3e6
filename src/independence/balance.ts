/**
 * balance: how evenly a supplier's reach is spread over the groups, as two numbers of "effective groups". It is
 * descriptive only and never ranked: a supplier far from all three is perfectly balanced.
 */
import { findTimeMs, type OriginTimes } from '../access/origin-times.ts';
import { toSoftWeight } from './soft.ts';

/** Below this sum of weights nothing is in reach and balance means nothing (MODEL). */
const LEAST_WEIGHT = 0.05;

export interface Balance {
  /** exp(−Σ p ln p): effective number of groups, entropy form. */
  readonly entropy: number;
  /** 1 / Σ p²: the same, inverse Simpson (1 / Herfindahl). */
  readonly inverseSimpson: number;
}

/**
 * Balance of some weights, each 0 or more; null when they sum to less than 0.05.
 *
 * @example
 * toBalance([1, 1, 1])?.inverseSimpson.toFixed(6); // → '3.000000'
 * toBalance([2, 1, 1])?.entropy.toFixed(6); // → '2.828427'
 * toBalance([0.01, 0.01]); // → null
 */
export function toBalance(weights: readonly number[]): Balance | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total < LEAST_WEIGHT) return null;
  const shares = weights.map((weight) => weight / total).filter((share) => share > 0);
  const entropy = Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
  return { entropy, inverseSimpson: 1 / shares.reduce((sum, share) => sum + share * share, 0) };
}

/**
 * Balance of one origin over the groups, own group included.
 *
 * @example
 * const timesMs = new Map([['nissan', 1200000], ['honda', 2400000], ['toyota', 4200000]]);
 * balanceOf({ id: 'S1', site: 'Z1', timesMs }, ['nissan', 'honda', 'toyota'])?.entropy.toFixed(6);
 * // → '2.437864'
 */
export function balanceOf(origin: OriginTimes, groups: readonly string[]): Balance | null {
  return toBalance(groups.map((group) => toSoftWeight(findTimeMs(origin, group))));
}
