/** What the set-up knows of files: their names, and one hash that changes when any of them does. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './process.mjs';

/** Names of the files of a folder that match, relative to the project, sorted. */
export function listFiles(folder, pattern) {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && pattern.test(entry.name));
  return names
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .map((name) => name.replaceAll(sep, '/'))
    .toSorted();
}

/** SHA-256 over names and contents. */
export function hashFiles(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = readFileSync(join(ROOT, name));
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The text of a file, or null where there is none. */
export function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
