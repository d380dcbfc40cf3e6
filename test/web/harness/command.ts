/** The command line's answer to the same question, to hold the numbers of the page against. */
import { expect } from 'vitest';
import { run } from '../../cli/run.ts';

const answers = new Map<string, string>();

/** What a command prints; run in this process, and once for the same arguments. */
export function runCommand(...args: readonly string[]): string {
  const key = args.join('\0');
  const known = answers.get(key);
  if (known !== undefined) return known;
  const { code, out, err } = run(args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  answers.set(key, out);
  return out;
}

/** The same as a value. */
export function runJson<T>(...args: readonly string[]): T {
  return JSON.parse(runCommand(...args, '--format', 'json')) as T;
}
