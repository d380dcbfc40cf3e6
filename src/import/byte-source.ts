/** Bytes of a file that may be larger than memory: read in pieces, by whoever holds the file. */
import { DataError, type ProblemCode } from '../problems.ts';

/** A file as its reader sees it. */
export interface ByteSource {
  /** Name for problems and for the notice in the data set, e.g. `porto.osm.pbf`. */
  readonly name: string;
  /** Bytes in all. */
  readonly size: number;
  /** Bytes from an offset on, all of them: the caller stays within the size. */
  readonly read: (offset: number, length: number) => Uint8Array;
}

/**
 * A source over bytes that are in memory.
 *
 * @example
 * [...toByteSource(Uint8Array.of(1, 2, 3), 'tiny').read(1, 2)]; // → [2, 3]
 */
export function toByteSource(bytes: Uint8Array, name: string): ByteSource {
  return { name, size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** What is wrong with a file at one place, ready to be thrown. */
export function toFileError(
  file: string,
  path: string,
  expected: string,
  found: string,
  code: ProblemCode = 'broken-file',
): DataError {
  return new DataError([{ file, path, expected, found, code }]);
}
