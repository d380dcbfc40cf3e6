/** Trips by the clock: a factor of 1 is free flow, a cell is its route, a ban is waited for or gone around. */
import { describe, expect, it } from 'vitest';
import { findRoute } from '../../src/matrix/route.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Ban, Profile } from '../../src/model/day.ts';
import { toClock } from '../../src/network/clock.ts';
import { toSetting, type Setting } from '../../src/network/setting.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { SHIPPED } from '../data-sets.ts';

const PLACES = [...SHIPPED.zones, ...SHIPPED.plants].map(({ id, at }) => ({ id, at }));
const PLANTS = SHIPPED.plants.map(({ id, at }) => ({ id, at }));
const SCENARIO = findScenario(SHIPPED, '2010-with-belt');
const [WEEKDAY] = SHIPPED.profiles as [Profile];

/** The same day with every factor 1. */
const FLAT: Profile = {
  ...WEEKDAY,
  id: 'flat',
  factors: Object.fromEntries(
    Object.entries(WEEKDAY.factors).map(([facility, row]) => {
      const ones = row.value.map(() => 1);
      return [facility, { ...row, value: ones, low: ones, high: ones }];
    }),
  ) as unknown as Profile['factors'],
};

const toOf = (data: Dataset, vehicleClass: string, choice: Parameters<typeof toClock>[1]): Setting =>
  toSetting(data, { vehicleClass, trafficState: 'free', clock: toClock(data, choice) });
const find = (id: string) => PLACES.find((place) => place.id === id) ?? expect.fail(id);

describe('a day on which every factor is 1', () => {
  it.each([
    ['car', { departS: 30_600 }],
    ['heavy-truck', { departS: 0 }],
    ['car', { arriveByS: 32_400 }],
    ['light-truck', { arriveByS: 600 }],
  ] as const)('%s with %j is free flow bit for bit', (vehicle, moment) => {
    const free = toSetting(SHIPPED, { vehicleClass: vehicle, trafficState: 'free' });
    const byClock = toOf(SHIPPED, vehicle, { profile: FLAT, ...moment });
    const [wanted, found] = [free, byClock].map((setting) =>
      skim(SHIPPED, SCENARIO, setting, PLACES, PLANTS),
    );
    for (const [i, cell] of (wanted?.cells ?? []).entries())
      expect({ ...found?.cells[i], departMs: null }).toEqual(cell);
  });
});

describe('a working day', () => {
  const clock = { departS: 7 * 3600 + 900 };
  const setting = toOf(SHIPPED, 'car', clock);

  it('has cells that are their routes, to the millisecond', () => {
    const table = skim(SHIPPED, SCENARIO, setting, PLACES, PLACES, { corners: false });
    for (const [from, to] of [
      ['Z_SS_LP', 'TOYOTA_NS'],
      ['Z_HD_AUTO', 'HONDA_ZC'],
      ['HONDA_HP', 'NISSAN_HD1'],
    ] as const) {
      const { best } = findRoute(SHIPPED, SCENARIO, setting, find(from), find(to));
      expect(best?.timeMs).toBe(table.find(from, to).timeMs);
      const parts = (best?.steps ?? []).reduce((sum, { timeMs }) => sum + timeMs, 0);
      expect(parts + (best?.access.timeMs ?? NaN) + (best?.egress.timeMs ?? NaN)).toBe(best?.timeMs);
    }
  });

  it('is never faster than free flow, nor slower than its slowest hour throughout', () => {
    const free = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: 'free' });
    const peak = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: 'peak' });
    const [least, most] = [free, peak].map((one) =>
      skim(SHIPPED, SCENARIO, one, PLACES, PLACES, { corners: false }),
    );
    for (const hour of [3, 7, 12, 17])
      for (const [i, { timeMs }] of skim(
        SHIPPED,
        SCENARIO,
        toOf(SHIPPED, 'car', { departS: hour * 3600 }),
        PLACES,
        PLACES,
        { corners: false },
      ).cells.entries()) {
        expect(timeMs).toBeGreaterThanOrEqual(least?.cells[i]?.timeMs ?? NaN);
        // The hours of the peak are those of the peak state.
        expect(timeMs).toBeLessThanOrEqual(most?.cells[i]?.timeMs ?? NaN);
      }
  });

  it('arrives just in time by leaving as late as that takes', () => {
    const by = toOf(SHIPPED, 'car', { arriveByS: 32_400 });
    const { best } = findRoute(SHIPPED, SCENARIO, by, find('Z_SS_LP'), find('TOYOTA_NS'));
    const departS = (best?.departMs ?? NaN) / 1000;
    expect(departS + (best?.timeMs ?? NaN) / 1000).toBeLessThanOrEqual(32_400);
    const later = toOf(SHIPPED, 'car', { departS: departS + 0.001 });
    const { best: late } = findRoute(SHIPPED, SCENARIO, later, find('Z_SS_LP'), find('TOYOTA_NS'));
    expect(departS + 0.001 + (late?.timeMs ?? NaN) / 1000).toBeGreaterThan(32_400);
  });
});

