/** How often trips keep the hour at an hour of the day: between the traffic states, as far as the time is. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { listDay } from '../../src/answer/day.ts';
import { toReliability } from '../../src/answer/reliability.ts';
import type { ReliabilityRow } from '../../src/model/reliability.ts';
import { SHIPPED } from '../data-sets.ts';
import { quantileOracle } from '../reliability/oracle.ts';

describe('by the hour of the day', () => {
  const HOUR_S = 3600;
  const asked = { origins: ['Z_HD_AUTO', 'Z_SS_LP', 'Z_NS_HG'] };
  const list = (more: object): readonly ReliabilityRow[] =>
    toReliability(SHIPPED, { ...asked, ...more }).rows;

  it.each([
    [2, 'free'],
    [11, 'off-peak'],
  ] as const)('trips at %i:00, when the whole day is %s, are those of that state', (hour, traffic) => {
    const byHour = list({ departS: hour * HOUR_S });
    const byState = list({ traffic });
    for (const [i, row] of byHour.entries()) {
      const { coefficientOfVariation: cv, ...rest } = row;
      expect(cv).toBeCloseTo(byState[i]?.coefficientOfVariation ?? NaN, 12);
      expect(rest).toEqual({ ...byState[i], coefficientOfVariation: undefined });
    }
    expect(byHour.length).toBe(18);
  });

  it('vary by what lies between the states, as far as the time does', () => {
    const rows = list({ departS: 8.4 * HOUR_S });
    const [off, peak] = [list({ traffic: 'off-peak' }), list({ traffic: 'peak' })];
    const between = rows.filter(({ timeS, plant }, i) => {
      const [a, b] = [off[i], peak[i]];
      // On another route the states take other times than on their own.
      return a?.plant === plant && b?.plant === plant && (timeS ?? 0) > (a?.timeS ?? 0) + 60;
    });
    expect(between.length).toBeGreaterThan(4);
    for (const { coefficientOfVariation } of between) {
      expect(coefficientOfVariation).toBeGreaterThan(0.15);
      expect(coefficientOfVariation).toBeLessThan(0.25);
    }
  });

  it('are counted in the main answer as well, and asked again by their own command', () => {
    const clock = { departS: 8 * HOUR_S };
    const answer = toReliability(SHIPPED, clock);
    expect(answer.clock).toEqual({ profile: 'weekday', departS: 8 * HOUR_S, arriveByS: null });
    expect(answer.coefficientOfVariation).toBeNull();
    expect(answer.command).toBe('beltway reliability --depart 08:00');
    const { reliability } = analyse(SHIPPED, { ...clock, beside: null });
    expect(reliability).toEqual(answer.counts);
    expect(
      toReliability(SHIPPED, { arriveByS: 9.5 * HOUR_S + 1, profile: 'weekday', origins: ['S001'] }).command,
    ).toBe('beltway reliability --arrive-by 09:30:01 --profile weekday --origins S001');
  });

  it('wait before a ban the same on every day', () => {
    const ban = {
      ...{ id: 'made-up', nameEn: 'made up', nameZh: null, vehicleClasses: ['heavy-truck'], highways: [] },
      ...{ sections: [], links: [], hours: [{ from: '07:00', to: '10:00' }], from: null, to: null },
      zone: [
        [112, 22],
        [114.5, 22],
        [114.5, 24],
        [112, 24],
        [112, 22],
      ] as const,
      sources: ['made-up'],
    };
    const truck = { vehicleClass: 'heavy-truck', origins: ['Z_SS_LP'], destinations: ['TOYOTA_NS'] };
    const data = { ...SHIPPED, bans: [ban] };
    const waitS = listDay(data, truck).pairs.at(-1)?.hours[9]?.waitS ?? NaN;
    expect(waitS).toBeGreaterThan(3000);
    const row = toReliability(data, { ...truck, departS: 9 * HOUR_S }).rows.at(-1);
    const [mean, least] = [row?.timeS ?? NaN, row?.minS ?? NaN];
    const cv = row?.coefficientOfVariation ?? NaN;
    const all = row?.readings.find(({ correlation }) => correlation === 'comonotone');
    const p95 = least + quantileOracle(mean - least, (cv * (mean - waitS)) / (mean - least), 0.95);
    expect((all?.p95S ?? NaN) / p95).toBeCloseTo(1, 5);
    expect(least).toBeGreaterThan(waitS);
  });
});
