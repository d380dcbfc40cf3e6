/**
 * Columns where every thread sees them: what is handed to another thread then is a name for the same memory and no copy.
 * A host without such memory, as a page that is not isolated, keeps the columns it has: they are copied on the way.
 */

type Column = Int32Array | Uint32Array | Uint16Array | Float64Array | Uint8Array;

type ColumnKind = new (buffer: ArrayBufferLike) => Column;

const KINDS: readonly ColumnKind[] = [Int32Array, Uint32Array, Uint16Array, Float64Array, Uint8Array];

function shareColumn(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const Kind = KINDS.find((one) => column instanceof one) ?? Uint8Array;
  const shared = new Kind(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}

/** No list, no map and no set: these are copied as they are. */
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function share(value: unknown): unknown {
  if (KINDS.some((one) => value instanceof one)) return shareColumn(value as Column);
  return isRecord(value) ? shareColumns(value) : value;
}

/**
 * A record with all columns in it, and in the records in it, in shared memory.
 *
 * @example
 * const { cost } = shareColumns({ cost: Int32Array.of(5, 7) });
 * [...cost]; // → [5, 7]
 * cost.buffer instanceof SharedArrayBuffer; // → true
 */
export function shareColumns<T extends object>(record: T): T {
  if (typeof SharedArrayBuffer === 'undefined') return record;
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, share(value)])) as T;
}
