/** What each section is worth, against skims of every set of them closed as a modification and all orders one by one. */
import { describe, expect, it } from 'vitest';
import { roundToSum } from '../../src/answer/round-to-sum.ts';
import type { SectionsRequest } from '../../src/answer/section-game.ts';
import { startSectionValues } from '../../src/answer/section-values.ts';
import type { MeasureShares, SectionValues, ValueMeasure } from '../../src/model/value.ts';
import { describeSection } from '../../src/answer/value-sections.ts';
import { DataError } from '../../src/problems.ts';
import { toJsonText } from '../../src/report/index.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import {
  averageOrders,
  BELT,
  countAll,
  CUTOFF_MS,
  listPairMs,
  SHIPPED,
  sumOf,
  SUPPLIERS,
  toValue,
  type Counted,
} from './section-counts.ts';

const ask = (request: SectionsRequest = {}): SectionValues => startSectionValues(SHIPPED, request).document();

function get({ measures }: SectionValues, measure: ValueMeasure): MeasureShares {
  const found = measures.find((one) => one.measure === measure);
  if (found === undefined) throw new Error(`no ${measure}`);
  return found;
}

describe.each(['free', 'peak'])('the sections of the belt, %s', (traffic) => {
  const found = ask({ traffic });
  const networks = countAll(traffic);
  const [none] = networks as [Counted];

  it.each(['minutes', 'passes', 'iOut', 'i2'] as const)('%s: the mean over all 120 orders', (measure) => {
    const values = networks.map((one) => toValue(one, none, measure));
    const one = get(found, measure);
    expect(one.none).toBeCloseTo(values[0] ?? NaN, 6);
    expect(one.all).toBeCloseTo(values.at(-1) ?? NaN, 6);
    const means = averageOrders(values);
    for (const [i, { section, value, alone, last }] of one.shares.entries()) {
      expect(section).toBe(BELT[i]);
      expect(Math.abs(value - (means[i] ?? NaN))).toBeLessThan(1.1e-6);
      expect(alone).toBeCloseTo((values[1 << i] ?? NaN) - (values[0] ?? NaN), 6);
      expect(last).toBeCloseTo((values[31] ?? NaN) - (values[31 - (1 << i)] ?? NaN), 6);
    }
  });

  it('sum to the whole effect, as they are written', () => {
    const written = JSON.parse(toJsonText(found)) as SectionValues;
    for (const { measure, shares, all, none: without } of written.measures)
      expect(Math.abs(sumOf(shares.map(({ value }) => value)) - (all - without)), measure).toBeLessThan(1e-9);
  });

  it('interact as the dividends of the 32 networks say, and in no other sets', () => {
    for (const measure of ['minutes', 'passes', 'iOut', 'i2'] as const) {
      const values = networks.map((one) => toValue(one, none, measure));
      const interactions = new Map(
        get(found, measure).interactions.map(({ sections, dividend }) => [sections.join(), dividend]),
      );
      for (let set = 1; set < 32; set += 1) {
        const members = BELT.filter((_, i) => (set & (1 << i)) !== 0);
        const parts = values.flatMap((value, part) => {
          const size = BELT.filter((_, i) => ((set ^ part) & (1 << i)) !== 0).length;
          return (part & set) === part ? [size % 2 === 0 ? value : -value] : [];
        });
        const dividend = sumOf(parts);
        const shown = interactions.get(members.join()) ?? 0;
        if (members.length > 1) expect(shown, `${measure} ${members.join()}`).toBeCloseTo(dividend, 5);
      }
      expect([...interactions.values()]).not.toContain(0);
    }
  });
});

