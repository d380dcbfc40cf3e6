/** The time of a trip: published values, an independent implementation, and what must hold of any distribution. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedExcess, fitLognormal, quantileOf, shareBelow } from '../../src/reliability/lognormal.ts';
import {
  expectedLatenessS,
  fitTripTime,
  keepsWithin,
  largestMeanS,
  tripQuantileS,
} from '../../src/reliability/trip-time.ts';
import { excessOracle, quantileOracle, shareOracle } from './oracle.ts';

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

describe('a mean of 50 and a coefficient of variation of 0.2', () => {
  const trip = fitTripTime({ leastS: 0, meanS: 50, sdS: 10 });

  it('gives the values worked out by hand', () => {
    expect(round(keepsWithin(trip, 60), 6)).toBe(0.846051);
    expect(round(tripQuantileS(trip, 0.8), 4)).toBe(57.9215);
    expect(round(tripQuantileS(trip, 0.95), 4)).toBe(67.9086);
    expect(round(expectedLatenessS(trip, 60), 5)).toBe(1.04567);
  });

  it.each([
    [0.1, 51.2],
    [0.15, 47.5],
    [0.2, 44.2],
    [0.3, 38.7],
  ])('at %f needs a mean of %f for 60 in 95 of 100 trips', (cv, mean) => {
    const largest = largestMeanS({ cv, leastShare: 0 }, 60, 0.95);
    expect(round(largest, 1)).toBe(mean);
    const trips = fitTripTime({ leastS: 0, meanS: largest, sdS: cv * largest });
    expect(keepsWithin(trips, 60)).toBeCloseTo(0.95, 9);
  });

  it('keeps its own mean in a little more than half of the trips', () => {
    const shares = [0.1, 0.3].map((cv) =>
      keepsWithin(fitTripTime({ leastS: 0, meanS: 60, sdS: cv * 60 }), 60),
    );
    expect(shares.map((share) => round(share, 2))).toEqual([0.52, 0.56]);
  });
});

const CASES = fc.record({
  mean: fc.double({ min: 0.5, max: 8000, noNaN: true }),
  cv: fc.double({ min: 0.02, max: 2, noNaN: true }),
  at: fc.double({ min: 0.2, max: 4, noNaN: true }),
  share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
});

describe('the lognormal distribution', () => {
  it('agrees with its density, integrated, to 1e-5', () => {
    fc.assert(
      fc.property(CASES, ({ mean, cv, at, share }) => {
        const one = fitLognormal(mean, cv);
        const near = (found: number, wanted: number): boolean =>
          Math.abs(found - wanted) <= 1e-5 * Math.max(1, Math.abs(wanted));
        return (
          near(shareBelow(one, at * mean), shareOracle(mean, cv, at * mean)) &&
          near(quantileOf(one, share) / mean, quantileOracle(mean, cv, share) / mean) &&
          near(expectedExcess(one, at * mean) / mean, excessOracle(mean, cv, at * mean) / mean)
        );
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('is refused a mean that is none, and a variation below 0', () => {
    for (const [mean, cv] of [
      [0, 0.1],
      [-1, 0.1],
      [NaN, 0.1],
      [Infinity, 0.1],
      [1, -0.1],
      [1, NaN],
    ] as const)
      expect(() => fitLognormal(mean, cv)).toThrow(RangeError);
  });
});

const TRIPS = fc
  .record({
    leastS: fc.double({ min: 0, max: 5000, noNaN: true }),
    extraS: fc.double({ min: 1, max: 3000, noNaN: true }),
    cv: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
  })
  .map(({ leastS, extraS, cv }) => ({ leastS, meanS: leastS + extraS, sdS: cv * (leastS + extraS) }));

describe('a trip', () => {
  it('is never faster than lawful', () => {
    fc.assert(
      fc.property(TRIPS, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
        expect(keepsWithin(fitTripTime(given), part * given.leastS)).toBe(0);
      }),
    );
  });

  it('keeps a longer time at least as often, and its quantiles in order', () => {
    fc.assert(
      fc.property(TRIPS, (given) => {
        const trip = fitTripTime(given);
        const shares = [0.5, 0.8, 1, 1.2, 2].map((part) => keepsWithin(trip, part * given.meanS));
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        const times = [0.05, 0.5, 0.8, 0.95].map((share) => tripQuantileS(trip, share));
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const [i, share] of [0.05, 0.5, 0.8, 0.95].entries())
          expect(keepsWithin(trip, times[i] ?? NaN)).toBeCloseTo(share, 6);
      }),
    );
  });

  it('is in time the more often the more time there is, and late by so much less', () => {
    const part = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(TRIPS, part, part, (given, a, b) => {
        const trip = fitTripTime(given);
        const [less, more] = [Math.min(a, b) * given.meanS, Math.max(a, b) * given.meanS];
        expect(keepsWithin(trip, less)).toBeLessThanOrEqual(keepsWithin(trip, more));
        const [early, late] = [less, more].map((timeS) => expectedLatenessS(trip, timeS)) as [number, number];
        expect(late).toBeLessThanOrEqual(early + 1e-9);
        // No trip saves more than the time that was added, and the mean is lateness beyond no time at all.
        expect(early - late).toBeLessThanOrEqual(more - less + 1e-9);
        expect(expectedLatenessS(trip, 0)).toBeCloseTo(given.meanS, 6);
      }),
    );
  });

  it('of the largest mean keeps the time exactly as often as asked', () => {
    const share = fc.double({ min: 0.6, max: 0.99, noNaN: true });
    const cv = fc.double({ min: 0.01, max: 0.6, noNaN: true });
    const leastShare = fc.double({ min: 0, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(share, cv, leastShare, (asked, spread, least) => {
        const meanS = largestMeanS({ cv: spread, leastShare: least }, 3600, asked);
        const trip = fitTripTime({ leastS: least * meanS, meanS, sdS: spread * meanS });
        expect(keepsWithin(trip, 3600)).toBeCloseTo(asked, 6);
      }),
    );
  });

  it('without any spread, or none but its least time, is the mean itself', () => {
    const flat = fitTripTime({ leastS: 300, meanS: 500, sdS: 0 });
    expect([keepsWithin(flat, 500), keepsWithin(flat, 499.999), keepsWithin(flat, 200)]).toEqual([1, 0, 0]);
    expect([tripQuantileS(flat, 0.05), tripQuantileS(flat, 0.95)]).toEqual([500, 500]);
    expect(largestMeanS({ cv: 0, leastShare: 0.5 }, 3600, 0.95)).toBe(3600);
  });

  it('that never varies takes its mean every time', () => {
    const trip = fitTripTime({ leastS: 600, meanS: 600, sdS: 90 });
    expect([keepsWithin(trip, 600), keepsWithin(trip, 599.999)]).toEqual([1, 0]);
    expect([tripQuantileS(trip, 0.95), expectedLatenessS(trip, 500)]).toEqual([600, 100]);
    expect(largestMeanS({ cv: 0.1, leastShare: 1 }, 3600, 0.95)).toBe(3600);
  });

  it('is refused a mean below the least time', () => {
    expect(() => fitTripTime({ leastS: 2, meanS: 1, sdS: 1 })).toThrow(RangeError);
    expect(() => fitTripTime({ leastS: 1, meanS: Infinity, sdS: 1 })).toThrow(RangeError);
  });
});
