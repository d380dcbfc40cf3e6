/**
 * One zlib stream of a known length. The stream is opened piece by piece, so that one that grows beyond what it
 * declared is refused after a piece and never written out.
 */
import { Unzlib } from 'fflate';

/** 64 KiB of a stream become at most 66 MB (deflate's largest ratio is 1,032). */
const PIECE_BYTES = 64 * 1024;

/** What is wrong with a stream. */
export class InflateError extends Error {
  constructor(found: string) {
    super(found);
    this.name = 'InflateError';
  }
}

/** Bytes of a zlib stream that must be exactly so many. Throws InflateError for any other. */
export function inflate(stream: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  const unzlib = new Unzlib((part) => {
    if (at + part.length > length) throw new InflateError(`more than the ${length} bytes declared`);
    out.set(part, at);
    at += part.length;
  });
  for (let from = 0; from < stream.length; from += PIECE_BYTES) {
    const to = from + PIECE_BYTES;
    pushPiece(unzlib, stream.subarray(from, to), to >= stream.length);
  }
  if (at < length) throw new InflateError(`${at} bytes, ${length} declared`);
  checkSum(stream, out);
  return out;
}

function pushPiece(unzlib: Unzlib, piece: Uint8Array, isLast: boolean): void {
  try {
    unzlib.push(piece, isLast);
  } catch (error) {
    if (error instanceof InflateError) throw error;
    throw new InflateError(error instanceof Error ? error.message : String(error));
  }
}

function checkSum(stream: Uint8Array, out: Uint8Array): void {
  const tail = stream.subarray(-4);
  const said = new DataView(tail.buffer, tail.byteOffset, tail.length).getUint32(0);
  const found = toAdler32(out);
  if (found !== said) throw new InflateError(`a checksum of ${found}, ${said} declared`);
}

/** Largest prime below 2^16, and how many bytes fit before a sum could pass 2^31 (RFC 1950). */
const ADLER_PRIME = 65_521;
const ADLER_RUN = 3800;

/**
 * Adler-32 of bytes (RFC 1950).
 *
 * @example
 * toAdler32(Uint8Array.of(97, 98, 99)); // → 38600999
 */
export function toAdler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += ADLER_RUN) {
    const to = Math.min(from + ADLER_RUN, bytes.length);
    for (let i = from; i < to; i += 1) {
      low += bytes[i] as number;
      high += low;
    }
    low %= ADLER_PRIME;
    high %= ADLER_PRIME;
  }
  return high * 65_536 + low;
}
