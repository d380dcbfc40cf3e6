/**
 * The README runs: every shell block, every TypeScript block, and every output it shows. `UPDATE=1` writes the
 * outputs anew; a human looks at the difference.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/index.ts';
import { buildOnce, MAIN, ROOT, run, runChild } from '../cli/run.ts';
import { compileModules } from './compile.ts';
import { listFences } from './examples.ts';

const README = join(ROOT, 'README.md');
const FOLDER = '.docs-readme';
const fences = listFences(README);
const shells = fences.filter(({ language }) => language === 'sh');
const scripts = fences.filter(({ language }) => language === 'ts');

/** Where the shell blocks run: a copy of the data, and `npx beltway` and `npm` that do not install. */
const workspace = mkdtempSync(join(tmpdir(), 'beltway-readme-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function writeShim(name: string, script: string): void {
  const path = join(workspace, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

beforeAll(() => {
  buildOnce();
  for (const name of ['data', 'test/region'])
    cpSync(join(ROOT, name), join(workspace, name), { recursive: true });
  mkdirSync(join(workspace, 'bin'));
  writeShim('npx', `[ "$1" = beltway ] || exit 9\nshift\nexec '${process.execPath}' '${MAIN}' "$@"`);
  writeShim('npm', 'case "$*" in start*|test*|"run test:long") ;; *) exit 9 ;; esac');
});

/** `<!-- out: npx beltway COMMAND | first 20 -->` or `… | from TEXT | first 20 -->`, then a block. */
const OUTPUT = /<!-- out: npx beltway (?<rest>[^\n]*?) -->\n```text\n(?<shown>[\s\S]*?)```\n<!-- \/out -->/g;

const outputs = new Map<string, string>();
const LONG = new Set(['sensitivity', 'fix']);

/** What a command prints, computed once. */
function printOnce(command: string): string {
  const known = outputs.get(command);
  if (known !== undefined) return known;
  const words = command.split(' ').map((word) => word.replace(/^test\/region/, join(ROOT, 'test/region')));
  // Long work takes turns of the event loop, which a test in this process would have to wait for.
  const { code, out } = LONG.has(words[0] ?? '') ? runChild(words) : run(words);
  expect(code).toBe(0);
  outputs.set(command, out);
  return out;
}

function makeOutput(rest: string): string {
  const [command = '', ...steps] = rest.split(' | ');
  const lines = steps.reduce((rows, step) => takeLines(rows, step), printOnce(command).trimEnd().split('\n'));
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
  it('shows what comes out today (UPDATE=1 writes it anew)', () => {
    const text = readFileSync(README, 'utf8');
    expect([...text.matchAll(OUTPUT)].length).toBe(text.split('<!-- out:').length - 1);
    const renewed = text.replaceAll(OUTPUT, (whole: string, rest: string, shown: string) =>
      whole.replace(`\`\`\`text\n${shown}\`\`\``, () => `\`\`\`text\n${makeOutput(rest)}\`\`\``),
    );
    if (process.env['UPDATE'] === '1') writeFileSync(README, renewed);
    else expect(text).toBe(renewed);
  });

  it('has only blocks that are run, shown or compared', () => {
    expect(new Set(fences.map(({ language }) => language))).toEqual(new Set(['sh', 'ts', 'text']));
    expect(shells.length).toBeGreaterThan(5);
    expect(scripts.length).toBeGreaterThan(0);
  });

  it.each(shells)('$where runs as it stands', ({ lines }) => {
    const child = spawnSync('sh', ['-eu', '-c', lines.join('\n')], {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(workspace, 'bin')}:${process.env['PATH'] ?? ''}` },
    });
    expect(child.status, child.stderr).toBe(0);
  });

  it('has TypeScript that compiles and prints what it says', () => {
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
  const ask = (...args: readonly string[]): Analysis =>
    JSON.parse(printOnce([...args, '--format', 'json'].join(' '))) as Analysis;

  it('about the belt', () => {
    const free = ask('compare');
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
    const peak = ask('compare', '--traffic', 'peak');
    expect(gained(free)).toBeLessThan(gained(peak));
    expect(iOut(peak, '2010-without-belt')).toBeLessThan(0.5);
    expect(iOut(peak, '2010-with-belt')).toBeGreaterThanOrEqual(0.5);
    const chart = free.flowcharts.find(
      (one) => one.chart === 'automobile' && one.scenario === '2010-with-belt',
    );
    expect(chart?.bottleneck).toBe('belt');
    expect(chart?.nodes.find(({ id }) => id === 'belt')?.index).toBe(4);
  });

  it('about the claims', () => {
    const { claims } = ask('compare');
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