it('leaves out of the minutes who has no way without the sections, and counts them', () => {
  const found = ask({ sections: ['ZENGCHENG-ROADS', 'E2R'] });
  const one = get(found, 'minutes');
  expect(found.leftOut).toBe(3);
  const all = listPairMs([]);
  const none = listPairMs(['ZENGCHENG-ROADS', 'E2R']);
  const pairs = none.flatMap((ms, i) => (ms === Infinity ? [] : [ms - (all[i] ?? NaN)]));
  expect(pairs).toHaveLength(none.length - 3);
  expect(one.all).toBeCloseTo(sumOf(pairs) / 1000, 6);
  expect(get(found, 'passes').none).toBe(none.filter((ms) => ms <= CUTOFF_MS).length);
});

describe('the west sections', () => {
  const value = (population: '2006' | 'all', section: string): number =>
    get(ask({ traffic: 'peak', measure: 'minutes', population }), 'minutes').shares.find(
      (one) => one.section === section,
    )?.value ?? NaN;

  it('save nothing at the peak for suppliers documented by 2006, and something for those on record later', () => {
    for (const section of ['W2R_N', 'W2R_S']) {
      expect(value('2006', section)).toBe(0);
      expect(value('all', section)).toBeGreaterThan(3600);
    }
    const later = SHIPPED.suppliers.filter(({ zone, inSet2006 }) => zone !== null && !inSet2006);
    const sites = new Set(SUPPLIERS.map(({ zone }) => zone));
    expect(
      [...new Set(later.map(({ zone }) => zone ?? ''))].filter((zone) => !sites.has(zone)).toSorted(),
    ).toEqual(['Z_NH_DZ', 'Z_SS_LP']);
  });
});

it('measures a main line from its links as it is published', () => {
  const bare = { ...SHIPPED, sections: SHIPPED.sections.map((one) => ({ ...one, publishedKm: null })) };
  const state = applyScenario(bare, findScenario(bare, '2025-12'));
  const published = SHIPPED.sections.filter(({ publishedKm }) => publishedKm !== null);
  expect(published.length).toBeGreaterThan(20);
  for (const { id, publishedKm } of published) {
    const { km, kmBasis } = describeSection(state, id);
    expect(kmBasis).toBe('links');
    expect(Math.abs(km - (publishedKm ?? NaN)), id).toBeLessThan(0.02);
  }
});

describe('what cannot be asked', () => {
  const wrong = (start: () => unknown): readonly string[] => {
    try {
      start();
      return [];
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      return error.problems.map(({ path, code }) => `${path} ${code}`);
    }
  };
  const values = (request: object): readonly string[] => wrong(() => startSectionValues(SHIPPED, request));

  it('of sections', () => {
    expect(values({ sections: [] })).toEqual(['sections out-of-range']);
    expect(values({ sections: ['N2R', 'N2R', 'X'] })).toEqual([
      'sections unknown-id',
      'sections duplicate-id',
    ]);
    expect(values({ sections: ['XH'], build: '2010-12' })).toEqual(['sections unknown-id']);
    expect(values({ build: '2001-01' })).toEqual(['sections out-of-range']);
    expect(
      values({ sections: SHIPPED.sections.slice(0, 13).map(({ id }) => id), build: '2025-12' }),
    ).toContain('sections out-of-range');
    expect(values({ measure: 'iOut', origins: ['Z_SS_LP'] })).toEqual(['measure contradiction']);
    expect(get(ask({ origins: ['Z_SS_LP'] }), 'minutes').all).toBeGreaterThan(0);
  });
});

it('rounds parts so that they still make the whole', () => {
  expect(roundToSum([1 / 3, 1 / 3, 1 / 3], 1)).toEqual([0.333334, 0.333333, 0.333333]);
  expect(roundToSum([-1 / 3, 2 / 3, -1 / 3], 0)).toEqual([-0.333333, 0.666666, -0.333333]);
  expect(roundToSum([0.5, 0.25], 0.750001)).toEqual([0.500001, 0.25]);
  expect(roundToSum([0.5, 0.25], 0.749999)).toEqual([0.499999, 0.25]);
  expect(roundToSum([], 0)).toEqual([]);
});
