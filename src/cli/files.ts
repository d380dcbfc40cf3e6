/**
 * Reads the files of a data folder as text. Only regular `.json` and `.geojson` files are opened, no link is
 * followed, sizes are bounded before anything is read; what they mean is for the loader.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { toSentence, type FileTexts, type Problem } from '../index.ts';
import { EXIT, Failure } from './exit.ts';

/** Bytes of one file: a character takes at most 4, the loader counts characters. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 10_000;
const READ = /\.(?:geo)?json$/;
/** No link is followed inside a data folder, no pipe is waited for. */
const NO_WAIT = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_LINK = constants.O_NOFOLLOW ?? 0;

export interface FolderTexts {
  readonly texts: FileTexts;
  readonly problems: readonly Problem[];
}

/** Text of every data file of a folder and its subfolders, by name relative to the folder. Never throws. */
export function readDataFolder(folder: string): FolderTexts {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of listNames(folder, '', problems)) {
    const found = texts.size < MAX_FILES ? readOne(join(folder, name), name, NO_LINK) : toTooMany(name);
    if (typeof found === 'string') texts.set(name, found);
    else problems.push(found);
  }
  return { texts, problems };
}

/** Names of data files one level deep, sorted; what is neither file nor folder is a problem. */
function listNames(folder: string, under: string, problems: Problem[]): readonly string[] {
  const entries = listEntries(folder, under, problems);
  return entries.flatMap((entry) => {
    const name = under + entry.name;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return under === '' ? listNames(join(folder, name), `${name}/`, problems) : [];
    if (!READ.test(entry.name)) return [];
    if (entry.isFile()) return [name];
    problems.push(toProblem(name, 'a regular file', 'a link, pipe or device', 'wrong-type'));
    return [];
  });
}

function listEntries(folder: string, under: string, problems: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(
      toProblem(under === '' ? folder : under, 'a folder that can be read', toReason(error), 'missing'),
    );
    return [];
  }
}

/** Marks at the beginning of what a spreadsheet saves as Unicode text. */
const MARKS = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
] as const;

/** UTF-8, or UTF-16 that says so. Throws TypeError for other bytes. */
function decode(bytes: Uint8Array): string {
  const [form = 'utf-8'] = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second) ?? [];
  return new TextDecoder(form, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Text of one file, or what is wrong with it. */
function readOne(path: string, name: string, flags: number): string | Problem {
  let file: number | null = null;
  try {
    file = openSync(path, NO_WAIT | flags);
    const stats = fstatSync(file);
    if (!stats.isFile()) return toProblem(name, 'a regular file', 'a folder, pipe or device', 'wrong-type');
    const { size } = stats;
    if (size > MAX_FILE_BYTES) {
      return toProblem(name, `at most ${MAX_FILE_BYTES} bytes`, `${size} bytes`, 'too-large');
    }
    return decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return toProblem(name, 'UTF-8 text', 'bytes that are none', 'not-json');
    return toProblem(name, 'a file that can be read', toReason(error), 'missing');
  } finally {
    if (file !== null) closeSync(file);
  }
}

function toTooMany(name: string): Problem {
  return toProblem(name, `at most ${MAX_FILES} files`, 'one more', 'too-large');
}

function toProblem(file: string, expected: string, found: string, code: Problem['code']): Problem {
  return { file, path: '', expected, found, code };
}

/** The system's word for what went wrong, e.g. `ENOENT`. */
export function toReason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Text of a table that the user names. Throws Failure where it cannot be read. */
export function readTextFile(file: string): string {
  const found = readOne(file, file, 0);
  if (typeof found === 'string') return found;
  throw new Failure(EXIT.data, toSentence(found));
}

/** Text of a saved answer or certificate. Throws Failure where it cannot be read. */
export function readAnswerFile(file: string): string {
  const found = readOne(file, file, 0);
  if (typeof found === 'string') return found;
  throw new Failure(EXIT.failed, toSentence(found));
}
