/**
 * The table of a user's CSV as cells by column, whatever program wrote it: separators `,` `;` or tab, any line
 * ends, a byte order mark, quotes. What the cells mean is `own-sites.ts`.
 */
import Papa from 'papaparse';
import { toFound } from './found.ts';
import type { Report } from './report.ts';

/** Characters of a file that holds at most a few hundred sites. */
const MAX_CHARS = 1_000_000;
const SEPARATORS = [',', ';', '\t'] as const;

const COLUMNS = ['name', 'lon', 'lat', 'group', 'volume'] as const;
/** Of a table of sites of a city, which has no plants of its own. */
export const CITY_COLUMNS = [...COLUMNS, 'kind'] as const;
export type Column = (typeof CITY_COLUMNS)[number];
const REQUIRED: readonly Column[] = ['name', 'lon', 'lat'];

/** A line of the table with its number as a spreadsheet shows it: the header is row 1. */
export interface CsvRow {
  readonly row: number;
  /** Trimmed; empty where the column or the cell is missing. */
  readonly cells: Readonly<Record<Column, string>>;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** Columns that mean nothing here, as they are written. */
  readonly ignored: readonly string[];
  /** Numbers may have a decimal comma: it is not the separator. */
  readonly decimalComma: boolean;
}

/** `sep=;` on the first line is how spreadsheets say it; else the separator that the header has most of. */
function findSeparator(text: string): string {
  const [first = ''] = text.trimStart().split('\n');
  const said = /^sep=(.)\s*$/i.exec(first)?.[1];
  if (said !== undefined) return said;
  const unquoted = first.replaceAll(/"[^"]*"/g, '');
  const count = (separator: string): number => unquoted.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

type Cells = readonly string[];

function toRow(row: number): string {
  return `row ${row}`;
}

/** Lines as cells; a quotation mark that does not end is told once, for it swallows the rest. */
function parse(text: string, separator: string, file: string, report: Report): readonly Cells[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
  for (const { row = 0, type } of errors.filter((one) => one.type === 'Quotes').slice(0, 1)) {
    const expected = 'every quotation mark closed, and doubled inside a quoted value';
    const found = toFound(data[row]?.join(separator) ?? type);
    report.add({ file, path: toRow(row + 1), expected, found, code: 'wrong-type' });
  }
  return data.map((cells) => cells.map((cell) => cell.trim()));
}

/** Which column stands where; tells what is missing or there twice. */
function readHeader(
  header: Cells,
  row: number,
  columns: readonly Column[],
  file: string,
  report: Report,
): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.toLowerCase());
  const tell = (expected: string, found: unknown, code: 'missing' | 'duplicate-id'): void =>
    report.add({ file, path: toRow(row), expected, found: toFound(found), code });
  for (const column of columns) {
    const count = names.filter((name) => name === column).length;
    if (count > 1) tell(`one column ${column}`, `${count} of them`, 'duplicate-id');
  }
  const missing = REQUIRED.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    tell(`the columns ${REQUIRED.join(', ')} (and group, volume if you like)`, header, 'missing');
  }
  return new Map(
    columns.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)]] : [])),
  );
}

function readCells(line: Cells, at: ReadonlyMap<Column, number>): CsvRow['cells'] {
  const read = (column: Column): string => line[at.get(column) ?? -1] ?? '';
  return {
    name: read('name'),
    lon: read('lon'),
    lat: read('lat'),
    group: read('group'),
    volume: read('volume'),
    kind: read('kind'),
  };
}

/** Whether a line has values beyond the header's columns: a separator inside a value, so that all are shifted. */
function isShifted(line: Cells, header: Cells): boolean {
  return line.slice(header.length).some((cell) => cell !== '');
}

const isBlank = (line: Cells): boolean => line.every((cell) => cell === '');

/** Reads the table with the columns that mean anything, or tells what keeps it from being one. */
export function readCsv(
  text: string,
  file: string,
  report: Report,
  known: readonly Column[] = COLUMNS,
): CsvTable {
  const none: CsvTable = { rows: [], ignored: [], decimalComma: false };
  if (text.length > MAX_CHARS) {
    const found = `${text.length} characters`;
    report.add({ file, path: '', expected: `at most ${MAX_CHARS} characters`, found, code: 'too-large' });
    return none;
  }
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const separator = findSeparator(plain);
  const lines = parse(plain, separator, file, report);
  const top = lines.findIndex((line) => !isBlank(line) && !/^sep=/i.test(line[0] ?? ''));
  const header = lines[top] ?? [];
  if (report.count() > 0) return none;
  const columns = readHeader(header, top + 1 || 1, known, file, report);
  if (report.count() > 0) return none;
  const rows = lines.flatMap((line, i): readonly CsvRow[] => {
    if (i <= top || isBlank(line)) return [];
    if (!isShifted(line, header)) return [{ row: i + 1, cells: readCells(line, columns) }];
    const expected = `${header.length} values as in the header (a value with a ${separator === '\t' ? 'tab' : separator} in it stands in quotation marks)`;
    report.add({ file, path: toRow(i + 1), expected, found: `${line.length}`, code: 'wrong-type' });
    return [];
  });
  const ignored = header.filter((name) => name !== '' && !known.some((one) => one === name.toLowerCase()));
  return { rows, ignored, decimalComma: separator !== ',' };
}
