import { beforeAll, describe, expect, it } from 'vitest';
import { analyse, type Analysis, type QuickAnalysis } from '../../src/index.ts';
import { isBeltAlone } from '../../web/engine/belt-alone.ts';
import { findContrast } from '../../web/panels/answer-contrast.ts';
import { countAnswer, countChanged, findMargin, findNeeded } from '../../web/panels/answer-counts.ts';
import { isSameQuestion, listColumns } from '../../web/panels/side-by-side-columns.ts';
import { listSeries, OUTSIDE } from '../../web/panels/curve-series.ts';
import { findEstimates } from '../../web/panels/sources-share.ts';
import { ask, DATASET, WITH, WITHOUT } from './answer-fixture.ts';

/** Share of an index at the cutoff of the answer. */
function iOutOf({ independence, cutoffS }: QuickAnalysis, scenario: string): number | null | undefined {
  return independence.find((row) => row.scenario === scenario && row.cutoffS === cutoffS)?.iOut;
}

describe('the counts of the answer', () => {
  it.each(['free', 'off-peak', 'peak'])('agree with the index of independence in %s', (traffic) => {
    const answer = ask({ traffic });
    const { tagged, outside } = countAnswer(answer, WITHOUT, WITH);
    expect(tagged).toBe(26);
    expect(outside.base / tagged).toBeCloseTo(iOutOf(answer, WITHOUT) ?? Number.NaN, 5);
    expect(outside.build / tagged).toBeCloseTo(iOutOf(answer, WITH) ?? Number.NaN, 5);
  });

  it('are those of the headline of the command line', () => {
    const answer = ask();
    const { groups, placed, sites, attribution } = countAnswer(answer, WITHOUT, WITH);
    const text = groups.map(({ strict }) => `${strict.base} ${strict.build}`).join(', ');
    const { headline } = answer.sentences;
    const words = headline.slice(0, headline.indexOf('.'));
    const said = [...words.matchAll(/(\d+) (?:in both|→ (\d+))/g)]
      .map(([, base, build]) => `${base} ${build ?? base}`)
      .join(', ');
    expect(text).toBe(said);
    expect(headline).toContain(`Of ${placed} placed suppliers at ${sites} sites`);
    expect(headline).toContain(`brings ${attribution['no-to-yes']} supplier–maker pairs`);
    expect(headline).toContain(
      `${attribution['yes-in-both']} hold without it, ${attribution['no-in-both']} fail with it`,
    );
  });

  it('name the nearest cutoff at which a verdict differs, as asking there confirms', () => {
    const answer = ask();
    for (const [minute, pairs] of [...countChanged(answer, WITHOUT, WITH)].filter((_, i) => i % 4 === 2)) {
      const { attribution } = countAnswer(ask({ cutoffS: minute * 60 }), WITHOUT, WITH);
      expect([minute, attribution['no-to-yes'] + attribution['yes-to-no']]).toEqual([minute, pairs]);
    }
    const none = [...countChanged(answer, WITHOUT, WITH)].find(([, pairs]) => pairs === 0);
    const { nearest } = countAnswer(ask({ cutoffS: (none?.[0] ?? 0) * 60 }), WITHOUT, WITH);
    expect(nearest?.pairs).toBeGreaterThan(0);
    expect(nearest?.cutoffMin).not.toBe(none?.[0]);
  });

  it('have no nearest cutoff where base and build are one', () => {
    expect(countAnswer(ask({ base: WITH, build: WITH }), WITH, WITH).nearest).toBeNull();
  });
});

describe('what the scenarios differ by', () => {
  it.each([
    [WITHOUT, WITH, 'belt'],
    ['2010-north-only', WITH, 'rest'],
    [WITH, WITHOUT, 'removal'],
    ['2006-07', '2010-12', 'roads'],
    [WITH, WITH, 'same'],
  ] as const)('%s → %s is called %s', (base, build, name) => {
    const { scenarios } = ask({ base, build });
    const [before, after] = [base, build].map((id) => scenarios.find((one) => one.id === id));
    if (before === undefined || after === undefined) throw new Error('a scenario is missing');
    expect(findContrast(isBeltAlone(DATASET, { base, build }), before, after)).toBe(name);
  });
});

