import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { buildOnce, makeFolder, MAIN, REGION, run, runChild, runLater, runOnRegion } from './run.ts';
import { toScenarioText, writeScenarios } from './sweep-folder.ts';

/** Three parts. */
const COUNT = 60;
async function sweep(...args: readonly string[]) {
  return runLater(['sweep', ...args, '--data', REGION, '--threads', '1']);
}

function readBytes(folder: string): string {
  return readFileSync(join(folder, 'sweep.parquet')).toString('base64');
}

function listParts(folder: string): readonly string[] {
  return readdirSync(join(folder, 'parts')).toSorted();
}

describe('a sweep of scenarios', () => {
  it('gives the same bytes in one go, in shards in any order, and in threads', async () => {
    const folder = makeFolder();
    const scenarios = writeScenarios(folder, COUNT);
    const [whole, shared, threaded] = ['whole', 'shared', 'threaded'].map((name) => join(folder, name));
    const done = await sweep(scenarios, '--out', whole ?? '');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('60 scenarios: 3 parts made');
    for (const shard of ['3/4', '1/4', '4/4', '2/4'])
      expect((await sweep(scenarios, '--out', shared ?? '', '--shard', shard)).code).toBe(0);
    expect(existsSync(join(shared ?? '', 'sweep.parquet'))).toBe(false);
    expect(run(['merge', shared ?? ''])).toMatchObject({ code: 0, err: '' });
    const args = ['sweep', scenarios, '--out', threaded ?? '', '--data', REGION, '--threads', '2'];
    expect(runChild(args)).toMatchObject({ code: 0, err: '' });
    expect(readBytes(shared ?? '')).toBe(readBytes(whole ?? ''));
    expect(readBytes(threaded ?? '')).toBe(readBytes(whole ?? ''));
  });

  it('has in Parquet what a comparison of each scenario alone says', async () => {
    const folder = makeFolder();
    const scenarios = writeScenarios(folder, 4);
    const out = join(folder, 'out');
    await sweep(scenarios, 'north-only', '--out', out);
    const { buffer, byteOffset, length } = readFileSync(join(out, 'sweep.parquet'));
    const rows: readonly Readonly<Record<string, unknown>>[] = await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + length),
    });
    expect(rows.map((row) => row['name'])).toEqual(['s0000', 's0001', 's0002', 's0003', 'north-only']);
    for (const [i, row] of rows.entries()) {
      const one = i < 4 ? join(scenarios, `s000${i}.json`) : 'north-only';
      const alone = runOnRegion('scenario', 'compare', 'without-belt', one, '--format', 'csv').out;
      const [titles = '', , line = ''] = alone.split('\r\n');
      const fields = titles.split(',').map((title) => row[title] ?? '');
      expect(fields.map(String).join(',')).toBe(line.replaceAll('"', ''));
    }
  });

  it('makes again what is missing or broken, and nothing else', async () => {
    const folder = makeFolder();
    const scenarios = writeScenarios(folder, COUNT);
    const out = join(folder, 'out');
    await sweep(scenarios, '--out', out);
    const before = readBytes(out);
    const [first = '', second = ''] = listParts(out).map((name) => join(out, 'parts', name));
    rmSync(first);
    writeFileSync(second, readFileSync(second, 'utf8').replace('"s0030"', '"s0031"'));
    const merged = run(['merge', out]);
    expect(merged.code).toBe(1);
    expect(merged.err).toContain('expected 3 parts, found 1; missing or broken: 0, 1');
    const again = await sweep(scenarios, '--out', out);
    expect(again.out).toContain('2 parts made, 1 were there');
    expect(readBytes(out)).toBe(before);
  });

  it('goes on after Ctrl-C to the same bytes', async () => {
    const folder = makeFolder();
    const scenarios = writeScenarios(folder, COUNT);
    const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
    await sweep(scenarios, '--out', whole);
    buildOnce();
    const args = [MAIN, 'sweep', scenarios, '--out', cut, '--data', REGION, '--threads', '1'];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    await expect
      .poll(() => existsSync(join(cut, 'parts')) && listParts(cut).length > 0, {
        interval: 5,
        timeout: 30_000,
      })
      .toBe(true);
    child.kill('SIGINT');
    const code = await new Promise((done) => child.on('exit', done));
    // It may have been done before it heard.
    expect([0, 130]).toContain(code);
    await sweep(scenarios, '--out', cut);
    expect(readBytes(cut)).toBe(readBytes(whole));
    expect(listParts(cut).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps another sweep in the folder as it was', async () => {
    const folder = makeFolder();
    const scenarios = writeScenarios(folder, 2);
    const out = join(folder, 'out');
    await sweep(scenarios, '--out', out);
    const before = readBytes(out);
    const { code, err } = await sweep(scenarios, '--out', out, '--cutoff', '45');
    expect(code).toBe(2);
    expect(err).toContain('found another (request)');
    writeFileSync(join(scenarios, 's0001.json'), toScenarioText('s0001', 99));
    expect((await sweep(scenarios, '--out', out)).err).toContain('found another (scenarios)');
    expect(readBytes(out)).toBe(before);
  });

  it.each([
    [['--shard', '0/4'], 2, 'A shard i/n expected'],
    [['--shard', '5/4'], 2, 'A shard i/n expected'],
    [['--threads', '0'], 2, 'A whole number from 1'],
    [['--shard', '1/2', '--slurm'], 2, 'expected one of --slurm, --kubernetes and --shard'],
    [['north-only', 'north-only'], 2, 'expected every name once'],
    [['no-such'], 2, 'a scenario ('],
    [['with-belt', '--draws', '0'], 2, 'a whole number from 1'],
  ])('says what is wrong with %j', async (args, code, words) => {
    const folder = makeFolder();
    const named = args[0]?.startsWith('--') === true ? ['north-only', ...args] : args;
    const ended = await runLater(['sweep', ...named, '--data', REGION, '--out', join(folder, 'out')]);
    expect(ended.err).toContain(words);
    expect(ended.code).toBe(code);
    expect(run(['merge', folder])).toMatchObject({ code: 2 });
  });
});

