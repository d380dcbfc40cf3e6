/** Remembers what a function gave, by key. */
export function keep<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.has(key) ? (kept.get(key) as T) : make(key);
    kept.set(key, value);
    return value;
  };
}
