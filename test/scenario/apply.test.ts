import { describe, expect, it } from 'vitest';
import type { Modification, Scenario } from '../../src/model/scenario.ts';
import { DataError } from '../../src/problems.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { toDataset } from '../scene/dataset.ts';

const NODES = new Map([
  ['a', [113.1, 23.1] as const],
  ['b', [113.2, 23.1] as const],
]);

const SHIPPED: Scenario = { id: 'shipped', title: 's', titleZh: 's', date: '2010', modifications: [] };

const DATASET = toDataset({
  nodes: NODES,
  features: [
    { id: 'old', from: 'a', to: 'b', section: 'OLD' },
    { id: 'new', from: 'a', to: 'b', section: 'NEW', opened: '2008-06', directed: true },
    { id: 'gone', from: 'a', to: 'b', section: 'GONE', closed: '2009-01-01' },
  ],
  scenarios: [SHIPPED],
  gantryFrom: '2020-01-01',
});

function scenarioOf(date: string, ...modifications: readonly Modification[]): Scenario {
  return { ...SHIPPED, id: 'test', date, modifications };
}

function listOpen(date: string, ...modifications: readonly Modification[]): readonly string[] {
  return applyScenario(DATASET, scenarioOf(date, ...modifications)).links.map(({ id }) => id);
}

function listProblems(...modifications: readonly Modification[]): readonly string[] {
  try {
    applyScenario(DATASET, scenarioOf('2010', ...modifications));
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
}

describe('applyScenario', () => {
  it('has the links of the day, sorted by id', () => {
    expect(listOpen('2008-06-29')).toEqual(['gone', 'gone~r', 'old', 'old~r']);
    expect(listOpen('2008-06')).toEqual(['gone', 'gone~r', 'new', 'old', 'old~r']);
    expect(listOpen('2009')).toEqual(['new', 'old', 'old~r']);
    const turned = { ...DATASET, links: DATASET.links.toReversed() };
    expect(applyScenario(turned, scenarioOf('2009')).links.map(({ id }) => id)).toEqual([
      'new',
      'old',
      'old~r',
    ]);
  });

  it('gives back the very links of the data set where nothing is modified', () => {
    for (const link of applyScenario(DATASET, scenarioOf('2010')).links) {
      expect(DATASET.links.includes(link)).toBe(true);
    }
  });

  it('closes sections and single links in both directions', () => {
    expect(listOpen('2010', { kind: 'close', sections: ['OLD'] })).toEqual(['new']);
    expect(listOpen('2010', { kind: 'close', links: ['old', 'new'] })).toEqual([]);
  });

  it('sets dates, and later modifications see what earlier ones left', () => {
    const early: Modification = { kind: 'set-dates', sections: ['NEW'], opened: null, closed: null };
    expect(listOpen('2001', early)).toEqual(['gone', 'gone~r', 'new', 'old', 'old~r']);
    expect(listOpen('2001', early, { ...early, opened: '2005' })).toEqual(['gone', 'gone~r', 'old', 'old~r']);
    expect(DATASET.links.find(({ id }) => id === 'new')?.opened).toBe('2008-06');
  });

  it('knows when gantries stand', () => {
    expect(applyScenario(DATASET, scenarioOf('2019')).gantry).toBe(false);
    expect(applyScenario(DATASET, scenarioOf('2020-01-01')).gantry).toBe(true);
  });

  it('tells all that is wrong at once, by path', () => {
    const found = listProblems(
      { kind: 'close', sections: ['OLD', 'x'], links: ['y'] },
      { kind: 'close' },
      { kind: 'set-dates', sections: ['z'], opened: '2010-13', closed: null },
      { kind: 'paint' } as unknown as Modification,
    );
    expect(found).toEqual([
      'modifications[0].sections[1] unknown-id',
      'modifications[0].links[0] unknown-id',
      'modifications[1] missing',
      'modifications[2].sections[0] unknown-id',
      'modifications[2].opened out-of-range',
      'modifications[3].kind unknown-id',
    ]);
  });

  it('names the valid ids', () => {
    const act = (): unknown => applyScenario(DATASET, scenarioOf('2010', { kind: 'close', sections: ['x'] }));
    expect(act).toThrow(
      'scenario test: modifications[0].sections[0]: expected a section id of the data set: GONE, NEW, OLD, found "x"',
    );
  });

  it('refuses a date that is none', () => {
    expect(() => applyScenario(DATASET, scenarioOf('2010-02-30'))).toThrow(
      'scenario test: date: expected a date',
    );
  });
});

describe('findScenario', () => {
  it('finds a shipped one by id', () => {
    expect(findScenario(DATASET, 'shipped')).toBe(SHIPPED);
  });

  it('makes one of any month or day', () => {
    expect(findScenario(DATASET, '2008-06')).toMatchObject({
      id: '2008-06',
      title: 'Network of 2008-06',
      date: '2008-06',
      modifications: [],
    });
    expect(findScenario(DATASET, '2008-02-29').date).toBe('2008-02-29');
  });

  it.each(['2008', '2008-02-30', '2008-13', 'belt', ''])('refuses %j with the ids there are', (text) => {
    expect(() => findScenario(DATASET, text)).toThrow('a scenario (shipped) or a date');
  });
});
