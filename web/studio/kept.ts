/**
 * Scenarios of the user as a browser keeps them: one entry each with a version that every change raises, so that a tab
 * sees when another one has changed it meanwhile. Nothing here throws: storage may be blocked, full, or hold what nobody
 * here wrote; that is left where it is.
 */
import type { ScenarioFile } from '../../src/index.ts';

export interface KeptScenario {
  readonly file: ScenarioFile;
  readonly version: number;
}

/** What is used of a browser's storage. */
export type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'beltway:scenario:';

/** Id of the scenario that an entry of the storage is of; null for other entries. */
export function toKeptId(key: string | null): string | null {
  return key?.startsWith(PREFIX) === true ? key.slice(PREFIX.length) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value has the outer form of a scenario file; whether it is sound is for the library. */
function isFile(value: unknown): value is ScenarioFile {
  if (!isRecord(value)) return false;
  const { schema, id, title, base, modifications } = value;
  return (
    schema === 'beltway/scenario@2' &&
    [id, title, base].every((text) => typeof text === 'string') &&
    Array.isArray(modifications) &&
    modifications.every((row) => isRecord(row) && typeof row['kind'] === 'string')
  );
}

/** An entry's text as a scenario; null where it is none. */
export function readKeptText(text: string | null): KeptScenario | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    const { file, version } = value;
    return isFile(file) && typeof version === 'number' ? { file, version } : null;
  } catch {
    return null;
  }
}

export interface KeptList {
  /** By id. */
  readonly scenarios: readonly KeptScenario[];
  /** Ids of entries that cannot be read. */
  readonly unreadable: readonly string[];
}

/** Whether the storage has an entry for a scenario of that id, readable or not. */
export function hasKept(store: Store, id: string): boolean {
  try {
    return store.getItem(PREFIX + id) !== null;
  } catch {
    return false;
  }
}

/** Everything kept; null where the storage does not say. */
export function listKept(store: Store): KeptList | null {
  try {
    return readAll(store);
  } catch {
    return null;
  }
}

function readAll(store: Store): KeptList {
  const entries: (readonly [string, KeptScenario | null])[] = [];
  for (let i = 0; i < store.length; i += 1) {
    const key = store.key(i);
    const id = toKeptId(key);
    if (key !== null && id !== null) entries.push([id, readKeptText(store.getItem(key))]);
  }
  const read = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    scenarios: read.flatMap(([id, kept]) => (kept === null || kept.file.id !== id ? [] : [kept])),
    unreadable: read.flatMap(([id, kept]) => (kept === null || kept.file.id !== id ? [id] : [])),
  };
}

/** kept; another tab has a newer one; what nobody here wrote stands there; the storage is full; it takes nothing at all. */
export type Keeping =
  | { readonly result: 'kept'; readonly version: number }
  | { readonly result: 'newer'; readonly theirs: KeptScenario }
  | { readonly result: 'taken' | 'full' | 'blocked' };

/** Keeps a scenario whose version this tab last knew as `known`; 0 = it was never kept. */
export function keepScenario(store: Store, file: ScenarioFile, known: number): Keeping {
  try {
    const text = store.getItem(PREFIX + file.id);
    const theirs = readKeptText(text);
    if (text !== null && theirs === null) return { result: 'taken' };
    if (theirs !== null && theirs.version !== known) {
      const same = JSON.stringify(theirs.file) === JSON.stringify(file);
      return same ? { result: 'kept', version: theirs.version } : { result: 'newer', theirs };
    }
    const version = known + 1;
    store.setItem(PREFIX + file.id, JSON.stringify({ version, file }));
    return { result: 'kept', version };
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { result: full ? 'full' : 'blocked' };
  }
}

/** Keeps a scenario no longer. */
export function forgetScenario(store: Store, id: string): void {
  try {
    store.removeItem(PREFIX + id);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
