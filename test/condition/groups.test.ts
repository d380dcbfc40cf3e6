import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDestinations,
  listGroupChoices,
  listGroupPlants,
  listOtherPlants,
  toGroupTime,
} from '../../src/condition/groups.ts';
import { listGroupPairs } from '../../src/condition/group-pairs.ts';
import { toPlant } from './records.ts';

const PLANTS = [
  toPlant('HONDA_ZC', 'honda', { startOfProduction: '2006-09-19' }),
  toPlant('HONDA_HP', 'honda', { startOfProduction: '1999-03' }),
  toPlant('NISSAN_HD1', 'nissan', { startOfProduction: '2004-05' }),
  toPlant('NISSAN_HD2', 'nissan', { startOfProduction: '2011-12-20' }),
  toPlant('TOYOTA_NS', 'toyota', { startOfProduction: '2006-05' }),
  toPlant('TOYOTA_ENG', 'toyota', { kind: 'engine' }),
  toPlant('VW', null),
];
const ids = (list: readonly { readonly id: string }[] | undefined): readonly string[] | undefined =>
  list?.map((one) => one.id);

describe('plants of a group', () => {
  it('are vehicle plants in production on the day; a month means its last day', () => {
    expect(ids(listGroupPlants(PLANTS, 'honda', '2010-12-31'))).toEqual(['HONDA_HP', 'HONDA_ZC']);
    expect(ids(listGroupPlants(PLANTS, 'honda', '2006-07'))).toEqual(['HONDA_HP']);
    expect(ids(listGroupPlants(PLANTS, 'honda', '2006-09-19'))).toEqual(['HONDA_HP', 'HONDA_ZC']);
    expect(ids(listGroupPlants(PLANTS, 'nissan', '2010-12-31'))).toEqual(['NISSAN_HD1']);
    expect(ids(listGroupPlants(PLANTS, 'toyota', '2006-05-30'))).toEqual([]);
    expect(ids(listGroupPlants(PLANTS, 'toyota', '2006-05-31'))).toEqual(['TOYOTA_NS']);
  });

  it('can be chosen by name, also before production; nothing else can', () => {
    expect(listGroupChoices(PLANTS, 'nissan')).toEqual(['any', 'every', 'NISSAN_HD1', 'NISSAN_HD2']);
    expect(ids(findDestinations(PLANTS, 'nissan', 'NISSAN_HD2', '2006-07'))).toEqual(['NISSAN_HD2']);
    expect(ids(findDestinations(PLANTS, 'honda', 'every', '2010'))).toEqual(['HONDA_HP', 'HONDA_ZC']);
    expect(findDestinations(PLANTS, 'nissan', 'HONDA_ZC', '2010')).toBeUndefined();
    expect(findDestinations(PLANTS, 'toyota', 'TOYOTA_ENG', '2010')).toBeUndefined();
  });

  it('leave engine plants and other makers to be asked for by themselves', () => {
    expect(ids(listOtherPlants(PLANTS))).toEqual(['TOYOTA_ENG', 'VW']);
  });
});

describe('toGroupTime', () => {
  const time = fc.oneof(fc.nat(9), fc.constant(Infinity));

  it('is the least for any and a named plant, the greatest for every', () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 6 }), (times) => {
        const plants = times.map((_, i) => `P${i}`);
        const timeTo = (plant: string): number => times[plants.indexOf(plant)] ?? NaN;
        const any = toGroupTime('any', plants, timeTo);
        const every = toGroupTime('every', plants, timeTo);
        expect(any.timeMs).toBe(Math.min(...times));
        expect(every.timeMs).toBe(Math.max(...times));
        expect(any.plant).toBe(any.timeMs === Infinity ? null : plants[times.indexOf(any.timeMs)]);
        expect(every.plant).toBe(every.timeMs === Infinity ? null : plants[times.indexOf(every.timeMs)]);
      }),
      { seed: 6 },
    );
  });

  it('is unreachable without a plant', () => {
    expect(toGroupTime('any', [], () => 0)).toEqual({ timeMs: Infinity, plant: null });
    expect(toGroupTime('every', [], () => 0)).toEqual({ timeMs: Infinity, plant: null });
  });
});

describe('listGroupPairs', () => {
  const minutes: Readonly<Record<string, number>> = { 'N-H1': 50, 'N-H2': 40, 'H1-N': 70, 'H2-N': 80 };
  const between = (from: string, to: string): number => minutes[`${from}-${to}`] ?? Infinity;
  const nissan = { group: 'nissan', choice: 'any', plants: ['N'] };

  it('takes the nearest or the farthest two plants, directed', () => {
    const any = listGroupPairs([nissan, { group: 'honda', choice: 'any', plants: ['H1', 'H2'] }], between);
    expect(any).toEqual([
      { from: 'nissan', to: 'honda', timeMs: 40, fromPlant: 'N', toPlant: 'H2' },
      { from: 'honda', to: 'nissan', timeMs: 70, fromPlant: 'H1', toPlant: 'N' },
    ]);
    const every = listGroupPairs(
      [nissan, { group: 'honda', choice: 'every', plants: ['H1', 'H2'] }],
      between,
    );
    expect(every.map((pair) => pair.timeMs)).toEqual([50, 80]);
  });

  it('makes six pairs of three groups and says where there is no way', () => {
    const groups = ['a', 'b', 'c'].map((group) => ({ group, choice: 'any', plants: [group] }));
    const pairs = listGroupPairs(groups, () => Infinity);
    expect(pairs).toHaveLength(6);
    expect(pairs[0]).toEqual({ from: 'a', to: 'b', timeMs: Infinity, fromPlant: null, toPlant: null });
  });
});
