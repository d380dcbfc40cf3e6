/**
 * Records as they stand in files: where each stands, what it calls itself, and its value where it is
 * sound. A record that is not sound still lends its id, so that one mistake is not told again by every
 * record that refers to it.
 */
import type * as z from 'zod';

import type { FileKind, FilesOfKind, Folder } from './folder.ts';
import { findNameId } from './folder.ts';
import { checkRecord } from './issues.ts';
import { MAX_RECORDS } from './limits.ts';
import type { Report, Spot } from './report.ts';

export interface Row<T> {
  readonly spot: Spot;
  readonly id: string | null;
  /** Null where the record was told as a problem. */
  readonly value: T | null;
}

/** Rows of one kind; `complete` is false where a file or an id could not be read, so ids may be missing. */
export interface Rows<T> {
  readonly rows: readonly Row<T>[];
  readonly complete: boolean;
}

/** A sound record and its place. */
export interface Entry<T> {
  readonly spot: Spot;
  readonly value: T;
}

/** The sound records. */
export function listSound<T>(rows: Rows<T>): readonly Entry<T>[] {
  return rows.rows.flatMap(({ spot, value }) => (value === null ? [] : [{ spot, value }]));
}

/** One row of a raw value. */
export function readRow<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  spot: Spot,
  report: Report,
): Row<z.output<S>> {
  return { spot, id: findId(raw), value: checkRecord(schema, raw, spot, report) };
}

/** Gathers rows, `complete` where the files were and every row has an id. */
export function toRows<T>(rows: readonly Row<T>[], complete: boolean): Rows<T> {
  return { rows, complete: complete && rows.every(({ id }) => id !== null) };
}

/** The list under the keys of every file of a kind, record by record. The file around it is checked elsewhere. */
export function readList<S extends z.ZodType>(
  schema: S,
  from: FilesOfKind,
  keys: readonly string[],
  report: Report,
): Rows<z.output<S>> {
  let complete = from.complete;
  const rows = from.files.flatMap(({ file, value }) => {
    const items = findList(value, { file, keys }, report);
    if (items === null) {
      complete = false;
      return [];
    }
    return items.map((item, index) => readRow(schema, item, { file, keys: [...keys, index] }, report));
  });
  return toRows(rows, complete);
}

/** The list that stands at a spot of a file's value; null where there is none, or one too long to read. */
export function findList(value: unknown, spot: Spot, report: Report): readonly unknown[] | null {
  const items = spot.keys.reduce((at: unknown, key) => findKey(at, String(key)), value);
  if (!Array.isArray(items)) return null;
  if (items.length <= MAX_RECORDS) return items as readonly unknown[];
  report.tell(spot, [], 'too-large', `at most ${MAX_RECORDS} records in a list`, items);
  return null;
}

/** Files that are one record each and are named by its id. */
export function readSingles<S extends z.ZodType<{ readonly id: string }>>(
  schema: S,
  folder: Folder,
  kind: FileKind,
  report: Report,
): Rows<z.output<S>> {
  const rows = folder[kind].files.map(({ file, value }) =>
    readRow(schema, value, { file, keys: [] }, report),
  );
  for (const { spot, id } of rows) checkNameId(kind, spot, [], id, report);
  return toRows(rows, folder[kind].complete);
}

/** Tells a record whose id is not the name of its file. */
export function checkNameId(
  kind: FileKind,
  spot: Spot,
  keys: readonly PropertyKey[],
  id: string | null,
  report: Report,
): void {
  const name = findNameId(kind, spot.file);
  if (name === null || id === null || id === name) return;
  report.tell(spot, [...keys, 'id'], 'contradiction', `"${name}", as the file is named`, id);
}

/** Checks what stands around the lists of a file: its schema name and that it has no other keys. */
export function checkFiles(envelope: z.ZodType, from: FilesOfKind, report: Report): void {
  for (const { file, value } of from.files)
    checkRecord(envelope, value, { file, keys: [] }, report, Infinity);
}

/** The value under a key of a raw object; undefined where there is none. */
export function findKey(raw: unknown, key: string): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, key)) return undefined;
  return (raw as Readonly<Record<string, unknown>>)[key];
}

function findId(raw: unknown): string | null {
  const id = findKey(raw, 'id');
  return typeof id === 'string' ? id : null;
}
