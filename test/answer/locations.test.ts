/** The ranking of locations: counted from the analysis, ordered by an order written apart from it. */
import { describe, expect, it } from 'vitest';
import { analyse, rankLocations, type Locations } from '../../src/index.ts';
import { DataError } from '../../src/problems.ts';
import { cutOff } from './trip-data.ts';
import { SHIPPED, THREE_TOWNS as REGION } from '../data-sets.ts';

describe.each([
  ['the shipped data', SHIPPED, {}],
  [
    '45 minutes at peak, every Honda plant',
    SHIPPED,
    { cutoffS: 2700, traffic: 'peak', groupChoice: { honda: 'every' } },
  ],
  ['the made-up region', REGION, { cutoffS: 1500 }],
])('%s', (_, dataset, request) => {
  const ranked = rankLocations(dataset, request);
  const analysis = analyse(dataset, request);

  it('holds every zone and seat with the analysis’ times and verdicts', () => {
    expect(ranked.locations.map(({ id }) => id).toSorted()).toEqual(
      dataset.zones.map(({ id }) => id).toSorted(),
    );
    for (const location of ranked.locations) {
      for (const role of ['base', 'build'] as const) {
        const { times, strict, tolerant, worstS } = location[role];
        const rows = analysis.groups.filter(
          (row) => row.origin === location.id && row.scenario === ranked[role].id,
        );
        expect(times).toEqual(
          rows.map(({ group, plant, timeS, verdict }) => ({ group, plant, timeS, verdict })),
        );
        expect(strict).toBe(rows.filter(({ verdict }) => verdict === 'strict').length);
        expect(tolerant).toBe(rows.filter(({ verdict }) => /^(?:strict|tolerant)$/.test(verdict)).length);
        expect(worstS).toBe(Math.max(...rows.map(({ timeS }) => timeS ?? NaN)));
      }
    }
  });

  it('ranks by groups, then by the slowest group', () => {
    for (const role of ['base', 'build'] as const) expectRanks(ranked, role);
    const order = ranked.locations.map(({ build }) => build.rank);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const { base, build, rankGain } of ranked.locations) expect(rankGain).toBe(base.rank - build.rank);
  });
});

/** One number that orders as the ranking should: a group is worth more than any time. */
function expectRanks({ locations }: Locations, role: 'base' | 'build'): void {
  const scores = locations.map((one) => one[role].strict * 1e9 - (one[role].worstS ?? 1e8));
  const sorted = scores.toSorted((a, b) => b - a);
  expect(locations.map((one) => one[role].rank)).toEqual(scores.map((score) => sorted.indexOf(score) + 1));
}

describe('a ranking', () => {
  it('gives equal locations one rank, leaves out the next, and lists them by id', () => {
    const at = SHIPPED.zones.find(({ id }) => id === 'D_NANHAI')?.at ?? [0, 0];
    const twin = `${at[0]},${at[1]}`;
    const { locations } = rankLocations(SHIPPED, { origins: ['D_NANHAI', twin, 'Z_ZS', 'D_SANSHUI'] });
    expect(locations.map(({ id, build }) => [id, build.rank])).toEqual([
      [twin, 1],
      ['D_NANHAI', 1],
      ['D_SANSHUI', 3],
      ['Z_ZS', 4],
    ]);
  });

  it('puts a location with an unreachable group behind, and equal ones of those together', () => {
    const dataset = cutOff(SHIPPED);
    const { locations } = rankLocations(dataset, { base: '2006-07', build: '2010-12' });
    expect(locations[0]?.build).toMatchObject({ strict: 1, worstS: null, rank: 1 });
    expect(locations[0]?.build.times.map(({ timeS }) => timeS === null)).toEqual([false, true, true]);
  });

  it('moves with the belt: somebody gains, the base of the same scenario does not', () => {
    expect(rankLocations(SHIPPED).locations.some(({ rankGain }) => rankGain > 5)).toBe(true);
    const same = rankLocations(SHIPPED, { base: '2010-with-belt' });
    expect(same.locations.every(({ rankGain }) => rankGain === 0)).toBe(true);
  });

  it.each([{ cutoffS: 0 }, { toleranceS: -1 }, { origins: ['Z_SS_LP', 'nowhere'] }, { build: '2010-02-30' }])(
    'refuses %j',
    (request) => {
      expect(() => rankLocations(SHIPPED, request)).toThrow(DataError);
    },
  );
});
