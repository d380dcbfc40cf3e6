/** Bans: which roads, which hours, and when a banned road may be entered again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ban } from '../../src/model/day.ts';
import type { Link } from '../../src/model/road.ts';
import {
  coversLink,
  findFreeEntry,
  listBansInForce,
  MS_PER_HOUR,
  toBannedHours,
} from '../../src/network/bans.ts';

const BAN: Ban = {
  ...{ id: 'b', nameEn: 'b', nameZh: null, vehicleClasses: ['heavy-truck'] },
  ...{ highways: [], sections: [], links: [], zone: null },
  ...{ hours: [{ from: '07:00', to: '10:00' }], from: '2005-01-01', to: '2012', sources: ['made-up'] },
};
const link = (more: Partial<Link>): Link =>
  ({
    highway: 'h',
    section: 's',
    featureId: 'f',
    geometry: [
      [0, 0],
      [1, 0],
    ],
    ...more,
  }) as Link;

describe('a ban', () => {
  it('is in force for its vehicles between its dates', () => {
    const find = (vehicle: string, day: string): number => listBansInForce([BAN], vehicle, day).length;
    expect([find('heavy-truck', '2010-12-31'), find('car', '2010-12-31')]).toEqual([1, 0]);
    expect([find('heavy-truck', '2004-12-31'), find('heavy-truck', '2013-01-01')]).toEqual([0, 0]);
  });

  it('covers what it names, and every link drawn wholly or partly in its zone', () => {
    expect(coversLink({ ...BAN, highways: ['h'] }, link({}))).toBe(true);
    expect(coversLink({ ...BAN, sections: ['s'] }, link({}))).toBe(true);
    expect(coversLink({ ...BAN, links: ['f'] }, link({}))).toBe(true);
    expect(coversLink({ ...BAN, links: ['other'] }, link({}))).toBe(false);
    const zone = [
      [2, -1],
      [4, -1],
      [4, 1],
      [2, 1],
      [2, -1],
    ] as const;
    const within = (geometry: Link['geometry']): boolean => coversLink({ ...BAN, zone }, link({ geometry }));
    expect(
      within([
        [3, 0],
        [3.5, 0],
      ]),
    ).toBe(true);
    // Through it, without a point inside.
    expect(
      within([
        [0, 0],
        [9, 0],
      ]),
    ).toBe(true);
    expect(
      within([
        [0, 0],
        [1.9, 0],
      ]),
    ).toBe(false);
  });

  it('over midnight ends on the next day', () => {
    expect(toBannedHours({ from: '22:00', to: '06:00' })).toEqual({
      fromMs: 22 * MS_PER_HOUR,
      toMs: 30 * MS_PER_HOUR,
    });
  });
});

describe('the next free entry', () => {
  const hours = [toBannedHours({ from: '07:00', to: '10:00' })];
  const at = (clock: number): number => clock * MS_PER_HOUR;
  const half = (): number => at(0.5);

  it('is at once outside the hours, and at their end within them', () => {
    expect(findFreeEntry(hours, at(5), half)).toBe(at(5));
    expect(findFreeEntry(hours, at(8), half)).toBe(at(10));
    expect(findFreeEntry(hours, at(10), half)).toBe(at(10));
  });

  it('leaves before they begin: to the minute they begin, and no later', () => {
    expect(findFreeEntry(hours, at(6.5), half)).toBe(at(6.5));
    expect(findFreeEntry(hours, at(6.5) + 1, half)).toBe(at(10));
  });

  it('is the same on the day before and after', () => {
    for (const days of [-1, 1])
      expect(findFreeEntry(hours, at(8 + 24 * days), half)).toBe(at(10 + 24 * days));
  });

  it('never comes where the free hours are too short', () => {
    const all = [toBannedHours({ from: '00:00', to: '23:00' })];
    expect(findFreeEntry(all, at(1), () => at(1.5))).toBe(Infinity);
    expect(findFreeEntry([toBannedHours({ from: '00:00', to: '00:00' })], at(1), half)).toBe(Infinity);
  });

  it('goes through several hours in a row', () => {
    const two = [...hours, toBannedHours({ from: '10:15', to: '12:00' })];
    expect(findFreeEntry(two, at(8), half)).toBe(at(12));
    expect(findFreeEntry(two, at(8), () => at(0.25))).toBe(at(10));
  });

  it('never lets who comes later pass earlier', () => {
    const two = [...hours, toBannedHours({ from: '22:00', to: '06:00' })];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 48 * 60 }), fc.integer({ min: 0, max: 600 }), (minute, later) => {
        const [first, second] = [minute, minute + later].map((one) => {
          const entry = findFreeEntry(two, one * 60_000, half);
          return entry + half();
        });
        expect(second).toBeGreaterThanOrEqual(first ?? NaN);
      }),
    );
  });
});
