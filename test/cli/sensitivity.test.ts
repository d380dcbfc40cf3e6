/** `beltway sensitivity`: forms, words, its own command again, and an end by Ctrl-C that leaves nothing. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { ANSWER_SCHEMAS } from '../../src/report/index.ts';
import { buildOnce, makeFolder, MAIN, REGION, runLater } from './run.ts';
import { hasScript, interruptWhen } from './terminal.ts';

const runOnRegion = (...args: readonly string[]) => runLater([...args, '--data', REGION]);

async function ask(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await runOnRegion(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

const QUESTIONS: readonly (readonly [schema: string, args: readonly string[]])[] = [
  ['confidence', ['sensitivity', '--only', 'draws', '--draws', '30', '--seed', '9']],
  ['sensitivity', ['sensitivity', '--only', 'sweeps', '--traffic', 'peak', '--measure', 'i2']],
  ['sensitivity-report', ['sensitivity', '--draws', '20', '--cutoff', '15', '--vehicle', 'heavy-truck']],
];

describe.each(QUESTIONS)('%s of %j', (schema, args) => {
  it('has the published form, the same bytes twice, and text no wider than a page', async () => {
    const out = await ask(...args, '--format', 'json');
    expect(await ask(...args, '--format', 'json')).toBe(out);
    const checked = (ANSWER_SCHEMAS[schema] as z.ZodType).safeParse(JSON.parse(out));
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(out).not.toMatch(/NaN|Infinity/);
    const text = await ask(...args);
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/probab|likely/i);
    expect(await ask(...args, '--format', 'markdown')).toMatch(/^# /m);
  });
});

it.each(QUESTIONS.slice(0, 2))('%s is asked again by its own command', async (_, args) => {
  const out = await ask(...args, '--format', 'json');
  const { command } = JSON.parse(out) as { readonly command: string };
  expect(await ask(...command.split(' ').slice(1), '--format', 'json')).toBe(out);
  const lines = (await ask(...args, '--format', 'csv')).trimEnd().split('\r\n');
  expect(lines.length).toBeGreaterThan(3);
});

it('leaves with 1 where a verdict cannot be told, if that was asked', async () => {
  const code = async (...args: readonly string[]): Promise<number | null> =>
    (await runLater(['sensitivity', '--draws', '60', ...args])).code;
  // The shipped data at the peak: the independence of suppliers cannot be told. In free flow it holds.
  expect(await code('--traffic', 'peak', '--only', 'draws')).toBe(0);
  expect(await code('--traffic', 'peak', '--only', 'draws', '--exit-code')).toBe(1);
  expect(await code('--only', 'draws', '--exit-code')).toBe(0);
  expect(await code('--traffic', 'peak', '--only', 'sweeps', '--exit-code')).toBe(1);
});

it('says of one place in how many draws it reaches each maker', async () => {
  const { out } = await runOnRegion('sensitivity', '--origins', 'F1', '--draws', '20');
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /Fern Seats reaches within \d+ minutes: [\w ]+ in \d+ of 20 \(/,
  );
  expect(out).toContain('--origins F1');
});

describe('what cannot be asked', () => {
  it.each([
    [['--draws', '0'], 'a whole number from 1'],
    [['--draws', 'many'], 'A whole number expected'],
    [['--seed', '-1'], 'A whole number expected'],
    [['--seed', '99999999999'], 'a whole number from 0'],
    [['--format', 'csv'], 'say --only draws or --only sweeps'],
    [['--measure', 'wealth'], 'pairs, iOut, i2'],
    [['--value-of-time', '40'], 'unknown option'],
  ])('%j is refused', async (args, words) => {
    const { code, out, err } = await runOnRegion('sensitivity', ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
  });
});

const LONG = ['sensitivity', '--draws', '100000', '--data', REGION];

describe('Ctrl-C', () => {
  it('ends draws that nobody watches: nothing is printed, no file is left, the code is 130', async () => {
    buildOnce();
    const folder = makeFolder();
    const child = spawn(process.execPath, [MAIN, ...LONG, '--out', join(folder, 'answer.txt')]);
    const said = { out: '', err: '' };
    child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
    setTimeout(() => child.kill('SIGINT'), 2000);
    const ended = await new Promise((done) => child.on('close', (code, signal) => done(signal ?? code)));
    // On a busy machine the program is not yet awake after two seconds: then the signal alone ends it.
    expect([130, 'SIGINT']).toContain(ended);
    expect(said).toEqual({ out: '', err: ended === 130 ? 'interrupted: nothing was written\n' : '' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!hasScript)('ends draws on a terminal: the bar goes, the code is 130', async () => {
    const said = await interruptWhen(/ of 100000/, LONG);
    expect(said).toMatch(/█*·+ \d+ of 100000/);
    expect(said).toContain('\u001b[Kinterrupted: nothing was written');
    expect(said).toMatch(/\bcode 130\s*$/);
    expect(said).not.toContain('How sure');
  });
});
