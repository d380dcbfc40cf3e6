/** Seeded random numbers for tests: the same seed gives the same scene on every machine. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** Whole number from low to high, both included. */
  readonly int: (low: number, high: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  /** True once in so many times. */
  readonly once: (inSoMany: number) => boolean;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (low: number, high: number): number => uniformInt(generator, low, high);
  return {
    int,
    pick: (values) => values[int(0, values.length - 1)] as never,
    once: (many) => int(1, many) === 1,
  };
}

/** The first few of a list, or all of it in the long run: the first ones are to be the most telling. */
export function takeSome<T>(all: readonly T[], quick: number): readonly T[] {
  return all.slice(0, toCount(quick, all.length));
}

/** A small count normally, the full one in the long run. */
export function toCount(quick: number, long: number): number {
  return process.env['BELTWAY_LONG'] === '1' ? long : quick;
}
