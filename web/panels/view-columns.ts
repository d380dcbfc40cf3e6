/** Columns that several tables of views share. */
import { minutes, minutesChange, number } from '../words/format.ts';
import type { Column } from './sorted-table.tsx';

/** A column of words. */
export function textColumn<Row>(id: string, label: string, text: (row: Row) => string): Column<Row> {
  return { id, label, numeric: false, value: text, text };
}

/** A column of minutes, from seconds. */
export function minutesColumn<Row>(
  id: string,
  label: string,
  timeS: (row: Row) => number | null,
): Column<Row> {
  return { id, label, numeric: true, value: timeS, text: (row) => minutes(timeS(row)) };
}

/** A column of a change in minutes, from seconds. */
export function changeColumn<Row>(
  id: string,
  label: string,
  deltaS: (row: Row) => number | null,
): Column<Row> {
  return { id, label, numeric: true, value: deltaS, text: (row) => minutesChange(deltaS(row)) };
}

/** A column of plain numbers. */
export function numberColumn<Row>(
  id: string,
  label: string,
  value: (row: Row) => number | null,
  digits = 0,
): Column<Row> {
  return { id, label, numeric: true, value, text: (row) => number(value(row), digits) };
}

/** Difference of two numbers; null where either is missing. */
export function subtract(build: number | null, base: number | null): number | null {
  return build === null || base === null ? null : build - base;
}
