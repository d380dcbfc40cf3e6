/** The table of nodes: an id and a place each. */
import { MAX_LAT_E7, MAX_LON_E7 } from '../osm/element.ts';
import type { ImportedNetwork } from '../../model/imported-network.ts';
import { createTell, getColumn, type Table, type TableRow, type Tell } from './table.ts';
import { E7 } from '../../units.ts';

export interface TableNodes {
  readonly nodes: ImportedNetwork['nodes'];
  /** Place of a node by its id. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** Names of a column in the specification, and shorter ones. */
const COLUMNS = {
  id: ['node_id', 'id'],
  lon: ['x_coord', 'lon', 'x'],
  lat: ['y_coord', 'lat', 'y'],
} as const;

const WHOLE = /^-?\d{1,16}$/;

/** A whole number that keeps every digit; null, and told, for anything else. */
export function readId(text: string, what: string, row: TableRow, tell: Tell): number | null {
  const id = WHOLE.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(id)) return id;
  tell.add(row.row, `${what}: a whole number within ±(2^53 − 1)`, text, 'out-of-range');
  return null;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function readDegrees(text: string, limitE7: number, what: string, row: TableRow, tell: Tell): number {
  const e7 = NUMBER.test(text) ? Math.round(Number(text) * E7) : NaN;
  if (Math.abs(e7) <= limitE7) return e7;
  tell.add(row.row, `${what} within ±${limitE7 / E7}°`, text, 'out-of-range');
  return 0;
}

/** Reads nodes. Throws DataError with everything that is wrong with them. */
export function readTableNodes(table: Table): TableNodes {
  const tell = createTell(table.file);
  const [idOf, lonOf, latOf] = [COLUMNS.id, COLUMNS.lon, COLUMNS.lat].map((names) =>
    getColumn(table, names, tell),
  ) as [(row: TableRow) => string, (row: TableRow) => string, (row: TableRow) => string];
  tell.end();
  const placeOf = new Map<number, number>();
  const ids = new Float64Array(table.rows.length);
  const [lonE7, latE7] = [new Int32Array(ids.length), new Int32Array(ids.length)];
  for (const [place, row] of table.rows.entries()) {
    const id = readId(idOf(row), 'id of a node', row, tell) ?? NaN;
    if (placeOf.has(id)) tell.add(row.row, 'ids of nodes, none twice', String(id), 'duplicate-id');
    placeOf.set(id, place);
    ids[place] = id;
    lonE7[place] = readDegrees(lonOf(row), MAX_LON_E7, 'longitude', row, tell);
    latE7[place] = readDegrees(latOf(row), MAX_LAT_E7, 'latitude', row, tell);
  }
  tell.end();
  return { nodes: { lonE7, latE7, id: ids }, placeOf };
}
