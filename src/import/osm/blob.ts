/**
 * The blocks of a PBF file, one after the other: a length, a header, a body that may be compressed. Lengths are
 * checked against the format's limits and the file's size before anything is read or allocated.
 */
import type { ByteSource } from '../byte-source.ts';
import { toFileError } from '../byte-source.ts';
import { inflate, InflateError } from './inflate.ts';
import { createWire, guard, readFields, readSlice, skipField, type Wire } from './wire.ts';

/** Limits of the format: "must be less than 64 KiB" and "must be less than 32 MiB". */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BODY_BYTES = 32 * 1024 * 1024;
const LENGTH_BYTES = 4;

type BlockKind = 'OSMHeader' | 'OSMData';

/** One block, opened. */
export interface Block {
  readonly kind: BlockKind;
  readonly wire: Wire;
  /** Bytes of the message in `wire`. */
  readonly length: number;
}

/** A block not yet opened. */
interface Frame {
  readonly kind: BlockKind;
  /** Offsets in the file. */
  readonly bodyAt: number;
  readonly bodyBytes: number;
}

const toPlace = (at: number): string => `byte ${at}`;

/** Bytes of the file, all there. */
function readWhole(source: ByteSource, at: number, length: number, what: string): Uint8Array {
  const left = source.size - at;
  if (length > left)
    throw toFileError(source.name, toPlace(at), `${length} bytes of ${what}`, `${left} bytes left`);
  return source.read(at, length);
}

function readFrame(source: ByteSource, at: number): Frame {
  const { name } = source;
  const lengths = readWhole(source, at, LENGTH_BYTES, 'a length');
  const headerBytes = new DataView(lengths.buffer, lengths.byteOffset, LENGTH_BYTES).getUint32(0);
  if (headerBytes > MAX_HEADER_BYTES) {
    const expected = `a block header of at most ${MAX_HEADER_BYTES} bytes`;
    throw toFileError(name, toPlace(at), expected, `a length of ${headerBytes}`);
  }
  const headerAt = at + LENGTH_BYTES;
  const wire = createWire(readWhole(source, headerAt, headerBytes, 'a block header'), name, headerAt, false);
  const { kind, bodyBytes } = guard(wire, () => readFrameHeader(wire, headerBytes));
  if (kind !== 'OSMHeader' && kind !== 'OSMData') {
    throw toFileError(
      name,
      toPlace(headerAt),
      'a block OSMHeader or OSMData',
      JSON.stringify(kind.slice(0, 40)),
    );
  }
  if (bodyBytes < 0 || bodyBytes > MAX_BODY_BYTES) {
    const expected = `a block of at most ${MAX_BODY_BYTES} bytes`;
    throw toFileError(name, toPlace(headerAt), expected, `${bodyBytes} bytes declared`, 'too-large');
  }
  return { kind, bodyAt: headerAt + headerBytes, bodyBytes };
}

function readFrameHeader(wire: Wire, end: number): { kind: string; bodyBytes: number } {
  const { pbf } = wire;
  const found = { kind: '', bodyBytes: -1 };
  readFields(wire, end, (field) => {
    if (field === 1) found.kind = new TextDecoder().decode(readSlice(wire, end));
    else if (field === 3) found.bodyBytes = pbf.readVarint(true);
    else skipField(wire);
  });
  return found;
}

/** Fields of a body by number, as the format names them. */
const PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

interface Body {
  raw: Uint8Array | null;
  zlib: Uint8Array | null;
  rawBytes: number;
}

function readBody(wire: Wire, end: number): Body {
  const { pbf, refuse } = wire;
  const body: Body = { raw: null, zlib: null, rawBytes: -1 };
  readFields(wire, end, (field) => {
    const packing = PACKINGS[field];
    if (field === 1) body.raw = readSlice(wire, end);
    else if (field === 2) body.rawBytes = pbf.readVarint(true);
    else if (field === 3) body.zlib = readSlice(wire, end);
    else if (packing === undefined) skipField(wire);
    else {
      const expected =
        'a block that is plain or packed with zlib (osmium cat --output-format pbf makes such a file)';
      throw refuse(pbf.pos, expected, `one packed with ${packing}`, 'unsupported');
    }
  });
  return body;
}

function openBody(source: ByteSource, { kind, bodyAt, bodyBytes }: Frame): Block {
  const { name } = source;
  const bytes = readWhole(source, bodyAt, bodyBytes, 'a block');
  const wire = createWire(bytes, name, bodyAt, false);
  const { raw, zlib, rawBytes } = guard(wire, () => readBody(wire, bodyBytes));
  if (raw !== null) {
    const rawAt = bodyAt + raw.byteOffset - bytes.byteOffset;
    return { kind, wire: createWire(raw, name, rawAt, false), length: raw.length };
  }
  if (zlib === null) throw toFileError(name, toPlace(bodyAt), 'a block with a body', 'none');
  if (rawBytes < 0 || rawBytes > MAX_BODY_BYTES) {
    const expected = `a block that unpacks to at most ${MAX_BODY_BYTES} bytes`;
    throw toFileError(name, toPlace(bodyAt), expected, `${rawBytes} bytes declared`, 'too-large');
  }
  try {
    return { kind, wire: createWire(inflate(zlib, rawBytes), name, bodyAt, true), length: rawBytes };
  } catch (error) {
    if (!(error instanceof InflateError)) throw error;
    throw toFileError(name, toPlace(bodyAt), 'a zlib stream', error.message);
  }
}

/** Offset of each block's end as it is done. A block is opened only where `wants` says so, and given to `visit`. */
export function* readBlocks(
  source: ByteSource,
  visit: (block: Block, index: number) => void,
  wants: (index: number) => boolean = () => true,
): Generator<number, void> {
  let index = 0;
  for (let at = 0; at < source.size;) {
    const frame = readFrame(source, at);
    const isFirst = index === 0;
    if (isFirst !== (frame.kind === 'OSMHeader')) {
      const expected = isFirst ? 'a first block OSMHeader' : 'a block OSMData after the first';
      throw toFileError(source.name, toPlace(at), expected, frame.kind);
    }
    at = frame.bodyAt + frame.bodyBytes;
    if (at > source.size) {
      const left = source.size - frame.bodyAt;
      throw toFileError(
        source.name,
        toPlace(frame.bodyAt),
        `${frame.bodyBytes} bytes of a block`,
        `${left} bytes left`,
      );
    }
    if (wants(index)) visit(openBody(source, frame), index);
    index += 1;
    yield at;
  }
}
