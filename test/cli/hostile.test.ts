import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toSentence } from '../../src/problems.ts';
import { dataCheck } from '../../src/report/schemas/documents.ts';
import { changeFile, copyRegion, makeFolder, run, runOnRegion, type Run } from './run.ts';

/** What a spoilt data folder must give: code 3, a reason for each file, no answer, no file, no stack. */
function expectRefused({ code, out, err }: Run, reasons: readonly RegExp[]): void {
  expect({ code, out }).toEqual({ code: 3, out: '' });
  for (const reason of reasons) expect(err).toMatch(reason);
  expect(err).not.toMatch(/^\s+at .*:\d+/m);
  expect(err.replaceAll('\n', '')).toMatch(/^\P{Cc}+$/u);
}

describe('a broken data folder', () => {
  it('gives the problems of all files at once, and writes nothing', () => {
    const folder = copyRegion();
    const answer = join(makeFolder(), 'answer.json');
    changeFile(folder, 'tariffs.json', () => '{"schema":"beltway/tariffs@1","tariffs":{}}');
    changeFile(folder, 'sources.json', (text) => text.replace('"title"', '"tilte"'));
    changeFile(folder, 'highways/belt.geojson', (text) =>
      text.replace(/"lengthM": \d+(\.\d+)?/, '"lengthM": -80'),
    );
    const compare = run(['compare', '--data', folder, '--format', 'json', '--out', answer]);
    const check = run(['data', 'check', folder]);
    for (const found of [compare, check]) {
      expectRefused(found, [
        /^tariffs\.json: tariffs: expected .*, found \{\}$/m,
        /^sources\.json: sources\[0\].*tilte/m,
        /^highways\/belt\.geojson: features\[\d+\]\.properties\.lengthM: expected .*, found -80$/m,
      ]);
    }
    expect(existsSync(answer)).toBe(false);
  });

  it('is refused by every command that reads data', () => {
    const folder = copyRegion();
    changeFile(folder, 'parameters.json', () => '');
    for (const args of [
      ['matrix'],
      ['check'],
      ['route', 'P_ALDER', 'P_BROOK'],
      ['reach', 'P_ALDER'],
      ['fastest-routes'],
      ['locate'],
      ['independence'],
      ['flowchart'],
      ['claims'],
      ['scenarios'],
      ['start'],
    ]) {
      expectRefused(run([...args, '--data', folder]), [
        /^parameters\.json: .*expected JSON text, not an empty file/m,
      ]);
    }
  });

  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['no JSON', '{"schema":', /^scenarios\/x\.json: .*expected/m],
    ['deep nesting', '['.repeat(200_000), /^scenarios\/x\.json: .*expected/m],
    [
      'bytes that are no UTF-8',
      new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
      /^scenarios\/x\.json: expected UTF-8 text/m,
    ],
    ['a terminal escape', '{"\u001b[31mx\u001b[0m":1}', /^scenarios\/x\.json: /m],
    ['__proto__', '{"__proto__":{"schema":"beltway/scenario@1"}}', /^scenarios\/x\.json: /m],
    ['1e999', '{"schema":"beltway/scenario@1","id":1e999}', /^scenarios\/x\.json: /m],
  ])('with %s is refused', (_, content, reason) => {
    const folder = copyRegion();
    writeFileSync(join(folder, 'scenarios/x.json'), content);
    expectRefused(run(['data', 'check', folder]), [reason]);
  });

  it('with 100 MB of nesting is refused before it is read, in seconds', () => {
    const folder = copyRegion();
    writeFileSync(join(folder, 'scenarios/x.json'), Buffer.alloc(100 * 1024 * 1024, '['));
    const begun = performance.now();
    expectRefused(run(['data', 'check', folder]), [
      /^scenarios\/x\.json: expected at most \d+ bytes, found 104857600 bytes/m,
    ]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('follows no link and waits for no pipe', () => {
    const folder = copyRegion();
    symlinkSync('/etc/hostname', join(folder, 'scenarios', 'link.json'));
    execFileSync('mkfifo', [join(folder, 'scenarios', 'pipe.json')]);
    expectRefused(run(['data', 'check', folder]), [
      /^scenarios\/link\.json: expected a regular file/m,
      /^scenarios\/pipe\.json: expected a regular file/m,
    ]);
  });

  it('is refused where there is none, or an empty one', () => {
    expectRefused(run(['data', 'check', '/nonexistent']), [
      /expected a folder that can be read, found ENOENT/,
    ]);
    const empty = join(makeFolder(), 'empty');
    mkdirSync(empty);
    expectRefused(run(['data', 'check', empty]), [/^dataset\.json: expected this file, found nothing/m]);
    expectRefused(run(['data', 'check', join(empty, '..', '..', 'etc', 'hostname')]), []);
  });
});

describe('data check --format json', () => {
  it('gives the problems as data too', () => {
    const folder = copyRegion();
    changeFile(folder, 'tariffs.json', () => '{}');
    const { code, out, err } = run(['data', 'check', folder, '--format', 'json']);
    const { ok, problems } = dataCheck.parse(JSON.parse(out));
    expect({ code, ok }).toEqual({ code: 3, ok: false });
    expect(err.trim().split('\n').slice(1)).toEqual(problems.map((problem) => toSentence(problem)));
  });

  it('tells every site that no road is near, as data; a point asked for is usage', () => {
    const folder = copyRegion();
    changeFile(folder, 'places/places.json', (text) =>
      text.replace('[-29.698, 30.404]', '[-29.02, 30.98]').replace('[-29.203, 30.752]', '[-29.01, 30.97]'),
    );
    expectRefused(run(['data', 'check', folder]), [
      /^place S_AMBER: at: .*15000 m/m,
      /^place S_BIRCH: at: /m,
    ]);
    expectRefused(run(['compare', '--data', folder]), [/^place S_AMBER: at: .*15000 m/m]);
    const asked = runOnRegion('route', '-29.02,30.98', 'P_ALDER');
    expect(asked).toMatchObject({ code: 2, out: '' });
    expect(asked.err).toMatch(/^place -29.02,30.98: at: .*15000 m/);
  });
});

describe('a data folder with people in it', () => {
  it('may hold a licence, a read-me, hidden files, CRLF and a byte order mark', () => {
    const folder = copyRegion();
    for (const name of ['LICENSE', 'README.md', '.DS_Store', '.git.json'])
      writeFileSync(join(folder, name), 'text');
    changeFile(folder, 'tariffs.json', (text) => text.replaceAll('\n', '\r\n'));
    const plain = run(['data', 'check', folder]);
    expect(plain.code).toBe(0);
    changeFile(folder, 'tariffs.json', (text) => `\uFEFF${text}`);
    const marked = run(['data', 'check', folder]);
    expect(marked.code).toBe(0);
    expect(marked.out.split('\n').slice(0, -2)).toEqual(plain.out.split('\n').slice(0, -2));
  });

  it('does not take an unknown file for nothing', () => {
    const folder = copyRegion();
    mkdirSync(join(folder, 'scenario'));
    writeFileSync(join(folder, 'scenario', 'mine.json'), '{}');
    expectRefused(run(['data', 'check', folder]), [/^scenario\/mine\.json: expected one of the files/m]);
  });
});
