/** Saved answers derived again: accepted as they are written, refused with the place named once a value is off. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import type { AnalysisRequest } from '../../src/answer/request.ts';
import type { Analysis, AnswerCell } from '../../src/model/answer.ts';
import { toJsonText } from '../../src/report/json.ts';
import { verifyAnalysis } from '../../src/verify/answer.ts';
import { toCount } from '../scene/random.ts';
import { PROOF_DATASET } from './proof-scene.ts';
import { SHIPPED } from '../data-sets.ts';

const CONTRAST: AnalysisRequest = { base: 'earlier', build: 'now', cutoffS: 1000, toleranceS: 100 };

function save(request: AnalysisRequest = {}): Analysis {
  return JSON.parse(toJsonText(analyse(PROOF_DATASET, { ...CONTRAST, ...request }))) as Analysis;
}

function refusals(answer: unknown): readonly string[] {
  const { ok, problems } = verifyAnalysis(PROOF_DATASET, answer);
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ path }) => path);
}

describe('an answer as it is saved', () => {
  it.each<[string, AnalysisRequest]>([
    ['of the whole question', {}],
    ['in the peak', { traffic: 'peak', vehicleClass: 'truck' }],
    ['with a value of time', { valueOfTimeCnyPerH: 20 }],
    ['for every plant', { groupChoice: { one: 'every', two: 'every' } }],
    ['for a named plant', { groupChoice: { one: 'Q' } }],
    ['from one point to another', { origins: ['113.35,23.09'], destinations: ['Z', '113.4,23.09'] }],
    ['with a third scenario', { beside: '2009-05' }],
    ['with one scenario twice', { base: 'now' }],
    ['without suppliers', { origins: ['P'], destinations: ['Q'] }],
  ])('%s', (_, request) => {
    const answer = save(request);
    expect(refusals(answer)).toEqual([]);
    expect(verifyAnalysis(PROOF_DATASET, answer).checked).toBeGreaterThanOrEqual(
      answer.cells.length + answer.groups.length,
    );
    expect(refusals(analyse(PROOF_DATASET, { ...CONTRAST, ...request }))).toEqual([]);
  });

  it('keeps null for what cannot be reached', () => {
    const answer = save();
    const lost = answer.cells.filter(({ timeS }) => timeS === null);
    expect(lost.length).toBeGreaterThan(0);
    const i = answer.cells.findIndex(({ timeS }) => timeS === null);
    const cells = answer.cells.with(i, { ...(answer.cells[i] as AnswerCell), timeS: 0 });
    expect(refusals({ ...answer, cells })).toEqual([expect.stringMatching(/^cells\[\d+\] .*\.timeS$/)]);
  });

  it('may hold keys that are not derived', () => {
    expect(refusals({ ...save(), note: 'mine' })).toEqual([]);
  });
});

describe('a wrong answer', () => {
  const answer = save();
  const row = answer.cells.findIndex(({ timeS }) => timeS !== null);
  const cell = answer.cells[row] as AnswerCell;
  const withCell = (change: object): Analysis => ({
    ...answer,
    cells: answer.cells.with(row, { ...cell, ...change }),
  });

  it('by a millisecond in one cell names the cell, what it should be and what stands there', () => {
    const timeS = (Math.round(Number(cell.timeS) * 1000) + 1) / 1000;
    expect(verifyAnalysis(PROOF_DATASET, withCell({ timeS }))).toMatchObject({
      ok: false,
      problems: [
        {
          file: 'answer',
          path: `cells[${row}] (${cell.scenario}: ${cell.origin} to ${cell.destination}).timeS`,
          expected: String(cell.timeS),
          found: String(timeS),
        },
      ],
    });
  });

  it.each([
    'timeS',
    'lowS',
    'highS',
    'lengthM',
    'tollCny',
    'estimatedShare',
    'townChainShare',
    'viaBeltM',
  ] as const)('in %s', (measure) => {
    const expected = `cells[${row}] (${cell.scenario}: ${cell.origin} to ${cell.destination}).${measure}`;
    expect(refusals(withCell({ [measure]: Number(cell[measure]) + 0.001 }))).toEqual([expected]);
    expect(refusals(withCell({ [measure]: null }))).toEqual([expected]);
  });

  it('with cells missing, doubled, strange or of another pair', () => {
    expect(refusals({ ...answer, cells: answer.cells.toSpliced(row, 1) })).toEqual(['cells']);
    expect(refusals({ ...answer, cells: [...answer.cells, cell] })).toEqual([
      `cells[${answer.cells.length}]`,
    ]);
    expect(refusals(withCell({ destination: 'Z' }))).toContain(`cells[${row}]`);
    expect(refusals({ ...answer, groups: [] }).length).toBe(answer.groups.length);
    expect(refusals({ ...answer, curve: answer.curve.slice(1) })).toEqual(['curve']);
  });

  it('about other data, another network or another question', () => {
    expect(refusals({ ...answer, data: { ...answer.data, digest: 'other' } })).toEqual(['data.digest']);
    expect(refusals({ ...answer, data: { ...answer.data, id: 'other' } })).toEqual(['data.id']);
    expect(refusals({ ...answer, vehicleClass: 'truck' }).length).toBeGreaterThan(10);
    expect(refusals({ ...answer, vehicleClass: 'tram' })).toEqual(['vehicleClass']);
    expect(refusals({ ...answer, traffic: 'dense' })).toEqual(['traffic']);
    expect(refusals({ ...answer, cutoffS: 900 }).length).toBeGreaterThan(0);
    expect(refusals({ ...answer, groupChoice: { one: 'every' } }).length).toBeGreaterThan(0);
    expect(refusals({ ...answer, plantDate: 'soon' })).toEqual(['']);
    const [first, ...others] = answer.scenarios;
    expect(refusals({ ...answer, scenarios: [{ ...first, date: '2006-07' }, ...others] })).toContain(
      'scenario earlier',
    );
    expect(refusals({ ...answer, scenarios: [{ ...first, id: 'never' }, ...others] })).toEqual(['']);
    const origins = answer.origins.map((origin) => (origin.id === 'S1' ? { ...origin, site: 'P' } : origin));
    expect(refusals({ ...answer, origins })).toEqual(['origins[0].site']);
  });

  it('of another schema or shape', () => {
    expect(refusals({ ...answer, schema: 'beltway/analysis@2' })).toEqual(['schema']);
    expect(refusals({ ...answer, cells: {} })).toEqual(['cells']);
    expect(refusals({ ...answer, origins: undefined })).toEqual(['origins']);
    for (const value of [undefined, null, 1, 'x', [], {}, [answer], { schema: { schema: 1 } }]) {
      expect(refusals(value)).toEqual(['schema']);
    }
  });
});

describe('any value of the derived parts', () => {
  it('is refused once it is changed', () => {
    const answer = save();
    const parts = [
      'cells',
      'groups',
      'attribution',
      'independence',
      'curve',
      'reliability',
      'claims',
    ] as const;
    // Read off the times or the records, not derived again.
    const left = new Set([
      'robustMin',
      'verdict',
      'why',
      'text',
      'kind',
      'from',
      'to',
      'claimedS',
      'limitS',
      'scenario',
    ]);
    const derived = (part: string, key: string): boolean =>
      part === 'claims'
        ? ['computedS', 'viaBeltS', 'origin'].includes(key)
        : part !== 'independence' || !left.has(key);
    const places = parts.flatMap((part) =>
      (answer[part] as readonly object[]).flatMap((one, i) =>
        Object.keys(one)
          .filter((key) => derived(part, key))
          .map((key) => ({ part, i, key })),
      ),
    );
    const other = fc.oneof(
      fc.integer(),
      fc.integer().map((value) => value / 1000),
      fc.constantFrom(null, true, false, 'strict', 'now', 'Z', [], {}),
    );
    const property = fc.property(fc.constantFrom(...places), other, ({ part, i, key }, value) => {
      const rows = answer[part] as unknown as readonly Readonly<Record<string, unknown>>[];
      fc.pre(!Object.is(rows[i]?.[key], value) && !(Number(value) === 0 && Number(rows[i]?.[key]) === 0));
      const changed = { ...answer, [part]: rows.with(i, { ...rows[i], [key]: value }) };
      expect(refusals(changed).length).toBeGreaterThan(0);
    });
    fc.assert(property, { seed: 4, numRuns: toCount(300, 10_000) });
  }, 600_000);
});

describe('the shipped answer', () => {
  it('is derived again, value for value', () => {
    const long = process.env['BELTWAY_LONG'] === '1';
    const dataset = SHIPPED;
    const few = dataset.suppliers.filter(({ zone }) => zone !== null).map(({ id }) => id);
    const answer = analyse(dataset, long ? {} : { origins: few.slice(0, 12), beside: null });
    const { problems, checked } = verifyAnalysis(dataset, JSON.parse(toJsonText(answer)));
    expect(problems).toEqual([]);
    expect(checked).toBeGreaterThan(answer.cells.length);
  }, 600_000);
});