describe('the margin', () => {
  it('is 0 where the count is the least that meets the level', () => {
    expect(findNeeded(26, 0.5)).toBe(13);
    expect(findNeeded(20, 0.55)).toBe(11);
    expect(findNeeded(27, 0.5)).toBe(14);
    expect([12, 13, 14].map((count) => findMargin(count, 26, 0.5))).toEqual([-1, 0, 1]);
  });

  it('is 0 in the peak with the belt', () => {
    const answer = ask({ traffic: 'peak' });
    const { outside, tagged } = countAnswer(answer, WITHOUT, WITH);
    const { level, margin } = answer.verdictMaps.find(({ scenario }) => scenario === WITH) ?? {};
    expect(margin).toBe(0);
    expect(findMargin(outside.build, tagged, level ?? Number.NaN)).toBe(0);
  });
});

describe('the columns side by side', () => {
  let full: Analysis;
  beforeAll(() => {
    full = analyse(DATASET, { traffic: 'peak', beside: null });
  });

  function columnsOf(answer: QuickAnalysis, whole: Analysis | null) {
    const counts = countAnswer(answer, WITHOUT, WITH);
    return listColumns({ dataset: DATASET, answer, full: whole, counts, base: WITHOUT, build: WITH });
  }

  it('show free flow and peak, whichever was asked for, with the same numbers', () => {
    const [free, peak] = columnsOf(ask(), null);
    const [free2, peak2] = columnsOf(ask({ traffic: 'peak' }), full);
    expect(free?.counts).not.toBeNull();
    expect([free?.traffic, peak?.traffic]).toEqual(['free', 'peak']);
    expect([free2, peak2]).toEqual([free, peak]);
  });

  it('say that a column is still computed rather than show another question', () => {
    const answer = ask({ traffic: 'peak', cutoffS: 3000 });
    expect(isSameQuestion(answer, full)).toBe(false);
    expect(columnsOf(answer, full).map(({ counts }) => counts === null)).toEqual([true, false]);
    expect(isSameQuestion(ask({ traffic: 'peak' }), full)).toBe(true);
  });
});

describe('the curves', () => {
  it('pass through the counts at the cutoff', () => {
    const answer = ask({ cutoffS: 3300 });
    const { groups, placed, outside, tagged } = countAnswer(answer, WITHOUT, WITH);
    const series = listSeries(answer, WITHOUT, WITH);
    const at = (id: string) =>
      series.find((one) => one.id === id)?.points.find(({ minute }) => minute === 55);
    for (const { group, strict } of groups) {
      expect(at(group)?.base).toBeCloseTo(strict.base / placed, 9);
      expect(at(group)?.build).toBeCloseTo(strict.build / placed, 9);
    }
    expect(at(OUTSIDE)?.build).toBeCloseTo(outside.build / tagged, 5);
    expect(at(OUTSIDE)?.base).toBeCloseTo(outside.base / tagged, 5);
  });
});

describe('the estimates', () => {
  it('are those of the sentence of the command line', () => {
    const answer = ask();
    const percent = (share: number): string => `${Math.round(share * 100)} %`;
    const said = findEstimates(answer).map(
      (one) =>
        one &&
        [percent(one.mean), percent(one.least), percent(one.most)].map((text) => Number.parseInt(text, 10)),
    );
    const numbers = [...answer.sentences.estimates.matchAll(/(\d+) %/g)].map(([, digits]) => Number(digits));
    expect(said).toEqual([numbers.slice(0, 3), numbers.slice(3, 6)]);
  });
});
