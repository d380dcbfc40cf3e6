/** Folders of several files: read by name, and written file by file, each whole or not at all. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Failure } from './exit.ts';
import { toReason } from './files.ts';
import { replaceFile } from './write.ts';

/** Bytes of one vector of some hundred million numbers. */
const MAX_BYTES = 1024 * 1024 * 1024;

/** The files of a folder that are there, by name. Throws Failure for one that cannot be read. */
export function readFolderFiles(folder: string, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Failure(EXIT.data, `${folder}: expected a folder`);
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    if (!stats.isFile() || stats.size > MAX_BYTES)
      throw new Failure(EXIT.data, `${path}: expected a file of at most ${MAX_BYTES} bytes`);
    try {
      files.set(name, readFileSync(path));
    } catch (error) {
      throw new Failure(EXIT.data, `${path}: expected a file that can be read (${toReason(error)})`);
    }
  }
  return files;
}

/** Writes files into a folder, made where it is not there. Throws Failure where it cannot. */
export function writeFolderFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(
      EXIT.failed,
      `${folder}: expected a folder that can be written to (${toReason(error)})`,
    );
  }
  for (const [name, content] of files) replaceFile(join(folder, name), content);
}
