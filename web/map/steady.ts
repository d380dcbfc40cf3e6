/** Values that keep their identity: what is equal to the last one is the last one, and nothing is drawn again. */
import { computed, type ReadonlySignal } from '@preact/signals';

/**
 * A computed value that changes only where its JSON does. For plain data: arrays, objects, texts and numbers.
 *
 * @example
 * const even = steady(() => [count.value % 2 === 0]); // the same array for 2 and for 4
 */
export function steady<T>(read: () => T): ReadonlySignal<T> {
  let last: { readonly key: string; readonly value: T } | null = null;
  return computed(() => {
    const value = read();
    const key = JSON.stringify(value);
    if (last?.key !== key) last = { key, value };
    return last.value;
  });
}
