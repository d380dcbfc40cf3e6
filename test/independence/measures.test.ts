import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeastOne } from '../../src/independence/at-least-one.ts';
import { balanceOf, toBalance } from '../../src/independence/balance.ts';
import { iOutAll } from '../../src/independence/i-out-all.ts';
import { iOut } from '../../src/independence/i-out.ts';
import { meanGroups, meanGroupsOf } from '../../src/independence/mean-groups.ts';
import { measureAll } from '../../src/independence/measure-all.ts';
import { i2, i3 } from '../../src/independence/share-of-groups.ts';
import { soft, toSoftWeight } from '../../src/independence/soft.ts';
import { countGroups, type SupplierTimes } from '../../src/independence/supplier-times.ts';

const MINUTE = 60_000;
const GROUPS = ['nissan', 'honda', 'toyota'] as const;
const RUNS = process.env['BELTWAY_LONG'] === '1' ? 10_000 : 500;

type Row = readonly [own: string | null, tier: 1 | 2, nissan: number, honda: number, toyota: number];

function supplier([ownGroup, tier, ...minutes]: Row, index = 0, volume: number | null = null): SupplierTimes {
  const timesMs = new Map(GROUPS.map((group, i) => [group, (minutes[i] ?? Infinity) * MINUTE]));
  return { id: `S${index}`, site: `Z${index}`, timesMs, ownGroup, tier, volume };
}

/** The check values of MODEL section 4 are for times of 20, 40 and 70 minutes. */
const CHECK = supplier([null, 1, 20, 40, 70]);

describe('check values', () => {
  it('N_60 = 2, N_70 = 3, mean over 45…75 = 2.193548', () => {
    expect(countGroups(CHECK, GROUPS, 3600)).toBe(2);
    expect(countGroups(CHECK, GROUPS, 4200)).toBe(3);
    expect(meanGroupsOf(CHECK, GROUPS)).toBeCloseTo(2.193548, 6);
    expect(meanGroupsOf(CHECK, GROUPS)).toBeCloseTo(68 / 31, 14);
  });

  it('Σf = 2.113622 and entropy balance 2.437864', () => {
    const sum = [20, 40, 70].reduce((total, min) => total + toSoftWeight(min * MINUTE), 0);
    expect(sum.toFixed(6)).toBe('2.113622');
    expect(balanceOf(CHECK, GROUPS)?.entropy.toFixed(6)).toBe('2.437864');
  });

  it('balance of (1,1,1) is 3 and 3, of (2,1,1) 2.828427 and 2.666667', () => {
    expect(toBalance([1, 1, 1])?.entropy).toBeCloseTo(3, 12);
    expect(toBalance([1, 1, 1])?.inverseSimpson).toBeCloseTo(3, 12);
    expect(toBalance([2, 1, 1])?.entropy.toFixed(6)).toBe('2.828427');
    expect(toBalance([2, 1, 1])?.inverseSimpson.toFixed(6)).toBe('2.666667');
    expect(toBalance([1, 0, 1])).toEqual({ entropy: 2, inverseSimpson: 2 });
  });
});

