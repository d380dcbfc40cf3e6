/**
 * The README runs: every shell block, every TypeScript block, and every output it shows. `UPDATE=1` writes the
 * outputs anew; a human looks at the difference.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/index.ts';
import { importTown } from '../city/town.ts';
import { buildOnce, ROOT, runLater } from '../cli/run.ts';
import { compileModules } from './compile.ts';
import { listFences } from './examples.ts';
import { openShell, type Shell } from './shell.ts';

const README = join(ROOT, 'README.md');
const FOLDER = '.docs-readme';
const fences = listFences(README);
const shells = fences.filter(({ language }) => language === 'sh');
const scripts = fences.filter(({ language }) => language === 'ts');

/** Where the shell blocks run: a copy of the data. */
const workspace = mkdtempSync(join(tmpdir(), 'beltway-readme-'));
let shell: Shell;

beforeAll(async () => {
  for (const name of ['data', 'test/region'])
    cpSync(join(ROOT, name), join(workspace, name), { recursive: true });
  shell = await openShell(workspace);
  // What is asked of an imported network is asked of the one that the examples make.
  await importTown(join(workspace, 'town'));
});

afterAll(() => {
  shell.close();
  rmSync(workspace, { recursive: true, force: true });
});

/** `<!-- out: npx beltway COMMAND | first 20 -->` or `… | from TEXT | first 20 -->`, then a block. */
const OUTPUT = /<!-- out: npx beltway (?<rest>[^\n]*?) -->\n```text\n(?<shown>[\s\S]*?)```\n<!-- \/out -->/g;

const outputs = new Map<string, string>();

/** What a command prints, computed once. */
async function printOnce(command: string): Promise<string> {
  const known = outputs.get(command);
  if (known !== undefined) return known;
  const words = command
    .split(' ')
    .map((word) => word.replace(/^test\/region/, join(ROOT, 'test/region')))
    .map((word) => (word === 'town' ? join(workspace, 'town') : word));
  const { code, out } = await runLater(words);
  expect(code).toBe(0);
  outputs.set(command, out);
  return out;
}

async function makeOutput(rest: string): Promise<string> {
  const [command = '', ...steps] = rest.split(' | ');
  const printed = await printOnce(command);
  const lines = steps.reduce((rows, step) => takeLines(rows, step), printed.trimEnd().split('\n'));
  return `${lines.join('\n').trimEnd()}\n`;
}

function takeLines(lines: readonly string[], step: string): string[] {
  const [, verb, text = ''] = /^(first|from) (.+)$/.exec(step) ?? expect.fail(`unknown step ${step}`);
  if (verb === 'first') return lines.slice(0, Number(text));
  const start = lines.findIndex((line) => line.startsWith(text));
  expect(start, `a line that begins with ${text}`).toBeGreaterThanOrEqual(0);
  return lines.slice(start);
}

