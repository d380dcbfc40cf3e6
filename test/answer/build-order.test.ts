/** The best order of the belt's sections against all 120, its years and money, and when verdicts first hold. */
import { describe, expect, it } from 'vitest';
import { toBuildCondition } from '../../src/answer/build-conditions.ts';
import { startBuildOrder, type BuildOrderRequest } from '../../src/answer/build-order.ts';
import type { BuildOrder } from '../../src/model/build-order.ts';
import { DataError } from '../../src/problems.ts';
import {
  BELT,
  countAll,
  ORDERS,
  SHIPPED,
  sumOf,
  SUPPLIERS,
  toValue,
  type Counted,
} from './section-counts.ts';

const order = (request: BuildOrderRequest = {}): BuildOrder => startBuildOrder(SHIPPED, request).document();

describe.each(['free', 'peak'])('the sections of the belt, %s', (traffic) => {
  const networks = countAll(traffic);
  const [none] = networks as [Counted];

  it('are ordered as the best of all 120 orders is', () => {
    const values = networks.map((one) => toValue(one, none, 'minutes') / 1);
    const sums = ORDERS.map((one) =>
      one.reduce((sum, _, year) => {
        const set = one.slice(0, year + 1).reduce((all, i) => all | (1 << i), 0);
        return sum + (values[set] ?? NaN) * 1.08 ** -(year + 1);
      }, 0),
    );
    const built = order({ traffic });
    expect(built.best.value).toBeCloseTo(Math.max(...sums), 6);
    expect(built.leastValue).toBeCloseTo(Math.min(...sums), 6);
    expect(built.best.value).toBeCloseTo(
      sums[ORDERS.findIndex((one) => one.map((i) => BELT[i]).join() === built.best.order.join())] ?? NaN,
      6,
    );
    expect(built.real?.order).toEqual(BELT);
    expect(built.real?.value).toBeCloseTo(sums[0] ?? NaN, 6);
    expect(built.ties).toBe(sums.filter((sum) => Math.abs(sum - Math.max(...sums)) < 1e-6).length);
    expect(built.orders).toBe(120);
  });

  it('bring the verdicts about in the year in which some order can', () => {
    const { conditions } = order({ traffic, perYear: 2 });
    for (const { id, earliest, sections } of conditions.filter((one) => one.id.startsWith('pair:'))) {
      const sets = networks.flatMap((one, set) => (one.linked.has(id.slice(5)) ? [set] : []));
      const years = sets.map((set) => Math.ceil(BELT.filter((_, i) => (set & (1 << i)) !== 0).length / 2));
      expect(earliest, id).toBe(years.length === 0 ? null : Math.min(...years));
      const set = BELT.reduce((all, one, i) => (sections.includes(one) ? all | (1 << i) : all), 0);
      if (earliest !== null) expect(networks[set]?.linked.has(id.slice(5)), id).toBe(true);
    }
    const independence = conditions.find(({ id }) => id === 'independence');
    const level = networks.flatMap(({ iOut }, set) => (iOut >= 0.5 ? [set] : []));
    expect(independence?.earliest === null).toBe(level.length === 0);
    expect(independence?.earliest === 0).toBe(level.includes(0));
  });
});

