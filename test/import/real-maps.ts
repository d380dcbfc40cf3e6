/** Real extracts, where they are at hand: they are larger than the project and are never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toByteSource, type ByteSource } from '../../src/import/byte-source.ts';
import { ROOT } from '../cli/run.ts';

const FOLDERS = [
  join(ROOT, '..', 'shared', 'fixtures', 'osm'),
  join(ROOT, '..', '..', 'shared', 'fixtures', 'osm'),
];

/** Bytes of an extract; null, and a loud line, where it is not at hand. */
export function findExtract(name: string): ByteSource | null {
  const path = FOLDERS.map((folder) => join(folder, name)).find((one) => existsSync(one));
  if (path !== undefined) return toByteSource(readFileSync(path), name);
  console.warn(`SKIPPED: ${name} is not at hand, so no real map is imported.`);
  return null;
}
