/** What an import did not understand or left out, counted by kind and value, each with a few examples. */
import type { ImportNote, ImportNoteKind } from '../../model/imported-network.ts';

/** Values kept of one kind; the rest is counted together. */
const MAX_VALUES = 500;
const MAX_EXAMPLES = 3;
const MAX_CHARS = 80;

/** Stands for every value beyond those kept. */
const REST = '…';

interface Entry {
  count: number;
  readonly examples: number[];
  /** Element it was last seen on. */
  last: number;
}

export interface Tally {
  /** One more of a kind; `id` is the element it was seen on, which counts once even if it is told more often. */
  readonly add: (kind: ImportNoteKind, value: string, id: number) => void;
  /** By kind, the most frequent value first. */
  readonly list: () => readonly ImportNote[];
}

/** An empty tally. */
export function createTally(): Tally {
  const kinds = new Map<ImportNoteKind, Map<string, Entry>>();
  const add: Tally['add'] = (kind, value, id) => {
    const values = kinds.get(kind) ?? new Map<string, Entry>();
    kinds.set(kind, values);
    const short = value.length > MAX_CHARS ? `${value.slice(0, MAX_CHARS)}…` : value;
    const key = values.has(short) || values.size < MAX_VALUES ? short : REST;
    const entry = values.get(key) ?? { count: 0, examples: [], last: NaN };
    values.set(key, entry);
    if (entry.last === id) return;
    entry.last = id;
    entry.count += 1;
    if (entry.examples.length < MAX_EXAMPLES) entry.examples.push(id);
  };
  const list = (): readonly ImportNote[] =>
    [...kinds].flatMap(([kind, values]) =>
      [...values]
        .map(([value, { count, examples }]) => ({ kind, value, count, examples }))
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    );
  return { add, list };
}
