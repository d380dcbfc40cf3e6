/** A trip as a series of links, and incidents, against seeded draws. */
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  mixedKeepsWithin,
  mixedLatenessS,
  mixedQuantileS,
  mixIncidents,
} from '../../src/reliability/incident.ts';
import { toSdShare } from '../../src/reliability/series.ts';
import {
  expectedLatenessS,
  fitTripTime,
  keepsWithin,
  tripQuantileS,
} from '../../src/reliability/trip-time.ts';

const DRAWS = process.env['BELTWAY_LONG'] === '1' ? 400_000 : 40_000;

function createNormal(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  return () =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(2 * Math.PI * uniformFloat64(random));
}

interface Link {
  readonly leastS: number;
  readonly meanS: number;
}

/** Times of trips whose links are each lognormal above their least time, and vary together by a common part. */
function drawTrips(links: readonly Link[], cv: number, common: number, seed: number): Float64Array {
  const normal = createNormal(seed);
  const fits = links.map(({ leastS, meanS }) => {
    const extraS = meanS - leastS;
    const variance = Math.log(1 + ((cv * meanS) / extraS) ** 2);
    return { leastS, mu: Math.log(extraS) - variance / 2, sigma: Math.sqrt(variance) };
  });
  return Float64Array.from({ length: DRAWS }, () => {
    const shared = normal();
    return fits.reduce((sum, { leastS, mu, sigma }) => {
      const z = Math.sqrt(common) * shared + Math.sqrt(1 - common) * (common === 1 ? 0 : normal());
      return sum + leastS + Math.exp(mu + sigma * z);
    }, 0);
  }).toSorted();
}

interface Measured {
  readonly mean: number;
  readonly sd: number;
  readonly p95: number;
  /** Fourth central moment over the square of the second: 3 where it is normal. */
  readonly kurtosis: number;
}

function measure(times: Float64Array): Measured {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1);
  const fourth = times.reduce((sum, time) => sum + (time - mean) ** 4, 0) / times.length;
  const kurtosis = fourth / variance ** 2;
  return { mean, sd: Math.sqrt(variance), kurtosis, p95: times[Math.floor(0.95 * times.length)] ?? NaN };
}

/** A trip of unlike links in the peak: half as long again as the signs allow. */
const LINKS: readonly Link[] = [40, 55, 90, 120, 180, 260, 310, 420, 600, 240].map((leastS, i) => ({
  leastS,
  meanS: leastS * (1.3 + 0.05 * (i % 5)),
}));
const CV = 0.25;
const meanS = LINKS.reduce((sum, link) => sum + link.meanS, 0);
const leastS = LINKS.reduce((sum, link) => sum + link.leastS, 0);
const fitAt = (correlation: number) =>
  fitTripTime({
    leastS,
    meanS,
    sdS:
      CV *
      meanS *
      toSdShare(
        LINKS.map((link) => link.meanS),
        correlation,
      ),
  });

describe('a series of links', () => {
  it('that are independent has the mean and the spread that are drawn, within 3 σ', () => {
    const drawn = measure(drawTrips(LINKS, CV, 0, 7));
    const sdS =
      CV *
      meanS *
      toSdShare(
        LINKS.map((link) => link.meanS),
        0,
      );
    expect(Math.abs(drawn.mean - meanS)).toBeLessThan((3 * sdS) / Math.sqrt(DRAWS));
    // The standard error of a standard deviation grows with the fourth moment: that of the draws is taken.
    expect(Math.abs(drawn.sd / sdS - 1)).toBeLessThan((3 / 2) * Math.sqrt((drawn.kurtosis - 1) / DRAWS));
  });

  it.each([0, 1])('at correlation %f has the 95th percentile that is drawn, within 2 %', (correlation) => {
    const drawn = measure(drawTrips(LINKS, CV, correlation, 11));
    expect(Math.abs(tripQuantileS(fitAt(correlation), 0.95) / drawn.p95 - 1)).toBeLessThan(0.02);
  });

  it('draws the same trips from the same seed', () => {
    expect(drawTrips(LINKS, CV, 0.5, 3)).toEqual(drawTrips(LINKS, CV, 0.5, 3));
    expect(drawTrips(LINKS, CV, 0.5, 3)).not.toEqual(drawTrips(LINKS, CV, 0.5, 4));
  });

  it('varies the more the more its links vary together, and no less for being cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (times, correlation) => {
          const share = toSdShare(times, correlation);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
          expect(share).toBeGreaterThanOrEqual(toSdShare(times, 0) - 1e-12);
          const halves = times.flatMap((time) => [time / 2, time / 2]);
          expect(toSdShare(halves, 1)).toBeCloseTo(1, 12);
          expect(toSdShare(halves, correlation)).toBeLessThanOrEqual(share + 1e-12);
        },
      ),
    );
  });
});