describe('years and money', () => {
  it('stands beside the real years: the same networks, each counted until the next opened', () => {
    const { asBuilt } = order({ traffic: 'peak', discountRate: 0 });
    const networks = countAll('peak');
    const none = networks[0] as Counted;
    // Two of 2001 to 2005 and so on: years that N2R, then W2R_N … were the last to be open.
    const years = [5, 1, 1, 2, 1];
    const expected = years.reduce((sum, count, i) => {
      const set = 2 ** (i + 1) - 1;
      return sum + count * toValue(networks[set] as Counted, none, 'minutes');
    }, 0);
    expect(asBuilt?.real.value).toBeCloseTo(expected, 6);
    expect(asBuilt?.real.years.map(({ year }) => year)).toEqual(
      Array.from({ length: 10 }, (_, i) => 2001 + i),
    );
    expect(asBuilt?.best.value).toBeGreaterThanOrEqual(asBuilt?.real.value ?? NaN);
  });

  it('is paid for out of a budget, section after section', () => {
    const built = order({ budget: 1000, costPerKm: { all: 50, E2R: 200 }, traffic: 'peak' });
    const cost = new Map(built.sections.map((one) => [one.id, one.cost ?? NaN]));
    expect(cost.get('E2R')).toBeCloseTo(18.694 * 200, 9);
    expect(cost.get('S2R')).toBeCloseTo(50.143 * 50, 9);
    let paid = 0;
    for (const id of built.best.order) {
      paid += cost.get(id) ?? NaN;
      const year = built.best.years.find(({ open }) => open.includes(id))?.year;
      expect(year).toBe(Math.ceil(paid / 1000));
    }
    expect(built.best.years).toHaveLength(Math.ceil(paid / 1000));
    expect(built.pace).toEqual({ kind: 'budget', perYear: 1000 });
    expect(built.command).toContain('--budget 1000 --cost-per-km 50 --cost-per-km E2R=200');
  });

  it('marks the assumed rate with its range, and takes one of the caller', () => {
    const assumed = order();
    expect(assumed.discountRate).toEqual({
      value: 0.08,
      low: 0.04,
      high: 0.12,
      source: 'assumption',
      grade: 'assumed',
    });
    expect(assumed.atRates.map(({ rate }) => rate)).toEqual([0.04, 0.12]);
    expect(assumed.sentence).toContain('8 % (assumed)');
    const own = order({ discountRate: 0 });
    expect(own.atRates).toEqual([]);
    expect(own.best.value).toBeCloseTo(sumOf(own.best.years.map(({ gain }) => gain)), 6);
  });

  it('asks of any verdict, share or trip', () => {
    const ids = ['share:0', 'share:0.39', 'share:1', 'reach:S031-toyota', 'independence'];
    const { conditions } = order({ traffic: 'peak', conditions: ids });
    expect(conditions.map(({ id }) => id)).toEqual(ids);
    const networks = countAll('peak');
    const share = networks.flatMap(({ passes }, set) =>
      passes / (3 * SUPPLIERS.length) >= 0.39 ? [set] : [],
    );
    const fewest = Math.min(...share.map((set) => BELT.filter((_, i) => (set & (1 << i)) !== 0).length));
    expect(conditions.map(({ earliest }) => earliest)).toEqual([0, fewest, null, 1, 1]);
    expect(conditions[3]).toMatchObject({ sections: ['E2R'], best: 1, real: 4 });
  });
});

it('names the set that is finished first, though another has fewer sections', () => {
  // The first alone, or the two others together.
  const holds = [false, true, false, true, false, true, true, true];
  const years = [0, 9, 1, 10, 1, 10, 2, 11];
  const programmes = { best: [2, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7], real: [0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 7] };
  const condition = { id: 'belt', isTrue: () => true };
  const found = toBuildCondition(condition, holds, (set) => years[set] ?? NaN, programmes, ['A', 'B', 'C']);
  expect(found).toEqual({ id: 'belt', earliest: 2, sections: ['B', 'C'], best: 2, real: 9 });
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
  const orders = (request: object): readonly string[] => wrong(() => startBuildOrder(SHIPPED, request));

  it('of years and money', () => {
    expect(orders({ perYear: 0 })).toEqual(['perYear out-of-range']);
    expect(orders({ perYear: 2, budget: 5 })).toEqual(['perYear contradiction', 'costPerKm missing']);
    expect(orders({ costPerKm: 5 })).toEqual(['costPerKm contradiction']);
    expect(orders({ budget: -1, costPerKm: { all: 0, X: 1 } })).toEqual([
      'budget out-of-range',
      'costPerKm.all out-of-range',
      'costPerKm unknown-id',
    ]);
    expect(orders({ budget: 1, costPerKm: 1 })).toEqual(['budget out-of-range']);
    expect(orders({ discountRate: 1.5 })).toEqual(['discountRate out-of-range']);
    expect(orders({ conditions: ['share:1.5', 'pair:x-y', 'reach:S031-nobody'] })).toEqual(
      Array.from({ length: 3 }, () => 'conditions unknown-id'),
    );
    const bare = { ...SHIPPED, appraisal: null };
    expect(wrong(() => startBuildOrder(bare, {}))).toEqual(['discountRate missing']);
    expect(wrong(() => startBuildOrder(bare, { discountRate: 0.1 }))).toEqual([]);
  });

  it('of real orders where a date is not known', () => {
    const dated = order({ sections: ['E2R', 'GQ2', 'G105'] });
    expect(dated).toMatchObject({ real: null, asBuilt: null });
    expect(dated.sentence).toContain('no real order');
  });
});