describe('bans on trucks', () => {
  const ban = (more: Partial<Ban>): Dataset => ({
    ...SHIPPED,
    bans: [
      {
        ...{
          id: 'made-up',
          nameEn: 'made up',
          nameZh: null,
          vehicleClasses: ['heavy-truck'],
          highways: [],
          sections: [],
        },
        ...{
          links: [],
          zone: null,
          hours: [{ from: '07:00', to: '10:00' }],
          from: null,
          to: null,
          sources: ['made-up'],
        },
        ...more,
      },
    ],
  });
  const ends = [find('Z_SS_LP'), find('TOYOTA_NS')] as const;
  const drive = (data: Dataset, vehicle: string, departS: number) =>
    findRoute(data, SCENARIO, toOf(data, vehicle, { departS }), ...ends);

  it('are gone around where that is faster, and named', () => {
    const data = ban({ sections: ['N2R'] });
    const { best, avoids } = drive(data, 'heavy-truck', 7.5 * 3600);
    expect(avoids).toEqual(['made-up']);
    expect(best?.steps.some(({ section }) => section === 'N2R')).toBe(false);
    expect(
      drive(SHIPPED, 'heavy-truck', 7.5 * 3600).best?.steps.some(({ section }) => section === 'N2R'),
    ).toBe(true);
  });

  it('are waited for where every way is banned', () => {
    const [west, south, east, north] = [112, 22, 114.5, 24];
    const zone = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const;
    const { best } = drive(ban({ zone }), 'heavy-truck', 9.5 * 3600);
    expect(best?.waitMs).toBeGreaterThan(0);
    expect(best?.waits.at(0)?.untilMs).toBe(10 * 3_600_000);
    // Half an hour before it begins no long link is entered that is not left in time.
    const early = drive(ban({ zone }), 'heavy-truck', 6.9 * 3600).best;
    expect((early?.departMs ?? NaN) + (early?.timeMs ?? NaN)).toBeGreaterThan(10 * 3_600_000);
  });

  it('are nothing to a car, nor to a truck without a clock', () => {
    const data = ban({ sections: ['N2R'] });
    expect(drive(data, 'car', 7.5 * 3600).best?.timeMs).toBe(drive(SHIPPED, 'car', 7.5 * 3600).best?.timeMs);
    const still = toSetting(data, { vehicleClass: 'heavy-truck', trafficState: 'free' });
    const { best, avoids } = findRoute(data, SCENARIO, still, ...ends);
    expect([best?.waitMs, best?.waits, avoids]).toEqual([0, [], []]);
  });

  it('all day leave no way', () => {
    const data = ban({
      hours: [
        { from: '00:00', to: '12:00' },
        { from: '12:00', to: '23:59' },
      ],
      zone: [
        [110, 20],
        [116, 20],
        [116, 26],
        [110, 26],
        [110, 20],
      ],
    });
    expect(drive(data, 'heavy-truck', 3600).best).toBeNull();
  });
});