describe('incidents', () => {
  const INCIDENTS = { per100Km: 0.5, delayS: 1200, delayCv: 0.7 };
  const usual = fitTripTime({ leastS: 2400, meanS: 3000, sdS: 300 });
  const mixed = mixIncidents(usual, 300, 80, INCIDENTS);

  it('delay the trips that meet one', () => {
    expect(mixed.probability).toBeCloseTo(1 - Math.exp(-0.4), 12);
    // Beyond no time at all: the mean.
    expect(mixedLatenessS(mixed, 0)).toBeCloseTo(3000 + mixed.probability * 1200, 9);
    expect(mixedLatenessS(mixed, 3600)).toBeGreaterThan(expectedLatenessS(usual, 3600));
    expect(mixedKeepsWithin(mixed, 3600)).toBeLessThan(keepsWithin(usual, 3600));
    for (const share of [0.05, 0.5, 0.8, 0.95])
      expect(mixedKeepsWithin(mixed, mixedQuantileS(mixed, share))).toBeCloseTo(share, 9);
  });

  it('spare no trip: none is faster than lawful, and none more often in time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 9000, noNaN: true }),
        fc.double({ min: 0, max: 9000, noNaN: true }),
        (a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          expect(mixedKeepsWithin(mixed, less)).toBeLessThanOrEqual(mixedKeepsWithin(mixed, more));
          expect(mixedKeepsWithin(mixed, a)).toBeLessThanOrEqual(keepsWithin(usual, a));
          expect(mixedLatenessS(mixed, a)).toBeGreaterThanOrEqual(expectedLatenessS(usual, a));
          if (a <= usual.leastS) expect(mixedKeepsWithin(mixed, a)).toBe(0);
        },
      ),
    );
  });

  it('give the shares and percentiles that are drawn', () => {
    const random = createNormal(5);
    const even = xoroshiro128plus(6);
    const [spread, delaySpread] = [Math.log(1 + (300 / 600) ** 2), Math.log(1 + 0.7 ** 2)];
    const draw = (mean: number, variance: number): number =>
      mean * Math.exp(Math.sqrt(variance) * random() - variance / 2);
    const times = Float64Array.from({ length: DRAWS }, () => {
      const delayS = uniformFloat64(even) < mixed.probability ? draw(1200, delaySpread) : 0;
      return 2400 + draw(600, spread) + delayS;
    }).toSorted();
    for (const timeS of [3000, 3600, 4200, 5000]) {
      const share = times.filter((time) => time <= timeS).length / DRAWS;
      expect(Math.abs(mixedKeepsWithin(mixed, timeS) - share)).toBeLessThan(0.015);
    }
    for (const share of [0.5, 0.8, 0.95]) {
      const drawn = times[Math.floor(share * DRAWS)] ?? NaN;
      expect(Math.abs(mixedQuantileS(mixed, share) / drawn - 1)).toBeLessThan(0.02);
    }
  });

  it('that never come change nothing', () => {
    const never = mixIncidents(usual, 300, 80, { ...INCIDENTS, per100Km: 0 });
    expect(mixedLatenessS(never, 3600)).toBe(expectedLatenessS(usual, 3600));
    expect(mixedKeepsWithin(never, 3600)).toBe(keepsWithin(usual, 3600));
    expect(mixedQuantileS(never, 0.95)).toBeCloseTo(tripQuantileS(usual, 0.95), 6);
  });
});
