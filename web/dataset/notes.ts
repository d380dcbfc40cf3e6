/**
 * Which texts of the data set wait until the first answer stands, and how they are taken out and put back. None
 * of them enters a number: what the engine computes with and what the first picture draws is never a note.
 */
import type { Flowchart } from '../../src/index.ts';

/** What stands in a note's place until it has come; undefined: no such key. */
type Stand = '' | readonly [] | undefined | Change;
type Change = (old: unknown) => unknown;

/** Where a note stands (`nodes[].basis`), and what stands there instead. */
const NOTES: Readonly<Record<string, Stand>> = {
  sources: [],
  claims: [],
  figures: [],
  profiles: [],
  bans: [],
  variability: toNothing,
  uncertainty: toNothing,
  appraisal: toNothing,
  'header.note': '',
  'nodes[].basis': '',
  'nodes[].note': undefined,
  'highways[].conflicts': [],
  'highways[].note': undefined,
  'sections[].note': undefined,
  'sections[].lengthNote': undefined,
  'zones[].note': undefined,
  'plants[].note': undefined,
  'suppliers[].evidence': '',
  'tariffs[].note': undefined,
  'flowcharts[].evidence': keepRead,
  'flowcharts[].workingSteps': [],
};

/** Only later answers ask for it. */
function toNothing(): null {
  return null;
}

/** Of the evidence only what an indicator reads. */
function keepRead(evidence: unknown): unknown {
  return (evidence as Flowchart['evidence']).filter(({ kind }) => kind === 'firm-count');
}

/** Values by where they stand, in the order of the records; null where the key is absent. */
export type Notes = Readonly<Record<string, readonly unknown[]>>;

type Cells = Readonly<Record<string, unknown>>;

/** The value without its notes, and the notes. */
export function takeNotes<T>(whole: T): { readonly rest: T; readonly notes: Notes } {
  const notes: Record<string, readonly unknown[]> = {};
  let rest: unknown = whole;
  for (const [path, empty] of Object.entries(NOTES)) {
    const taken: unknown[] = [];
    rest = changeAt(rest, toSteps(path), (old) => {
      taken.push(old ?? null);
      return typeof empty === 'function' ? empty(old) : empty;
    });
    notes[path] = taken;
  }
  return { rest: rest as T, notes };
}

/** The value with its notes. Parts without a note stay the same objects. */
export function putNotes<T>(rest: T, notes: Notes): T {
  let whole: unknown = rest;
  for (const [path, values] of Object.entries(notes)) {
    let at = 0;
    const absent = NOTES[path] === toNothing ? null : undefined;
    whole = changeAt(whole, toSteps(path), () => values[at++] ?? absent);
  }
  return whole as T;
}

/** `nodes[].basis` → nodes, each, basis. */
function toSteps(path: string): readonly string[] {
  return path.replaceAll('[]', '.[]').split('.');
}

/** A copy with the values at the steps changed, or the value itself where none did. */
function changeAt(value: unknown, [step, ...others]: readonly string[], change: Change): unknown {
  if (step === undefined) return change(value);
  if (step === '[]') return changeEach(value as readonly unknown[], others, change);
  const record = value as Cells;
  const changed = changeAt(record[step], others, change);
  if (changed === record[step]) return value;
  const { [step]: _old, ...rest } = record;
  return changed === undefined ? rest : { ...rest, [step]: changed };
}

function changeEach(list: readonly unknown[], steps: readonly string[], change: Change): readonly unknown[] {
  const changed = list.map((one) => changeAt(one, steps, change));
  return changed.some((one, at) => one !== list[at]) ? changed : list;
}
