/** What zod finds wrong with a value → problems in the words of this project. */
import type * as z from 'zod';

import type { ProblemCode } from '../problems.ts';
import { MAX_RECORD_VALUES } from './limits.ts';
import type { Report, Spot } from './report.ts';

type Issue = z.core.$ZodIssue;

/** Names of the systems Chinese maps are drawn in, off WGS84 by hundreds of metres. */
const OFFSET_SYSTEM = /gcj-?02|bd-?09/i;

/** No generated code: the parser may run where `new Function` is forbidden. */
const CONTEXT = { jitless: true } as const;

/**
 * Checks one record against its schema. Returns the record, or null after telling what is wrong with it.
 *
 * `value` may be anything that came out of a file. `maxValues` is `Infinity` where the schema looks at
 * nothing inside long lists.
 */
export function checkRecord<S extends z.ZodType>(
  schema: S,
  value: unknown,
  spot: Spot,
  report: Report,
  maxValues = MAX_RECORD_VALUES,
): z.output<S> | null {
  if (maxValues < Infinity && countValues(value, maxValues) > maxValues) {
    report.tell(spot, [], 'too-large', `at most ${maxValues} values in a record`, value);
    return null;
  }
  const result = schema.safeParse(value, CONTEXT);
  if (result.success) return result.data;
  for (const issue of listFirst(result.error.issues)) tellIssue(issue, [], value, spot, report);
  return null;
}

/** A rule between values is not told of a value that is wrong by itself. */
function listFirst(issues: readonly Issue[]): readonly Issue[] {
  const toKey = ({ path }: Issue): string => JSON.stringify(path);
  const wrong = new Set(issues.filter(({ code }) => code !== 'custom').map(toKey));
  return issues.filter((issue) => issue.code !== 'custom' || !wrong.has(toKey(issue)));
}

/** Number of values in a value, itself included; stops counting beyond the limit. */
function countValues(value: unknown, limit: number): number {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && count <= limit) {
    const next = open.pop();
    count += 1;
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (parts.length > limit) return limit + 1;
    for (const part of parts) open.push(part);
  }
  return count;
}

function tellIssue(issue: Issue, above: readonly PropertyKey[], value: unknown, spot: Spot, report: Report) {
  const keys = [...above, ...issue.path];
  const best = issue.code === 'invalid_union' ? findMeantBranch(issue.errors) : null;
  if (best !== null) {
    for (const inner of best) tellIssue(inner, keys, value, spot, report);
  } else if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) tellKey(issue.message, [...keys, key], value, spot, report);
  } else if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? issue.message;
    report.tell(spot, keys, 'unknown-key', expected, issue.path.at(-1));
  } else {
    tellValue(issue, keys, value, spot, report);
  }
}

/** An unknown key is told as such, unless it says that the coordinates are of the Chinese offset systems. */
function tellKey(
  expected: string,
  keys: readonly PropertyKey[],
  value: unknown,
  spot: Spot,
  report: Report,
): void {
  const found = findAt(value, keys);
  if (typeof found === 'string' && OFFSET_SYSTEM.test(found)) {
    report.tell(spot, keys, 'not-wgs84', 'coordinates converted to WGS84, and no key of this name', found);
  } else report.tell(spot, keys, 'unknown-key', expected, keys.at(-1));
}

function tellValue(issue: Issue, keys: readonly PropertyKey[], value: unknown, spot: Spot, report: Report) {
  const found = findAt(value, keys);
  const code = found === undefined ? 'missing' : toCode(issue, found);
  report.tell(spot, keys, code, issue.message, found);
}

/**
 * Of several shapes a record may have, the one it says it is: the branch without a complaint about the
 * `kind` (or else the `type`) that tells the shapes apart. Null where that is none or more than one.
 */
function findMeantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  for (const tag of ['kind', 'type']) {
    const meant = branches.filter((issues) => !issues.some((issue) => isAbout(issue, tag)));
    if (meant.length === 1) return meant[0] ?? null;
  }
  return null;
}

function isAbout(issue: Issue, tag: string): boolean {
  return issue.path.length === 0 || (issue.code === 'invalid_value' && issue.path.at(-1) === tag);
}

function toCode(issue: Issue, found: unknown): ProblemCode {
  if (issue.code === 'custom') return (issue.params?.['code'] as ProblemCode | undefined) ?? 'out-of-range';
  if (issue.code === 'invalid_value' && issue.values.includes('WGS84')) return 'not-wgs84';
  if (issue.code === 'invalid_value')
    return typeof found === typeof issue.values[0] ? 'out-of-range' : 'wrong-type';
  if (issue.code !== 'invalid_type') return 'out-of-range';
  const isNumber = issue.expected === 'number' || issue.expected === 'int';
  return isNumber && typeof found === 'number' ? 'out-of-range' : 'wrong-type';
}

/** The value at the end of the keys; undefined where there is none. */
function findAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return at;
}
