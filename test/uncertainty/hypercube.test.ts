/** The hypercube: one value in each stratum, streams of their own, the same on every engine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawStrata, toDrawn } from '../../src/uncertainty/hypercube.ts';
import { rankCorrelation, toSpread } from '../../src/uncertainty/statistics.ts';

describe('drawStrata', () => {
  it('puts one value into each stratum', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0 }),
        (name, count, seed) => {
          const strata = Array.from(drawStrata(name, count, seed), (u) => Math.floor(u * count));
          expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        },
      ),
    );
  });

  it('is the same for the same seed and name, and another for others', () => {
    expect(drawStrata('a', 50, 1)).toEqual(drawStrata('a', 50, 1));
    expect(drawStrata('a', 50, 1)).not.toEqual(drawStrata('a', 50, 2));
    expect(drawStrata('a', 50, 1)).not.toEqual(drawStrata('b', 50, 1));
    // Noted once: whoever changes these changes every answer that was printed.
    expect([...drawStrata('factor:expressway', 4, 1)].map((u) => Number(u.toFixed(9))))
      .toMatchInlineSnapshot(`
      [
        0.050818105,
        0.377325048,
        0.517538482,
        0.774768028,
      ]
    `);
  });

  it('draws dimensions that have nothing to do with one another', () => {
    const names = Array.from({ length: 30 }, (_, i) => `lengths:${i}`);
    const columns = names.map((name) => drawStrata(name, 500, 1));
    const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => Math.abs(rankCorrelation(a, b))));
    // 4.5 standard errors of a rank correlation of 500 draws, over 435 pairs.
    expect(Math.max(...pairs)).toBeLessThan(4.5 / Math.sqrt(499));
  });
});

describe('toDrawn', () => {
  it('goes through the range with the middle value at one half', () => {
    const range = { low: 0.855, value: 0.95, high: 1 };
    expect([0, 0.5, 1].map((u) => toDrawn(range, u))).toEqual([0.855, 0.95, 1]);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((u) => toDrawn(range, u)) as [
            number,
            number,
          ];
          expect(less).toBeLessThanOrEqual(more + 1e-15);
          expect(less).toBeGreaterThanOrEqual(range.low);
          expect(more).toBeLessThanOrEqual(range.high + 1e-15);
        },
      ),
    );
  });
});

describe('statistics of draws', () => {
  it('are values that were drawn', () => {
    const values = Array.from({ length: 500 }, (_, i) => (i * 7919) % 500);
    expect(toSpread(values)).toEqual({ least: 0, p5: 24, p50: 249, p95: 474, greatest: 499 });
    expect(toSpread([])).toBeNull();
    expect(toSpread([Infinity, Infinity])).toEqual({
      least: null,
      p5: null,
      p50: null,
      p95: null,
      greatest: null,
    });
  });

  it('rank with ties as in the textbook', () => {
    // Worked by hand: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    expect(rankCorrelation([10, 20, 20, 30], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
  });
});
