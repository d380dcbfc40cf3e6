/** How often real trips keep the hour: by a second implementation, by seeded draws of their links, and when refused. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { createMemory } from '../../src/answer/memory.ts';
import { toQuestion } from '../../src/answer/question.ts';
import { toReliability } from '../../src/answer/reliability.ts';
import { timeScenario } from '../../src/answer/times.ts';
import { createRouteMeasure } from '../../src/answer/trip-route-times.ts';
import type { ReliabilityRow } from '../../src/model/reliability.ts';
import {
  buildNetwork,
  findLinkOfEdge,
  getDestinationVertex,
  getOriginVertex,
} from '../../src/network/network.ts';
import { toSetting } from '../../src/network/setting.ts';
import { toPath } from '../../src/routing/path.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { quantileOracle, shareOracle } from '../reliability/oracle.ts';
import { SHIPPED } from '../data-sets.ts';

const find = (
  rows: readonly ReliabilityRow[],
  scenario: string,
  origin: string,
  to: string,
): ReliabilityRow => {
  const row = rows.find(
    (one) => one.scenario === scenario && one.origin === origin && one.destination === to,
  );
  return row ?? expect.fail(`no row ${scenario} ${origin} ${to}`);
};

describe('the trips of the shipped data', () => {
  const answer = toReliability(SHIPPED, { traffic: 'peak' });
  const analysis = analyse(SHIPPED, { traffic: 'peak' });

  const varying = answer.rows.filter(({ timeS, minS }) => (timeS ?? 0) > (minS ?? 0));

  it('never vary where they are connectors alone', () => {
    const steady = answer.rows.filter((row) => !varying.includes(row));
    expect(steady.length).toBeGreaterThan(0);
    for (const { timeS, readings } of steady)
      for (const { probability, p50S, p95S } of readings)
        expect([probability, p50S, p95S]).toEqual([1, timeS, timeS]);
  });

  it('have the modelled time as their mean, and no less than the signed limits', () => {
    for (const { scenario, origin, group, timeS, plant } of analysis.groups) {
      if (scenario === '2010-north-only' || !origin.startsWith('S')) continue;
      const row = find(answer.rows, scenario, origin, group);
      expect([row.timeS, row.plant]).toEqual([timeS, plant]);
      expect(row.minS ?? NaN).toBeLessThanOrEqual(row.timeS ?? NaN);
    }
  });

  it('vary as a second implementation says', () => {
    const cv = SHIPPED.variability?.coefficientOfVariation['peak']?.value ?? NaN;
    for (const { timeS, minS, readings, verdict } of varying.filter((_, i) => i % 7 === 0)) {
      const [mean, least] = [timeS ?? NaN, minS ?? NaN];
      const all = readings.find(({ correlation }) => correlation === 'comonotone');
      const extra = mean - least;
      expect(all?.probability).toBeCloseTo(shareOracle(extra, (cv * mean) / extra, 3600 - least), 5);
      const p95 = least + quantileOracle(extra, (cv * mean) / extra, 0.95);
      expect((all?.p95S ?? NaN) / p95).toBeCloseTo(1, 5);
      const keeping = readings.filter(({ probability }) => probability >= 0.95).length;
      expect(verdict).toBe(keeping === 3 ? 'holds' : keeping === 0 ? 'fails' : 'depends');
    }
  });

  it('need no more than the largest mean to keep the hour', () => {
    const cv = SHIPPED.variability?.coefficientOfVariation['peak']?.value ?? NaN;
    for (const { timeS, minS, largestMeanS } of varying.filter((_, i) => i % 7 === 0)) {
      const mean = largestMeanS ?? NaN;
      const extra = mean * (1 - (minS ?? NaN) / (timeS ?? NaN));
      expect(shareOracle(extra, (cv * mean) / extra, 3600 - (mean - extra))).toBeCloseTo(0.95, 5);
    }
  });

  it('are counted as the fourth reading of the main answer', () => {
    expect(analysis.reliability.filter(({ scenario }) => scenario !== '2010-north-only')).toEqual(
      answer.counts,
    );
    for (const { suppliers, holds, depends, fails, unreachable } of answer.counts)
      expect(holds + depends + fails + unreachable).toBe(suppliers);
    // What is kept in 95 of 100 trips is kept on average.
    for (const { scenario, group, holds } of answer.counts) {
      const strict = analysis.groups.filter(
        (row) =>
          row.scenario === scenario &&
          row.group === group &&
          row.origin.startsWith('S') &&
          row.verdict === 'strict',
      );
      expect(holds).toBeLessThanOrEqual(strict.length);
    }
  });

  it('are later with incidents', () => {
    const late = toReliability(SHIPPED, { traffic: 'peak', incidents: true });
    for (const [i, row] of late.rows.entries()) {
      expect(row.largestMeanS).toBeNull();
      for (const [k, { p95S, probability }] of row.readings.entries()) {
        expect(p95S).toBeGreaterThanOrEqual(answer.rows[i]?.readings[k]?.p95S ?? NaN);
        expect(probability).toBeLessThanOrEqual(answer.rows[i]?.readings[k]?.probability ?? NaN);
      }
    }
  });

  it('say the same twice', () => {
    expect(toReliability(SHIPPED, { traffic: 'peak' })).toEqual(answer);
  });
});

/** Links of the fastest trip that can be late: mean and least seconds, and seconds of those that cannot. */
function listLinks(from: string, to: string, traffic: string) {
  const places = [from, to].map((id) => {
    const at = [...SHIPPED.zones, ...SHIPPED.plants].find((one) => one.id === id)?.at;
    return { id, at: at ?? expect.fail(id) };
  });
  const state = applyScenario(SHIPPED, findScenario(SHIPPED, '2010-with-belt'));
  const [driven, signed] = [{}, { rule: 'signed-limits', delays: false } as const].map((more) =>
    buildNetwork(
      SHIPPED,
      state,
      toSetting(SHIPPED, { vehicleClass: 'car', trafficState: traffic, ...more }),
      places,
    ),
  );
  if (driven === undefined || signed === undefined) throw new Error('two networks');
  const tree = searchTree(driven.graph, getOriginVertex(driven, from));
  const path = toPath(driven.graph, tree, getDestinationVertex(driven, to)) ?? expect.fail('no way');
  const links = new Map<string, { meanS: number; leastS: number }>();
  for (const edge of path) {
    const id = findLinkOfEdge(driven, edge)?.id ?? `connector ${edge}`;
    const sum = links.get(id) ?? { meanS: 0, leastS: 0 };
    sum.meanS += (driven.timeMs[edge] ?? NaN) / 1000;
    sum.leastS += (signed.timeMs[edge] ?? NaN) / 1000;
    links.set(id, sum);
  }
  return [...links.values()];
}

