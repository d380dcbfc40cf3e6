/**
 * What a date text of the data means: a day `2007-12-17`, a month `2007-12` or a year `2007`; a month and a
 * year stand for their last day. Days compare as texts. It is a calendar on paper: no clock, no time zone.
 */
import { DataError } from '../problems.ts';

/** A day before every other of the data: what a scenario adds was always there. */
export const ALWAYS = '1900-01-01';

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Gregorian rule. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month counted from 1; 0 where there is no such month. */
function countDays(year: number, month: number): number {
  return (DAYS_OF_MONTH[month - 1] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0);
}

/** Texts already read: the data ask for the same few thousand times over. */
const READ = new Map<string, string | null>();
const KEPT_TEXTS = 4096;

/** The last day a text stands for, or null where it is no date of the calendar. */
function findLastDay(date: string): string | null {
  const known = READ.get(date);
  if (known !== undefined) return known;
  const day = readLastDay(date);
  if (READ.size >= KEPT_TEXTS) READ.clear();
  READ.set(date, day);
  return day;
}

function readLastDay(date: string): string | null {
  const [, year, month, day] = PATTERN.exec(date) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return `${year}-12-31`;
  const days = countDays(Number(year), Number(month));
  if (day === undefined) return days === 0 ? null : `${year}-${month}-${days}`;
  return Number(day) >= 1 && Number(day) <= days ? date : null;
}

/**
 * Whether a text is a day, a month or a year of the calendar.
 *
 * @example
 * isDate('2008-02-29'); // → true
 * isDate('2007-02-29'); // → false
 */
export function isDate(date: string): boolean {
  return findLastDay(date) !== null;
}

/** A year alone is no scenario: which day of it would be a guess. */
const MONTH_OR_DAY = /^\d{4}-\d{2}/;

/**
 * Whether a text is a day or a month of the calendar: what a scenario may stand on.
 *
 * @example
 * isMonthOrDay('2008-02'); // → true
 * isMonthOrDay('2008'); // → false
 */
export function isMonthOrDay(text: string): boolean {
  return MONTH_OR_DAY.test(text) && isDate(text);
}

/**
 * The ISO day a date stands for: its own, or the last one of the month or year. Throws DataError for a text
 * that is no date.
 *
 * @example
 * toLastDay('2007-02'); // → '2007-02-28'
 * toLastDay('2010'); // → '2010-12-31'
 */
export function toLastDay(date: string): string {
  const day = findLastDay(date);
  if (day !== null) return day;
  const expected = 'a date: YYYY, YYYY-MM or YYYY-MM-DD of the calendar';
  throw new DataError([
    { file: 'date', path: '', expected, found: JSON.stringify(date), code: 'out-of-range' },
  ]);
}

/**
 * Whether something with these dates exists on an ISO day: opened ≤ day < closed. No opening date means it
 * was always there, no closing date that it still is.
 *
 * @example
 * isOpenOn('2005-12', null, '2005-12-30'); // → false
 * isOpenOn('2005-12', null, '2005-12-31'); // → true
 * isOpenOn(null, '2007-09-21', '2007-09-21'); // → false
 */
export function isOpenOn(opened: string | null, closed: string | null, day: string): boolean {
  return (opened === null || toLastDay(opened) <= day) && (closed === null || day < toLastDay(closed));
}
