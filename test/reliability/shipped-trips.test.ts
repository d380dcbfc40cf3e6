/**
 * The 95th percentile of the shipped trips against draws of their links: each lognormal with its own mean and the
 * trip's coefficient of variation, two of them at a linear correlation. Mean and standard deviation of the sum are
 * then those of the answer by definition; what is tried is the shape. A trip all on connectors never varies.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../src/answer/memory.ts';
import { toQuestion } from '../../src/answer/question.ts';
import { toReliability } from '../../src/answer/reliability.ts';
import { timeScenario } from '../../src/answer/times.ts';
import { createRouteMeasure } from '../../src/answer/trip-route-times.ts';
import type { CorrelationReading, ReliabilityRow } from '../../src/model/reliability.ts';
import { SHIPPED } from '../data-sets.ts';
import { takeSome } from '../scene/random.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';
const DRAWS = LONG ? 100_000 : 10_000;
const shipped = SHIPPED;

const CORRELATION: Readonly<Record<CorrelationReading, number>> = {
  independent: 0,
  middle: shipped.variability?.correlation.value ?? NaN,
  comonotone: 1,
};

/** A normal variable of two even ones above 0 and up to 1, by Box and Muller. */
const toNormal = (a: number, b: number): number => Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b);

/** Steps of it around a circle lie as evenly as can be. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Many normal variables laid out evenly, turned and shifted by chance: few of them say what many random ones do. */
function spreadNormal(count: number, random: RandomGenerator): Float64Array {
  const [shift, turn] = [uniformFloat64(random), uniformFloat64(random)];
  return Float64Array.from({ length: count }, (_, i) =>
    toNormal((i + 1 - shift) / count, (i * GOLDEN + turn) % 1),
  );
}

/** 95th percentile of the sum of links, drawn. */
function drawP95(linkTimesS: readonly number[], cv: number, correlation: number, seed: number): number {
  const random = xoroshiro128plus(seed);
  const normal = (): number => toNormal(1 - uniformFloat64(random), uniformFloat64(random));
  const variance = Math.log(1 + cv * cv);
  // The correlation of the logarithms that gives the links themselves the correlation asked for.
  const ofLogs = Math.log(1 + correlation * cv * cv) / variance;
  const [common, own] = [Math.sqrt(variance * ofLogs), Math.sqrt(variance * (1 - ofLogs))];
  const sums = spreadNormal(DRAWS, random).map((z) => {
    const shared = common * z - variance / 2;
    return linkTimesS.reduce((sum, timeS) => sum + timeS * Math.exp(shared + own * normal()), 0);
  });
  return sums.toSorted()[Math.floor(0.95 * DRAWS)] ?? NaN;
}

type Trip = ReliabilityRow & { readonly linkTimesS: readonly number[] };

/** Trips of supplier sites to groups, each once, that can vary. */
function listTrips(vehicleClass: string, traffic: string): readonly Trip[] {
  const question = toQuestion(shipped, { vehicleClass, traffic, beside: null }, createMemory());
  const times = timeScenario(question, question.build, question.setting, false);
  const measure = createRouteMeasure(question, times);
  const siteOf = new Map(question.origins.map(({ id, site }) => [id, site]));
  const { rows } = toReliability(shipped, { vehicleClass, traffic });
  const trips = new Map<string, Trip>();
  for (const row of rows.filter(({ scenario }) => scenario === question.build.id)) {
    const site = siteOf.get(row.origin) ?? '';
    const route = row.plant === null ? null : measure(site, row.plant);
    if (route === null || row.timeS === row.minS) continue;
    trips.set(`${site} ${row.plant}`, { ...row, linkTimesS: route.linkTimesS });
  }
  return [...trips.values()];
}

const SETTINGS = (LONG ? ['car', 'light-truck', 'heavy-truck'] : ['car']).flatMap((vehicle) =>
  takeSome(['peak', 'free', 'off-peak'], 2).map((traffic) => [vehicle, traffic] as const),
);

describe.each(SETTINGS)('trips by %s, %s', (vehicle, traffic) => {
  const trips = listTrips(vehicle, traffic);
  const cv = shipped.variability?.coefficientOfVariation[traffic]?.value ?? NaN;

  it('are all but those on connectors alone', () => {
    expect(trips.length).toBeGreaterThanOrEqual(20);
  });

  it.each(Object.keys(CORRELATION) as CorrelationReading[])('%s: p95 as drawn, within 2 %', (reading) => {
    for (const [seed, { plant, origin, readings, linkTimesS }] of trips.entries()) {
      const p95S = readings.find(({ correlation }) => correlation === reading)?.p95S ?? NaN;
      const drawn = drawP95(linkTimesS, cv, CORRELATION[reading], seed);
      expect(Math.abs(p95S / drawn - 1), `${origin} ${plant}`).toBeLessThan(0.02);
    }
  });
});
