import { describe, expect, it } from 'vitest';
import { createIndex, findEntries, normalise } from '../../web/panels/search-index.ts';
import { names } from '../../web/words/ja/names.ts';
import { names as english } from '../../web/words/en/names.ts';
import { names as chinese } from '../../web/words/zh/names.ts';
import { SHIPPED as dataset } from '../data-sets.ts';

const INDEX = createIndex(dataset, names);
const find = (query: string): readonly string[] => findEntries(INDEX, query, 20).map(({ id }) => id);

describe('the search', () => {
  it('finds every place and road by its id and by each of its names', () => {
    for (const entry of INDEX) {
      expect(findEntries(INDEX, entry.id, 40)[0]?.id).toBe(entry.id);
      for (const name of [entry.name, entry.nameZh ?? entry.name]) {
        expect(findEntries(INDEX, name, 40)).toContainEqual(entry);
      }
    }
  });

  it.each([
    ['樱泰', 'S017'],
    ['intex', 'S017'],
    ['G1508', 'n2r'],
    ['ｇ１５０８', 'w2r'],
    ['トヨタ', 'TOYOTA_NS'],
    ['丰田', 'TOYOTA_NS'],
    ['増城区', 'HONDA_ZC'],
    ['增城', 'HONDA_ZC'],
    ['Zengcheng honda', 'HONDA_ZC'],
    ['S2R', 's2r'],
  ])('finds %s', (query, id) => {
    expect(find(query)).toContain(id);
  });

  it('finds nothing for nothing', () => {
    expect([find(''), find('   '), find('no such place')]).toEqual([[], [], []]);
  });

  it('folds width, case and accents', () => {
    expect(normalise(' ＡBＣ É ')).toBe('abc e');
  });
});

describe('names in the dictionaries', () => {
  const plain = (text: string): string => text.replaceAll('’', "'");
  const pairs = [
    ...dataset.scenarios.map(({ id, title, titleZh }) => ['scenario', id, title, titleZh] as const),
    ...dataset.header.groups.map(({ id, name, nameZh }) => ['group', id, name, nameZh] as const),
    ...dataset.header.districts.map(({ id, name, nameZh }) => ['district', id, name, nameZh] as const),
    ...dataset.vehicleClasses.map(({ id, name, nameZh }) => ['vehicle', id, name, nameZh] as const),
    ...dataset.trafficStates.map(({ id, name, nameZh }) => ['traffic', id, name, nameZh] as const),
  ];
  it.each(pairs)('are those of the data: %s %s', (kind, id, name, nameZh) => {
    const key = `names.${kind}.${id}`;
    const [en, zh, ja] = [english, chinese, names].map(
      (words: Readonly<Record<string, string>>) => words[key],
    );
    expect([plain(en ?? ''), zh]).toEqual([name, nameZh]);
    expect(ja).toBeTruthy();
  });
});
