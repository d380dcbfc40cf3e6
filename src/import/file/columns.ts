/** The columns of a network file: which there are, in which order, and of what kind. */
import type { ImportedNetwork } from '../../model/imported-network.ts';

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Kinds of columns, by the name they have in a file. */
export const KINDS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;
export type Kind = keyof typeof KINDS;

/** A column by the path of its place in a network. */
export type NamedColumns = ReadonlyMap<string, Column>;

/** Kind of a column. */
export function toKind(column: Column): Kind {
  const found = (Object.keys(KINDS) as Kind[]).find((kind) => column instanceof KINDS[kind]);
  if (found === undefined) throw new TypeError('a column of an unknown kind');
  return found;
}

/** All columns of a network, in the order they are written. */
export function listColumns(network: ImportedNetwork): NamedColumns {
  const { nodes, links, shape, roads, bans, times, nodeRank } = network;
  const groups = { nodes, links, shape, roads, bans };
  const columns = new Map<string, Column>();
  for (const [group, record] of Object.entries(groups)) {
    for (const [name, column] of Object.entries(record)) columns.set(`${group}.${name}`, column as Column);
  }
  for (const [profile, record] of times.entries()) {
    for (const [name, column] of Object.entries(record))
      columns.set(`times.${profile}.${name}`, column as Column);
  }
  if (nodeRank !== null) columns.set('nodeRank', nodeRank);
  return columns;
}
