import { describe, expect, it } from 'vitest';

import type { Claim, PrintedFigure } from '../../src/model/claim.ts';
import type { DatasetHeader } from '../../src/model/dataset.ts';
import type { Flowchart } from '../../src/model/flowchart.ts';
import type { Plant, Supplier, Zone } from '../../src/model/place.ts';
import { listFiles, readRecord } from './records-files.ts';

const { claims, figures } = readRecord('claims/kuchiki-2007.json') as {
  claims: readonly Claim[];
  figures: readonly PrintedFigure[];
};
const automobile = readRecord('flowcharts/automobile.json') as Flowchart;
const hiTech = readRecord('flowcharts/hi-tech.json') as Flowchart;
const header = readRecord('dataset.json') as DatasetHeader;
const places = listFiles('places').map(
  (name) => readRecord(name) as { zones: readonly Zone[]; plants: readonly Plant[] },
);
const suppliers = listFiles('suppliers').flatMap(
  (name) => (readRecord(name) as { suppliers: readonly Supplier[] }).suppliers,
);

const districts = header.districts.map(({ id }) => id);
const groups = header.groups.map(({ id }) => id);
const zones = places.flatMap((file) => file.zones);
const plants = places.flatMap((file) => file.plants.map(({ id }) => id));

describe('claims', () => {
  it('name places, groups, suppliers and scenarios that exist', () => {
    const scenarios = listFiles('scenarios').map((name) => (readRecord(name) as { id: string }).id);
    const known = new Set([...districts, ...groups, ...plants, ...zones.map(({ id }) => id)]);
    for (const { id, from, to, supplier, groups: named, scenario } of claims) {
      for (const place of [from, to]) expect([id, place === null || known.has(place)]).toEqual([id, true]);
      expect([id, supplier === null || suppliers.some((one) => one.id === supplier)]).toEqual([id, true]);
      expect([id, named.filter((group) => !groups.includes(group))]).toEqual([id, []]);
      expect([id, scenario === null || scenarios.includes(scenario)]).toEqual([id, true]);
    }
  });

  it('keep the minutes of the paper: 20, 40 and 70 from Sanshui, and six links within the hour', () => {
    const toMinutes = (id: string): number => (claims.find((claim) => claim.id === id)?.claimedS ?? NaN) / 60;
    expect(['sanshui-nissan', 'sanshui-honda', 'sanshui-toyota'].map(toMinutes)).toEqual([20, 40, 70]);
    const linked = claims.filter(({ id }) => id.startsWith('linked-'));
    expect(linked.map(({ claimedS }) => claimedS)).toEqual([3600, 3600, 3600, 3600, 3600, 3600]);
    expect(new Set(linked.map(({ from, to }) => `${from} ${to}`)).size).toBe(6);
  });

  it('begin where there is a place to begin at, and jointly at one', () => {
    for (const { id, kind, from, jointWith } of claims) {
      if (kind !== 'time') continue;
      expect([id, zones.filter(({ district }) => district === from).length > 0]).toEqual([id, true]);
      if (jointWith !== null)
        expect([id, claims.find((claim) => claim.id === jointWith)?.from]).toEqual([id, from]);
    }
  });

  it('of supply by a named firm are those its record holds', () => {
    for (const { id, kind, supplier, groups: named } of claims) {
      const record = suppliers.find((one) => one.id === supplier);
      if (kind !== 'supply' || record === undefined) continue;
      const recorded = record.customers.map(({ group }) => group);
      expect([id, named.filter((group) => !recorded.includes(group))]).toEqual([id, []]);
    }
  });

  it('say for each contradicted figure what is printed, what is used and why', () => {
    expect(figures.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'employees',
        'universities-beijing',
        'universities-park',
        'earnings',
        'thsp-area',
        'technology-trade',
        'parks',
        'gross-profit-2005',
      ]),
    );
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  });
});

describe.each([automobile, hiTech])('flowchart $id', ({ nodes, evidence, ingredients, workingSteps }) => {
  it('resolves all evidence, uses all of it, and names figures that exist', () => {
    const known = evidence.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    const used = new Set(nodes.flatMap((node) => node.evidence));
    expect([...used].filter((id) => !known.includes(id))).toEqual([]);
    expect(known.filter((id) => !used.has(id))).toEqual([]);
    for (const { id, conflict, locator } of evidence) {
      expect([id, conflict === null || figures.some((figure) => figure.id === conflict)]).toEqual([id, true]);
      expect([id, locator !== '']).toEqual([id, true]);
    }
  });

  it('has a level where a number is compared, a record where one is read, and actors for a no', () => {
    for (const { id, indicator, comparator, criticalLevel, recorded, onNo } of nodes) {
      const isNumber = indicator !== 'recorded' && indicator !== 'never-computed';
      expect([id, [comparator !== null, criticalLevel !== null]]).toEqual([id, [isNumber, isNumber]]);
      expect([id, recorded !== null]).toEqual([id, indicator === 'recorded']);
      expect([id, onNo.actors.length > 0]).toEqual([id, indicator !== 'never-computed']);
    }
  });

  it('has the four working steps and ingredients both taken and left', () => {
    expect(workingSteps).toHaveLength(4);
    expect(new Set(ingredients.map(({ selected }) => selected)).size).toBe(2);
  });
});

describe('flowcharts', () => {
  it('of the automobile cluster runs from leader through belt and independence to innovation', () => {
    expect(automobile.nodes.map(({ id, step }) => `${step} ${id}`)).toEqual([
      'I leader',
      'I industrial-zones',
      'I infrastructure',
      'I institutions',
      'I human-resources',
      'I living-conditions',
      'I anchor-firm',
      'I related-firms',
      'II belt',
      'II independence',
      'II intellectual-property',
      'II services',
      'II joint-action',
      'II policy-instruments',
      'II barriers',
      'II innovation',
    ]);
    expect(automobile.orderNote.toLowerCase()).toContain('reconstructed');
  });

  it('of hi-tech, read by hand, has its first no at joint action and one open question before it', () => {
    const verdicts = hiTech.nodes.map(({ id, recorded }) => ({
      id,
      verdict: recorded?.verdict ?? 'computed',
    }));
    const bottleneck = verdicts.findIndex(({ verdict }) => verdict === 'no');
    expect(verdicts[bottleneck]?.id).toBe('joint-action');
    expect(
      verdicts
        .slice(0, bottleneck)
        .filter(({ verdict }) => verdict === 'unknown')
        .map(({ id }) => id),
    ).toEqual(['intellectual-property']);
    const { value } = hiTech.evidence.find(({ kind }) => kind === 'firm-count') ?? { value: null };
    expect(value).toBe(17000);
    expect(hiTech.evidence.filter(({ kind }) => kind === 'comparator').map((one) => one.value)).toEqual([
      5000, 6121, 1750, 1250,
    ]);
  });

  it('hold the tables of the paper: seven parks, seven indicators over four years, eight invested enterprises', () => {
    const count = (match: RegExp): number => hiTech.evidence.filter(({ id }) => match.test(id)).length;
    expect(count(/^park-.*-area$/)).toBe(7);
    expect(count(/-200[2-5]$/)).toBe(29); // 7 × 4 and haidian-firms-2004
    expect(count(/^invested-/)).toBe(8);
    expect(count(/^haidian-unit-/)).toBe(20);
  });
});
