/**
 * Protocol buffers that nobody vouches for: `pbf` reads values, this file keeps it inside its message. Whatever the
 * bytes are, reading ends with values or with a DataError that names the byte.
 */
import { PbfReader } from 'pbf';
import { DataError, type ProblemCode } from '../../problems.ts';
import { toFileError } from '../byte-source.ts';

/** Bytes under reading, and how a place in them is named. */
export interface Wire {
  readonly pbf: PbfReader;
  readonly refuse: (at: number, expected: string, found: string, code?: ProblemCode) => DataError;
}

/** Wire type of everything that carries a length. */
const WITH_LENGTH = 2;

/** Where bytes stand: in the file, or inflated from a block of it. */
export function createWire(bytes: Uint8Array, file: string, offset: number, inflated: boolean): Wire {
  const refuse: Wire['refuse'] = (at, expected, found, code) =>
    toFileError(
      file,
      inflated ? `byte ${offset}, inflated byte ${at}` : `byte ${offset + at}`,
      expected,
      found,
      code,
    );
  return { pbf: new PbfReader(bytes), refuse };
}

/** Runs a reader and turns whatever it throws into a problem at the byte it had come to. */
export function guard<T>({ pbf, refuse }: Wire, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw refuse(pbf.pos, 'a protocol buffer', error instanceof Error ? error.message : String(error));
  }
}

/** Calls for every field up to the end of a message, which it must meet exactly; what is not read is skipped. */
export function readFields(wire: Wire, end: number, visit: (field: number) => void): void {
  const { pbf, refuse } = wire;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    visit(field);
    if (pbf.pos > end) break;
  }
  if (pbf.pos !== end)
    throw refuse(pbf.pos, `the end of a message at ${end}`, `a field that ends at ${pbf.pos}`);
}

/** End of the message, text or list that begins here, within the one it is part of. */
export function readEnd({ pbf, refuse }: Wire, outerEnd: number): number {
  if (pbf.type !== WITH_LENGTH)
    throw refuse(pbf.pos, 'a field with a length', `a field of wire type ${pbf.type}`);
  const length = pbf.readVarint();
  const end = pbf.pos + length;
  if (end > outerEnd) {
    throw refuse(pbf.pos, `at most ${outerEnd - pbf.pos} bytes in a field`, `a length of ${length}`);
  }
  return end;
}

/** Reads a message that begins here. */
export function readMessage(wire: Wire, outerEnd: number, visit: (field: number, end: number) => void): void {
  const end = readEnd(wire, outerEnd);
  readFields(wire, end, (field) => visit(field, end));
}

/** Bytes that begin here, not copied. */
export function readSlice(wire: Wire, outerEnd: number): Uint8Array {
  const end = readEnd(wire, outerEnd);
  const bytes = wire.pbf.buf.subarray(wire.pbf.pos, end);
  wire.pbf.pos = end;
  return bytes;
}

/** Passes over the field that begins here. */
export function skipField({ pbf }: Wire): void {
  pbf.skip(pbf.type);
}

/** A list not met yet. */
export const NO_NUMBERS: Float64Array = new Float64Array(0);

/** A packed list of numbers that begins here, after those of an earlier part of the same list. */
export function readPacked(wire: Wire, outerEnd: number, signed: boolean, before = NO_NUMBERS): Float64Array {
  const { pbf, refuse } = wire;
  const end = readEnd(wire, outerEnd);
  const values = new Float64Array(before.length + countVarints(pbf.buf, pbf.pos, end));
  values.set(before);
  for (let i = before.length; i < values.length; i += 1) {
    values[i] = signed ? readSigned(wire) : pbf.readVarint();
  }
  if (pbf.pos !== end)
    throw refuse(pbf.pos, `the end of a list at ${end}`, `a number that ends at ${pbf.pos}`);
  return values;
}

/** A signed number in zigzag form. Throws for one beyond 2^53, which a number cannot hold exactly. */
export function readSigned({ pbf, refuse }: Wire): number {
  const start = pbf.pos;
  const raw = pbf.readVarint();
  if (raw <= Number.MAX_SAFE_INTEGER) return raw % 2 === 1 ? -(raw + 1) / 2 : raw / 2;
  // Rounded: the last bit, which is the sign, is lost. All of them are read again.
  let bits = 0n;
  for (let at = start; at < pbf.pos; at += 1) {
    bits |= BigInt((pbf.buf[at] ?? 0) & 0x7f) << BigInt(7 * (at - start));
  }
  const value = Number((bits >> 1n) ^ -(bits & 1n));
  if (Number.isSafeInteger(value)) return value;
  throw refuse(start, 'a number within ±(2^53 − 1)', `about ${value}`, 'out-of-range');
}

/** Every number ends with a byte below 128. */
function countVarints(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if ((bytes[i] as number) < 0x80) count += 1;
  return count;
}

/** Running sums of differences: ids. Throws for one beyond 2^53, which a number cannot hold exactly. */
export function toIds(wire: Wire, differences: Float64Array): Float64Array {
  let id = 0;
  const ids = new Float64Array(differences.length);
  for (let i = 0; i < differences.length; i += 1) {
    id += differences[i] as number;
    ids[i] = checkId(wire, id);
  }
  return ids;
}

/** An id as it stands. Throws where it is beyond 2^53. */
export function checkId({ pbf, refuse }: Wire, id: number): number {
  if (Number.isSafeInteger(id)) return id;
  throw refuse(pbf.pos, 'an id within ±(2^53 − 1)', `about ${id}`, 'out-of-range');
}
