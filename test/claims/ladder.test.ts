import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRule, listRules } from '../../src/claims/consistency.ts';
import { climbLadder, LEVELS, rankVerdict, type LadderCorner, type Level } from '../../src/claims/ladder.ts';
import { findNeededSpeed } from '../../src/claims/needed-speed.ts';
import { measureStraightMs, type ClaimPlace } from '../../src/claims/places.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 10_000 : 500;
const MINUTE = 60_000;

describe('climbLadder', () => {
  const failingFrom = (first: number) =>
    climbLadder(10, (level) => (LEVELS.indexOf(level) >= first ? 11 : 10));

  it.each([
    [0, 'impossible'],
    [1, 'impossible'],
    [2, 'above-limits'],
    [3, 'limit-only'],
    [4, 'free-flow-only'],
    [5, 'off-peak-only'],
    [6, 'supported'],
  ])('failing from level %d on: %s', (first, verdict) => {
    const result = failingFrom(first);
    expect(result.verdict).toBe(verdict);
    expect(result.failsAt).toBe(LEVELS[first] ?? null);
  });

  it('stops at the first failure, and a way that does not exist fails', () => {
    expect(climbLadder(10, (level) => (level === 'signed-limits' ? 11 : 0)).verdict).toBe('above-limits');
    expect(climbLadder(10, () => Infinity).verdict).toBe('impossible');
    expect(climbLadder(10, () => NaN).verdict).toBe('impossible');
  });

  it('cannot tell where the corners disagree, and says what each says', () => {
    const add: Readonly<Record<LadderCorner, number>> = { fast: -3, mid: 0, slow: 3 };
    const timeAt = (level: Level, corner: LadderCorner): number => LEVELS.indexOf(level) + add[corner];
    expect(climbLadder(3, timeAt)).toEqual({
      verdict: 'cannot-tell',
      corners: { fast: 'supported', mid: 'free-flow-only', slow: 'impossible' },
      failsAt: 'off-peak',
    });
  });

  it('climbs higher when the limit is looser', () => {
    const times = fc.array(fc.nat(100), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(times, fc.nat(100), fc.nat(20), (list, limit, more) => {
        const timeAt = (level: Level): number => list[LEVELS.indexOf(level)] ?? NaN;
        const [tight, loose] = [climbLadder(limit, timeAt), climbLadder(limit + more, timeAt)];
        expect(rankVerdict(loose.verdict)).toBeGreaterThanOrEqual(rankVerdict(tight.verdict));
        expect(tight.corners.mid).toBe(tight.verdict);
      }),
      { numRuns: RUNS, seed: 10 },
    );
  });
});

