import { describe, expect, it } from 'vitest';

import type { DatasetHeader } from '../../src/model/dataset.ts';
import { FACILITIES } from '../../src/model/road.ts';
import type { ScenarioFile } from '../../src/model/scenario.ts';
import type { Parameter, Source } from '../../src/model/source.ts';
import { PARAMETER_IDS, type Tariff, type TrafficState, type VehicleClass } from '../../src/model/travel.ts';
import { listFiles, readRecord } from './records-files.ts';

const SCENARIOS = [
  '2001-01',
  '2006-07',
  '2007-02',
  '2007-12',
  '2008-12',
  '2010-12',
  '2010-north-only',
  '2010-with-belt',
  '2010-without-belt',
  '2025-12',
];
const BELT = ['N2R', 'W2R_N', 'W2R_S', 'E2R', 'S2R'];

/** Every `source` and `sources` of a value, wherever it stands. */
function listSourceIds(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (key === 'source' && typeof item === 'string') return [item];
    if (key === 'sources' && Array.isArray(item) && item.every((one) => typeof one === 'string')) return item;
    return listSourceIds(item);
  });
}

const { sources } = readRecord('sources.json') as { sources: readonly Source[] };
const { parameters } = readRecord('parameters.json') as { parameters: Record<string, Parameter> };
const classes = listFiles('vehicle-classes')
  .map((name) => readRecord(name) as VehicleClass)
  .toSorted((a, b) => a.size - b.size);
const states = listFiles('traffic-states').map((name) => readRecord(name) as TrafficState);
const scenarios = listFiles('scenarios').map((name) => readRecord(name) as ScenarioFile);

describe('sources', () => {
  it('resolve wherever they are named, and each is named somewhere', () => {
    const known = sources.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    const named = new Set<string>();
    for (const name of listFiles()) {
      // Road rules bring sources of their own.
      if (name === 'sources.json' || name.startsWith('import/')) continue;
      const ids = listSourceIds(readRecord(name));
      expect([name, ids.filter((id) => !known.includes(id))]).toEqual([name, []]);
      for (const id of ids) named.add(id);
    }
    expect(known.filter((id) => !named.has(id))).toEqual([]);
  });

  it('say author, licence and what was done', () => {
    for (const { id, title, author, licence, done } of sources) {
      expect([id, [title, author, licence, done].every((words) => words.trim() !== '')]).toEqual([id, true]);
    }
  });
});

describe('parameters', () => {
  it('are exactly those the model names, each within its range', () => {
    expect(Object.keys(parameters).toSorted()).toEqual(PARAMETER_IDS.toSorted());
    for (const [id, { low, value, high }] of Object.entries(parameters)) {
      expect([id, low <= value && value <= high]).toEqual([id, true]);
    }
  });

  it('take the signal delay from the uniform term of Webster at x = 0, 0.5 and 0.9', () => {
    const delay = (x: number): number => (90 * (1 - 0.4) ** 2) / (2 * (1 - x * 0.4));
    const { low, value, high } = parameters['signalDelayS'] ?? { low: 0, value: 0, high: 0 };
    expect(low).toBeCloseTo(delay(0), 9);
    expect(value).toBeCloseTo(delay(0.5), 9);
    expect(high).toBeCloseTo(delay(0.9), 9);
  });
});

describe('vehicle classes', () => {
  it('are three, and a bigger one is never faster at any limit or end of the range', () => {
    expect(classes.map(({ id }) => id)).toEqual(['car', 'light-truck', 'heavy-truck']);
    const speed = (
      one: VehicleClass,
      facility: (typeof FACILITIES)[number],
      limit: number,
      end: 'low' | 'value' | 'high',
    ) => {
      const { legalKmh, factor, capKmh } = one.facilities[facility];
      return Math.min(capKmh ?? Infinity, factor[end] * Math.min(limit, legalKmh ?? Infinity));
    };
    for (const [index, bigger] of classes.entries()) {
      const smaller = classes[index - 1];
      if (smaller === undefined) continue;
      for (const facility of FACILITIES) {
        for (const end of ['low', 'value', 'high'] as const) {
          for (const limit of [20, 40, 60, 80, 100, 120, 140]) {
            const where = `${bigger.id} ${facility} ${end} ${limit}`;
            expect([
              where,
              speed(bigger, facility, limit, end) <= speed(smaller, facility, limit, end),
            ]).toEqual([where, true]);
          }
        }
      }
    }
  });

  it('never drive above the limit, and know the limits of articles 45 and 78', () => {
    for (const { id, facilities, unsigned } of classes) {
      for (const { factor } of Object.values(facilities)) expect([id, factor.high <= 1]).toEqual([id, true]);
      expect(facilities.expressway.legalKmh).toBe(id === 'car' ? 120 : 100);
      expect(unsigned.oneLanePerDirection).toEqual({ urbanKmh: 50, otherKmh: 70 });
      expect(unsigned.noCentreLine).toEqual({ urbanKmh: 30, otherKmh: 40 });
    }
  });
});

describe('traffic states', () => {
  it('order free, off-peak and peak on every facility, free being 1', () => {
    const find = (id: string): TrafficState | undefined => states.find((state) => state.id === id);
    for (const facility of FACILITIES) {
      const [free, offPeak, peak] = ['free', 'off-peak', 'peak'].map(
        (id) => find(id)?.factors[facility].value ?? 0,
      );
      expect(free).toBe(1);
      expect(offPeak).toBeGreaterThan(1);
      expect(peak).toBeGreaterThan(offPeak ?? Infinity);
    }
  });
});

describe('tariffs', () => {
  it('charge every toll class, by distance or by passage', () => {
    const { tariffs } = readRecord('tariffs.json') as { tariffs: readonly Tariff[] };
    const tollClasses = classes.map(({ tollClass }) => tollClass);
    for (const { id, periods } of tariffs) {
      for (const { perKmCny, perPassCny } of periods) {
        for (const key of tollClasses)
          expect([id, (perKmCny[key] ?? NaN) + (perPassCny[key] ?? NaN) > 0]).toEqual([id, true]);
      }
    }
  });
});

describe('scenarios', () => {
  it('are the ten of the model', () => {
    expect(scenarios.map(({ id }) => id).toSorted()).toEqual(SCENARIOS);
    for (const { id, base, modifications } of scenarios) {
      if (!id.includes('belt') && !id.includes('only'))
        expect([id, [base, modifications]]).toEqual([id, [id, []]]);
    }
  });

  it('remove the five belt sections, four of them, or none', () => {
    const listClosed = (id: string): readonly string[] =>
      scenarios
        .find((scenario) => scenario.id === id)
        ?.modifications.flatMap((one) => (one.kind === 'close' ? (one.sections ?? []) : [])) ?? [];
    expect(listClosed('2010-without-belt')).toEqual(BELT);
    expect(listClosed('2010-north-only')).toEqual(BELT.slice(1));
    expect(listClosed('2010-with-belt')).toEqual([]);
  });

  it('are paired in the three contrasts, and the header names what exists', () => {
    const header = readRecord('dataset.json') as DatasetHeader;
    expect(header.contrasts.map(({ base, build }) => `${base} -> ${build}`)).toEqual([
      '2010-without-belt -> 2010-with-belt',
      '2010-north-only -> 2010-with-belt',
      '2006-07 -> 2010-12',
    ]);
    expect(header.belt.sections).toEqual(BELT);
    expect([header.defaults.base, header.defaults.build, header.defaults.beside]).toEqual([
      '2010-without-belt',
      '2010-with-belt',
      '2010-north-only',
    ]);
  });
});
