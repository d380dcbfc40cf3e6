/** Which places of a column hold the same value. */

/**
 * Numbers of equal values, by value; values below the least are left out.
 *
 * @example
 * [...groupByValue(Int32Array.of(7, -1, 3, 7), 0)]; // → [[7, [0, 3]], [3, [2]]]
 */
export function groupByValue(values: Int32Array, least: number): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < least) continue;
    const known = groups.get(value);
    if (known === undefined) groups.set(value, [i]);
    else known.push(i);
  }
  return groups;
}
