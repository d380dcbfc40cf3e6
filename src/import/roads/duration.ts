/** How long a ferry takes: `1:30`, `00:45:00`, `20` minutes, `1 h 30 min`, `PT1H30M`. */

const CLOCK = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;
const MINUTES = /^(\d{1,5})(?: ?min(?:ute)?s?)?$/;
const WORDS = /^(\d{1,3}) ?h(?:ours?|rs?)?(?: ?(\d{1,2})(?: ?m(?:in(?:ute)?s?)?)?)?$/;
const ISO = /^p(?:(\d{1,3})d)?(?:t(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?)?$/;

/** A crossing of more than a week is a mistake of the map. */
const MAX_S = 7 * 24 * 3600;

/**
 * Seconds of a `duration`; null where it is not understood, is nothing or is more than a week.
 *
 * @example
 * ['1:30', '25', 'PT1H5M', 'soon'].map(readDurationS); // → [5400, 1500, 3900, null]
 */
export function readDurationS(text: string): number | null {
  const clean = text.trim().toLowerCase();
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(clean) ?? [];
  if (hours !== undefined) return orNull(toSeconds(0, Number(hours), Number(minutes), Number(seconds)));
  const [, plain] = MINUTES.exec(clean) ?? [];
  if (plain !== undefined) return orNull(toSeconds(0, 0, Number(plain), 0));
  const [, wholeHours, rest = '0'] = WORDS.exec(clean) ?? [];
  if (wholeHours !== undefined) return orNull(toSeconds(0, Number(wholeHours), Number(rest), 0));
  const iso = ISO.exec(clean);
  if (iso === null) return null;
  const [d = 0, h = 0, m = 0, s = 0] = iso.slice(1).map((part) => Number(part ?? 0));
  return orNull(toSeconds(d, h, m, s));
}

function toSeconds(days: number, hours: number, minutes: number, seconds: number): number {
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

function orNull(seconds: number): number | null {
  return seconds > 0 && seconds <= MAX_S ? seconds : null;
}
