/** `value --only sections` on an imported network: every form, what stands on what, threads, and what is refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { CityCompareDocument } from '../../src/report/answers/city-compare.ts';
import type { CityBuildOrder } from '../../src/report/answers/city-build-order.ts';
import type { CitySectionValues } from '../../src/report/answers/city-sections.ts';
import { cityBuildOrder, citySections } from '../../src/report/schemas/city-sections.ts';
import { REGION, ROOT, runLater } from '../cli/run.ts';
import { openTown } from './asked-town.ts';
import { DIAGONAL, toPlan } from './town.ts';

const { files, save, ask, folder } = openTown();

const ring = { kind: 'set-dates', sections: ['二环高速'], opened: '2026-01', closed: null };
const ROWS = [
  { ...DIAGONAL, postedKmh: 40 },
  { kind: 'change', highways: ['LINK'], postedKmh: 100 },
  ring,
  { kind: 'close', highways: ['highway=secondary'], label: 'No avenue' },
];
const value = (...words: readonly string[]) =>
  ask('value', '--sites', files.sites, '--cutoff', '3', '--only', 'sections', ...words);

async function askJson(file: string, ...words: readonly string[]): Promise<CitySectionValues> {
  const { code, out, err } = await value('--build', file, '--format', 'json', ...words);
  expect(code, err).toBe(0);
  const answer = JSON.parse(out) as CitySectionValues;
  expect(citySections.safeParse(answer).error?.issues ?? []).toEqual([]);
  return answer;
}

const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + Math.round(one * 1e6), 0) / 1e6;

interface Drawn {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly coordinates: readonly unknown[] };
  }[];
}

describe('what each road of a scenario is worth', () => {
  it('sums to what the comparison says, and tells what stands on what', async () => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const answer = await askJson(file);
    expect(answer.sections.map(({ id, rows, standsOn }) => [id, rows, standsOn])).toEqual([
      ['LINK', [1], []],
      ['row-2', [2], ['LINK']],
      ['二环高速', [3], []],
      ['No avenue', [4], []],
    ]);
    expect([answer.networks, answer.orders, answer.given]).toEqual([12, 12, []]);
    const compared = await ask(
      'compare',
      '--sites',
      files.sites,
      '--cutoff',
      '3',
      '--build',
      file,
      '--format',
      'json',
    );
    const { cells } = JSON.parse(compared.out) as CityCompareDocument;
    const [minutes, passes] = answer.measures;
    const savedS = sumOf(cells.map(({ base, build }) => (base.timeS ?? NaN) - (build.timeS ?? NaN)));
    expect(minutes?.all).toBe(savedS);
    for (const { shares, none, all } of answer.measures)
      expect(sumOf(shares.map((one) => one.value))).toBe(sumOf([all, -none]));
    expect(passes?.all).toBe(cells.filter(({ build }) => (build.timeS ?? Infinity) <= 180).length);
    expect(minutes?.shares[1]?.alone).toBeGreaterThan(0);
    expect(minutes?.shares[3]?.value).toBeLessThan(0);
  });

  it('is a table, rows and lines of the same numbers', async () => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const answer = await askJson(file);
    const text = (await value('--scenario', file)).out;
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    expect(text).toMatch(/section +id +value +share +alone +last +stands on/);
    expect(text).toMatch(/change LINK: 100 km\/h +row-2 .* LINK$/m);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'the orders in which nothing comes before what it stands on',
    );
    const csv = (await value('--build', file, '--format', 'csv')).out.trimEnd().split('\r\n');
    expect(csv[0]).toBe('kind,measure,unit,sections,value,alone,last,stands_on');
    const [minutes] = answer.measures;
    const rows = minutes?.shares.map(({ section, value: own, alone, last }, i) =>
      ['section', 'minutes', 's', section, own, alone, last, answer.sections[i]?.standsOn.join(' ')].join(
        ',',
      ),
    );
    expect(csv.slice(1, 5)).toEqual(rows);
    const drawn = JSON.parse((await value('--build', file, '--format', 'geojson')).out) as Drawn;
    const valued = drawn.features.map(({ properties }) => [
      properties['section'],
      (properties['sectionValue'] as Record<string, number>)['minutes'],
    ]);
    expect(new Map(valued as [string, number][])).toEqual(
      new Map(minutes?.shares.map(({ section, value: own }) => [section, own])),
    );
    expect(drawn.features.every(({ geometry }) => geometry.coordinates.length > 1)).toBe(true);
    expect(drawn.features.map(({ properties }) => properties['what'])).toContain('opened');
  });

  it('is asked of some rows, with the others there, and by one measure', async () => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const answer = await askJson(file, '--sections', 'row-2,二环高速', '--measure', 'minutes');
    expect(answer.sections.map(({ id, standsOn }) => [id, standsOn])).toEqual([
      ['row-2', []],
      ['二环高速', []],
    ]);
    expect([answer.given, answer.networks, answer.measures.length]).toEqual([[1, 4], 4, 1]);
    const text = (await value('--build', file, '--sections', '二环高速')).out.replaceAll(/\s+/g, ' ');
    expect(text).toContain('There in every one: rows 1, 2 and 4.');
    expect(text).not.toMatch(/last stands on/);
  });

  it('has the rows of the scenario below as well, one after the other', async () => {
    save('below.json', toPlan('below', [DIAGONAL]));
    const file = save('above.json', toPlan('above', [{ kind: 'close', links: ['LINK'] }], { base: 'below' }));
    const { sections, measures } = await askJson(file);
    expect(sections.map(({ id, standsOn }) => [id, standsOn])).toEqual([
      ['LINK', []],
      ['row-2', ['LINK']],
    ]);
    const [first, second] = measures[0]?.shares ?? [];
    expect([measures[0]?.all, first?.value]).toEqual([0, -(second?.value ?? NaN)]);
  });

  it('has sections that are laid over a map', async () => {
    const [three, belt] = [join(folder, 'three'), join(folder, 'belt.json')];
    const osm = join(ROOT, 'test', 'region', 'three-towns.osm');
    await runLater(['import', 'osm', osm, '--out', three]);
    await runLater(['scenario', 'lay', 'BELT_N', 'BELT_E', '--data', REGION, '--onto', three, '--out', belt]);
    const towns = 'name,lon,lat,kind\nA,-29.7,30.4,\nB,-29.2,30.75,plant\nC,-29.2,30.1,plant\n';
    const asked = ['--data', three, '--sites', save('towns.csv', towns)];
    const { out, err } = await runLater([
      'value',
      '--only',
      'sections',
      '--build',
      belt,
      ...asked,
      '--format',
      'json',
    ]);
    expect(err).toBe('');
    const { sections, measures } = JSON.parse(out) as CitySectionValues;
    expect(sections.map(({ id, title }) => [id, title])).toEqual([
      ['BELT_N', 'North section'],
      ['BELT_E', 'East section'],
    ]);
    expect(measures.map(({ measure }) => measure)).toEqual(['minutes', 'passes', 'i2']);
    expect(readFileSync(belt, 'utf8')).toContain('"BELT_N"');
  });

  it('leaves with 1 where nothing adds anything, if that was asked', async () => {
    const idle = save('idle.json', toPlan('idle', [{ ...DIAGONAL, opened: '2030' }]));
    const file = save('ring.json', toPlan('ring', ROWS));
    expect((await value('--build', idle, '--exit-code')).code).toBe(1);
    expect((await value('--build', file, '--exit-code')).code).toBe(0);
  });
});

describe('in which order to build', () => {
  const phase = (...words: readonly string[]) =>
    ask('phase', '--sites', files.sites, '--cutoff', '3', '--discount', '0.05', ...words);

  it('nothing comes before what it stands on, and the years sum to the order’s value', async () => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const { code, out, err } = await phase('--build', file, '--format', 'json');
    expect(code, err).toBe(0);
    const answer = JSON.parse(out) as CityBuildOrder;
    expect(cityBuildOrder.safeParse(answer).error?.issues ?? []).toEqual([]);
    const { best, orders, networks, leastValue, measure } = answer;
    expect([orders, networks, measure, best.years.length]).toEqual([12, 12, 'minutes', 4]);
    expect(best.order.indexOf('row-2')).toBeGreaterThan(best.order.indexOf('LINK'));
    expect(best.years.reduce((sum, { discounted }) => sum + discounted, 0)).toBeCloseTo(best.value, 4);
    expect(best.years[0]?.discounted).toBeCloseTo((best.years[0]?.gain ?? NaN) / 1.05, 4);
    expect(best.value).toBeGreaterThan(leastValue);
    const whole = (await askJson(file)).measures[0]?.all;
    expect(best.years.at(-1)?.gain).toBe(whole);
  });

  it('reads as text and rows, two a year, by another measure, in threads', async () => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const text = (await phase('--scenario', file)).out;
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    expect(text).toMatch(/year +opened +gain +discounted/);
    const rows = await phase('--build', file, '--per-year', '2', '--format', 'csv', '--measure', 'passes');
    const lines = rows.out.trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'kind,id,year',
      'best,,1',
      'best,,2',
    ]);
    expect(lines[1]?.split(',')[3]).toMatch(/^[^;]+; [^;]+$/);
  });

  it.each([
    [[], '--build FILE.json expected'],
    [['--build', 'FILE', '--budget', '3'], '--per-year and --discount on an imported network'],
    [['--build', 'FILE', '--per-year', '0'], 'a whole number from 1'],
    [['--build', 'FILE', '--traffic', 'peak'], 'free flow'],
  ])('%j is refused', async (words, message) => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const told = await phase(...words.map((word) => (word === 'FILE' ? file : word)));
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toContain(message);
  });

  it('needs a rate', async () => {
    const file = save('ring.json', toPlan('ring', ROWS));
    const told = await ask('phase', '--sites', files.sites, '--build', file);
    expect([told.code, told.err]).toEqual([2, expect.stringContaining('--discount RATE expected')]);
  });
});

describe('what cannot be asked', () => {
  const FILES = { FILE: () => save('ring.json', toPlan('ring', ROWS)) };

  it.each([
    [[], 2, '--build FILE.json expected'],
    [['--build', 'FILE', '--scenario', 'FILE'], 2, 'mean the same'],
    [['--build', '2010-with-belt'], 2, 'a scenario file .json expected'],
    [['--build', 'FILE', '--top', '3'], 2, 'not with --only sections'],
    [
      ['--build', 'FILE', '--sections', 'N2R'],
      2,
      'a road or a row of the scenario: LINK, row-2, 二环高速, No avenue',
    ],
    [['--build', 'FILE', '--sections', 'LINK'], 3, 'stands on LINK'],
    [['--build', 'FILE', '--traffic', 'peak'], 2, 'free flow'],
    [['--build', 'FILE', '--only', 'criticality', '--sections', 'LINK'], 2, 'not with --sections'],
  ])('%j is refused', async (words, code, message) => {
    const told = await value(...words.map((word) => (word === 'FILE' ? FILES.FILE() : word)));
    expect([told.code, told.out]).toEqual([code, '']);
    expect(told.err.replaceAll(/\s+/g, ' ')).toContain(message);
  });

  it('a measure that counts nobody, and a question without plants', async () => {
    const file = FILES.FILE();
    const asked = ['--only', 'sections', '--build', file];
    const sites = (text: string) => ['--sites', save('own.csv', `name,lon,lat,kind\n${text}`)];
    const both = sites('A,113.3021,23.1002,\nB,113.3105,23.0927,plant\n');
    const nobody = await ask('value', ...asked, ...both, '--measure', 'iOut');
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('iOut counts those of a maker')]);
    const alone = await ask('value', ...asked, ...sites('A,113.3021,23.1002,\n'));
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('no plant')]);
  });
});
