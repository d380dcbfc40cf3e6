/** `beltway report`: its forms, its own command again, scenario files, refusals, and how `verify` leaves. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, REGION, runLater, type Run } from './run.ts';

const WITHOUT = 'sensitivity,fixes,values,build-order';
const LEAN = ['--draws', '0', '--without', WITHOUT];
const report = (...args: readonly string[]): Promise<Run> => runLater(['report', ...args, '--data', REGION]);
const verify = (file: string): Promise<Run> => runLater(['verify', file, '--data', REGION]);

describe('a report on the command line', () => {
  it('is written whole, the same twice, and accepted; a changed digit is refused with 1', async () => {
    const folder = makeFolder();
    const file = join(folder, 'report.html');
    expect(await report(...LEAN, '--out', file)).toEqual({ code: 0, out: '', err: '' });
    const text = readFileSync(file, 'utf8');
    expect((await report(...LEAN)).out).toBe(text);
    expect(readdirSync(folder)).toEqual(['report.html']);
    const accepted = await verify(file);
    expect(accepted).toMatchObject({ code: 0, err: '' });
    expect(accepted.out).toContain('accepted');
    expect(accepted.out).toContain('Checked against the data three-towns');
    writeFileSync(
      file,
      text.replace(/≈(\d)/, (_, digit: string) => `≈${(Number(digit) + 1) % 10}`),
    );
    const refused = await verify(file);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/refused[^]*line \d+, column \d+ \(/);
  });

  it('is asked again by its own command, from the files it names and holds', async () => {
    const folder = makeFolder();
    const road = join(folder, 'road.json');
    const modifications = [{ kind: 'close', sections: ['BELT_E'] }];
    const own = { schema: 'beltway/scenario@2', id: 'road', title: 'Mine', base: 'with-belt', modifications };
    writeFileSync(road, JSON.stringify(own));
    const asked = [
      '--base',
      'with-belt',
      '--build',
      road,
      '--traffic',
      'peak',
      '--order',
      'automobile=innovation',
    ];
    const { out } = await report(...LEAN, ...asked, '--format', 'json');
    const made = JSON.parse(out) as {
      command: string;
      scenarioFiles: readonly object[];
      request: { build: string };
    };
    expect(made.request.build).toBe('road');
    const words = made.command.split(' ').slice(1);
    expect(words).toContain(road);
    expect((await runLater([...words.slice(0, -2), '--format', 'json'])).out).toBe(out);
    writeFileSync(road, JSON.stringify(made.scenarioFiles[0]));
    expect((await report(...LEAN, ...asked, '--format', 'json')).out).toBe(out);
  });

  it.each(['markdown', 'csv'])('carries command and digest as %s, and is accepted', async (format) => {
    const file = join(makeFolder(), 'report');
    await report(...LEAN, '--format', format, '--out', file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`beltway report --draws 0 --seed 1 --without ${WITHOUT}`);
    expect(text).toMatch(/[0-9a-f]{64}/);
    expect((await verify(file)).code).toBe(0);
  });

  it('is long and tidy as CSV: nine fields a line, and a number is a number', async () => {
    const { out } = await report(...LEAN, '--format', 'csv');
    const [titles = '', ...lines] = out.trimEnd().split('\r\n');
    expect(titles).toBe('part,scenario,from,to,detail,measure,unit,value,about');
    expect(lines.length).toBeGreaterThan(1000);
    for (const line of lines.slice(1))
      expect(line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(9);
    expect(out).toMatch(/\r\nreach,with-belt,S_AMBER,alder,P_ALDER,time,s,\d+(?:\.\d{1,3})?,≈?\r\n/);
  });
});

describe('what cannot be asked', () => {
  it.each([
    [['--draws', 'many'], 2, 'A whole number expected'],
    [['--draws', '100001'], 2, 'draws: expected a whole number from 0 to 100000'],
    [['--without', 'maps'], 2, 'reliability, confidence, sensitivity, fixes, values, build-order'],
    [['--fix', 'a b c'], 2, 'ORIGIN TARGET'],
    [['--fix', 'iOut>=much'], 2, 'SHARE>=LEVEL'],
    [['--draws', '0', '--fix', 'nowhere crane'], 2, 'nowhere'],
    [['--format', 'pdf'], 2, 'html, markdown, csv, json'],
    [['--build', 'nowhere'], 2, 'with-belt'],
  ])('%j leaves with %i', async (args, code, words) => {
    const out = join(makeFolder(), 'out.html');
    const ran = await report(...args, '--out', out);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
    expect(existsSync(out)).toBe(false);
  });

  it('a file that is no report goes on being refused as what it is', async () => {
    const file = join(makeFolder(), 'report.html');
    writeFileSync(file, '<!doctype html>\n<html lang="en">\n<p>7</p>\n');
    const refused = await verify(file);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('refused');
  });
});
