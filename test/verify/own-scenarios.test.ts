/** Answers that bring their own scenarios along: derived again with them, and refused where one is forged. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { analyse } from '../../src/analysis.ts';
import type { Analysis, AnswerScenario } from '../../src/model/answer.ts';
import type { Modification, Scenario } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { toJsonText } from '../../src/report/json.ts';
import { ANSWER_SCHEMAS } from '../../src/report/schemas/index.ts';
import { verifyAnalysis } from '../../src/verify/answer.ts';
import { PROOF_DATASET } from './proof-scene.ts';

/** A coordinate as a file may have it. */
function round([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

function nodeAt(id: string): LonLat {
  return round(PROOF_DATASET.nodes.find((node) => node.id === id)?.at ?? [NaN, NaN]);
}

/** A share with more places than any answer is rounded to. */
const SHARE = 0.123456789;

const [B, D] = [nodeAt('b'), nodeAt('d')];
const ON_BD = round([B[0] + SHARE * (D[0] - B[0]), B[1] + SHARE * (D[1] - B[1])]);

const BUILT: Modification = {
  ...{ kind: 'build', id: 'x', title: 'X', line: [ON_BD, nodeAt('f')], facility: 'expressway' },
  ...{ postedKmh: 100, accessible: false },
  interchanges: [
    { vertex: 0, link: 'bd', share: SHARE },
    { vertex: 1, node: 'f' },
  ],
};
const MOVED: Modification = { kind: 'move-plant', plant: 'Q', at: nodeAt('a') };
const SUPPLIER: Modification = {
  ...{ kind: 'add-supplier', id: 'MINE', title: 'Mine', keiretsu: 'two', tier: 1, at: nodeAt('c') },
};
const PLANT: Modification = { kind: 'add-plant', id: 'NEW', title: 'New', group: 'two', at: nodeAt('b') };

function toOwn(id: string, ...modifications: readonly Modification[]): Scenario {
  return { id, title: `Own ${id}`, titleZh: id, date: '2010-12-31', modifications };
}

function save(build: Scenario, base: Scenario | string = 'earlier'): Analysis {
  const own = typeof base === 'string' ? [build] : [base, build];
  const names = { base: typeof base === 'string' ? base : base.id, build: build.id };
  const request = { ...names, scenarios: own, cutoffS: 1000, toleranceS: 100 };
  return JSON.parse(toJsonText(analyse(PROOF_DATASET, request))) as Analysis;
}

function refusals(answer: unknown): readonly string[] {
  const { ok, problems } = verifyAnalysis(PROOF_DATASET, answer);
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ path }) => path);
}

describe('an answer with a scenario of its own', () => {
  it.each<[string, readonly Modification[]]>([
    ['a road that is built', [BUILT]],
    ['a plant that is moved', [MOVED]],
    ['a supplier that is added', [SUPPLIER]],
    ['a plant that is added', [PLANT]],
    ['a section that is closed', [{ kind: 'close', sections: ['BELT'] }]],
    ['all of it', [BUILT, MOVED, SUPPLIER, PLANT]],
    ['nothing but a name', []],
  ])('that has %s is derived again', (_, modifications) => {
    const answer = save(toOwn('mine', ...modifications));
    expect(refusals(answer)).toEqual([]);
    expect(answer.scenarios.at(-1)?.own?.modifications).toEqual(modifications);
    const form = (ANSWER_SCHEMAS['analysis'] as z.ZodType).safeParse(answer);
    expect(form.error?.issues ?? []).toEqual([]);
  });

  it('is derived with both of them', () => {
    expect(refusals(save(toOwn('with', BUILT, PLANT), toOwn('without', SUPPLIER)))).toEqual([]);
  });

  it('is another answer without the road', () => {
    const answer = save(toOwn('mine', BUILT));
    const scenarios = answer.scenarios.map((one) =>
      one.own === undefined ? one : { ...one, own: { ...one.own, modifications: [] } },
    );
    expect(refusals({ ...answer, scenarios })).toContainEqual(expect.stringMatching(/^cells\[\d+\]/));
  });
});

describe('a forged scenario of an answer', () => {
  const answer = save(toOwn('mine', BUILT, SUPPLIER));
  const at = answer.scenarios.findIndex(({ own }) => own !== undefined);
  const said = answer.scenarios[at] as AnswerScenario;
  const forge = (change: object): readonly string[] =>
    refusals({ ...answer, scenarios: answer.scenarios.with(at, { ...said, ...change }) });
  const forgeOwn = (change: object): readonly string[] => forge({ own: { ...said.own, ...change } });
  const where = `scenarios[${at}].own`;

  it.each<[string, unknown, RegExp]>([
    ['a text', 'mine', /\.own$/],
    ['null', null, /\.own$/],
    ['a list', [], /\.own$/],
    ['of another form', { schema: 'beltway/scenario@2' }, /\.own\./],
    ['very deep', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown, /\.own$/],
  ])('that is %s is refused', (_, own, path) => {
    expect(forge({ own }).every((one) => path.test(one))).toBe(true);
    expect(forge({ own })).not.toEqual([]);
  });

  it('is refused where it is not what its answer calls it', () => {
    expect(forgeOwn({ title: 'Other' })).toEqual([`${where}.title`]);
    expect(forgeOwn({ date: '2010-11' })).toEqual([`${where}.date`]);
    expect(forgeOwn({ date: '2010' })).toEqual([`${where}.date`]);
    expect(forgeOwn({ id: 'now' })).toEqual([`${where}.id`]);
    expect(forgeOwn({ id: '2010-12' })).toEqual([`${where}.id`]);
    expect(forgeOwn({ extra: 1 })).toEqual([`${where}.extra`]);
  });

  it('is refused with what does not go with the roads, named', () => {
    expect(forgeOwn({ modifications: [{ ...BUILT, postedKmh: 900 }] })).toEqual([
      `${where}.modifications[0].postedKmh`,
    ]);
    expect(forgeOwn({ modifications: [{ kind: 'raze' }] })[0]).toMatch(/modifications\[0\]/);
    expect(forgeOwn({ modifications: [{ kind: 'close', links: ['nowhere'] }] })).toEqual([
      'modifications[0].links[0]',
    ]);
    const far: LonLat = [0, 0];
    expect(forgeOwn({ modifications: [{ ...MOVED, at: far }] })).toEqual(['modifications[0].at']);
    expect(forgeOwn({ modifications: [{ ...SUPPLIER, tier: 3 }] })[0]).toMatch(/\.tier$/);
    expect(forgeOwn({ missing: ['other'] })).toEqual(['dependencies.corequisites']);
  });

  it('is refused where another scenario of the same name differs', () => {
    const other = { ...said, role: 'base', own: { ...said.own, modifications: [MOVED] } };
    expect(refusals({ ...answer, scenarios: [other, ...answer.scenarios.slice(1)] })).toEqual(['scenarios']);
  });

  it('is missed where it is left out', () => {
    const { own: _, ...rest } = said;
    expect(refusals({ ...answer, scenarios: answer.scenarios.with(at, rest as AnswerScenario) })).toEqual([
      '',
    ]);
  });
});
