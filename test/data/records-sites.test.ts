import { describe, expect, it } from 'vitest';

import type { DatasetHeader } from '../../src/model/dataset.ts';
import type { Plant, Supplier, Zone } from '../../src/model/place.ts';
import { findNotes, listFiles, readRecord, readTable } from './records-files.ts';

const suppliers = listFiles('suppliers').flatMap(
  (name) => (readRecord(name) as { suppliers: readonly Supplier[] }).suppliers,
);
const places = listFiles('places').map(
  (name) => readRecord(name) as { zones: readonly Zone[]; plants: readonly Plant[] },
);
const zones = places.flatMap((file) => file.zones);
const plants = places.flatMap((file) => file.plants);
const header = readRecord('dataset.json') as DatasetHeader;
const districts = header.districts.map(({ id }) => id);
const groups = header.groups.map(({ id }) => id);

const supplierNotes = findNotes('suppliers.csv');
const plantNotes = findNotes('plants.csv');

/** Field of the notes as the records write it: `?` and `none` are null, groups and districts lower-case. */
function toKnown(words: string | undefined): string | null {
  return words === undefined || ['?', 'none', 'independent', ''].includes(words) ? null : words;
}

function isRecollection(row: ReadonlyMap<string, string>): boolean {
  return [...row.values()].some((words) => words === 'memory' || words.startsWith('recollection only'));
}

describe('suppliers', () => {
  it('are at least 59, each once, with a source', () => {
    expect(suppliers.length).toBeGreaterThanOrEqual(59);
    expect(new Set(suppliers.map(({ id }) => id)).size).toBe(suppliers.length);
    for (const { id, sources, evidence } of suppliers) {
      expect([id, sources.filter((source) => source !== 'general-knowledge').length > 0]).toEqual([id, true]);
      expect([id, evidence !== '']).toEqual([id, true]);
    }
  });

  it('stand in a zone that exists, or are not placed', () => {
    const known = zones.map(({ id }) => id);
    for (const { id, zone, siteGrade, district, keiretsu } of suppliers) {
      expect([id, zone === null ? siteGrade : known.includes(zone)]).toEqual([
        id,
        zone === null ? null : true,
      ]);
      expect([id, district === null || districts.includes(district)]).toEqual([id, true]);
      expect([id, keiretsu === null || groups.includes(keiretsu)]).toEqual([id, true]);
    }
  });

  it('name customers by group, by their own sources, each once', () => {
    for (const { id, customers, sources } of suppliers) {
      expect([id, new Set(customers.map(({ name }) => name)).size]).toEqual([id, customers.length]);
      for (const { group, source } of customers) {
        expect([id, group === null || groups.includes(group)]).toEqual([id, true]);
        expect([id, sources.includes(source)]).toEqual([id, true]);
      }
    }
  });

  it('give a buyer to tier 2 only, and it exists', () => {
    const known = [...suppliers.map(({ id }) => id), ...groups];
    const buyers = suppliers.filter(({ buyer }) => buyer !== null);
    expect(buyers.map(({ id }) => id)).toEqual(['S006', 'S030']);
    for (const { tier, buyer } of buyers) expect([tier, known.includes(buyer ?? '')]).toEqual([2, true]);
  });

  it.skipIf(supplierNotes === null)(
    'agree with the notes, row by row, and leave out what is only remembered',
    () => {
      const rows = readTable(supplierNotes ?? '');
      const sourced = rows.filter((row) => !isRecollection(row));
      expect(sourced.map((row) => row.get('id'))).toEqual(suppliers.map(({ id }) => id).toSorted());
      for (const row of sourced) {
        const supplier = suppliers.find(({ id }) => id === row.get('id'));
        expect({
          id: supplier?.id,
          keiretsu: supplier?.keiretsu,
          tier: supplier?.tier,
          zone: supplier?.zone,
          district: supplier?.district,
          siteGrade: supplier?.siteGrade,
          inSet2006: supplier?.inSet2006,
        }).toEqual({
          id: row.get('id'),
          keiretsu: toKnown(row.get('keiretsu'))?.toLowerCase() ?? null,
          tier: Number(row.get('tier')),
          zone: toKnown(row.get('zone')),
          district: toKnown(row.get('district'))?.toLowerCase() ?? null,
          siteGrade: toKnown(row.get('coord_conf'))?.[0] ?? null,
          inSet2006: row.get('in_2006_set') === 'y',
        });
      }
    },
  );

  it.skipIf(supplierNotes === null)(
    'record a customer where the notes do, and none that they put in brackets',
    () => {
      for (const row of readTable(supplierNotes ?? '')) {
        const supplier = suppliers.find(({ id }) => id === row.get('id'));
        if (supplier === undefined) continue;
        const words = (row.get('customers_documented') ?? '').split(';').join(' ; ');
        const plain = words.replace(/\((?!-> )[^)]*\)/g, '');
        const expected = groups.filter((group) => plain.toLowerCase().includes(group));
        const recorded = supplier.customers.flatMap(({ group }) => group ?? []);
        expect([supplier.id, ...recorded.toSorted()]).toEqual([supplier.id, ...expected.toSorted()]);
      }
    },
  );
});

describe('plants', () => {
  it('are ten, one of them for engines, inside the region', () => {
    expect(plants.map(({ id }) => id).toSorted()).toHaveLength(10);
    expect(plants.filter(({ kind }) => kind === 'engine').map(({ id }) => id)).toEqual(['TOYOTA_ENG']);
    const [west, south, east, north] = header.region;
    for (const { id, at, district, group } of [
      ...plants,
      ...zones.map((zone) => ({ ...zone, group: null })),
    ]) {
      expect([id, at[0] > west && at[0] < east && at[1] > south && at[1] < north]).toEqual([id, true]);
      expect([id, districts.includes(district)]).toEqual([id, true]);
      expect([id, group === null || groups.includes(group)]).toEqual([id, true]);
    }
  });

  it('list capacities in order of time', () => {
    for (const { id, capacities } of plants) {
      expect([id, capacities.map(({ from }) => from)]).toEqual([
        id,
        capacities.map(({ from }) => from).toSorted(),
      ]);
    }
  });

  it.skipIf(plantNotes === null)('agree with the notes on start of production and place', () => {
    for (const row of readTable(plantNotes ?? '')) {
      const plant = plants.find(({ id }) => id === row.get('id'));
      expect([plant?.id, plant?.at[1], plant?.at[0]]).toEqual([
        row.get('id'),
        Number(row.get('lat')),
        Number(row.get('lon')),
      ]);
      expect([row.get('id'), plant?.startOfProduction.slice(0, 4)]).toEqual([
        row.get('id'),
        row.get('sop')?.slice(0, 4),
      ]);
    }
  });
});
