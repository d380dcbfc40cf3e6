/** Sweeps of scenario files over an imported network: rows against comparisons, and the same bytes however they are shared out. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CityCompareDocument } from '../../src/report/answers/city-compare.ts';
import { ROOT, run, runLater } from '../cli/run.ts';
import { importTown, toPlan } from './town.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-'));
const [town, scenarios] = [join(folder, 'town'), join(folder, 'scenarios')];
const SITES = join(ROOT, 'test', 'region', 'town-sites.csv');
/** Two parts. */
const COUNT = 30;

const save = (id: string, modifications: readonly object[], base = '2026-06'): void =>
  writeFileSync(join(scenarios, `${id}.json`), toPlan(id, modifications, { title: id, base }));

beforeAll(async () => {
  await importTown(town);
  mkdirSync(scenarios);
  for (let i = 0; i < COUNT; i += 1)
    save(`s${String(i).padStart(2, '0')}`, [
      { kind: 'change', highways: ['highway=primary'], postedKmh: 10 + i },
    ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sweep = (out: string, ...more: string[]) =>
  runLater([
    ...['sweep', scenarios, '--data', town, '--sites', SITES, '--cutoff', '3', '--threads', '1'],
    '--out',
    join(folder, out),
    ...more,
  ]);

function readRows(out: string, ending = 0): readonly Readonly<Record<string, unknown>>[] {
  const { code } = run(['merge', join(folder, out), '--format', 'json']);
  expect(code).toBe(ending);
  return (
    JSON.parse(readFileSync(join(folder, out, 'sweep.json'), 'utf8')) as { rows: Record<string, unknown>[] }
  ).rows;
}

describe('a sweep over an imported network', () => {
  it('gives the same bytes in one go and in shards, and makes nothing twice', async () => {
    const whole = await sweep('whole');
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain('30 scenarios: 2 parts made');
    for (const shard of ['2/2', '1/2']) expect((await sweep('shared', '--shard', shard)).code).toBe(0);
    expect(run(['merge', join(folder, 'shared')]).code).toBe(0);
    const [one, other] = ['whole', 'shared'].map((name) => readFileSync(join(folder, name, 'sweep.parquet')));
    expect(other?.equals(one as Buffer)).toBe(true);
    expect((await sweep('whole')).out).toContain('0 parts made, 2 were there');
    expect((await sweep('whole', '--vehicle', 'heavy-truck')).err).toMatch(
      /found another \(data|found another \(request/,
    );
  });

  it('has in each row what a comparison says', async () => {
    const rows = readRows('whole');
    expect(rows).toHaveLength(COUNT);
    for (const i of [0, 21]) {
      const row = rows[i] ?? {};
      const words = [
        'compare',
        '--data',
        town,
        '--sites',
        SITES,
        '--cutoff',
        '3',
        '--build',
        join(scenarios, `${String(row['name'])}.json`),
      ];
      const answer = JSON.parse((await runLater([...words, '--format', 'json'])).out) as CityCompareDocument;
      const turned = (to: string) => answer.cells.filter(({ attribution }) => attribution === to).length;
      const saved = answer.changes.reduce((sum, { savedS }) => sum + savedS, 0);
      expect(row).toMatchObject({
        ...{ scenario: row['name'], date: '2026-06', suppliers: 3, plants: 2, pairs: 6 },
        ...{ come_within: turned('no-to-yes'), fall_out: turned('yes-to-no') },
        ...{ mean_s_reference: answer.mean?.timeS.base, mean_s: answer.mean?.timeS.build },
        ...{ within: answer.cells.filter(({ build }) => build.verdict === 'strict').length, unreachable: 0 },
        share_any: answer.reach.find(({ kind }) => kind === 'any')?.share.build,
      });
      expect(row['saved_s']).toBeCloseTo(saved, 5);
    }
    // Faster signs make no trip longer.
    const means = rows.map((row) => row['mean_s'] as number);
    expect(means.every((mean, i) => i === 0 || mean <= (means[i - 1] as number))).toBe(true);
    expect(means.at(-1)).toBeLessThan(means[0] as number);
  });

  it('tells what is wrong with a scenario, and what a city has not', async () => {
    save('zz-wrong', [{ kind: 'close', links: ['7'] }]);
    const wrong = await sweep('wrong');
    expect(wrong.code).toBe(3);
    expect(wrong.err).toMatch(/^1 of 31 scenarios failed/);
    expect(wrong.err).toMatch(/zz-wrong\.json: modifications\[0\]\.links\[0\]/);
    const rows = readRows('wrong', 3);
    expect(rows.map((row) => row['status'])).toEqual([
      ...Array.from({ length: COUNT }, () => 'done'),
      'failed',
    ]);
    expect(rows.at(-1)).toMatchObject({ name: 'zz-wrong', mean_s: null, unreachable: null });
    expect((await sweep('strict', '--strict')).err).toMatch(/zz-wrong\.json: modifications\[0\]\.links\[0\]/);
    expect(existsSync(join(folder, 'strict'))).toBe(false);
    const below = join(scenarios, 'zz-wrong.json');
    expect((await sweep('below', '--reference', below)).err).toMatch(/links\[0\]/);
    expect(existsSync(join(folder, 'below'))).toBe(false);
    rmSync(join(scenarios, 'zz-wrong.json'));
    expect((await sweep('draws', '--draws', '5')).err).toMatch(/--draws: an imported network/);
    expect((await sweep('named', '--reference', '2010-12')).err).toMatch(/a scenario file .json expected/);
    const own = await sweep('own', '--reference', join(scenarios, 's00.json'), '--format', 'json');
    expect(own.code).toBe(0);
    const [first] = readRows('own');
    expect(first).toMatchObject({ saved_s: 0, come_within: 0, fall_out: 0 });
  });
});
