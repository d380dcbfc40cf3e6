/**
 * Comma-separated values by RFC 4180: a header, CRLF after every line, quotes doubled. Text that a spreadsheet
 * would take for a formula begins with an apostrophe; numbers are never touched.
 */

/** Null is an empty field: unknown or unreachable, never 0. */
export type CsvValue = string | number | boolean | null;

/** First characters that make spreadsheets evaluate a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const LINE_END = '\r\n';

/**
 * A table as CSV text.
 *
 * @example
 * toCsv(['id', 'time_s'], [['A,B', 61.5], ['=1+1', null]]); // → 'id,time_s\r\n"A,B",61.5\r\n\'=1+1,\r\n'
 */
export function toCsv(titles: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [titles, ...rows].map((row) => row.map(toField).join(',') + LINE_END).join('');
}

function toField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string')
    return Number.isNaN(value) || Math.abs(Number(value)) === Infinity ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
