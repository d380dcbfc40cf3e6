/** The parts of the scenario studio that know no page: steps, rows, ids, and what a browser keeps. */
import { describe, expect, it } from 'vitest';
import type { Modification, ScenarioFile } from '../../src/index.ts';
import {
  backToStep,
  pushStep,
  redoStep,
  startHistory,
  undoStep,
  type History,
} from '../../web/studio/history.ts';
import { toFreeId, toId } from '../../web/studio/ids.ts';
import {
  forgetScenario,
  hasKept,
  keepScenario,
  listKept,
  readKeptText,
  toKeptId,
  type Store,
} from '../../web/studio/kept.ts';
import {
  addRow,
  describe as describeFile,
  moveRow,
  putRow,
  removeRow,
  renameRow,
  switchRow,
} from '../../web/studio/rows.ts';
import { createRandom } from '../scene/random.ts';

const close = (section: string): Modification => ({ kind: 'close', sections: [section] });
const FILE: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'mine', title: 'Mine', base: '2010-with-belt' },
  modifications: [close('A'), close('B'), close('C')],
};
const sections = ({ modifications }: ScenarioFile): string =>
  modifications.map((row) => (row.kind === 'close' ? row.sections?.join() : '?')).join('');

describe('steps', () => {
  it('are taken back and done again to the very values', () => {
    const values = ['a', 'b', 'c', 'd'];
    let history = values.slice(1).reduce((all, value) => pushStep(all, value), startHistory('a'));
    for (const value of ['c', 'b', 'a', 'a']) expect((history = undoStep(history)).now).toBe(value);
    for (const value of ['b', 'c', 'd', 'd']) expect((history = redoStep(history)).now).toBe(value);
  });

  it('made by the same thing one after the other are one', () => {
    const typed = ['m', 'my', 'my road'].reduce(
      (all, text) => pushStep(all, text, 'title'),
      startHistory(''),
    );
    expect(undoStep(typed).now).toBe('');
    expect(undoStep(pushStep(undoStep(typed), 'x', 'title')).now).toBe('');
    expect(undoStep(pushStep(pushStep(typed, 'n', 'note'), 't', 'title')).now).toBe('n');
  });

  it('goes back to a step that was taken before, or to what was none of its own', () => {
    const steps = ['a', 'b', 'c'].reduce((all, value) => pushStep(all, value), startHistory(''));
    const back = backToStep(steps, 'a');
    expect([back.now, undoStep(back).now, redoStep(back).now]).toEqual(['a', '', 'a']);
    // Typed on: what was sound is no step of its own.
    const typed = pushStep(pushStep(steps, 'x', 'title'), 'xy', 'title');
    const sound = backToStep(typed, 'x');
    expect([sound.now, undoStep(sound).now]).toEqual(['x', 'c']);
    // Typing on, it is still one step; another thing is another.
    expect(undoStep(pushStep(sound, 'z', 'title')).now).toBe('c');
    expect(undoStep(pushStep(sound, 'z', 'note')).now).toBe('x');
  });

  it('hold against a list and a place in it, whatever is done', () => {
    const random = createRandom(5);
    let history: History<number> = startHistory(0);
    let [list, at] = [[0], 0];
    for (let i = 1; i < 500; i += 1) {
      const what = random.int(0, 3);
      if (what === 0) [history, at] = [undoStep(history), Math.max(0, at - 1)];
      else if (what === 1) [history, at] = [redoStep(history), Math.min(list.length - 1, at + 1)];
      else [history, list, at] = [pushStep(history, i), [...list.slice(0, at + 1), i], at + 1];
      expect(history.now).toBe(list[at]);
    }
  });
});

describe('rows', () => {
  it('are added, replaced, removed and moved, and the file before stays what it was', () => {
    const before = JSON.stringify(FILE);
    expect(sections(addRow(FILE, close('D')))).toBe('ABCD');
    expect(sections(putRow(FILE, 1, close('X')))).toBe('AXC');
    expect(sections(removeRow(FILE, 0))).toBe('BC');
    expect(sections(moveRow(FILE, 0, 1))).toBe('BAC');
    expect(sections(moveRow(FILE, 2, -1))).toBe('ACB');
    for (const [at, by] of [[0, -1], [2, 1], [9, 1]] as const) expect(moveRow(FILE, at, by)).toBe(FILE); // prettier-ignore
    expect(JSON.stringify(FILE)).toBe(before);
  });

  it('are switched and renamed, and back again leave no trace', () => {
    const off = switchRow(FILE, 1, false);
    expect(off.modifications[1]).toEqual({ ...close('B'), off: true });
    expect(JSON.stringify(switchRow(off, 1, true))).toBe(JSON.stringify(FILE));
    const named = renameRow(FILE, 2, ' the last ');
    expect(named.modifications[2]?.label).toBe('the last');
    expect(JSON.stringify(renameRow(named, 2, ' '))).toBe(JSON.stringify(FILE));
  });

  it('stand in a scenario with a title that is never empty', () => {
    expect(describeFile(FILE, { title: 'Other' }).title).toBe('Other');
    expect(describeFile(FILE, { title: '  ' }).title).toBe('Mine');
    const noted = describeFile(FILE, { note: 'why' });
    expect(noted.note).toBe('why');
    expect(JSON.stringify(describeFile(noted, { note: '' }))).toBe(JSON.stringify(FILE));
  });
});