const DRAWS = process.env['BELTWAY_LONG'] === '1' ? 200_000 : 20_000;

/** 95th percentile of the standard normal distribution. */
const NORMAL_P95 = 1.6448536269514722;

/** alone: each link by its own chance; alike: one cause delays all in proportion; unlike: one cause, each in its way. */
type Way = 'alone' | 'alike' | 'unlike';

/** 95th percentile of a trip whose links each vary above their least time. */
function drawP95(from: string, to: string, traffic: string, cv: number, way: Way): number {
  const links = listLinks(from, to, traffic);
  const random = xoroshiro128plus(42);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(2 * Math.PI * uniformFloat64(random));
  // What never varies (a connector) lends its part of the spread to the links that do.
  const sd = (list: readonly { meanS: number }[]): number =>
    way === 'alone'
      ? Math.sqrt(list.reduce((sum, { meanS }) => sum + meanS ** 2, 0))
      : list.reduce((sum, { meanS }) => sum + meanS, 0);
  const late = links.filter(({ meanS, leastS }) => meanS - leastS > 0.5);
  const extraS = late.reduce((sum, { meanS, leastS }) => sum + meanS - leastS, 0);
  const steadyS = links.filter((one) => !late.includes(one)).reduce((sum, { meanS }) => sum + meanS, 0);
  const fits = late.map(({ meanS, leastS }) => {
    const own = ((sd(links) / sd(late)) * cv * meanS) / (meanS - leastS);
    const ratio = way === 'alike' ? (cv * sd(links)) / extraS : own;
    const variance = Math.log(1 + ratio ** 2);
    return { leastS, mu: Math.log(meanS - leastS) - variance / 2, sigma: Math.sqrt(variance) };
  });
  const timeAt = (draw: () => number): number =>
    fits.reduce((sum, { leastS, mu, sigma }) => sum + leastS + Math.exp(mu + sigma * draw()), steadyS);
  // Of one cause every link is late together: the trip's percentile is that of the cause.
  if (way !== 'alone') return timeAt(() => NORMAL_P95);
  const times = Float64Array.from({ length: DRAWS }, () => timeAt(normal)).toSorted();
  return times[Math.floor(0.95 * times.length)] ?? NaN;
}

