/** Lists of numbers that grow without becoming lists of objects: millions of entries at their plain size. */

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

/** A list that grows by doubling. */
export interface Growing<T extends Numbers> {
  readonly push: (value: number) => void;
  readonly length: () => number;
  /** The entries so far, in an array of exactly their number. */
  readonly finish: () => T;
}

/** Entries there is room for at first. */
const FIRST = 32;

/** An empty list over a kind of array. */
export function createGrowing<T extends Numbers>(make: (length: number) => T): Growing<T> {
  let values = make(FIRST);
  let count = 0;
  return {
    push: (value) => {
      if (count === values.length) {
        const bigger = make(2 * count);
        bigger.set(values);
        values = bigger;
      }
      values[count] = value;
      count += 1;
    },
    length: () => count,
    finish: () => values.slice(0, count) as T,
  };
}
