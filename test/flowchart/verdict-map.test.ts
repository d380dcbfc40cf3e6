import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSmallestCutoffMs, toVerdictMap } from '../../src/flowchart/verdict-map.ts';
import { iOut } from '../../src/independence/i-out.ts';
import { GROUPS, toSupplierTimes } from './charts.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 5000 : 300;
const MINUTE = 60_000;

describe('toVerdictMap', () => {
  const suppliers = [
    toSupplierTimes('a', 'nissan', 10, 45, 70),
    toSupplierTimes('b', 'nissan', 10, 80, 65),
    toSupplierTimes('c', 'nissan', 10, Infinity, Infinity),
  ];

  it('has a row a minute from 30 to 90 and a column for every twentieth', () => {
    const map = toVerdictMap(suppliers, GROUPS, 0.5, 3600);
    expect([map.cutoffsMin[0], map.cutoffsMin.at(-1), map.cutoffsMin.length]).toEqual([30, 90, 61]);
    expect([map.levels[0], map.levels[10], map.levels.at(-1), map.levels.length]).toEqual([0, 0.5, 1, 21]);
    const at = (minute: number, level: number) => map.verdicts[minute - 30]?.[level * 20];
    expect([
      at(44, 0.05),
      at(45, 0.3),
      at(45, 0.35),
      at(64, 0.35),
      at(65, 0.65),
      at(90, 0.7),
      at(30, 0),
    ]).toEqual(['no', 'yes', 'no', 'no', 'yes', 'no', 'yes']);
    expect(map.margin).toBeCloseTo(1 / 3 - 0.5, 12);
  });

  it('finds the smallest cutoff that says yes, to the millisecond', () => {
    const smallest = (level: number) => findSmallestCutoffMs(suppliers, GROUPS, level);
    expect([0, 0.3, 1 / 3, 0.5, 2 / 3, 0.7].map(smallest)).toEqual([
      0,
      45 * MINUTE,
      45 * MINUTE,
      65 * MINUTE,
      65 * MINUTE,
      null,
    ]);
  });

  it('is unknown where nobody carries a tag', () => {
    const map = toVerdictMap([], GROUPS, 0.5, 3600);
    expect(new Set(map.verdicts.flat())).toEqual(new Set(['unknown']));
    expect([map.smallestMs, map.margin]).toEqual([null, null]);
  });

  it('the smallest cutoff says yes and a millisecond less says no', () => {
    const time = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(Infinity));
    const row = fc.tuple(time, time, time);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 20 }),
        (rows, step) => {
          const list = rows.map((minutes, i) => toSupplierTimes(`s${i}`, 'honda', ...minutes));
          const ms = findSmallestCutoffMs(list, GROUPS, step / 20);
          const shareAt = (cutoffMs: number): number => iOut(list, GROUPS, cutoffMs / 1000) ?? NaN;
          if (ms === null) expect(shareAt(1e12)).toBeLessThan(step / 20);
          else {
            expect(shareAt(ms)).toBeGreaterThanOrEqual(step / 20);
            expect(shareAt(ms - 1)).toBeLessThan(step / 20);
          }
        },
      ),
      { numRuns: RUNS, seed: 9 },
    );
  });
});
