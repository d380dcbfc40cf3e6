/**
 * A network as the bytes of one file.
 *
 * | bytes | |
 * |---|---|
 * | 0–7 | `BELTWAY2` in ASCII: form and version; `BELTWAY1` without the order of the nodes |
 * | 8–11 | CRC-32 of all bytes from 12 on |
 * | 12–15 | length of the head in bytes |
 * | 16– | head: JSON in UTF-8 with the notes, the names, and for each column its name, kind, place and length |
 * | then | the columns one after the other, each at a multiple of 8 from the start of the file |
 *
 * Numbers are little-endian. Columns are `u8`, `u16`, `u32`, `i32` and `f64`, and are used where they lie, so that
 * loading is a checksum and a look at each index.
 */
import type { ImportedNetwork } from '../../model/imported-network.ts';
import { listColumns, toKind, type NamedColumns } from './columns.ts';
import { toCrc32 } from './crc32.ts';

/** Names of the form; the older one knows no order of the nodes, and is written for a network that has none. */
export const MAGIC = { ordered: 'BELTWAY2', plain: 'BELTWAY1' } as const;
export const HEAD_AT = 16;
const CRC_AT = 8;
const LENGTH_AT = 12;
const ALIGN = 8;

/** What the head says of a column. */
export interface ColumnPlace {
  readonly name: string;
  readonly kind: string;
  /** Bytes from the end of the head, itself padded to a multiple of 8. */
  readonly at: number;
  readonly length: number;
}

export const toAligned = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;

function listPlaces(columns: NamedColumns): {
  readonly places: readonly ColumnPlace[];
  readonly bytes: number;
} {
  let bytes = 0;
  const places = [...columns].map(([name, column]): ColumnPlace => {
    const at = bytes;
    bytes += toAligned(column.byteLength);
    return { name, kind: toKind(column), at, length: column.length };
  });
  return { places, bytes };
}

/** The file of a network: the same network gives the same bytes. */
export function writeNetwork(network: ImportedNetwork): Uint8Array {
  const columns = listColumns(network);
  const { places, bytes } = listPlaces(columns);
  const { notes, names } = network;
  const head = new TextEncoder().encode(JSON.stringify({ notes, names, columns: places }));
  const start = toAligned(HEAD_AT + head.length);
  const file = new Uint8Array(start + bytes);
  file.set(new TextEncoder().encode(network.nodeRank === null ? MAGIC.plain : MAGIC.ordered));
  file.set(head, HEAD_AT);
  const view = new DataView(file.buffer);
  view.setUint32(LENGTH_AT, head.length, true);
  for (const { name, at } of places) {
    const column = columns.get(name) as NonNullable<ReturnType<typeof columns.get>>;
    file.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + at);
  }
  view.setUint32(CRC_AT, toCrc32(file.subarray(LENGTH_AT)), true);
  return file;
}
