/** The made-up region of `test/region`, whole or with values changed: what the tests of the load room are tried on. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import type { Problem } from '../../src/problems.ts';

/** File, path in it (`features[3].id`), new value; `GONE` takes the key or entry away. */
export type Edit = readonly [file: string, path: string, value: unknown];
/** Code, path and a part of the expectation of a problem. */
export type Expected = readonly [code: Problem['code'], path: string, expected: string];

export const GONE = Symbol('gone');

/** Text of the files of a data folder by name. */
export function readFolder(folder: string): Map<string, string> {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(?:geo)?json$/.test(name)).toSorted();
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(root + name, 'utf8')]));
}

const REGION: ReadonlyMap<string, string> = readFolder('test/region/data');

/** The region's files, with edits. */
export function editRegion(...edits: readonly Edit[]): Map<string, string> {
  const files = new Map(REGION);
  for (const [file, path, value] of edits) {
    const root = JSON.parse(files.get(file) ?? 'null') as unknown;
    files.set(file, JSON.stringify(setAt(root, toKeys(path), value)));
  }
  return files;
}

/** What the loader tells of an edited region, in order; it gives no data set with a problem. */
export function listTold(...edits: readonly Edit[]): readonly Expected[] {
  const { dataset, problems } = loadDataset(editRegion(...edits));
  if ((dataset === null) === (problems.length === 0)) throw new Error('either a data set or problems');
  return problems.map(({ code, path, expected }) => [code, path, expected]);
}

/** The same list with the expectations to be contained only. */
export function toMatch(problems: readonly Expected[]): readonly unknown[] {
  return problems.map(([code, path, words]) => [code, path, expect.stringContaining(words) as unknown]);
}

function toKeys(path: string): readonly string[] {
  return path === '' ? [] : path.split(/[.[\]]+/).filter((key) => key !== '');
}

function setAt(at: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const record = at as Record<string, unknown>;
  if (rest.length > 0) setAt(record[key], rest, value);
  else if (value !== GONE) record[key] = value;
  else if (Array.isArray(at)) at.splice(Number(key), 1);
  else delete record[key];
  return at;
}
