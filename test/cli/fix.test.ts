/** `beltway fix`: forms, words, its own command again, files, and what cannot be asked. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { readScenario } from '../../src/load/scenario-file.ts';
import { inspectFolder } from '../../src/cli/load.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { FixDocument } from '../../src/model/fix.ts';
import type { ScenarioFile } from '../../src/model/scenario.ts';
import { ANSWER_SCHEMAS } from '../../src/report/index.ts';
import { makeFolder, REGION, runLater, type Run } from './run.ts';

const runOnRegion = (...args: readonly string[]): Promise<Run> =>
  runLater(['fix', ...args, '--data', REGION]);

async function ask(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await runOnRegion(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

function loadRegion(): Dataset {
  const { dataset } = inspectFolder(REGION);
  if (dataset === null) throw new Error('the region does not load');
  return dataset;
}

const QUESTIONS = [
  ['F1', '--reach', 'all'],
  ['--share', 'alder>=1', '--build', 'without-belt', '--vehicle', 'heavy-truck', '--links', '--sections'],
  ['--share', 'passes>=0.9', '--traffic', 'peak', '--road', '--new-link', '--budget', '30'],
] as const;

describe.each(QUESTIONS.map((args) => ({ args })))('fix $args', ({ args }) => {
  it('has the published form, text no wider than a page, and the same bytes by its own command', async () => {
    const out = await ask(...args, '--format', 'json');
    const checked = (ANSWER_SCHEMAS['fix'] as z.ZodType).safeParse(JSON.parse(out));
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(out).not.toMatch(/NaN|Infinity/);
    const { command } = JSON.parse(out) as FixDocument;
    const words = command.replaceAll("'", '').split(' ').slice(2);
    expect((await runLater(['fix', ...words, '--format', 'json'])).out).toBe(out);
    const text = await ask(...args);
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
  });
});

it('has Markdown, and a line of CSV for each thing that would do', async () => {
  const args = ['F1', 'crane', '--build', 'without-belt'];
  expect(await ask(...args, '--format', 'markdown')).toMatch(/^# What would fix it/m);
  const lines = (await ask(...args, '--format', 'csv')).trimEnd().split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
    'fix id',
    'now ',
    'highway old-roads',
    'link M-CJ',
    'link AJ-M',
    'new-link CJ M',
  ]);
});

describe('the scenario of a fix', () => {
  const pair = ['F1', 'crane', '--build', 'without-belt'];

  it('is written whole, and applies', async () => {
    const file = join(makeFolder(), 'fix.json');
    const road = ['--road', 'old-roads', '--scenario-out', file, '--format', 'json'];
    const { roads } = JSON.parse(await ask(...pair, ...road)) as FixDocument;
    const [found] = roads?.found ?? [];
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(found?.sign?.scenario);
    const { scenario, problems } = readScenario(loadRegion(), readFileSync(file, 'utf8'), file);
    expect([problems, scenario?.modifications.at(-1)]).toEqual([
      [],
      { kind: 'change', highways: ['old-roads'], facilities: ['arterial'], postedKmh: 104 },
    ]);
  });

  it('is not written where no lawful sign does, and an old file stays as it was', async () => {
    const folder = makeFolder();
    const file = join(folder, 'fix.json');
    writeFileSync(file, 'old');
    const { code, out, err } = await runOnRegion(...pair, '--links', '--scenario-out', file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('fix: no scenario was written: no lawful sign brings about 99.34 km/h\n');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['fix.json']]);
  });

  it('may be one of drawn roads', async () => {
    const folder = makeFolder();
    const [drawn, fixed] = [join(folder, 'drawn.json'), join(folder, 'fixed.json')] as const;
    await ask(...pair, '--new-link', '--scenario-out', drawn);
    const out = await ask(...pair, '--sections', drawn, '--format', 'json', '--scenario-out', fixed);
    const { sections, command } = JSON.parse(out) as FixDocument;
    expect(sections?.candidates).toMatchObject([{ id: 'new-link', kind: 'build' }]);
    expect(sections?.found?.ids).toEqual(['new-link']);
    expect(command).toContain(`--sections ${drawn}`);
    const [before, after] = [drawn, fixed].map((file) => JSON.parse(readFileSync(file, 'utf8')) as object);
    expect(after).toMatchObject({ modifications: (before as ScenarioFile).modifications });
  });
});

it('ends by Ctrl-C with nothing written, and listens to it no longer', async () => {
  const folder = makeFolder();
  const listeners = process.listenerCount('SIGINT');
  setImmediate(() => process.emit('SIGINT'));
  const args = [
    'F1',
    'crane',
    '--new-link',
    '--scenario-out',
    join(folder, 'x.json'),
    '--out',
    join(folder, 'y'),
  ];
  const { code, out, err } = await runOnRegion(...args);
  expect([code, out, err]).toEqual([130, '', 'interrupted: nothing was written\n']);
  expect([readdirSync(folder), process.listenerCount('SIGINT')]).toEqual([[], listeners]);
});

it('says that it holds already, and leaves with 1 only where nothing lawful does', async () => {
  expect(await ask('F1', '--cutoff', '500')).toContain('It holds already.');
  const never = ['F1', 'crane', '--cutoff', '1', '--exit-code'];
  expect((await runOnRegion(...never)).code).toBe(1);
  expect((await runOnRegion(...never.slice(0, -1))).code).toBe(0);
});

describe('what cannot be asked', () => {
  it.each([
    [[], 'expected ORIGIN TARGET, ORIGIN alone or --share, found none of them'],
    [['F1', '--share', 'iOut>=0.5'], 'found ORIGIN with --share'],
    [['F1', 'crane', '--reach', 'all'], 'found --reach with TARGET'],
    [['--share', 'iOut'], 'SHARE>=LEVEL expected'],
    [['--share', 'wealth>=0.5'], 'target.group: expected one of alder, brook, crane'],
    [['F1', 'crane', '--scenario-out', 'x.json'], 'needs exactly one of'],
    [['F1', 'crane', '--road', '--scenario-out', 'x.json'], 'needs exactly one of'],
    [['F1', 'crane', '--road', 'm25'], 'a highway ('],
    [['F1', 'crane', '--sections', 'M25'], 'a section that is not open'],
    [['F1', 'crane', '--new-link', '--speed', '300'], 'newLink.speedKmh: expected km/h, 5 to 120'],
    [['F1', 'crane', '--depart', '08:00'], 'unknown option'],
  ])('%j is refused', async (args, words) => {
    const { code, out, err } = await runOnRegion(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(existsSync('x.json')).toBe(false);
  });

  it.each(['not there.json', 'no-roads.json'])('candidates of %s are refused as a file', async (name) => {
    const folder = makeFolder();
    const scenario = {
      schema: 'beltway/scenario@2',
      id: 'none',
      title: 'x',
      base: 'without-belt',
      modifications: [],
    };
    writeFileSync(join(folder, 'no-roads.json'), JSON.stringify(scenario));
    const { code, out } = await runOnRegion('F1', 'crane', '--sections', join(folder, name));
    expect([code, out]).toEqual([3, '']);
  });
});
