/**
 * JSON text → value, for text nobody vouches for. A reader of its own, because the built-in one tells no
 * line and column in a way every engine shares, keeps the last of two equal keys in silence, sets no limit
 * on nesting and stores a `__proto__` key like any other. Otherwise it accepts exactly the same texts
 * (RFC 8259; one byte order mark at the start is skipped). Nothing is evaluated.
 */
import type { ProblemCode } from '../problems.ts';
import { MAX_DEPTH, MAX_FILE_CHARS, MAX_KEYS, MAX_PROBLEMS, MAX_VALUES } from './limits.ts';

/** Something wrong with the text itself; `at` is the character it is noticed at, -1 for the whole of it. */
export class JsonTextError extends Error {
  readonly code: ProblemCode;
  readonly expected: string;
  readonly at: number;

  constructor(code: ProblemCode, expected: string, at: number) {
    super(expected);
    this.name = 'JsonTextError';
    this.code = code;
    this.expected = expected;
    this.at = at;
  }
}

/** A key that is repeated or may not be used: reading goes on without it. */
interface KeyProblem {
  readonly keys: readonly PropertyKey[];
  readonly code: ProblemCode;
  readonly expected: string;
}

interface JsonValue {
  readonly value: unknown;
  readonly keyProblems: readonly KeyProblem[];
}

interface Reader {
  readonly text: string;
  at: number;
  values: number;
  readonly path: PropertyKey[];
  readonly keyProblems: KeyProblem[];
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** A quote, a backslash or one of the control characters that stand before the blank. */
const STRING_END = /["\\]|[^ -\uFFFF]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads one JSON text. Throws `JsonTextError` where it is none, too long or nested too deeply. */
export function readJson(text: string): JsonValue {
  if (text.length > MAX_FILE_CHARS) {
    throw new JsonTextError('too-large', `at most ${MAX_FILE_CHARS} characters in a file`, -1);
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reader: Reader = { text, at: start, values: 0, path: [], keyProblems: [] };
  skipSpace(reader);
  if (reader.at === text.length) throw new JsonTextError('not-json', 'JSON text, not an empty file', start);
  const value = readValue(reader);
  skipSpace(reader);
  if (reader.at < text.length) throw wrong(reader, 'the end of the file');
  return { value, keyProblems: reader.keyProblems };
}

/** Line and column (both from 1) of a character; LF, CRLF and CR each end one line. */
export function toLineColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let i = 0; i < at; i += 1) {
    const code = text.charCodeAt(i);
    const endsLine = code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a);
    if (!endsLine) continue;
    line += 1;
    start = i + 1;
  }
  return { line, column: Math.max(0, at - start) + 1 };
}

function wrong(reader: Reader, expected: string): JsonTextError {
  return new JsonTextError('not-json', expected, reader.at);
}

function skipSpace(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    reader.at += 1;
  }
}

function readValue(reader: Reader): unknown {
  reader.values += 1;
  if (reader.values > MAX_VALUES) {
    throw new JsonTextError('too-large', `at most ${MAX_VALUES} values in a file`, reader.at);
  }
  const first = reader.text[reader.at];
  if (first === '{') return readObject(reader);
  if (first === '[') return readArray(reader);
  if (first === '"') return readString(reader);
  return readPlain(reader);
}

function readPlain(reader: Reader): unknown {
  NUMBER.lastIndex = reader.at;
  const number = NUMBER.exec(reader.text);
  if (number !== null) {
    reader.at += number[0].length;
    return Number(number[0]);
  }
  for (const [word, value] of WORDS) {
    if (!reader.text.startsWith(word, reader.at)) continue;
    reader.at += word.length;
    return value;
  }
  throw wrong(reader, 'a JSON value (object, list, text in double quotes, number, true, false, null)');
}

function readString(reader: Reader): string {
  const start = reader.at;
  let escaped = false;
  reader.at += 1;
  for (;;) {
    STRING_END.lastIndex = reader.at;
    const stop = STRING_END.exec(reader.text);
    reader.at = stop?.index ?? reader.text.length;
    if (stop?.[0] === '"') break;
    if (stop?.[0] !== '\\') throw wrong(reader, 'a text closed by " and free of line breaks');
    ESCAPE.lastIndex = reader.at;
    const escape = ESCAPE.exec(reader.text);
    if (escape === null) throw wrong(reader, 'one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX');
    reader.at += escape[0].length;
    escaped = true;
  }
  reader.at += 1;
  const { text, at } = reader;
  return escaped ? (JSON.parse(text.slice(start, at)) as string) : text.slice(start + 1, at - 1);
}

function enter(reader: Reader, key: PropertyKey): void {
  if (reader.path.length >= MAX_DEPTH) {
    throw new JsonTextError(
      'too-large',
      `at most ${MAX_DEPTH} lists and objects inside one another`,
      reader.at,
    );
  }
  reader.path.push(key);
}

function readArray(reader: Reader): unknown[] {
  const items: unknown[] = [];
  reader.at += 1;
  enter(reader, 0);
  skipSpace(reader);
  if (reader.text[reader.at] !== ']') {
    for (;;) {
      reader.path[reader.path.length - 1] = items.length;
      skipSpace(reader);
      items.push(readValue(reader));
      if (!readComma(reader, ']')) break;
    }
  }
  reader.at += 1;
  reader.path.pop();
  return items;
}

function readObject(reader: Reader): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  const seen = new Set<string>();
  reader.at += 1;
  enter(reader, '');
  skipSpace(reader);
  if (reader.text[reader.at] !== '}') {
    do readMember(reader, record, seen);
    while (readComma(reader, '}'));
  }
  reader.at += 1;
  reader.path.pop();
  return record;
}

function readMember(reader: Reader, record: Record<string, unknown>, seen: Set<string>): void {
  skipSpace(reader);
  if (reader.text[reader.at] !== '"') throw wrong(reader, 'a key in double quotes');
  const key = readString(reader);
  reader.path[reader.path.length - 1] = key;
  const usable = isUsable(reader, key, seen);
  seen.add(key);
  if (seen.size > MAX_KEYS) {
    throw new JsonTextError('too-large', `at most ${MAX_KEYS} keys in an object`, reader.at);
  }
  skipSpace(reader);
  if (reader.text[reader.at] !== ':') throw wrong(reader, 'a colon after the key');
  reader.at += 1;
  skipSpace(reader);
  const value = readValue(reader);
  if (usable) record[key] = value;
}

function isUsable(reader: Reader, key: string, seen: ReadonlySet<string>): boolean {
  if (key !== '__proto__' && !seen.has(key)) return true;
  if (reader.keyProblems.length > MAX_PROBLEMS) return false;
  const keys = [...reader.path];
  if (key === '__proto__')
    reader.keyProblems.push({ keys, code: 'unknown-key', expected: 'no key of this name' });
  else reader.keyProblems.push({ keys, code: 'duplicate-id', expected: 'each key once in an object' });
  return false;
}

/** True after a comma, false before the closing bracket (which is left to read). */
function readComma(reader: Reader, close: string): boolean {
  skipSpace(reader);
  const next = reader.text[reader.at];
  if (next === close) return false;
  if (next !== ',') throw wrong(reader, `a comma or ${close}`);
  reader.at += 1;
  return true;
}
