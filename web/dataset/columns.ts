/**
 * Records as columns: what a key holds in all records stands together, and a value that comes often stands once.
 * It knows nothing of roads; texts of this shape shrink to a quarter when the server compresses them.
 */

/** One key's values: all of them, or the different ones and which record has which (-1: key absent). */
export type Column =
  | { readonly all: readonly unknown[] }
  | { readonly values: readonly unknown[]; readonly which: readonly number[] };

export interface Table {
  readonly count: number;
  readonly columns: Readonly<Record<string, Column>>;
}

type Cells = Readonly<Record<string, unknown>>;

/** Which entry of the different values an absent key has. */
const ABSENT = -1;

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
  return isVaried ? { all: rows.map((row) => row[key]) } : { values, which };
}

/** The records of a table, each a new object; equal values may be one and the same. */
export function toRecords(table: Table): readonly object[] {
  const columns = Object.entries(table.columns);
  return Array.from({ length: table.count }, (_none, row) => {
    const record: Record<string, unknown> = {};
    for (const [key, column] of columns) {
      const at = 'all' in column ? row : (column.which[row] ?? ABSENT);
      if (at !== ABSENT) record[key] = 'all' in column ? column.all[at] : column.values[at];
    }
    return record;
  });
}
