/** A table of nodes or links as text: its header and rows, whatever program wrote it. */
import Papa from 'papaparse';
import { DataError, type Problem } from '../../problems.ts';

/** Characters of a table that is still read whole. */
const MAX_CHARS = 200_000_000;
/** Problems of one file that are told; more say the same. */
const MAX_PROBLEMS = 50;
const SEPARATORS = [',', ';', '\t'] as const;

export interface TableRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Takes down what is wrong with a file, and throws it all together. */
export interface Tell {
  readonly add: (row: number | null, expected: string, found: string, code: Problem['code']) => void;
  /** Throws DataError where anything was told. */
  readonly end: () => void;
}

/** Takes problems of a file down. */
export function createTell(file: string): Tell {
  const problems: Problem[] = [];
  return {
    add: (row, expected, found, code) => {
      const path = row === null ? '' : `row ${row}`;
      if (problems.length < MAX_PROBLEMS)
        problems.push({ file, path, expected, found: found.slice(0, 60), code });
    },
    end: () => {
      if (problems.length > 0) throw new DataError(problems);
    },
  };
}

/** The separator that the header has most of. */
function findSeparator(text: string): string {
  const end = text.indexOf('\n');
  const first = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '');
  const count = (separator: string): number => first.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Reads a table. Throws DataError for text that is none, with everything that is wrong. */
export function readTable(text: string, file: string): Table {
  const tell = createTell(file);
  if (text.length > MAX_CHARS)
    tell.add(null, `at most ${MAX_CHARS} characters`, `${text.length}`, 'too-large');
  tell.end();
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: findSeparator(plain), newline: '\n' });
  for (const { row = 0 } of errors.filter(({ type }) => type === 'Quotes').slice(0, 1))
    tell.add(row + 1, 'every quotation mark closed', 'one that is not', 'wrong-type');
  const header = (data[0] ?? []).map((name) => name.trim().toLowerCase());
  const rows = data.slice(1).flatMap((cells, i): readonly TableRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length > header.length)
      tell.add(i + 2, `${header.length} values as in the header`, `${cells.length}`, 'wrong-type');
    return [{ row: i + 2, cells: cells.map((cell) => cell.trim()) }];
  });
  if (new Set(header).size !== header.length)
    tell.add(1, 'columns, none twice', header.join(', '), 'duplicate-id');
  tell.end();
  return { file, header, rows };
}

/** Reads a column by the first of its names that is there; '' where there is none. */
export function findColumn({ header }: Table, names: readonly string[]): ((row: TableRow) => string) | null {
  const at = names.map((name) => header.indexOf(name)).find((place) => place >= 0);
  return at === undefined ? null : ({ cells }) => cells[at] ?? '';
}

/** The same of a column that must be there: told where it is not. */
export function getColumn(table: Table, names: readonly string[], tell: Tell): (row: TableRow) => string {
  const column = findColumn(table, names);
  if (column === null) tell.add(1, `a column ${names.join(' or ')}`, table.header.join(', '), 'missing');
  return column ?? (() => '');
}
