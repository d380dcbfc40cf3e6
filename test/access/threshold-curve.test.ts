import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdCurve, thresholdCurveAll } from '../../src/access/threshold-curve.ts';
import type { OriginTimes } from '../../src/access/origin-times.ts';

const MINUTE = 60_000;
const RUNS = process.env['BELTWAY_LONG'] === '1' ? 10_000 : 300;

function origin(id: string, site: string, timesMin: Readonly<Record<string, number>>): OriginTimes {
  return {
    id,
    site,
    timesMs: new Map(Object.entries(timesMin).map(([group, min]) => [group, min * MINUTE])),
  };
}

const shareAt = (
  curve: ReturnType<typeof thresholdCurve>,
  minute: number,
): readonly (number | undefined)[] => {
  const point = curve.find((one) => one.cutoffMin === minute);
  return [point?.share, point?.shareOfSites];
};

describe('thresholdCurve', () => {
  const origins = [
    origin('S1', 'Z1', { nissan: 20, honda: 45 }),
    origin('S2', 'Z1', { nissan: 60, honda: 61 }),
    origin('S3', 'Z2', { nissan: Infinity, honda: 20 }),
  ];

  it('has one point a minute from 20 to 120', () => {
    const minutes = thresholdCurve(origins, 'nissan').map((point) => point.cutoffMin);
    expect(minutes).toEqual(Array.from({ length: 101 }, (_, i) => 20 + i));
  });

  it('is inclusive and counts suppliers and sites', () => {
    const curve = thresholdCurve(origins, 'nissan');
    expect(shareAt(curve, 20)).toEqual([1 / 3, 1 / 2]);
    expect(shareAt(curve, 59)).toEqual([1 / 3, 1 / 2]);
    expect(shareAt(curve, 60)).toEqual([2 / 3, 1 / 2]);
    expect(shareAt(curve, 120)).toEqual([2 / 3, 1 / 2]);
  });

  it('takes the slowest group where all are asked for; an unknown group is never reached', () => {
    const both = thresholdCurveAll(origins, ['nissan', 'honda']);
    expect([44, 45, 60, 61].map((minute) => shareAt(both, minute)[0])).toEqual([0, 1 / 3, 1 / 3, 2 / 3]);
    expect(thresholdCurve(origins, 'hino').every((point) => point.share === 0)).toBe(true);
  });

  it('is empty for nobody', () => {
    expect(thresholdCurve([], 'nissan')).toEqual([]);
  });

  it('never falls and stays in 0..1', () => {
    const time = fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }), fc.constant(Infinity));
    const any = fc.array(fc.tuple(fc.nat(4), time), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(any, (rows) => {
        const list = rows.map(([site, min], i) => origin(`S${i}`, `Z${site}`, { nissan: min }));
        const shares = thresholdCurve(list, 'nissan').map((point) => point.share);
        expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});