describe('drawing the links of a trip one by one', () => {
  const PAIRS = [
    ['Z_SS_LP', 'TOYOTA_NS'],
    ['Z_HD_AUTO', 'HONDA_ZC'],
    ['Z_NH_SS', 'NISSAN_HD1'],
    ['Z_NS_HG', 'NISSAN_HD1'],
  ] as const;
  const CASES = PAIRS.flatMap(([from, to]) =>
    (['free', 'off-peak', 'peak'] as const).map((traffic) => [from, to, traffic] as const),
  );

  it.each(CASES)('%s to %s, %s: the same 95th percentile', (from, to, traffic) => {
    const answer = toReliability(SHIPPED, { traffic, origins: [from], destinations: [to] });
    const { readings } = find(answer.rows, '2010-with-belt', from, to);
    const cv = SHIPPED.variability?.coefficientOfVariation[traffic]?.value ?? NaN;
    const compare = (correlation: string, way: Way): number => {
      const reading = readings.find((one) => one.correlation === correlation);
      return (reading?.p95S ?? NaN) / drawP95(from, to, traffic, cv, way) - 1;
    };
    expect(Math.abs(compare('independent', 'alone'))).toBeLessThan(0.02);
    expect(Math.abs(compare('comonotone', 'alike'))).toBeLessThan(1e-6);
    // Links late by one cause but each in its way lie between: the bound is the careful one.
    expect(compare('comonotone', 'unlike')).toBeGreaterThan(0);
    expect(compare('independent', 'unlike')).toBeLessThan(0);
  });
});

describe('a trip that is measured', () => {
  it('is the sum of its links', () => {
    const question = toQuestion(SHIPPED, {}, createMemory());
    const times = timeScenario(question, question.build, question.setting, false);
    const route = createRouteMeasure(question, times)('Z_SS_LP', 'TOYOTA_NS');
    expect(route?.linkTimesS.reduce((sum, timeS) => sum + timeS, 0)).toBeCloseTo(route?.meanS ?? NaN, 6);
    expect(route?.linkTimesS.length).toBeGreaterThan(5);
  });

  it('by a heavy truck at free flow varies above the signs, which its own habit stays below', () => {
    const { rows } = toReliability(SHIPPED, { vehicleClass: 'heavy-truck' });
    const long = rows.filter(({ timeS }) => (timeS ?? 0) > 1200);
    expect(long.length).toBeGreaterThan(20);
    for (const { timeS, minS } of long) expect((timeS ?? 0) / (minS ?? NaN)).toBeGreaterThan(1.02);
  });
});

describe('what is refused', () => {
  it('is data that do not say how times vary, and a group that is none', () => {
    expect(() => toReliability({ ...SHIPPED, variability: null })).toThrow('variability.json');
    expect(() => toReliability(SHIPPED, { group: 'tesla' })).toThrow('nissan, honda, toyota');
    expect(() => toReliability(SHIPPED, { cutoffS: -1 })).toThrow('cutoff');
    expect(analyse({ ...SHIPPED, variability: null }, { origins: ['S001'] }).reliability).toEqual([]);
  });
});
