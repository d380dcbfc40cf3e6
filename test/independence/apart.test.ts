import { describe, expect, it } from 'vitest';
import { countIndependent, listTierTwo } from '../../src/independence/apart.ts';
import { countReachBySupply, findDocumented, listDocumented } from '../../src/independence/documented.ts';
import type { SupplierTimes } from '../../src/independence/supplier-times.ts';
import type { Customer, Supplier } from '../../src/model/place.ts';

const GROUPS = ['nissan', 'honda', 'toyota'];
const MINUTE = 60_000;

function times(
  id: string,
  ownGroup: string | null,
  tier: 1 | 2,
  ...minutes: readonly number[]
): SupplierTimes {
  const timesMs = new Map(GROUPS.map((group, i) => [group, (minutes[i] ?? Infinity) * MINUTE]));
  return { id, site: `Z_${id}`, timesMs, ownGroup, tier, volume: null };
}

function record(id: string, more: Partial<Supplier>): Supplier {
  return {
    id,
    name: id,
    nameZh: null,
    parent: 'p',
    keiretsu: null,
    tier: 1,
    part: 'x',
    district: null,
    zone: `Z_${id}`,
    siteGrade: null,
    established: null,
    startOfProduction: null,
    inSet2006: true,
    customers: [],
    buyer: null,
    volume: null,
    evidence: '',
    confidence: 'low',
    sources: [],
    ...more,
  };
}

function customer(group: string | null, status: Customer['status']): Customer {
  return { group, name: group ?? 'x', status, asOf: null, source: 'test' };
}

describe('countIndependent', () => {
  it('takes tier-1 firms without a tag alone', () => {
    const list = [
      times('a', null, 1, 10, 60, 60),
      times('b', null, 1, 10, 61, 10),
      times('c', null, 1),
      times('d', null, 2, 1, 1, 1),
      times('e', 'honda', 1, 1, 1, 1),
    ];
    const counts = countIndependent(list, GROUPS, 3600);
    const numbers = [counts.atLeastOne, counts.atLeastTwo, counts.all].map((one) => one.suppliers);
    expect(numbers).toEqual([2, 2, 1]);
    expect(counts.all.ofSuppliers).toBe(3);
  });
});

describe('listTierTwo', () => {
  it('goes to the documented buyer, group or firm; nothing is guessed', () => {
    const list = [
      times('toGroup', null, 2, 50, 50, 50),
      times('toFirm', null, 2),
      times('toNowhere', null, 2),
      times('noBuyer', null, 2),
      times('tierOne', 'honda', 1),
    ];
    const records = [
      record('toGroup', { tier: 2, buyer: 'honda' }),
      record('toFirm', { tier: 2, buyer: 'firm' }),
      record('toNowhere', { tier: 2, buyer: 'unplaced' }),
      record('noBuyer', { tier: 2 }),
      record('firm', {}),
      record('unplaced', { zone: null }),
    ];
    const between = (from: string, to: string): number =>
      from === 'Z_toFirm' && to === 'Z_firm' ? 3_600_001 : Infinity;
    expect(listTierTwo(list, records, GROUPS, 3600, between)).toEqual([
      { supplier: 'toGroup', buyer: 'honda', timeMs: 3_000_000, reached: true },
      { supplier: 'toFirm', buyer: 'firm', timeMs: 3_600_001, reached: false },
      { supplier: 'toNowhere', buyer: 'unplaced', timeMs: null, reached: null },
      { supplier: 'noBuyer', buyer: null, timeMs: null, reached: null },
    ]);
  });
});

describe('potential beside documented', () => {
  it('takes the best record, and none is "not documented", never "no"', () => {
    expect(findDocumented([customer('honda', 'past'), customer('honda', 'current')], 'honda')).toBe(
      'current',
    );
    expect(findDocumented([customer('honda', 'target'), customer('honda', 'past')], 'honda')).toBe('past');
    expect(findDocumented([customer('honda', 'via'), customer('honda', 'target')], 'honda')).toBe('target');
    expect(findDocumented([customer(null, 'current')], 'honda')).toBe('not documented');
  });

  it('counts only current as supply', () => {
    const suppliers = [times('a', 'nissan', 1, 10, 70, 10)];
    const records = [record('a', { customers: [customer('honda', 'current'), customer('toyota', 'past')] })];
    const rows = listDocumented(suppliers, records, GROUPS, 3600);
    expect(rows.map((row) => `${row.group} ${row.reached} ${row.documented}`)).toEqual([
      'nissan true not documented',
      'honda false current',
      'toyota true past',
    ]);
    expect(countReachBySupply(rows)).toEqual({
      reachedSupplied: 0,
      reachedNotDocumented: 2,
      unreachedSupplied: 1,
      unreachedNotDocumented: 0,
    });
  });
});
