/** Scenarios of a city side by side, a new one, and a comparison as a drawing. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CityScenariosDocument } from '../../src/report/answers/city-scenarios.ts';
import { cityScenarios } from '../../src/report/schemas/city-scenarios.ts';
import { openTown } from './asked-town.ts';

const { folder, files, save, ask, compare } = openTown();

describe('scenarios side by side on an imported network', () => {
  async function table(...words: string[]): Promise<CityScenariosDocument> {
    const { code, out, err } = await ask('scenario', 'compare', ...words, '--format', 'json');
    expect(code, err).toBe(0);
    const answer = JSON.parse(out) as CityScenariosDocument;
    expect(cityScenarios.safeParse(answer).error).toBeUndefined();
    return answer;
  }

  it('says in each column what the comparison of two says', async () => {
    const limits = ['--cutoff', '1.5', '--tolerance', '0.5'];
    const { columns, pairs } = await table(files.link, files.cut, '--sites', files.sites, ...limits);
    expect(columns.map(({ scenario }) => scenario?.id ?? null)).toEqual([null, 'link', 'cut']);
    const link = await compare('--build', files.link, ...limits);
    const cut = await compare('--build', files.cut, ...limits);
    const sides = [
      link.cells.map(({ base }) => base),
      ...[link, cut].map(({ cells }) => cells.map(({ build }) => build)),
    ];
    for (const [i, trips] of sides.entries()) {
      const times = trips.map(({ timeS }) => timeS ?? Infinity);
      const column = columns[i];
      expect(column?.strict).toBe(times.filter((seconds) => seconds <= 90).length);
      expect(column?.tolerant).toBe(times.filter((seconds) => seconds <= 120).length);
      expect(column?.noWay).toBe(times.filter((seconds) => seconds === Infinity).length);
      const mean = times.reduce((sum, seconds) => sum + seconds, 0) / pairs;
      if (column?.meanS === null) expect(mean).toBe(Infinity);
      else expect(column?.meanS).toBeCloseTo(mean, 6);
      const longest = Math.max(...times);
      expect(column?.worst?.timeS).toBe(longest === Infinity ? null : longest);
    }
  });

  it('counts kilometres against the network as imported', async () => {
    const { columns } = await table(files.link, files.cut, '--sites', files.sites);
    const lengths = columns.map(({ builtM, openedM, closedM }) => [builtM, openedM, closedM].map(Math.round));
    const draw = async (file: string): Promise<number> => {
      const { out } = await ask('scenario', 'apply', file);
      const roads = JSON.parse(out) as { features: { properties: { lengthM: number } }[] };
      return Math.round(roads.features.reduce((sum, { properties }) => sum + properties.lengthM, 0));
    };
    expect(lengths).toEqual([
      [0, 0, 0],
      [await draw(files.link), 0, 0],
      [0, 0, await draw(files.cut)],
    ]);
  });

  it('counts who is free of the own maker, and who has two', async () => {
    const makers = save(
      'makers.csv',
      'name,lon,lat,group,kind\nOwn,113.3005,23.0893,Alder,supplier\nFree,113.3021,23.1002,,supplier\n' +
        'Alder east,113.3105,23.0927,Alder,plant\nBirch,113.3062,23.0965,Birch,plant\n',
    );
    const { columns } = await table(files.link, '--sites', makers, '--cutoff', '5');
    expect(columns.map((one) => [one.iOut, one.i2])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    const short = await table(files.link, '--sites', makers, '--cutoff', '0.1');
    expect(short.columns.map((one) => [one.iOut, one.i2])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('refuses a file that is named twice, and one that is none', async () => {
    const twice = await ask('scenario', 'compare', files.link, files.link, '--sites', files.sites);
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('every scenario once expected')]);
    const day = await ask('scenario', 'compare', '2010-12', '--sites', files.sites);
    expect([day.code, day.err]).toEqual([2, expect.stringContaining('a scenario file .json expected')]);
  });
});

describe('a new scenario of an imported network', () => {
  it('stands on a day or on the scenario of a file, and can be read', async () => {
    const day = await ask('scenario', 'new', 'mine', '--on', '2026-06', '--out', join(folder, 'mine.json'));
    expect(day.code, day.err).toBe(0);
    expect((await ask('scenario', 'check', join(folder, 'mine.json'))).code).toBe(0);
    const { out } = await ask('scenario', 'new', 'mine', '--on', files.link);
    expect(JSON.parse(out)).toMatchObject({ id: 'mine', base: 'link', modifications: [] });
  });

  it.each([[], ['--on', '2026'], ['--on', '2026-13'], ['--on', 'link']])('wants a day: %s', async (...on) => {
    const { code, err } = await ask('scenario', 'new', 'mine', ...on);
    expect([code, err]).toEqual([2, expect.stringContaining('a date YYYY-MM or YYYY-MM-DD')]);
  });
});

it('is drawn with the roads that differ', async () => {
  const { out } = await ask('compare', '--sites', files.sites, '--build', files.link, '--format', 'geojson');
  const { features } = JSON.parse(out) as {
    features: { id: string; geometry: { type: string }; properties: { kind: string; what?: string } }[];
  };
  const kinds = features.map(({ geometry, properties }) =>
    `${geometry.type} ${properties.kind} ${properties.what ?? ''}`.trim(),
  );
  expect(kinds).toEqual([
    ...Array.from({ length: 3 }, () => 'Point supplier'),
    ...Array.from({ length: 2 }, () => 'Point plant'),
    'LineString road built',
  ]);
});