describe('by hand', () => {
  const suppliers = [
    supplier(['nissan', 1, 10, 60, 70], 1), // reaches one other group, not all
    supplier(['honda', 1, 90, 10, 61], 2), // only its own
    supplier(['toyota', 1, 50, 60, 10], 3), // all
    supplier(['toyota', 2, 10, 10, 10], 4), // tier 2: not in iOut
    supplier([null, 1, 10, 10, 10], 5), // independent: not in iOut
  ];

  it('counts only tier-1 suppliers with a tag', () => {
    expect(iOut(suppliers, GROUPS, 3600)).toBe(2 / 3);
    expect(iOutAll(suppliers, GROUPS, 3600)).toBe(1 / 3);
    expect(atLeastOne(suppliers, GROUPS, 3600)).toBe(true);
    expect(atLeastOne(suppliers.slice(1, 2), GROUPS, 3600)).toBe(false);
  });

  it('i2 and i3 are over all placed suppliers', () => {
    expect(i2(suppliers, GROUPS, 3600)).toBe(4 / 5);
    expect(i3(suppliers, GROUPS, 3600)).toBe(3 / 5);
  });

  it('weighs by volume only where every volume is known', () => {
    const known = [supplier(['honda', 1, 1, 1, 1], 1, 30), supplier(['honda', 1, 99, 1, 99], 2, 10)];
    expect(i2(known, GROUPS, 3600)).toBe(0.75);
    expect(i2([...known, supplier(['honda', 1, 99, 1, 99], 3)], GROUPS, 3600)).toBe(1 / 3);
    expect(i2([supplier(['honda', 1, 1, 1, 1], 1, 0)], GROUPS, 3600)).toBeNull();
  });

  it('the means are over suppliers', () => {
    expect(meanGroups([CHECK, supplier(['honda', 1, 999, 0, 999])], GROUPS)).toBeCloseTo(
      (68 / 31 + 1) / 2,
      14,
    );
    expect(soft([supplier(['nissan', 1, 999, 0, Infinity])], GROUPS)).toBeCloseTo(0.5, 12);
  });

  it('is null of nobody, never 0', () => {
    const empty = measureAll('x', [], GROUPS, 3600, null);
    expect([empty.iOut, empty.iOutAll, empty.i2, empty.i3, empty.meanGroups, empty.soft]).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    expect(iOut([CHECK], GROUPS, 3600)).toBeNull();
    expect(balanceOf(supplier(['honda', 1, 200, 200, Infinity]), GROUPS)).toBeNull();
  });

  it('a supplier without another group in the list does not reach all others', () => {
    expect(iOutAll([supplier(['honda', 1, 1, 1, 1])], ['honda'], 3600)).toBe(0);
  });
});

const minutes = fc.oneof(fc.double({ min: 0, max: 300, noNaN: true }), fc.constant(Infinity));
const own = fc.constantFrom('nissan', 'honda', 'toyota', null);
const rows = fc.array(fc.tuple(own, fc.constantFrom(1 as const, 2 as const), minutes, minutes, minutes), {
  minLength: 1,
  maxLength: 25,
});
const cutoff = fc.integer({ min: 1, max: 20_000 });

describe('properties', () => {
  it('iOutAll ≤ iOut, i3 ≤ i2, all shares in 0..1, growing with the cutoff', () => {
    fc.assert(
      fc.property(rows, cutoff, cutoff, (list, a, b) => {
        const suppliers = list.map((row, i) => supplier(row, i));
        const [less, more] = [a, b]
          .toSorted((x, y) => x - y)
          .map((T) => measureAll('x', suppliers, GROUPS, T, null));
        for (const key of ['iOut', 'iOutAll', 'i2', 'i3'] as const) {
          const [low, high] = [less?.[key] ?? 0, more?.[key] ?? 0];
          expect(low >= 0 && low <= high && high <= 1).toBe(true);
        }
        expect(more?.iOutAll ?? 0).toBeLessThanOrEqual(more?.iOut ?? 0);
        expect(more?.i3 ?? 0).toBeLessThanOrEqual(more?.i2 ?? 0);
        expect(more?.atLeastOne).toBe((more?.iOut ?? 0) > 0);
      }),
      { numRuns: RUNS, seed: 2 },
    );
  });

  it('soft is in 0..1 and falls when a trip gets longer', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 100, noNaN: true }), (list, more) => {
        const before = list.map((row, i) => supplier(row, i));
        const after = list.map(([g, tier, a, b, c], i) =>
          supplier([g, tier, a + more, b + more, c + more], i),
        );
        const [high, low] = [soft(before, GROUPS) ?? NaN, soft(after, GROUPS) ?? NaN];
        expect(low <= high && low >= 0 && high <= 1).toBe(true);
      }),
      { numRuns: RUNS, seed: 3 },
    );
  });

  it('an unreachable group weighs nothing anywhere', () => {
    const never = supplier(['nissan', 1, Infinity, Infinity, Infinity]);
    const all = measureAll('x', [never], GROUPS, Number.MAX_SAFE_INTEGER, null);
    expect([all.iOut, all.iOutAll, all.i2, all.i3, all.meanGroups, all.soft]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(toSoftWeight(Infinity)).toBe(0);
  });

  it('balance lies between 1 and the number of weights above 0', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weights, (list) => {
        const balance = toBalance(list);
        if (balance === null) return;
        for (const value of [balance.entropy, balance.inverseSimpson]) {
          expect(value).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(value).toBeLessThanOrEqual(list.length + 1e-9);
        }
      }),
      { numRuns: RUNS, seed: 4 },
    );
  });
});
