/** A file that is read in pieces, so that it may be larger than memory. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { ByteSource } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { toReason } from './files.ts';

/** No pipe is waited for. */
const NO_WAIT = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export interface ByteFile {
  readonly source: ByteSource;
  readonly close: () => void;
}

/** Opens a regular file. Throws Failure where it cannot be read. */
export function openByteFile(path: string): ByteFile {
  let file: number;
  try {
    file = openSync(path, NO_WAIT);
  } catch (error) {
    throw new Failure(EXIT.data, `${path}: expected a file that can be read, found ${toReason(error)}`);
  }
  const stats = fstatSync(file);
  if (!stats.isFile()) {
    closeSync(file);
    throw new Failure(EXIT.data, `${path}: expected a regular file`);
  }
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length;) {
      const count = readSync(file, bytes, at, length - at, offset + at);
      if (count === 0) throw new Failure(EXIT.failed, `${path}: it became shorter while it was read`);
      at += count;
    }
    return bytes;
  };
  return { source: { name: basename(path), size: stats.size, read }, close: () => closeSync(file) };
}