describe('a sweep of draws', () => {
  it('makes the draws that the answer about doubt counts', async () => {
    const out = join(makeFolder(), 'out');
    const args = ['with-belt', '--draws', '120', '--seed', '7', '--out', out, '--format', 'json'];
    expect((await sweep(...args)).code).toBe(0);
    const { rows } = JSON.parse(readFileSync(join(out, 'sweep.json'), 'utf8')) as {
      readonly rows: readonly Readonly<Record<string, number | null>>[];
    };
    expect(rows.map((row) => row['draw'])).toEqual(Array.from({ length: 120 }, (_, i) => i));
    const told = ['sensitivity', '--only', 'draws', '--draws', '120', '--seed', '7', '--format', 'json'];
    const { shares } = JSON.parse((await runLater([...told, '--data', REGION])).out) as {
      readonly shares: readonly {
        readonly measure: string;
        readonly scenario: string;
        readonly spread: { readonly least: number; readonly p50: number; readonly greatest: number };
      }[];
    };
    const { spread } =
      shares.find((one) => one.measure === 'pairs' && one.scenario === 'with-belt') ?? expect.fail();
    const drawn = rows.map((row) => row['pairs_share'] ?? NaN).toSorted((a, b) => a - b);
    expect([drawn[0], drawn.at(-1)]).toEqual([spread.least, spread.greatest]);
    expect(drawn.filter((share) => share <= spread.p50).length).toBeGreaterThanOrEqual(60);
  });
});

describe('a sweep elsewhere', () => {
  it('prints an indexed job whose tasks are the shards', async () => {
    const args = [
      'sweep',
      'a b.json',
      '--out',
      'swept',
      '--traffic',
      'peak',
      '--kubernetes',
      '--shards',
      '8',
    ];
    const { code, out } = await runLater(args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'Job',
      spec: {
        completionMode: 'Indexed',
        completions: 8,
        podFailurePolicy: {
          rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [2, 3] } }],
        },
        template: {
          spec: {
            containers: [
              {
                command: [
                  '/bin/sh',
                  '-c',
                  `exec beltway sweep 'a b.json' --out swept --traffic peak --threads 1 --shard "$((JOB_COMPLETION_INDEX + 1))/8"`,
                ],
              },
            ],
          },
        },
      },
    });
  });

  it('writes the job array and says what to do where there is no Slurm', () => {
    const folder = makeFolder();
    const out = join(folder, "it's");
    const args = [
      'sweep',
      'north-only',
      'with-belt',
      '--data',
      REGION,
      '--out',
      out,
      '--slurm',
      '--shards',
      '3',
    ];
    const { code, err } = runChild(args, { PATH: folder });
    expect(code).toBe(1);
    expect(err).toContain('sbatch cannot be run');
    const script = readFileSync(join(out, 'job.sh'), 'utf8');
    // One part: the other shards have nothing to do.
    expect(script).toContain('#SBATCH --array=1\n');
    expect(script).toMatch(/--out '.*it'\\''s' --threads 1 --shard "\$SLURM_ARRAY_TASK_ID\/3"\n$/);
  });
});
