/**
 * Answers as JSON text: same value, same bytes. Keys keep the order the answer was built in, numbers are
 * rounded to 6 places (a time in seconds is whole milliseconds already), what is not finite is null. What was asked
 * stands as it was given: rounded, a scenario would be another.
 */

const PLACES = 1_000_000;

/** Keys under which a question stands: of a scenario, of a report. */
const GIVEN: ReadonlySet<string> = new Set(['modification', 'modifications', 'request']);

/**
 * A value as indented JSON text with a line feed at its end.
 *
 * @example
 * toJsonText({ timeS: Infinity, share: 1 / 3 }); // → '{\n  "timeS": null,\n  "share": 0.333333\n}\n'
 */
export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, createReplacer(), 2)}\n`;
}

/**
 * The same on one line, without the line feed.
 *
 * @example
 * toCompactJson({ share: 1 / 3 }); // → '{"share":0.333333}'
 */
export function toCompactJson(value: unknown): string {
  return JSON.stringify(value, createReplacer());
}

/** Called from the outside in, with the object that holds the value as `this`. */
function createReplacer() {
  const given = new WeakSet<object>();
  return function replace(this: object, key: string, value: unknown): unknown {
    if (typeof value === 'number') return given.has(this) ? value : roundNumber(value);
    if (typeof value === 'object' && value !== null && (GIVEN.has(key) || given.has(this))) given.add(value);
    return value;
  };
}

/** A value as it is written, for what is shown beside what is written: numbers of at most six places. */
export function settle<T>(value: T): T {
  return JSON.parse(toCompactJson(value)) as T;
}

/**
 * A number as it is written: 6 places, no negative zero, null where it is not finite.
 *
 * @example
 * roundNumber(2.00000049); // → 2
 * roundNumber(Infinity); // → null
 */
export function roundNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Math.round(value * PLACES) / PLACES + 0;
}
