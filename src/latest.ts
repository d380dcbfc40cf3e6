/** Values kept by what was used latest. */

/**
 * The value under a key, made where it is not kept; of more than so many the one that was longest unused is let go.
 *
 * @example
 * const kept = new Map([['a', 1], ['b', 2]]);
 * keepLatest(kept, 'a', 2, () => 3); // → 1
 * keepLatest(kept, 'c', 2, () => 3); // → 3
 * [...kept.keys()]; // → ['a', 'c']
 */
export function keepLatest<T>(kept: Map<string, T>, key: string, most: number, make: () => T): T {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}
