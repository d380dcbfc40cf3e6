/** Sweeps with files that are wrong: what is told of them, what is computed all the same, and what is refused. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, REGION, run, runLater } from './run.ts';
import { toScenarioText, writeScenarios } from './sweep-folder.ts';

/** Three parts. */
const COUNT = 60;
/** Two in the first part, one in the last, and what is wrong with them. */
const WRONG = [
  ['s0000', '{'],
  ['s0001', toScenarioText('s0001', -5).replace('"arterial"', '"no-such"')],
  ['s0059', toScenarioText('s0059', 1e9)],
] as const;
const NAMES = WRONG.map(([name]) => name);

const sweep = (...args: readonly string[]) =>
  runLater(['sweep', ...args, '--data', REGION, '--threads', '1', '--format', 'csv']);

const readLines = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'sweep.csv'), 'utf8').split('\r\n').slice(0, -1);

/** A folder of scenarios, three of which are wrong, and what is computed where none is. */
async function makeWrong() {
  const folder = makeFolder();
  const scenarios = writeScenarios(folder, COUNT);
  const good = join(folder, 'good');
  expect((await sweep(scenarios, '--out', good)).code).toBe(0);
  for (const [name, text] of WRONG) writeFileSync(join(scenarios, `${name}.json`), text);
  return { folder, scenarios, good: readLines(good) };
}

/** Every problem of every file on a line of its own, with the file as it was given. */
function checkTold(err: string, scenarios: string): void {
  const lines = err.trimEnd().split('\n');
  const listOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${join(scenarios, `${name}.json`)}: `));
  expect(listOf('s0000')).toHaveLength(1);
  expect(listOf('s0001').join('\n')).toMatch(/facilities\[0\]: expected .*, found "no-such"/);
  expect(listOf('s0001').join('\n')).toMatch(/postedKmh: expected .*, found -5/);
  expect(listOf('s0059').join('\n')).toMatch(/postedKmh: expected .*, found 1000000000/);
  expect(err).not.toContain('\uFFFD');
  expect(lines.filter((line) => NAMES.filter((name) => line.includes(name)).length > 1)).toEqual([]);
}

describe('a sweep with wrong files', () => {
  it('computes the others, has a row for each that failed, and the same bytes in shards and again', async () => {
    const { folder, scenarios, good } = await makeWrong();
    const [whole, shared] = [join(folder, 'whole'), join(folder, 'shared')];
    const done = await sweep(scenarios, '--out', whole);
    expect(done.code).toBe(3);
    expect(done.out).toContain('60 scenarios: 3 parts made');
    expect(done.err).toMatch(/^3 of 60 scenarios failed/);
    checkTold(done.err, scenarios);
    const lines = readLines(whole);
    expect(lines).toHaveLength(good.length);
    for (const [i, line] of lines.entries()) {
      const name = line.split(',', 1)[0] ?? '';
      if (!NAMES.includes(name as never)) expect(line).toBe(good[i]);
      else expect(line).toMatch(new RegExp(`^${name},failed,,,[,]*,"?[^,].*expected`));
    }
    // The shard without a wrong file has nothing to tell.
    const codes = [];
    for (const shard of ['3/3', '2/3', '1/3'])
      codes.push((await sweep(scenarios, '--out', shared, '--shard', shard)).code);
    expect(codes).toEqual([3, 0, 3]);
    const merged = run(['merge', shared, '--format', 'csv']);
    expect(merged.code).toBe(3);
    expect(merged.err).toMatch(/^3 of 60 scenarios failed/);
    expect(readLines(shared)).toEqual(lines);
    rmSync(join(shared, 'parts', 'part-000000.json'));
    const again = await sweep(scenarios, '--out', shared);
    expect(again.out).toContain('1 parts made, 2 were there');
    expect(again).toMatchObject({ code: 3, err: done.err });
    expect(readLines(shared)).toEqual(lines);
  });

  it('says the same bytes of files that lie elsewhere', async () => {
    const folders = [makeFolder(), makeFolder()];
    const bytes = [];
    for (const folder of folders) {
      const file = join(folder, 's.json');
      writeFileSync(file, toScenarioText('s', -5).replace('without-belt', 'below'));
      writeFileSync(join(folder, 'below.json'), toScenarioText('below', -7));
      expect((await sweep(file, '--out', join(folder, 'out'))).code).toBe(3);
      bytes.push(readFileSync(join(folder, 'out', 'sweep.csv'), 'utf8'));
    }
    expect(bytes[0]).toContain('below.json: modifications[0].postedKmh');
    expect(bytes[1]).toBe(bytes[0]);
  });

  it('makes nothing where all of it is to be right', async () => {
    const folder = makeFolder();
    const scenarios = writeScenarios(folder, COUNT);
    for (const [name, text] of WRONG) writeFileSync(join(scenarios, `${name}.json`), text);
    const out = join(folder, 'out');
    const { code, err } = await sweep(scenarios, '--out', out, '--strict', '--shard', '2/3');
    expect(code).toBe(3);
    for (const name of NAMES) expect(err).toContain(join(scenarios, `${name}.json`));
    expect(err).toMatch(/found "no-such"/);
    expect(err).toMatch(/postedKmh: expected .*, found -5/);
    expect(existsSync(out)).toBe(false);
    expect((await sweep('north-only', '--out', out, '--strict')).code).toBe(0);
  });

  it('has one row for a scenario whose draws cannot be made', async () => {
    const folder = makeFolder();
    const file = join(folder, 'wrong.json');
    writeFileSync(file, toScenarioText('wrong', -5));
    const out = join(folder, 'out');
    const { code, err } = await sweep('with-belt', file, '--draws', '120', '--out', out);
    expect(code).toBe(3);
    expect(err).toMatch(/^1 of 2 scenarios failed/);
    const rows = readLines(out).slice(1);
    expect(rows).toHaveLength(121);
    expect(rows.filter((row) => row.startsWith('with-belt,done,'))).toHaveLength(120);
    expect(rows.at(-1)).toMatch(/^wrong,failed,,/);
  });

  it.each([
    [['a.json', 'with-belt', 'b.json', 'no-such'], 3, ['a.json', 'b.json', 'no-such']],
    [['no-such', 'nor-this'], 2, ['no-such', 'nor-this']],
    [['with-belt', '--reference', 'WRONG'], 3, ['postedKmh']],
    [['with-belt', '--cutoff', '45', '--vehicle', 'boat'], 2, ['boat']],
  ])('refuses %j before anything is made, with all that is wrong', async (args, code, words) => {
    const folder = makeFolder();
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, toScenarioText('wrong', -5));
    const out = join(folder, 'out');
    const ended = await sweep(...args.map((one) => (one === 'WRONG' ? wrong : one)), '--out', out);
    for (const word of words) expect(ended.err).toContain(word);
    expect(ended.code).toBe(code);
    expect(existsSync(out)).toBe(false);
  });
});
