/** How sure the answer is: the middle equals the answer, base and build are paired, steps change nothing. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { startDraws } from '../../src/answer/confidence.ts';
import type { ConfidenceDocument } from '../../src/model/confidence.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { toJsonText } from '../../src/report/index.ts';
import { SHIPPED } from '../data-sets.ts';

function draw(request: object, draws: number, steps: readonly number[], seed = 1): ConfidenceDocument {
  const run = startDraws(SHIPPED, request, { draws, seed });
  for (const step of steps) run.advance(step);
  expect(run.done()).toBe(
    Math.min(
      draws,
      steps.reduce((sum, step) => sum + step, 0),
    ),
  );
  return run.document();
}

const hash = (document: ConfidenceDocument): string =>
  createHash('sha256').update(toJsonText(document)).digest('hex').slice(0, 16);

describe('draws of the shipped data', () => {
  const whole = draw({ traffic: 'peak' }, 60, [60]);
  const analysis = analyse(SHIPPED, { traffic: 'peak' });

  it('have the answer itself in the middle', () => {
    for (const { scenario, origin, group, timeS } of whole.pairs) {
      const row = analysis.groups.find(
        (one) => one.scenario === scenario && one.origin === origin && one.group === group,
      );
      expect(timeS).toBe(row?.timeS);
    }
    for (const { measure, scenario, value } of whole.shares) {
      const row = analysis.independence.find((one) => one.scenario === scenario);
      if (row === undefined || measure === 'pairs') continue;
      expect(value).toBe(row[measure]);
    }
    const yes = (scenario: string, indicator: string): boolean =>
      analysis.flowcharts.some(
        (chart) =>
          chart.scenario === scenario &&
          chart.chart === 'automobile' &&
          chart.nodes.some(({ id, verdict }) => id === indicator && verdict === 'yes'),
      );
    const nodeOf = (indicator: string): string =>
      SHIPPED.flowcharts.flatMap(({ nodes }) => nodes).find((node) => node.indicator === indicator)?.id ?? '';
    for (const { id, scenario, atMiddle } of whole.verdicts.filter((one) => !one.id.startsWith('pair:')))
      expect(atMiddle).toBe(
        yes(scenario, nodeOf(id === 'belt' ? 'belt-linked-pairs' : 'independence-share')),
      );
  });

  it('lie between the corners wherever no place is moved', () => {
    const still = { ...SHIPPED, uncertainty: SHIPPED.uncertainty };
    const steady = {
      ...still,
      zones: still.zones,
      uncertainty: {
        ...(still.uncertainty as NonNullable<Dataset['uncertainty']>),
        coordinateM: Object.fromEntries(
          Object.entries(still.uncertainty?.coordinateM ?? {}).map(([grade, one]) => [
            grade,
            { ...one, low: 0, value: 0, high: 0 },
          ]),
        ) as NonNullable<Dataset['uncertainty']>['coordinateM'],
      },
    };
    const run = startDraws(steady, { traffic: 'peak' }, { draws: 40 });
    run.advance(40);
    for (const { scenario, origin, group, spreadS } of run.document().pairs) {
      const plants = analysis.destinations.filter((one) => one.group === group).map(({ id }) => id);
      const cells = analysis.cells.filter(
        (one) => one.scenario === scenario && one.origin === origin && plants.includes(one.destination),
      );
      const low = Math.min(...cells.map(({ lowS }) => lowS ?? Infinity));
      expect(spreadS.least ?? NaN).toBeGreaterThanOrEqual(low);
      const named = analysis.groups.find(
        (one) => one.scenario === scenario && one.origin === origin && one.group === group,
      );
      const cell = cells.find(({ destination }) => destination === named?.plant);
      expect(spreadS.greatest ?? NaN).toBeLessThanOrEqual(cell?.highS ?? NaN);
    }
  });

  it('are the same in one step and in many', () => {
    expect(toJsonText(draw({ traffic: 'peak' }, 60, [7, 1, 50, 99]))).toBe(toJsonText(whole));
    expect(draw({ traffic: 'peak' }, 60, [20]).draws).toBe(20);
    expect(hash(draw({ traffic: 'peak' }, 60, [60], 2))).not.toBe(hash(whole));
  });

  it('have the bytes that every engine gives', () => {
    const document = draw({}, 25, [25]);
    // The digest names the data: it changes with them, the rest only with the computation.
    const { data: _, ...rest } = document;
    expect(hash(rest as ConfidenceDocument)).toMatchInlineSnapshot(`"41548922dbee7132"`);
  });

  it('are paired: a road that changes nothing changes nothing in any draw', () => {
    const same = draw({ base: '2010-with-belt', build: '2010-12', traffic: 'peak' }, 30, [30]);
    for (const { gains, loses, spreadS } of same.changes) {
      expect([gains, loses]).toEqual([0, 0]);
      expect([spreadS?.least, spreadS?.greatest]).toEqual([0, 0]);
    }
    for (const { spread } of same.shares.filter(({ scenario }) => scenario === 'difference'))
      expect([spread?.least, spread?.greatest]).toEqual([0, 0]);
  });

  it('never lose by a road that is built', () => {
    for (const { loses, spreadS } of whole.changes) {
      expect(loses).toBe(0);
      expect(spreadS?.greatest ?? NaN).toBeLessThanOrEqual(0);
    }
  });

  it('are counted against the shares that the data say', () => {
    for (const { holds, verdict } of [...whole.pairs, ...whole.verdicts]) {
      const share = holds / whole.draws;
      expect(verdict).toBe(share >= 0.95 ? 'holds' : share <= 0.05 ? 'fails' : 'cannot-tell');
    }
    expect(new Set(whole.pairs.map(({ verdict }) => verdict))).toEqual(
      new Set(['holds', 'fails', 'cannot-tell']),
    );
  });

  it('are called draws, and nothing a probability', () => {
    expect(toJsonText(whole)).not.toMatch(/probab|likely/i);
    expect(whole.sentence).toMatch(/^In 60 draws under the ranges of the data/);
    expect(whole.command).toBe('beltway sensitivity --traffic peak --only draws --draws 60 --seed 1');
  });
});

describe('the time that draws take', () => {
  it('is less than 5 s for the 500 of the shipped data, and far less than that for a hundred', () => {
    // A hundred take under half a second of one core. Counted is what they use of it, whatever else the machine does.
    const draws = process.env['BELTWAY_LONG'] === '1' ? 500 : 100;
    const begun = process.cpuUsage();
    draw({ traffic: 'peak' }, draws, [draws]);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});

describe('what cannot be drawn', () => {
  it.each([
    [{}, { draws: 0 }, 'draws: expected a whole number from 1'],
    [{}, { draws: 2.5, seed: -1 }, 'seed: expected a whole number from 0'],
    [{ valueOfTimeCnyPerH: 40 }, {}, 'draws minimise time alone'],
    [{ traffic: 'storm' }, {}, 'free, off-peak, peak'],
  ])('%j with %j is refused', (request, options, words) => {
    expect(() => startDraws(SHIPPED, request, options)).toThrow(words);
  });

  it('is a data set that does not say how far its places may be wrong', () => {
    expect(() => startDraws({ ...SHIPPED, uncertainty: null })).toThrow('uncertainty.json');
  });
});
