/** Where two documents or two texts differ: each difference by the place where a reader finds it. */
import type { Problem } from '../problems.ts';

/** Differences told of one document or text; the last one says how many more there are. */
const MOST = 20;
/** Characters quoted of a text. */
const QUOTED = 60;

type Differ = (path: string, expected: string, found: string) => void;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a few words. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isPlain(value)) return 'an object';
  return JSON.stringify(typeof value === 'string' ? value.slice(0, QUOTED) : value);
}

/** Walks down what was expected, which is no deeper than the program made it. */
function compare(expected: unknown, found: unknown, path: string, tell: Differ): void {
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length) tell(path, show(expected), show(found));
    expected.forEach((entry, i) => {
      if (i < found.length) compare(entry, found[i], `${path}[${i}]`, tell);
    });
  } else if (isPlain(expected) && isPlain(found)) {
    for (const key of Object.keys(expected)) {
      compare(expected[key], Object.hasOwn(found, key) ? found[key] : undefined, `${path}.${key}`, tell);
    }
    for (const key of Object.keys(found).filter((one) => !Object.hasOwn(expected, one)))
      tell(`${path}.${key.slice(0, QUOTED)}`, 'no such key', show(found[key]));
  } else if (!Object.is(expected, found)) tell(path, show(expected), show(found));
}

/** Problems of one file, the first of them in full. */
function createTell(file: string): { readonly tell: Differ; readonly list: () => readonly Problem[] } {
  const problems: Problem[] = [];
  let more = 0;
  return {
    tell: (path, expected, found) => {
      if (problems.length < MOST) problems.push({ file, path, expected, found, code: 'contradiction' });
      else more += 1;
    },
    list: () => {
      const rest = {
        file,
        path: '',
        expected: 'no difference',
        found: `${more} more`,
        code: 'too-large',
      } as const;
      return more === 0 ? problems : [...problems, rest];
    },
  };
}

/** Differences of a document, by their path in it. */
export function listDifferences(
  file: string,
  name: string,
  expected: unknown,
  found: unknown,
): readonly Problem[] {
  const { tell, list } = createTell(file);
  compare(expected, found, name, tell);
  return list();
}

/** What stands around the first character that differs. */
function quote(line: string, at: number): string {
  return JSON.stringify(line.slice(Math.max(0, at - QUOTED / 2), at + QUOTED / 2));
}

function findFirst(expected: string, found: string): number {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  return at;
}

/** The section a line of a file stands in, from the lines before it; empty where they name none. */
function findSection(lines: readonly string[], line: number): string {
  for (let i = line; i >= 0; i -= 1) {
    const [, title] =
      /^(?:<section.*<h2[^>]*>|<h[2-4][^>]*>|#{1,3} )(.*?)(?:<\/h[2-4]>)?$/.exec(lines[i] ?? '') ?? [];
    if (title !== undefined) return ` (${title.slice(0, QUOTED)})`;
  }
  return '';
}

/** Differences of a text, line by line; lines that hold documents are told by `listDifferences`. */
export function listChangedLines(
  file: string,
  expected: string,
  found: string,
  isDocument: (line: string) => boolean,
): readonly Problem[] {
  const { tell, list } = createTell(file);
  const [should, is] = [expected, found].map((text) => text.split('\n')) as [string[], string[]];
  const told =
    should.length === is.length ? should : should.slice(0, 1 + should.findIndex((line, i) => line !== is[i]));
  for (const [i, line] of told.entries()) {
    const other = is[i] ?? '';
    if (line === other || isDocument(line)) continue;
    const at = findFirst(line, other);
    tell(`line ${i + 1}, column ${at + 1}${findSection(should, i)}`, quote(line, at), quote(other, at));
  }
  if (should.length !== is.length) tell('', `${should.length} lines`, `${is.length}`);
  return list();
}
