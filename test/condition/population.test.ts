import { describe, expect, it } from 'vitest';
import { listPopulation, type PlacedSupplier } from '../../src/condition/population.ts';
import { listTiming, toTimingSentence } from '../../src/condition/timing.ts';
import type { Customer } from '../../src/model/place.ts';
import type { Section } from '../../src/model/road.ts';
import { toSupplier } from './records.ts';

describe('listPopulation', () => {
  const suppliers = [
    toSupplier('c', { inSet2006: false, established: '2009', zone: 'Z1' }),
    toSupplier('a', { zone: 'Z1' }),
    toSupplier('b', { zone: null }),
    toSupplier('d', { inSet2006: false, zone: 'Z2' }),
    toSupplier('e', { established: '2005-04', startOfProduction: '2006-07', zone: 'Z2' }),
  ];
  const idsOf = (population: ReturnType<typeof listPopulation>): readonly string[] => [
    population.placed.map((one) => one.id).join(' '),
    population.unplaced.map((one) => one.id).join(' '),
    population.sites.join(' '),
  ];

  it('2006: documented by 2006; all: everybody; the unplaced are listed apart', () => {
    expect(idsOf(listPopulation(suppliers, '2006', '2010'))).toEqual(['a e', 'b', 'Z1 Z2']);
    expect(idsOf(listPopulation(suppliers, 'all', '2010'))).toEqual(['a c d e', 'b', 'Z1 Z2']);
  });

  it('existing: the earliest date on record is not after the day; none without any date', () => {
    expect(idsOf(listPopulation(suppliers, 'existing', '2005-04-29'))[0]).toBe('');
    expect(idsOf(listPopulation(suppliers, 'existing', '2005-04'))[0]).toBe('e');
    expect(idsOf(listPopulation(suppliers, 'existing', '2006-12-31'))).toEqual(['a e', 'b', 'Z1 Z2']);
    expect(idsOf(listPopulation(suppliers, 'existing', '2009-12-30'))[0]).toBe('a e');
    expect(idsOf(listPopulation(suppliers, 'existing', '2009'))[0]).toBe('a c e');
  });
});

describe('listTiming', () => {
  const section = (id: string, opened: string | null): Section => ({
    id,
    highway: 'belt',
    titleEn: id,
    titleZh: id,
    publishedKm: null,
    opened,
    sources: [],
  });
  const sections = [
    section('N', '2001-10-26'),
    section('W', '2006-12-19'),
    section('M', '2006-07'),
    section('?', null),
  ];
  const customer = (group: string | null, status: Customer['status'], asOf: string | null): Customer => ({
    group,
    name: 'x',
    status,
    asOf,
    source: 't',
  });
  const toPlaced = (
    id: string,
    customers: readonly Customer[],
    keiretsu: string | null = 'nissan',
  ): PlacedSupplier => ({
    ...toSupplier(id, { keiretsu, customers }),
    zone: `Z_${id}`,
  });
  const before = (asOf: string, ...used: readonly string[]): boolean | undefined =>
    listTiming([toPlaced('a', [customer('honda', 'current', asOf)])], sections, () => used)[0]?.before;

  it('is before only when the whole date is', () => {
    expect(before('2006-07', 'W')).toBe(true);
    expect(before('2006-12-18', 'W')).toBe(true);
    expect(before('2006-12-19', 'W')).toBe(false);
    expect(before('2006', 'W')).toBe(false);
    expect(before('2006-07-31', 'M')).toBe(false);
    expect(before('2006-07-30', 'M')).toBe(true);
  });

  it('takes the section opened last, and none where none is used', () => {
    const [row] = listTiming([toPlaced('a', [customer('honda', 'current', '2006-07')])], sections, () => [
      'N',
      '?',
      'W',
    ]);
    expect(row).toMatchObject({ section: 'W', sectionOpened: '2006-12-19', before: true });
    const [old] = listTiming([toPlaced('a', [customer('honda', 'current', '1990')])], sections, () => ['?']);
    expect(old).toMatchObject({ section: '?', sectionOpened: null, before: false });
    const [none] = listTiming([toPlaced('a', [customer('honda', 'current', '2006-07')])], sections, () => []);
    expect(none).toMatchObject({ section: null, sectionOpened: null, before: false });
  });

  it('takes dated current supply across keiretsu alone, the earliest record of each group', () => {
    const suppliers = [
      toPlaced('a', [
        customer('nissan', 'current', '2005'),
        customer('honda', 'past', '2005'),
        customer('toyota', 'current', '2006-11'),
        customer('toyota', 'current', '2006-07'),
        customer(null, 'current', '2005'),
      ]),
      toPlaced('b', [customer('toyota', 'current', null), customer('honda', 'target', '2005')]),
      toPlaced('independent', [customer('toyota', 'current', '2005')], null),
    ];
    const asked: string[] = [];
    const rows = listTiming(suppliers, sections, (site, group) => {
      asked.push(`${site} ${group}`);
      return ['W'];
    });
    expect(rows).toEqual([
      {
        supplier: 'a',
        group: 'toyota',
        documentedAsOf: '2006-07',
        section: 'W',
        sectionOpened: '2006-12-19',
        before: true,
      },
    ]);
    expect(asked).toEqual(['Z_a toyota']);
  });

  it('counts firms, not rows, in the standing sentence', () => {
    const row = {
      supplier: 'a',
      group: 'x',
      documentedAsOf: '2005',
      section: 'W',
      sectionOpened: '2006',
      before: true,
    };
    const rows = [
      row,
      { ...row, group: 'y' },
      { ...row, supplier: 'b' },
      { ...row, supplier: 'c', before: false },
    ];
    expect(toTimingSentence(rows)).toBe(
      '2 firms supplied across keiretsu before the belt section they would use existed; the road was not necessary for them',
    );
  });
});
