/** The bytes of a network file as a network, or what is wrong with them. The form is told in `write.ts`. */
import type { ImportedNetwork, LinkTimes, NetworkNotes } from '../../model/imported-network.ts';
import type { DataError } from '../../problems.ts';
import { toFileError } from '../byte-source.ts';
import { checkNetwork } from './check.ts';
import { KINDS, type Column, type Kind } from './columns.ts';
import { toCrc32 } from './crc32.ts';
import { HEAD_AT, MAGIC, toAligned, type ColumnPlace } from './write.ts';

interface Head {
  readonly notes: NetworkNotes;
  readonly names: ImportedNetwork['names'];
  readonly columns: readonly ColumnPlace[];
}

type Refuse = (expected: string, found: string) => DataError;

interface Opened {
  readonly head: Head;
  readonly start: number;
  readonly isOrdered: boolean;
}

/** Whether a file has the order of its nodes: that of the form before has not. */
function readForm(bytes: Uint8Array, refuse: Refuse): boolean {
  const form = new TextDecoder().decode(bytes.subarray(0, MAGIC.ordered.length));
  if (bytes.length >= HEAD_AT && form === MAGIC.ordered) return true;
  if (bytes.length >= HEAD_AT && form === MAGIC.plain) return false;
  throw refuse(`a network file of form ${MAGIC.ordered} or ${MAGIC.plain}`, 'another one');
}

function readHead(bytes: Uint8Array, refuse: Refuse): Opened {
  const isOrdered = readForm(bytes, refuse);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [crc, found] = [view.getUint32(8, true), toCrc32(bytes.subarray(12))];
  if (crc !== found) throw refuse(`bytes with the checksum ${crc.toString(16)}`, found.toString(16));
  const length = view.getUint32(12, true);
  const start = toAligned(HEAD_AT + length);
  if (start > bytes.length) throw refuse('a head within the file', `one of ${length} bytes`);
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_AT, HEAD_AT + length))) as Head;
    return { head, start, isOrdered };
  } catch {
    throw refuse('a head in JSON', 'other text');
  }
}

/** Columns where they lie; copied once where the bytes do not begin at a multiple of 8. */
function viewColumns(
  bytes: Uint8Array,
  places: readonly ColumnPlace[],
  start: number,
  refuse: Refuse,
): Map<string, Column> {
  const { buffer, byteOffset } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const columns = new Map<string, Column>();
  for (const { name, kind, at, length } of places) {
    const make = Object.hasOwn(KINDS, kind) ? KINDS[kind as Kind] : undefined;
    const end = make === undefined ? NaN : start + at + length * make.BYTES_PER_ELEMENT;
    const isSound =
      Number.isInteger(at) && at >= 0 && at % 8 === 0 && Number.isInteger(length) && length >= 0;
    if (make === undefined || !isSound || !(end <= bytes.length))
      throw refuse(`a column ${name} within the file`, kind);
    columns.set(name, new make(buffer as ArrayBuffer, byteOffset + start + at, length));
  }
  return columns;
}

/**
 * The network of a file. Throws DataError for a file of another form or version, for one whose checksum is not that of
 * its bytes, and for one whose columns do not fit together.
 */
export function readNetwork(bytes: Uint8Array, file: string): ImportedNetwork {
  const refuse: Refuse = (expected, found) => toFileError(file, '', expected, found);
  const { head, start, isOrdered } = readHead(bytes, refuse);
  if (!Array.isArray(head.columns) || !Array.isArray(head.names) || !Array.isArray(head.notes?.profiles)) {
    throw refuse('a head with notes, names and columns', 'another one');
  }
  const columns = viewColumns(bytes, head.columns, start, refuse);
  const get = <T extends Column>(name: string, kind: Kind): T => {
    const column = columns.get(name);
    if (column instanceof KINDS[kind]) return column as T;
    throw refuse(`a column ${name} of kind ${kind}`, column === undefined ? 'none' : 'another kind');
  };
  const network: ImportedNetwork = {
    notes: head.notes,
    names: head.names,
    nodes: { lonE7: get('nodes.lonE7', 'i32'), latE7: get('nodes.latE7', 'i32'), id: get('nodes.id', 'f64') },
    links: {
      from: get('links.from', 'u32'),
      to: get('links.to', 'u32'),
      lengthMm: get('links.lengthMm', 'u32'),
      road: get('links.road', 'u32'),
      id: get('links.id', 'f64'),
      shapeStart: get('links.shapeStart', 'u32'),
    },
    shape: { lonE7: get('shape.lonE7', 'i32'), latE7: get('shape.latE7', 'i32') },
    times: head.notes.profiles.map((_, p): LinkTimes => {
      return {
        forward: get(`times.${p}.forward`, 'u32'),
        backward: get(`times.${p}.backward`, 'u32'),
        destinationOnly: get(`times.${p}.destinationOnly`, 'u8'),
      };
    }),
    roads: {
      roadClass: get('roads.roadClass', 'u8'),
      status: get('roads.status', 'u8'),
      flags: get('roads.flags', 'u16'),
      limitForward: get('roads.limitForward', 'u16'),
      limitBackward: get('roads.limitBackward', 'u16'),
      names: get('roads.names', 'u32'),
      opens: get('roads.opens', 'u16'),
    },
    bans: {
      start: get('bans.start', 'u32'),
      steps: get('bans.steps', 'u32'),
      profiles: get('bans.profiles', 'u8'),
    },
    nodeRank: isOrdered ? get('nodeRank', 'u32') : null,
  };
  checkNetwork(network, refuse);
  return network;
}
