/**
 * ISO dates as the data files write them: a day, a month or a year, on the Gregorian calendar. A month or
 * a year stands for its last day. Which roads are open on a day is not decided here.
 */

const DATE = /^([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?$/;

/** True for a day, month or year that the calendar has. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  if (month === undefined || day === undefined) return true;
  return Number(day) >= 1 && Number(day) <= toDaysInMonth(Number(year), Number(month));
}

/** True for a full day, e.g. `2010-12-31`. */
export function isDay(text: string): boolean {
  return text.length === 10 && isDate(text);
}

/** The last day of a valid date: `2007-02` → `2007-02-28`. */
export function toLastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-');
  return `${date}-${toDaysInMonth(Number(year), Number(month))}`;
}

/** True where `first` is later than `second`; null means before all dates as first, after all as second. */
export function isAfter(first: string | null, second: string | null): boolean {
  if (first === null || second === null) return false;
  return toLastDayOf(first) > toLastDayOf(second);
}

function toDaysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
