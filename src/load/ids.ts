/** Ids across files: which there are, that each is used once, and that a reference leads somewhere. */
import { toPath } from './found.ts';
import type { Report, Spot } from './report.ts';
import type { Rows } from './rows.ts';

/** Ids of one kind of record. Where `complete` is false some may be missing, so nothing is called unknown. */
export interface IdTable {
  /** With its article: `a section`. */
  readonly kind: string;
  readonly ids: ReadonlySet<string>;
  readonly complete: boolean;
}

/** Ids are listed in a problem up to this many. */
const MAX_LISTED = 24;

/** The ids of one kind. */
export function toIdTable(kind: string, { rows, complete }: Rows<unknown>): IdTable {
  return { kind, ids: new Set(rows.flatMap(({ id }) => (id === null ? [] : [id]))), complete };
}

/** Tells every id that stands twice among the rows, with both places. */
export function checkUnique(report: Report, ...tables: readonly Rows<unknown>[]): void {
  const first = new Map<string, Spot>();
  for (const { spot, id } of tables.flatMap(({ rows }) => rows)) {
    if (id === null) continue;
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, spot);
      continue;
    }
    const where = `${other.file}: ${toPath([...other.keys, 'id'])}`;
    report.tell(spot, ['id'], 'duplicate-id', `an id used once (it also stands at ${where})`, id);
  }
}

/** Tells an id that none of the tables has; null is no reference. */
export function checkId(
  id: string | null,
  spot: Spot,
  keys: readonly PropertyKey[],
  report: Report,
  ...tables: readonly IdTable[]
): void {
  if (id === null || tables.some(({ ids, complete }) => !complete || ids.has(id))) return;
  const kinds = tables.map(({ kind }) => kind).join(' or ');
  const valid = tables.flatMap(({ ids }) => [...ids]);
  const choice = valid.length > 0 && valid.length <= MAX_LISTED ? `: ${valid.join(', ')}` : '';
  report.tell(spot, keys, 'unknown-id', `the id of ${kinds}${choice}`, id);
}

/** The same for a list of ids. */
export function checkIds(
  ids: readonly string[],
  spot: Spot,
  keys: readonly PropertyKey[],
  report: Report,
  ...tables: readonly IdTable[]
): void {
  for (const [index, id] of ids.entries()) checkId(id, spot, [...keys, index], report, ...tables);
}