describe('findNeededSpeed', () => {
  /** 60 km of expressway and two minutes on other roads. */
  const timeAt = (kmh: number): number => (60 / kmh) * 60 * MINUTE + 2 * MINUTE;

  it('solves what can be solved by hand, to 0.1 km/h upwards', () => {
    expect(findNeededSpeed(32 * MINUTE, 120, timeAt)?.neededKmh).toBe(120);
    expect(findNeededSpeed(27 * MINUTE, 120, timeAt)).toMatchObject({ neededKmh: 144, factor: 1.2 });
    expect(findNeededSpeed(62 * MINUTE, 120, timeAt)?.factor).toBe(0.5);
    expect(findNeededSpeed(29 * MINUTE, 120, timeAt)?.neededKmh).toBe(133.4); // 133.33…
  });

  it('finds none where the other roads take too long, and the least one where anything will do', () => {
    expect(findNeededSpeed(2 * MINUTE, 120, timeAt)).toBeNull();
    expect(findNeededSpeed(5.6 * MINUTE, 120, timeAt)?.neededKmh).toBe(1000);
    expect(findNeededSpeed(5.6 * MINUTE - 1, 120, timeAt)).toBeNull();
    expect(findNeededSpeed(5, 120, () => 5)).toEqual({
      neededKmh: 0.1,
      timeMs: 5,
      belowMs: null,
      factor: 0.1 / 120,
    });
  });

  it('holds at the speed found and not 0.1 km/h below', () => {
    const km = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(km, fc.integer({ min: 1, max: 100 }), (lengthKm, limitMin) => {
        const time = (kmh: number): number => Math.floor((lengthKm / kmh) * 60 * MINUTE + 0.5);
        const needed = findNeededSpeed(limitMin * MINUTE, 120, time);
        if (needed === null) {
          expect(time(1000)).toBeGreaterThan(limitMin * MINUTE);
          return;
        }
        expect(needed.timeMs).toBeLessThanOrEqual(limitMin * MINUTE);
        expect(needed.belowMs ?? Infinity).toBeGreaterThan(limitMin * MINUTE);
        const exact = lengthKm / (limitMin / 60);
        expect(needed.neededKmh).toBeGreaterThan(exact - 0.01);
        expect(needed.neededKmh).toBeLessThan(exact + 0.11);
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });
});

describe('measureStraightMs', () => {
  const place = (lat: number, grade: ClaimPlace['grade']): ClaimPlace => ({
    id: `${lat}`,
    name: '',
    at: [113, lat],
    grade,
  });

  it('is the geodesic less both grades, at the speed; never below 0', () => {
    // A degree of latitude from 23° to 24° is 110.76 km on WGS84 (published tables: 110.75 at 23.5°).
    const minutes = (a: ClaimPlace['grade'], b: ClaimPlace['grade']): number =>
      measureStraightMs(place(23, a), place(24, b), 120) / MINUTE;
    expect(minutes('A', 'A')).toBeCloseTo((110.76 - 1) / 2, 1);
    expect(minutes('A', 'A') - minutes('B', 'C')).toBeCloseTo((1.5 + 3 - 1) / 2, 9);
    expect(measureStraightMs(place(23, 'C'), place(23.05, 'C'), 120)).toBe(0);
  });
});

describe('consistency', () => {
  const claims = [
    { id: 'n', to: 'NISSAN', claimedS: 1200, toleranceS: 300 },
    { id: 'h', to: 'HONDA', claimedS: 2400, toleranceS: 300 },
    { id: 't', to: 'TOYOTA', claimedS: 4200, toleranceS: 300 },
  ];

  it('derives 50 and 30 min from 20, 40 and 70, and 40 and 20 with the rounding', () => {
    const rules = listRules('sanshui', claims);
    const minutes = rules.map((rule) => [rule.from, rule.to, rule.leastS / 60, rule.leastWithRoundingS / 60]);
    expect(minutes).toEqual([
      ['NISSAN', 'HONDA', 20, 10],
      ['NISSAN', 'TOYOTA', 50, 40],
      ['HONDA', 'TOYOTA', 30, 20],
    ]);
  });

  it('has no rule below 0 or between a place and itself', () => {
    const close = [claims[0], { id: 'x', to: 'X', claimedS: 1300, toleranceS: 300 }].filter(
      (one) => one !== undefined,
    );
    expect(listRules('s', close)).toEqual([
      { set: 's', from: 'NISSAN', to: 'X', leastS: 100, leastWithRoundingS: 0 },
    ]);
    expect(
      listRules(
        's',
        claims.map((one) => ({ ...one, to: 'SAME' })),
      ),
    ).toEqual([]);
  });

  it('holds, holds with the rounding, or is violated; no way at all bounds nothing', () => {
    const [rule] = listRules('sanshui', claims).slice(1);
    if (rule === undefined) throw new Error('no rule');
    const verdicts = [50, 50 - 1 / 60_000, 40, 40 - 1 / 60_000].map(
      (min) => checkRule(rule, 'peak', min * MINUTE).verdict,
    );
    expect(verdicts).toEqual(['holds', 'within-rounding', 'within-rounding', 'violated']);
    expect(checkRule(rule, 'peak', Infinity)).toMatchObject({ verdict: 'holds', timeS: null });
  });
});
