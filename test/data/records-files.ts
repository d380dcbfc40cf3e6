/** The files of `data/` as parsed JSON, for tests that look at the records without the loader. Not a loader: nothing is checked here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const DATA = join(ROOT, 'data');

/** One file of `data/`; the caller says what it takes it for. */
export function readRecord(name: string): unknown {
  return JSON.parse(readFileSync(join(DATA, name), 'utf8'));
}

/** All JSON and GeoJSON files of `data/` or of one folder in it, by path within `data/`. */
export function listFiles(folder = ''): readonly string[] {
  return readdirSync(join(DATA, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(name);
    return /\.(geo)?json$/.test(entry.name) ? [name] : [];
  });
}

/** Path of a table of the notes the data were authored from; null, and a loud line, where they are not at hand. */
export function findNotes(name: string): string | null {
  const path = join(ROOT, '..', 'shared', 'facts', name);
  if (existsSync(path)) return path;
  console.warn(`SKIPPED: ${name} is not at hand, so the records are not compared with it.`);
  return null;
}

/** Rows of a comma-separated table with a header line; fields may be quoted. */
export function readTable(path: string): readonly ReadonlyMap<string, string>[] {
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/).map(splitLine);
  return rows.map((row) => new Map(header?.map((key, index) => [key, row[index] ?? '']) ?? []));
}

function splitLine(line: string): readonly string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(fields, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
