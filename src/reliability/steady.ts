/**
 * Logarithms and powers of e that are alike in every engine: the standard leaves their last bits open, and what is
 * read off them must be the same bytes everywhere.
 */
const DIGITS = 13;

/**
 * A number to the digits in which all engines agree.
 *
 * @example
 * steady(Math.log(50)); // → 3.912023005428
 */
export function steady(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
