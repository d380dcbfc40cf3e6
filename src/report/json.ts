/**
 * Answers as JSON text: same value, same bytes. Keys keep the order the answer was built in, numbers are
 * rounded to 6 places (a time in seconds is whole milliseconds already), what is not finite is null.
 */

const PLACES = 1_000_000;

/**
 * A value as indented JSON text with a line feed at its end.
 *
 * @example
 * toJsonText({ timeS: Infinity, share: 1 / 3 }); // → '{\n  "timeS": null,\n  "share": 0.333333\n}\n'
 */
export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, replaceNumber, 2)}\n`;
}

/**
 * The same on one line, without the line feed.
 *
 * @example
 * toCompactJson({ share: 1 / 3 }); // → '{"share":0.333333}'
 */
export function toCompactJson(value: unknown): string {
  return JSON.stringify(value, replaceNumber);
}

function replaceNumber(_: string, value: unknown): unknown {
  return typeof value === 'number' ? roundNumber(value) : value;
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
