/** A city with and without: every cell against its trip, counts against cells, who gains and loses, every form. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CityRouteDocument } from '../../src/report/answers/city.ts';
import type { CityCompareDocument } from '../../src/report/answers/city-compare.ts';
import { openTown } from './asked-town.ts';
import { toPlan } from './town.ts';

const { folder, files, save, ask, compare } = openTown();

/** A table of so many suppliers and plants, all at one place. */
function toTable(suppliers: number, plants: number): string {
  const row = (i: number): string => `S${i},113.3021,23.1002,${i < suppliers ? 'supplier' : 'plant'}\n`;
  return `name,lon,lat,kind\n${Array.from({ length: suppliers + plants }, (_, i) => row(i)).join('')}`;
}

describe('a comparison on an imported network', () => {
  it('has in each cell the trip that route tells', async () => {
    const answer = await compare('--build', files.link, '--cutoff', '1.5');
    expect(answer.suppliers.map(({ title }) => title)).toEqual(['North works', 'South works', 'Yard']);
    const at = new Map([...answer.suppliers, ...answer.plants].map((one) => [one.id, one.at.join(',')]));
    for (const { supplier, plant, base, build } of answer.cells.slice(0, 4)) {
      const ends = [at.get(supplier) ?? '', at.get(plant) ?? ''];
      for (const [trip, more] of [
        [base, []],
        [build, ['--scenario', files.link]],
      ] as const) {
        const { out } = await ask('route', ...ends, ...more, '--format', 'json');
        const route = JSON.parse(out) as CityRouteDocument;
        expect([trip.timeS, trip.lengthM, trip.estimatedShare]).toEqual([
          route.timeS,
          route.lengthM,
          route.estimatedShare,
        ]);
      }
    }
  });

  it('counts what its cells say', async () => {
    const { cells, reach, mean, changes, unreachable, suppliers } = await compare(
      ...['--build', files.link, '--cutoff', '1', '--tolerance', '0.5'],
    );
    const within = (kind: 'base' | 'build', id: string) =>
      cells.filter((cell) => cell.plant === id && (cell[kind].timeS ?? Infinity) <= 60).length;
    for (const row of reach.filter(({ kind }) => kind === 'plant')) {
      expect(row.within).toEqual({ base: within('base', row.id), build: within('build', row.id) });
      expect(row.share.build).toBeCloseTo(row.within.build / suppliers.length, 6);
    }
    expect(reach.map(({ kind, id }) => `${kind} ${id}`.trim())).toEqual([
      'plant own-4',
      'plant own-5',
      'group Alder',
      'any',
      'all',
    ]);
    const any = (kind: 'base' | 'build') =>
      suppliers.filter(({ id }) =>
        cells.some((cell) => cell.supplier === id && cell[kind].verdict === 'strict'),
      ).length;
    expect(reach.find(({ kind }) => kind === 'any')?.within).toEqual({
      base: any('base'),
      build: any('build'),
    });
    const sum = (kind: 'base' | 'build') => cells.reduce((all, cell) => all + (cell[kind].timeS ?? NaN), 0);
    expect(mean?.timeS.base).toBeCloseTo(sum('base') / cells.length, 5);
    expect(mean?.timeS.build).toBeLessThan(mean?.timeS.base ?? 0);
    expect(unreachable).toEqual({ base: 0, build: 0 });
    const saved = changes.reduce((all, { savedS }) => all + savedS, 0);
    expect(saved).toBeCloseTo(sum('base') - sum('build'), 5);
    for (const { gains, loses, savedS } of changes)
      expect([loses, savedS > 0 || gains.length > 0]).toEqual([[], true]);
  });

  it('says who loses, and what cannot be reached', async () => {
    const { changes, unreachable, cells } = await compare('--build', files.cut, '--cutoff', '2');
    expect(changes.some(({ loses, savedS }) => loses.length > 0 || savedS < 0)).toBe(true);
    expect(unreachable.build).toBe(cells.filter(({ build }) => build.timeS === null).length);
    const back = await compare('--base', files.cut, '--build', save('none.json', toPlan('none', [])));
    expect(back.cells.map(({ build }) => build.timeS)).toEqual(
      (await compare('--build', files.cut)).cells.map(({ base }) => base.timeS),
    );
    expect(back.scenarios.base).toEqual({ id: 'cut', title: 'Plan cut' });
  });

  it('knows the places of its scenarios', async () => {
    const places = [
      { kind: 'add-plant', id: 'P', title: 'New plant', group: 'new', at: [113.3105, 23.0927] },
      {
        kind: 'add-supplier',
        id: 'S',
        title: 'New supplier',
        keiretsu: null,
        tier: 1,
        at: [113.3021, 23.1002],
      },
    ];
    const { cells, plants } = await compare('--build', save('places.json', toPlan('places', places)));
    expect(plants.at(-1)).toMatchObject({ id: 'P', present: { base: false, build: true } });
    // Same places, same times; what is not there is not reached.
    const find = (supplier: string, plant: string) =>
      cells.find((one) => one.supplier === supplier && one.plant === plant);
    expect(find('S', 'P')?.build.timeS).toBe(find('own-1', 'own-4')?.build.timeS);
    expect(find('S', 'own-4')?.base.timeS).toBe(find('own-1', 'own-4')?.base.timeS);
    expect(find('S', 'P')?.base.verdict).toBe('unreachable');
    const { out } = await ask('compare', '--sites', files.sites, '--build', join(folder, 'places.json'));
    expect(out.replaceAll(/\s+/g, ' ')).toContain('New plant is not there without the scenario');
  });

  it('reads as text, Markdown and CSV, and turns the exit code on demand', async () => {
    const words = ['compare', '--sites', files.sites, '--build', files.link, '--cutoff', '3'];
    const text = await ask(...words);
    expect(text.out.replaceAll(/\s+/g, ' ')).toMatch(
      /as imported → Plan link .*© OpenStreetMap contributors.* Of 3 suppliers within 3 minutes: Alder east 2 → 3, Alder centre 3 in both. Of 6 pairs 1 come within/,
    );
    expect((await ask(...words, '--format', 'markdown')).out).toMatch(/\| supplier +\|/);
    const csv = (await ask(...words, '--format', 'csv')).out.split('\r\n');
    expect(csv).toHaveLength(8);
    expect(csv.join().match(/\.\d{7}/)).toBeNull();
    expect(csv[0]).toMatch(/^supplier,supplier_title,plant,plant_title,attribution,base_time_s/);
    expect((await ask(...words, '--exit-code')).code).toBe(0);
    const nothing = save('nothing.json', toPlan('nothing', []));
    expect((await ask('compare', '--sites', files.sites, '--build', nothing, '--exit-code')).code).toBe(1);
  });

  it('takes places by their coordinates', async () => {
    const words = [
      '--origins',
      '113.3021,23.1002',
      '--destinations',
      '113.3105,23.0927',
      '--scenario',
      files.link,
    ];
    const { code, out } = await ask('compare', ...words, '--format', 'json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as CityCompareDocument).cells).toHaveLength(1);
    const text = (await ask('compare', ...words)).out.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /Of 1 supplier within 60 minutes: .* Of 1 pair 0 come .* The one pair reached in both:/,
    );
    expect(text).toContain('Of 1 supplier within 60 min (');
  });

  it('keeps a supplier and a plant apart that stand at one point', async () => {
    const at = '113.3021,23.1002';
    const ends = ['--origins', at, '--destinations', `${at},113.3105,23.0927`, '--build', files.link];
    const { out } = await ask('compare', ...ends, '--format', 'json');
    const { cells, plants } = JSON.parse(out) as CityCompareDocument;
    expect(cells.map(({ supplier, plant }) => [supplier, plant])).toEqual([
      [at, `plant ${at}`],
      [at, '113.3105,23.0927'],
    ]);
    expect(plants.map(({ title }) => title)).toEqual([at, '113.3105,23.0927']);
  });

  it.each<[string, () => string[], RegExp]>([
    ['nothing to build', () => ['--sites', files.sites], /--build FILE.json expected/],
    ['no plant', () => ['--origins', '113.3,23.1', '--build', files.link], /no plant: a column kind/],
    ['no supplier', () => ['--destinations', '113.3,23.1', '--build', files.link], /no supplier: --sites/],
    [
      'a scenario of another data set',
      () => ['--sites', files.sites, '--build', '2010-with-belt'],
      /a scenario file .json expected/,
    ],
    [
      'more sites than a table may have',
      () => ['--sites', save('long.csv', toTable(10_001, 0)), '--build', files.link],
      /at most 10000 sites/,
    ],
    [
      'more pairs than an answer holds',
      () => ['--sites', save('many.csv', toTable(501, 500)), '--build', files.link],
      /at most 250000 pairs expected, found 501 × 500 = 250500/,
    ],
    ['two scenarios with', () => ['--build', files.link, '--scenario', files.link], /mean the same/],
    [
      'a maker',
      () => ['--sites', files.sites, '--build', files.link, '--honda', 'any'],
      /--honda: an imported network/,
    ],
    [
      'sites that are wrong',
      () => [
        '--sites',
        save('bad.csv', 'name,lon,lat,kind\nA,113.3,23.1,shop\nB,23.1,113.3,\nC,113.3,23.1.0,\nD,0,23.1,\n'),
        '--build',
        files.link,
      ],
      /row 2, kind.*supplier or plant.*row 3: .*swapped.*row 4, lat.*row 5, lon: expected a longitude between 113\.\d{1,4} and 113\.\d{1,4}, found "0"/,
    ],
  ])('refuses %s', async (_, words, message) => {
    const { code, err } = await ask('compare', ...words());
    expect(code).toBeGreaterThan(1);
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(message);
  });
});
