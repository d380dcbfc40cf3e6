/**
 * One row of a user's sites: name, coordinate, group and volume, each as a value or told with its row and column.
 */
import type { Dataset } from '../model/dataset.ts';
import type { LonLat } from '../model/source.ts';
import type { ProblemCode } from '../problems.ts';
import { isPlain } from './fields.ts';
import { toFound } from './found.ts';
import type { Column, CsvRow, CsvTable } from './own-csv.ts';
import type { Report } from './report.ts';

const MAX_NAME = 200;
const MAX_VOLUME = 1e9;

/** Tells what is wrong with one cell of a row, or with the row. */
export type Tell = (column: Column | null, expected: string, found: string, code: ProblemCode) => void;

/** Problems of one row. */
export function createTell(file: string, row: number, report: Report): Tell {
  return (column, expected, found, code) => {
    const path = column === null ? `row ${row}` : `row ${row}, ${column}`;
    report.add({ file, path, expected, found: toFound(found), code });
  };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function readNumber(text: string, decimalComma: boolean): number | null {
  const plain = decimalComma ? text.replace(',', '.') : text;
  return NUMBER.test(plain) ? Number(plain) : null;
}

interface Range {
  readonly column: 'lon' | 'lat';
  readonly what: string;
  readonly low: number;
  readonly high: number;
}

type Region = Dataset['header']['region'];

function listRanges([west, south, east, north]: Region): readonly [lon: Range, lat: Range] {
  return [
    { column: 'lon', what: 'longitude', low: west, high: east },
    { column: 'lat', what: 'latitude', low: south, high: north },
  ];
}

const isIn = (value: number | null, { low, high }: Range): boolean =>
  value !== null && value >= low && value <= high;

/** The coordinate of a row; null where it is none, told cell by cell. */
export function readPoint(
  region: Region,
  { cells }: CsvRow,
  { decimalComma }: CsvTable,
  tell: Tell,
): LonLat | null {
  const [lonRange, latRange] = listRanges(region);
  const [lon, lat] = [readNumber(cells.lon, decimalComma), readNumber(cells.lat, decimalComma)];
  if (isIn(lon, latRange) && isIn(lat, lonRange) && !(isIn(lon, lonRange) && isIn(lat, latRange))) {
    tell(
      null,
      'longitude in lon and latitude in lat (they are swapped)',
      `${cells.lon}, ${cells.lat}`,
      'not-wgs84',
    );
    return null;
  }
  for (const [value, range] of [
    [lon, lonRange],
    [lat, latRange],
  ] as const) {
    if (isIn(value, range)) continue;
    const code = cells[range.column] === '' ? 'missing' : value === null ? 'wrong-type' : 'off-region';
    tell(range.column, `a ${range.what} between ${range.low} and ${range.high}`, cells[range.column], code);
  }
  return lon !== null && lat !== null && isIn(lon, lonRange) && isIn(lat, latRange) ? [lon, lat] : null;
}

/** A group by id or name in either language; empty = independent; undefined = no such group. */
export function readGroup(
  { header: { groups } }: Dataset,
  text: string,
  tell: Tell,
): string | null | undefined {
  if (text === '') return null;
  const word = text.toLowerCase();
  const group = groups.find(({ id, name, nameZh }) =>
    [id, name, nameZh].some((one) => one.toLowerCase() === word),
  );
  if (group === undefined) {
    const known = groups.map(({ id, name, nameZh }) => `${id} (${name}, ${nameZh})`).join(', ');
    tell('group', `a group: ${known}; or nothing for an independent supplier`, text, 'unknown-id');
  }
  return group?.id;
}

/** A yearly volume, or nothing. */
export function readVolume(text: string, tell: Tell): number | null {
  if (text === '') return null;
  const volume = readNumber(text, false);
  if (volume !== null && volume > 0 && volume <= MAX_VOLUME) return volume;
  tell(
    'volume',
    `a yearly volume above 0 and at most ${MAX_VOLUME}, without separators, or nothing`,
    text,
    'out-of-range',
  );
  return null;
}

/** A name that no row before has. */
export function checkName(name: string, rowOf: Map<string, number>, row: number, tell: Tell): void {
  const before = rowOf.get(name.toLowerCase());
  if (name === '') tell('name', 'a name', name, 'missing');
  else if (name.length > MAX_NAME || !isPlain(name)) {
    tell(
      'name',
      `a name of at most ${MAX_NAME} characters, none of them a control character`,
      name,
      'out-of-range',
    );
  } else if (before !== undefined)
    tell('name', `a name that row ${before} does not have`, name, 'duplicate-id');
  rowOf.set(name.toLowerCase(), before ?? row);
}
