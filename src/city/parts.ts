/** Work in a row, in parts of about the same size. */

/** From a number to before another. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * Divides so many pieces of work into parts of at most so many, in order.
 *
 * @example
 * divideEvenly(5, 2); // → [{ from: 0, to: 1 }, { from: 1, to: 3 }, { from: 3, to: 5 }]
 */
export function divideEvenly(count: number, most: number): readonly Part[] {
  const parts = Math.ceil(count / most);
  const toBegin = (i: number): number => Math.floor((i * count) / parts);
  return Array.from({ length: parts }, (_, i) => ({ from: toBegin(i), to: toBegin(i + 1) }));
}
