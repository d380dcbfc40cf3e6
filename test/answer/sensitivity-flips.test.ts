/** Flip values against a walk through the whole of the range they were looked for in. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { startDraws } from '../../src/answer/confidence.ts';
import { toDrawnQuestion } from '../../src/answer/drawn-question.ts';
import { toSensitivity } from '../../src/answer/sensitivity.ts';
import { createSweep } from '../../src/answer/sensitivity-sweep.ts';
import type { Flip } from '../../src/model/sensitivity.ts';
import { SHIPPED } from '../data-sets.ts';

const STEPS = process.env['BELTWAY_LONG'] === '1' ? 200 : 16;
/** A zone, a supplier and a point, at the peak. */
const ASKED = { traffic: 'peak', origins: ['Z_SS_LP', 'S001', '113.2,23.1'] };

/** Whether a verdict should hold at a value: as in the middle up to the flip, the other way from there on. */
function expectAt({ holds, flipAt, value }: Flip, at: number): boolean {
  if (flipAt === null) return holds;
  const beyond = flipAt > value ? at >= flipAt : at <= flipAt;
  return beyond ? !holds : holds;
}

describe('every flip of a question with origins named', () => {
  const answer = toSensitivity(SHIPPED, ASKED);
  const sweep = createSweep(toDrawnQuestion(SHIPPED, ASKED));
  const { asked, sides } = sweep.drawn;

  function isTrue({ verdict, scenario, parameter }: Flip, at: number): boolean {
    const side = sides.findIndex((one) => one.scenario.id === scenario);
    const dimension = sweep.dimensions.find(({ id }) => id === parameter);
    if (dimension === undefined) throw new Error(parameter);
    const outcome = sweep.find(side, dimension, at);
    if (!verdict.startsWith('reach:')) return outcome.verdicts.get(verdict) === true;
    const cell = asked.origins.flatMap(({ id, site }) =>
      asked.groups.map(({ group }, k) => ({
        id: `reach:${id}-${group}`,
        at: asked.sites.indexOf(site) * asked.groups.length + k,
      })),
    );
    const found = cell.find(({ id }) => id === verdict)?.at ?? NaN;
    return (outcome.timesMs[found] ?? NaN) <= 3_600_000;
  }

  it('is the only place where the verdict turns, looked at all along the range', () => {
    for (const flip of answer.flips) {
      const { searchedFrom, searchedTo } = flip;
      for (let i = 0; i <= STEPS; i += 1) {
        const at = searchedFrom + (i * (searchedTo - searchedFrom)) / STEPS;
        expect(isTrue(flip, at), `${flip.verdict} ${flip.scenario} ${flip.parameter} ${at}`).toBe(
          expectAt(flip, at),
        );
      }
    }
    const trips = answer.flips.filter(({ verdict }) => verdict.startsWith('reach:'));
    expect(new Set(trips.map(({ verdict }) => verdict)).size).toBe(9);
    expect(trips.some(({ flipAt }) => flipAt !== null)).toBe(true);
    expect(trips.some(({ inRange }) => inRange)).toBe(true);
  });

  it('lies on its grid, within the range of the parameter where it says so', () => {
    for (const { flipAt, value, step, parameter, inRange } of answer.flips) {
      if (flipAt === null) continue;
      const steps = (flipAt - value) / step;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
      const dimension = sweep.dimensions.find(({ id }) => id === parameter);
      const [low, high] = [dimension?.low ?? NaN, dimension?.high ?? NaN];
      expect(inRange).toBe(flipAt >= low - 1e-9 && flipAt <= high + 1e-9);
    }
  });
});

describe('origins asked for by name', () => {
  const run = startDraws(SHIPPED, ASKED, { draws: 40 });
  run.advance(40);
  const document = run.document();

  it('are drawn whatever they are, with the answer in the middle', () => {
    expect(document.origins.map(({ kind }) => kind)).toEqual(['zone', 'supplier', 'point']);
    const { groups } = analyse(SHIPPED, { ...ASKED, beside: null });
    for (const { scenario, origin, group, timeS } of document.pairs)
      expect(timeS).toBe(
        groups.find((one) => one.scenario === scenario && one.origin === origin && one.group === group)
          ?.timeS,
      );
    expect(document.pairs.length).toBe(2 * 3 * 3);
  });

  it('are moved within the grade of their place; a point is where it is said to be', () => {
    const ids = document.dimensions.map(({ id }) => id);
    expect(ids).toContain('radius:Z_SS_LP');
    expect(ids.some((id) => id.includes('113.2'))).toBe(false);
  });

  it('have shares of their trips; those of suppliers are of the suppliers among them', () => {
    const share = document.shares.find(
      ({ measure, scenario }) => measure === 'pairs' && scenario === '2010-with-belt',
    );
    const own = document.pairs.filter(({ scenario }) => scenario === '2010-with-belt');
    const within = own.filter(({ timeS }) => timeS !== null && timeS <= 3600).length;
    expect(share?.value).toBeCloseTo(within / own.length, 12);
    const none = startDraws(SHIPPED, { origins: ['Z_SS_LP'] }, { draws: 2 });
    none.advance(2);
    const { shares, sentence } = none.document();
    expect(shares.find(({ measure }) => measure === 'iOut')?.value).toBeNull();
    expect(sentence).toMatch(
      /^In 2 draws under the ranges of the data, .* reaches within 60 minutes: Nissan in \d of 2/,
    );
  });

  it('cannot be asked by the clock', () => {
    const clock = { departS: 28_800 } as object;
    expect(() => startDraws(SHIPPED, clock)).toThrow('draws are of a traffic state');
  });
});
