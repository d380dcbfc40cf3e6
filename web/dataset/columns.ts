/**
 * Records as columns: what a key holds in all records stands together, and a value that comes often stands once.
 * It knows nothing of roads; texts of this shape shrink to a quarter when the server compresses them.
 */

/** One key's values: all of them, or the different ones and which record has which (-1: key absent). */
type Column =
  | { readonly all: readonly unknown[] }
  | { readonly values: readonly unknown[]; readonly which: Places };

/** Small numbers from -1 on: a character each where there are few, else a list. */
type Places = string | readonly number[];

export interface Table {
  readonly count: number;
  readonly columns: Readonly<Record<string, Column>>;
}

type Cells = Readonly<Record<string, unknown>>;

/** Which entry of the different values an absent key has. */
const ABSENT = -1;

/** Characters that JSON writes as they are, from the one that stands for -1; the backslash is skipped. */
const FIRST_CODE = 39;
const BACKSLASH_CODE = 92;
const LAST_CODE = 126;
const MOST_WRITTEN = LAST_CODE - FIRST_CODE - 2;

function writePlaces(places: readonly number[]): Places {
  if (places.some((place) => place > MOST_WRITTEN)) return places;
  const codes = places.map((place) => place - ABSENT + FIRST_CODE);
  return String.fromCharCode(...codes.map((code) => (code < BACKSLASH_CODE ? code : code + 1)));
}

function readPlaces(places: Places): readonly number[] {
  if (typeof places !== 'string') return places;
  return Array.from(places, (_none, at) => {
    const code = places.charCodeAt(at);
    return (code < BACKSLASH_CODE ? code : code - 1) - FIRST_CODE + ABSENT;
  });
}

/** Columns of records; keys in the order in which they first come. */
export function toTable(records: readonly object[]): Table {
  const rows = records as readonly Cells[];
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    count: rows.length,
    columns: Object.fromEntries(keys.map((key) => [key, toColumn(rows, key)])),
  };
}

function toColumn(rows: readonly Cells[], key: string): Column {
  const found = new Map<string, number>();
  const values: unknown[] = [];
  const which = rows.map((row) => {
    if (!Object.hasOwn(row, key)) return ABSENT;
    const text = JSON.stringify(row[key]);
    const known = found.get(text);
    if (known !== undefined) return known;
    found.set(text, values.length);
    return values.push(row[key]) - 1;
  });
  const isVaried = values.length > rows.length / 2 && !which.includes(ABSENT);
  return isVaried ? { all: rows.map((row) => row[key]) } : { values, which: writePlaces(which) };
}

/** The records of a table, each a new object; equal values may be one and the same. */
export function toRecords({ count, columns }: Table): readonly object[] {
  const records = Array.from({ length: count }, (): Record<string, unknown> => ({}));
  for (const [key, column] of Object.entries(columns)) {
    if ('all' in column) records.forEach((record, at) => (record[key] = column.all[at]));
    else {
      const places = readPlaces(column.which);
      records.forEach((record, at) => {
        const place = places[at] ?? ABSENT;
        if (place !== ABSENT) record[key] = column.values[place];
      });
    }
  }
  return records;
}