describe('ids', () => {
  it('come out of titles and are free', () => {
    const none = (): boolean => false;
    expect(toId('South ring, 2nd', 'road', none)).toBe('south-ring-2nd');
    expect(toId('Ålesund–Ørsta', 'road', none)).toBe('alesund-rsta');
    for (const title of ['我的方案', '', '2010-12', '—']) expect(toId(title, 'road', none)).toBe('road');
    const taken = new Set(['road', 'road-2']);
    expect(toFreeId('road', (id) => taken.has(id))).toBe('road-3');
    expect(toFreeId('road-2', (id) => taken.has(id))).toBe('road-3');
    expect(toFreeId('free', (id) => taken.has(id))).toBe('free');
  });
});

/** A browser's storage that holds so many characters. */
function createStore(most = Infinity): Store & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > most) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  };
}

describe('what a browser keeps', () => {
  it('comes back as it was, with the version it has', () => {
    const store = createStore();
    expect(keepScenario(store, FILE, 0)).toEqual({ result: 'kept', version: 1 });
    expect(keepScenario(store, FILE, 1)).toEqual({ result: 'kept', version: 2 });
    store.setItem('beltway:theme', 'dark');
    expect(listKept(store)).toEqual({ scenarios: [{ file: FILE, version: 2 }], unreadable: [] });
    expect([hasKept(store, 'mine'), hasKept(store, 'other')]).toEqual([true, false]);
    forgetScenario(store, 'mine');
    expect(listKept(store)).toEqual({ scenarios: [], unreadable: [] });
  });

  it('is not written over where another tab has changed it meanwhile', () => {
    const store = createStore();
    keepScenario(store, FILE, 0);
    const theirs = { ...FILE, title: 'Theirs' };
    keepScenario(store, theirs, 1);
    const mine = { ...FILE, title: 'Ours' };
    expect(keepScenario(store, mine, 1)).toEqual({ result: 'newer', theirs: { file: theirs, version: 2 } });
    expect(listKept(store)?.scenarios[0]?.file.title).toBe('Theirs');
    // The same change in both is no conflict.
    expect(keepScenario(store, theirs, 1)).toEqual({ result: 'kept', version: 2 });
  });

  it('is told apart where the storage is full and where it is blocked', () => {
    expect(keepScenario(createStore(10), FILE, 0)).toEqual({ result: 'full' });
    const blocked: Store = {
      ...createStore(),
      length: 1,
      key: () => 'beltway:scenario:x',
      getItem: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    expect(keepScenario(blocked, FILE, 0)).toEqual({ result: 'blocked' });
    expect([listKept(blocked), hasKept(blocked, 'x')]).toEqual([null, false]);
  });

  it('that nobody here wrote is left where it is and told', () => {
    const store = createStore();
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '{"version":1}',
      '{"version":1,"file":{"id":"x"}}',
      '{"file":{},"version":"1"}',
    ];
    texts.forEach((text, i) => store.setItem(`beltway:scenario:t${i}`, text));
    store.setItem('beltway:scenario:other', JSON.stringify({ version: 1, file: FILE }));
    expect(listKept(store)).toEqual({
      scenarios: [],
      unreadable: ['other', ...texts.map((_, i) => `t${i}`)],
    });
    // Nor is it written over.
    expect(keepScenario(store, { ...FILE, id: 't1' }, 0)).toEqual({ result: 'taken' });
    expect(store.items.get('beltway:scenario:t1')).toBe('{');
    expect(store.items.size).toBe(texts.length + 1);
    expect(readKeptText(null)).toBeNull();
    expect([toKeptId('beltway:scenario:x'), toKeptId('beltway:sites'), toKeptId(null)]).toEqual([
      'x',
      null,
      null,
    ]);
  });
});
