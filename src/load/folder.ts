/**
 * Which files a data folder has, by name, and their text as JSON values. What the values mean is for the
 * files next to this one, one a data set.
 */
import { shorten, toFound } from './found.ts';
import { toTextProblem } from './json-problem.ts';
import { JsonTextError, readJson } from './json.ts';
import { MAX_TOTAL_CHARS } from './limits.ts';
import type { Report } from './report.ts';

/** Text of each file by its name relative to the data folder, e.g. `highways/n2r.geojson`. */
export type FileTexts = ReadonlyMap<string, string>;

/** Every kind of file: its name as shown, and the pattern real names match. A data set has at least one of each but the optional. */
const FILE_KINDS = {
  header: { name: 'dataset.json', pattern: /^dataset\.json$/ },
  highways: { name: 'highways/<id>.geojson', pattern: /^highways\/([A-Za-z0-9._-]+)\.geojson$/ },
  water: { name: 'water.geojson', pattern: /^water\.geojson$/ },
  places: { name: 'places/<name>.json', pattern: /^places\/([A-Za-z0-9._-]+)\.json$/ },
  suppliers: { name: 'suppliers/<name>.json', pattern: /^suppliers\/([A-Za-z0-9._-]+)\.json$/ },
  vehicleClasses: {
    name: 'vehicle-classes/<id>.json',
    pattern: /^vehicle-classes\/([A-Za-z0-9._-]+)\.json$/,
  },
  trafficStates: { name: 'traffic-states/<id>.json', pattern: /^traffic-states\/([A-Za-z0-9._-]+)\.json$/ },
  tariffs: { name: 'tariffs.json', pattern: /^tariffs\.json$/ },
  parameters: { name: 'parameters.json', pattern: /^parameters\.json$/ },
  scenarios: { name: 'scenarios/<id>.json', pattern: /^scenarios\/([A-Za-z0-9._-]+)\.json$/ },
  claims: { name: 'claims/<paper>.json', pattern: /^claims\/([A-Za-z0-9._-]+)\.json$/ },
  flowcharts: { name: 'flowcharts/<id>.json', pattern: /^flowcharts\/([A-Za-z0-9._-]+)\.json$/ },
  sources: { name: 'sources.json', pattern: /^sources\.json$/ },
  profiles: { name: 'profiles/<id>.json', pattern: /^profiles\/([A-Za-z0-9._-]+)\.json$/ },
  bans: { name: 'bans.json', pattern: /^bans\.json$/ },
  variability: { name: 'variability.json', pattern: /^variability\.json$/ },
  uncertainty: { name: 'uncertainty.json', pattern: /^uncertainty\.json$/ },
  appraisal: { name: 'appraisal.json', pattern: /^appraisal\.json$/ },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** Kinds a data set may do without: what they would answer is then refused with a sentence. */
const OPTIONAL: ReadonlySet<FileKind> = new Set<FileKind>([
  'profiles',
  'bans',
  'variability',
  'uncertainty',
  'appraisal',
]);

/** Files for people, and the rules that maps are imported by: they may lie in the folder and are not read. */
const UNREAD = /^(?:(?:README|LICENSE|LICENCE)(?:\.md|\.txt)?|import\/[A-Za-z0-9._-]+\.json)$/;

export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
}

/** The files of a kind that could be read, sorted by name; `complete` is false where one could not or none is there. */
export interface FilesOfKind {
  readonly files: readonly JsonFile[];
  readonly complete: boolean;
}
export type Folder = Readonly<Record<FileKind, FilesOfKind>>;

/** Reads every file of a known kind; tells names that are not, kinds that are missing and text that is not JSON. */
export function readFolder(texts: FileTexts, report: Report): Folder {
  const kinds = Object.keys(FILE_KINDS) as readonly FileKind[];
  const names = [...texts.keys()].toSorted(byCodeUnit);
  tellUnknown(names, report);
  let left = MAX_TOTAL_CHARS;
  const readNamed = (file: string): JsonFile | null => {
    const text = texts.get(file) ?? '';
    left -= text.length;
    return readFile(file, text, left >= 0, report);
  };
  const folder: Partial<Record<FileKind, FilesOfKind>> = {};
  for (const kind of kinds) {
    const own = names.filter((name) => FILE_KINDS[kind].pattern.test(name));
    const isMissing = own.length === 0 && !OPTIONAL.has(kind);
    if (isMissing) tellMissing(kind, report);
    const files = own.map(readNamed).filter((file) => file !== null);
    folder[kind] = { files, complete: !isMissing && files.length === own.length };
  }
  return folder as Folder;
}

/** Plain order of strings, the same on every machine. */
export function byCodeUnit(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The id a file's name gives, e.g. `n2r` of `highways/n2r.geojson`; null for kinds with one file. */
export function findNameId(kind: FileKind, file: string): string | null {
  return FILE_KINDS[kind].pattern.exec(file)?.[1] ?? null;
}

function tellUnknown(names: readonly string[], report: Report): void {
  const kinds = Object.values(FILE_KINDS);
  const expected = `one of the files ${kinds.map(({ name }) => name).join(', ')}`;
  for (const name of names) {
    if (UNREAD.test(name) || kinds.some(({ pattern }) => pattern.test(name))) continue;
    report.add({ file: shorten(name), path: '', expected, found: toFound(name), code: 'unknown-key' });
  }
}

function tellMissing(kind: FileKind, report: Report): void {
  const { name } = FILE_KINDS[kind];
  const expected = name.includes('<') ? 'at least one file of this kind' : 'this file';
  report.add({ file: name, path: '', expected, found: toFound(undefined), code: 'missing' });
}

function readFile(file: string, text: string, hasRoom: boolean, report: Report): JsonFile | null {
  const spot = { file, keys: [] };
  if (!hasRoom) {
    const expected = `at most ${MAX_TOTAL_CHARS} characters in all files together`;
    report.tell(spot, [], 'too-large', expected, text.length);
    return null;
  }
  try {
    const { value, keyProblems } = readJson(text);
    for (const { keys, code, expected } of keyProblems) report.tell(spot, keys, code, expected, keys.at(-1));
    return { file, value };
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    report.add(toTextProblem(file, text, error));
    return null;
  }
}
