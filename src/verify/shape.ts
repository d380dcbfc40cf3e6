/**
 * Hand-written checks of untrusted values: each returns a fresh plain copy of what it knows, or undefined
 * after telling what was expected. Nothing of the given value is kept, printed whole or trusted, so a
 * hostile one (endless nesting, a million entries, a number that is none) costs no more than its size.
 */
import type { Problem, ProblemCode } from '../problems.ts';

/** Collects problems of one document. */
export interface Findings {
  readonly document: string;
  readonly problems: Problem[];
}

export type Check<T> = (value: unknown, path: string, findings: Findings) => T | undefined;

const LONGEST_SHOWN = 60;

/** A short text for any value, however large, deep or odd. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' || typeof value === 'symbol' ? typeof value : String(value);
}

/** Adds a problem at a path of the document. */
export function tell(
  findings: Findings,
  path: string,
  expected: string,
  found: string,
  code: ProblemCode,
): void {
  findings.problems.push({ file: findings.document, path, expected, found, code });
}

function refuse(findings: Findings, path: string, expected: string, value: unknown): undefined {
  tell(findings, path, expected, show(value), value === undefined ? 'missing' : 'wrong-type');
  return undefined;
}

/** A text no longer than an id, a title or a digest may be. */
export const text: Check<string> = (value, path, findings) =>
  typeof value === 'string' && value.length <= 1000 ? value : refuse(findings, path, 'a text', value);

/** A finite number. */
export const real: Check<number> = (value, path, findings) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(findings, path, 'a number', value);

/** Yes or no. */
export const flag: Check<boolean> = (value, path, findings) =>
  typeof value === 'boolean' ? value : refuse(findings, path, 'true or false', value);

/** A whole number within bounds; −0 is none. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check<number> {
  return (value, path, findings) => {
    const fits = Number.isSafeInteger(value) && !Object.is(value, -0);
    if (fits && Number(value) >= least && Number(value) <= most) return Number(value);
    return refuse(findings, path, `a whole number from ${least} to ${most}`, value);
  };
}

/** One of a few texts. */
export function oneOf<const T extends string>(choices: readonly T[]): Check<T> {
  return (value, path, findings) => {
    const choice = choices.find((known) => known === value);
    return choice ?? refuse(findings, path, choices.map((known) => `"${known}"`).join(' or '), value);
  };
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, path, findings) => (value === null ? null : check(value, path, findings));
}

/** A list of at most so many entries; all entries are checked, holes included. */
export function list<T>(check: Check<T>, most = 1_000_000): Check<readonly T[]> {
  return (value, path, findings) => {
    if (!Array.isArray(value) || value.length > most) {
      return refuse(findings, path, `a list of at most ${most}`, value);
    }
    const before = findings.problems.length;
    const copy: T[] = [];
    for (let i = 0; i < value.length; i += 1) {
      const entry = check(value[i], `${path}[${i}]`, findings);
      if (entry !== undefined) copy.push(entry);
      if (findings.problems.length - before > 20) return undefined;
    }
    return findings.problems.length === before ? copy : undefined;
  };
}

/** A list of exactly two. */
export function pair<A, B>(first: Check<A>, second: Check<B>): Check<readonly [A, B]> {
  return (value, path, findings) => {
    const entries: readonly unknown[] = Array.isArray(value) && value.length === 2 ? value : [];
    if (entries.length !== 2) return refuse(findings, path, 'a list of two', value);
    const a = first(entries[0], `${path}[0]`, findings);
    const b = second(entries[1], `${path}[1]`, findings);
    return a === undefined || b === undefined ? undefined : [a, b];
  };
}

type Fields<T> = { readonly [K in keyof T]-?: Check<T[K]> };

/** An object with the given keys; with `closed`, no others. */
export function record<T extends object>(fields: Fields<T>, closed: boolean): Check<T> {
  return (value, path, findings) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refuse(findings, path, 'an object', value);
    }
    const before = findings.problems.length;
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    const strange = closed ? Object.keys(value).filter((key) => !Object.hasOwn(fields, key)) : [];
    for (const key of strange.slice(0, 5))
      tell(findings, at(key.slice(0, LONGEST_SHOWN)), 'no such key', 'one', 'unknown-key');
    const known = new Map(Object.entries(value));
    const entries = Object.entries<Check<unknown>>(fields);
    const copy = Object.fromEntries(
      entries.map(([key, check]) => [key, check(known.get(key), at(key), findings)]),
    );
    return findings.problems.length === before ? (copy as T) : undefined;
  };
}
