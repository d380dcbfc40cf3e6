/** Units of tables: what the file `config.csv` of the specification says of lengths and speeds. */
import { DataError } from '../../problems.ts';
import { findColumn, type Table } from './table.ts';

export interface TableUnits {
  /** Metres of one unit of length. */
  readonly m: number;
  /** Kilometres an hour of one unit of speed. */
  readonly kmh: number;
}

/** Metres of an international mile and foot, by definition. */
const MILE_M = 1609.344;
const LENGTHS: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: MILE_M, mile: MILE_M, ft: 0.3048 };
const SPEEDS: Readonly<Record<string, number>> = {
  kph: 1,
  kmh: 1,
  'km/h': 1,
  mph: MILE_M / 1000,
};

/** Metres and kilometres an hour: what tables without a word on units are read in. */
export const PLAIN_UNITS: TableUnits = { m: 1, kmh: 1 };

function readUnit(table: Table, column: string, known: Readonly<Record<string, number>>): number {
  const [row] = table.rows;
  const word = row === undefined ? '' : (findColumn(table, [column])?.(row) ?? '').toLowerCase();
  const found = Object.hasOwn(known, word) ? known[word] : undefined;
  if (found !== undefined) return found;
  const expected = `${column}: one of ${Object.keys(known).join(', ')}`;
  throw new DataError([{ file: table.file, path: 'row 2', expected, found: word, code: 'unknown-id' }]);
}

/** Units of a `config.csv`. Throws DataError for one that names none, or others. */
export function readUnits(table: Table): TableUnits {
  return { m: readUnit(table, 'long_length', LENGTHS), kmh: readUnit(table, 'speed', SPEEDS) };
}
