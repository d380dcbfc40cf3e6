/**
 * Where an answer goes: standard output, or a file that appears whole or not at all. An interrupted run leaves
 * the old file as it was.
 */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, Failure } from './exit.ts';
import { toReason } from './files.ts';

/** Writes an answer to a file, or to standard output where none is named. Throws Failure where it cannot. */
export function writeAnswer(text: string, file: string | null): void {
  if (file === null) process.stdout.write(text);
  else replaceFile(file, text);
}

/** Writes beside the file and renames: readers see the old bytes or the new ones, never a part. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  try {
    const target = findTarget(file);
    const part = join(dirname(target.path), `.${basename(target.path)}.${process.pid}-${randomUUID()}.tmp`);
    try {
      writeWhole(part, content);
      if (target.mode !== null) chmodSync(part, target.mode);
      renameSync(part, target.path);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(EXIT.failed, `${file}: cannot be written (${toReason(error)})`);
  }
}

interface Target {
  readonly path: string;
  /** Permissions of the file that is replaced, or null. */
  readonly mode: number | null;
}

/** What a link points to; a folder, pipe or device is refused, because a rename would replace it. */
function findTarget(file: string): Target {
  const found = findStats(file);
  if (found === null) return { path: file, mode: null };
  const path = realpathSync(file);
  const stats = lstatSync(path);
  if (!stats.isFile()) throw new Failure(EXIT.failed, `${file}: expected a regular file`);
  return { path, mode: stats.mode & 0o777 };
}

function findStats(file: string): Stats | null {
  return lstatSync(file, { throwIfNoEntry: false }) ?? null;
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
