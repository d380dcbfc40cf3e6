/** Where one parameter turns a verdict over: the range it is looked for in, and the search. */
import type { Dimension } from './dimensions.ts';

/** No lawful driver goes above the limit. */
const MOST_FACTOR = 1;
const LEAST_FACTOR = 0.3;
/** km/h: slower than walking pace nobody drives, and no sign allows more. */
const LEAST_KMH = 5;
const MOST_KMH = 120;
/** Times the running time. */
const MOST_TRAFFIC = 5;
/** A length is at least its low end, which the straight line sets, and may be over its middle by so many ranges. */
const LEAST_LENGTH = -1;
const MOST_LENGTH = 4;
/** Delays may be so many times their greatest value. */
const DELAYS = 5;

function toPossibleRange({ target, high, unit }: Dimension): readonly [from: number, to: number] {
  switch (target.kind) {
    case 'factor':
      return [LEAST_FACTOR, MOST_FACTOR];
    case 'state':
      return [1, MOST_TRAFFIC];
    case 'lengths':
      return [LEAST_LENGTH, MOST_LENGTH];
    case 'parameter':
    case 'radius':
    case 'angle':
    case 'tag':
      return unit === 'km/h' ? [LEAST_KMH, MOST_KMH] : [0, DELAYS * high];
  }
}

/**
 * Values between which a flip is looked for: what is lawful and possible, and in any case the parameter's own range.
 */
export function toSearchRange(dimension: Dimension): readonly [from: number, to: number] {
  const [from, to] = toPossibleRange(dimension);
  return [Math.min(from, dimension.low), Math.max(to, dimension.high)];
}

const STEPS = 1000;

/** Read from text, which every engine reads to the same bits; powers and logarithms need not be. */
const toStepOf = (times: number, exponent: number): number => Number(`${times}e${exponent}`);

/** A step of 1, 2 or 5 times a power of ten: about a thousandth of the range. */
export function toStep([from, to]: readonly [number, number]): number {
  const rough = (to - from) / STEPS;
  let exponent = 0;
  while (toStepOf(1, exponent) > rough) exponent -= 1;
  while (toStepOf(1, exponent + 1) <= rough) exponent += 1;
  const times = [1, 2, 5].findLast((one) => toStepOf(one, exponent) <= rough) ?? 1;
  return toStepOf(times, exponent);
}

/** The k-th value of a grid through a middle value, free of the noise of adding steps. */
export function toGridValue(middle: number, step: number, k: number): number {
  return Number((middle + k * step).toPrecision(12));
}

/**
 * Smallest k from 1 to `most` at which a test that turns once is true; null where it is not even at the last. Each
 * value is asked for at most once, and the one before the answer was found false.
 *
 * @example
 * findFirst(1000, (k) => k >= 37); // → 37
 * findFirst(10, () => false); // → null
 */
export function findFirst(most: number, isTrue: (k: number) => boolean): number | null {
  if (most < 1 || !isTrue(most)) return null;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}