describe('README.md', () => {
  it('shows what comes out today (UPDATE=1 writes it anew)', async () => {
    const text = readFileSync(README, 'utf8');
    const shown = [...text.matchAll(OUTPUT)].map(({ groups }) => groups?.['rest'] ?? '');
    expect(shown.length).toBe(text.split('<!-- out:').length - 1);
    const made = new Map<string, string>();
    for (const rest of shown) made.set(rest, await makeOutput(rest));
    const renewed = text.replaceAll(OUTPUT, (whole: string, rest: string, old: string) =>
      whole.replace(`\`\`\`text\n${old}\`\`\``, () => `\`\`\`text\n${made.get(rest)}\`\`\``),
    );
    if (process.env['UPDATE'] === '1') writeFileSync(README, renewed);
    else expect(text).toBe(renewed);
  });

  it('has only blocks that are run, shown or compared', () => {
    expect(new Set(fences.map(({ language }) => language))).toEqual(new Set(['sh', 'ts', 'text']));
    expect(shells.length).toBeGreaterThan(5);
    expect(scripts.length).toBeGreaterThan(0);
  });

  it.each(shells)('$where runs as it stands', async ({ lines }) => {
    const { code, err } = await shell.run(lines);
    expect(code, err).toBe(0);
  });

  it('has TypeScript that compiles and prints what it says', () => {
    buildOnce();
    expect(
      compileModules(
        FOLDER,
        scripts.map(({ lines }) => lines.join('\n')),
      ),
    ).toBe('');
    scripts.forEach(({ lines }, i) => {
      const path = join(ROOT, 'dist', FOLDER, `example-${i}.js`);
      const child = spawnSync(process.execPath, [path], { cwd: ROOT, encoding: 'utf8' });
      const said = lines.flatMap((line) => /^\/\/ prints: (.*)$/.exec(line)?.[1] ?? []);
      expect(said.length).toBeGreaterThan(0);
      expect(child.stderr).toBe('');
      expect(child.stdout.trimEnd().split('\n')).toEqual(said);
    });
  });

  it('gives a reason for every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as {
      readonly dependencies: Readonly<Record<string, string>>;
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    const text = readFileSync(README, 'utf8');
    const table = text.slice(text.indexOf('## Dependencies'));
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(table).toContain(name);
  });

  it('links to files that are there', () => {
    const links = [...readFileSync(README, 'utf8').matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(
      ([, path = '']) => path,
    );
    for (const path of links) expect(readFileSync(join(ROOT, path), 'utf8').length).toBeGreaterThan(0);
  });
});

describe('what the README says in words holds today', () => {
  const ask = async (...args: readonly string[]): Promise<Analysis> =>
    JSON.parse(await printOnce([...args, '--format', 'json'].join(' '))) as Analysis;

  it('about the belt', async () => {
    const free = await ask('compare');
    const iOut = (analysis: Analysis, scenario: string): number | null | undefined =>
      analysis.independence.find((row) => row.scenario === scenario)?.iOut;
    expect(iOut(free, '2010-without-belt')).toBe(1);
    expect(iOut(free, '2010-with-belt')).toBe(1);
    const gained = (analysis: Analysis): number => {
      const suppliers = new Set(
        analysis.origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id),
      );
      return analysis.attribution.filter(
        ({ origin, strict }) => suppliers.has(origin) && strict === 'no-to-yes',
      ).length;
    };
    const peak = await ask('compare', '--traffic', 'peak');
    expect(gained(free)).toBeLessThan(gained(peak));
    expect(iOut(peak, '2010-without-belt')).toBeLessThan(0.5);
    expect(iOut(peak, '2010-with-belt')).toBeGreaterThanOrEqual(0.5);
    const chart = free.flowcharts.find(
      (one) => one.chart === 'automobile' && one.scenario === '2010-with-belt',
    );
    expect(chart?.bottleneck).toBe('belt');
    expect(chart?.nodes.find(({ id }) => id === 'belt')?.index).toBe(4);
  });

  it('about the claims', async () => {
    const { claims } = await ask('compare');
    const find = (id: string, origin: string) =>
      claims.find((claim) => claim.id === id && claim.origin === origin);
    expect(find('sanshui-honda', 'Z_SS_LP')?.verdict).toBe('above-limits');
    expect(find('sanshui-honda', 'D_SANSHUI')?.corners?.mid).toBe('impossible');
    expect(find('sanshui-nissan', 'Z_SS_LP')?.corners?.mid).toBe('limit-only');
    expect(find('sanshui-nissan', 'D_SANSHUI')?.corners?.mid).toBe('above-limits');
    expect(find('sanshui-toyota', 'D_SANSHUI')?.corners?.mid).toBe('free-flow-only');
    expect(claims.find(({ id }) => id === 'condition-belt')?.verdict).toBe('contradicted');
    expect(find('observed-sanshui-rubber', 'Z_SS_LP')?.verdict).toBe('supported');
  });
});
