/** Where a text stops being JSON, as a problem of its file. */
import type { Problem } from '../problems.ts';
import { toFound } from './found.ts';
import { toLineColumn, type JsonTextError } from './json.ts';

/** Characters that are shown of what was found. */
const SHOWN = 20;

/** `before`: characters of the file before the text. */
export function toTextProblem(
  file: string,
  text: string,
  { code, expected, at }: JsonTextError,
  before = '',
): Problem {
  if (at < 0) return { file, path: '', expected, found: `${text.length} characters`, code };
  const { line, column } = toLineColumn(before + text, before.length + at);
  const found = at >= text.length ? 'the end of the file' : toFound(text.slice(at, at + SHOWN));
  return { file, path: `line ${line}, column ${column}`, expected, found, code };
}
