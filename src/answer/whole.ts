/**
 * A whole whose parts are made when they are first read: who asks for one part of an answer does not wait for the
 * others. Read in full it is like any other object, field by field in the order of its parts.
 */

/** Parts by name: a value, or a function that makes it. No value may be a function itself. */
export type Parts<T> = { readonly [Name in keyof T]: T[Name] | (() => T[Name]) };

const FIELD = { enumerable: true, configurable: true };

/**
 * The whole of some parts. What a function makes is made once, at the first reading; where the function throws, that
 * reading throws.
 *
 * @example
 * toWhole<{ sum: number; word: string }>({ sum: () => 1 + 1, word: 'two' }); // → { sum: 2, word: 'two' }
 */
export function toWhole<T extends object>(parts: Parts<T>): T {
  const whole = {};
  const makers: readonly (readonly [string, unknown])[] = Object.entries(parts);
  for (const [name, part] of makers) {
    const set = (value: unknown): unknown => {
      Object.defineProperty(whole, name, { ...FIELD, writable: true, value });
      return value;
    };
    if (typeof part !== 'function') set(part);
    else Object.defineProperty(whole, name, { ...FIELD, get: () => set((part as () => unknown)()) });
  }
  return whole as T;
}

/**
 * A whole with some parts replaced; the others stay unread.
 *
 * @example
 * withParts({ sum: 2, word: 'two' }, { word: 'zwei' }); // → { sum: 2, word: 'zwei' }
 */
export function withParts<T extends object>(whole: T, parts: Partial<T>): T {
  return Object.defineProperties({}, {
    ...Object.getOwnPropertyDescriptors(whole),
    ...Object.getOwnPropertyDescriptors(parts),
  } as PropertyDescriptorMap) as T;
}
