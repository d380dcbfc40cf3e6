import { describe, expect, it } from 'vitest';
import { countReach, listReached, toCountText, toSiteCountText } from '../../src/access/reach.ts';

describe('listReached', () => {
  it('is inclusive to the millisecond, nearest first, ties by id', () => {
    const timesMs = new Map([
      ['B', 600_000],
      ['A', 600_000],
      ['exact', 3_600_000],
      ['late', 3_600_001],
      ['never', Infinity],
      ['near', 1],
    ]);
    expect(listReached(timesMs, 3600).map((one) => one.id)).toEqual(['near', 'A', 'B', 'exact']);
  });

  it('never counts the unreachable, whatever the cutoff', () => {
    expect(listReached(new Map([['never', Infinity]]), Infinity)).toEqual([]);
  });
});

describe('countReach', () => {
  const origins = [
    { id: 'S1', site: 'Z1', timesMs: new Map([['honda', 60_000]]) },
    { id: 'S2', site: 'Z1', timesMs: new Map([['honda', 60_000]]) },
    { id: 'S3', site: 'Z2', timesMs: new Map([['honda', Infinity]]) },
    { id: 'S4', site: 'Z3', timesMs: new Map<string, number>() },
  ];

  it('counts suppliers and their sites', () => {
    const count = countReach(origins, 'honda', 3600);
    expect(count).toEqual({ suppliers: 2, ofSuppliers: 4, sites: 1, ofSites: 3 });
    expect(toCountText(count)).toBe('2 of 4 placed suppliers at 3 sites');
    expect(toSiteCountText(count)).toBe('1 of 3 sites');
  });
});
