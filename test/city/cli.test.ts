/** Questions on an imported network from the command line: every form, every refusal, and one truth in all of them. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CityMatrixDocument,
  CityOverlapDocument,
  CityReachDocument,
  CityRouteDocument,
} from '../../src/report/answers/city.ts';
import { cityMatrix, cityOverlap, cityReach, cityRoute } from '../../src/report/schemas/city.ts';
import { runLater } from '../cli/run.ts';
import { importTown } from './town.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-'));
const town = join(folder, 'town');
const FROM = '113.3,23.1';
const TO = '113.306,23.104';

beforeAll(async () => {
  await importTown(town);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (...words: string[]) => runLater([...words, '--data', town]);

async function askJson(...words: string[]): Promise<unknown> {
  const { code, out } = await ask(...words, '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(out) as unknown;
}

describe('an imported network', () => {
  it('tells a trip, a matrix and what is reached that agree to the millisecond', async () => {
    const route = (await askJson('route', FROM, TO)) as CityRouteDocument;
    const matrix = (await askJson('matrix', '--origins', FROM, '--destinations', TO)) as CityMatrixDocument;
    const reach = (await askJson('reach', FROM, '--cutoff', '1')) as CityReachDocument;
    expect(cityRoute.safeParse(route).error).toBeUndefined();
    expect(cityMatrix.safeParse(matrix).error).toBeUndefined();
    expect(cityReach.safeParse(reach).error).toBeUndefined();
    expect(matrix.cells[0]?.timeS).toBe(route.timeS);
    const legsS = route.legs.reduce((sum, leg) => sum + leg.timeS, 0);
    expect(legsS + (route.access?.timeS ?? 0) + (route.egress?.timeS ?? 0)).toBeCloseTo(
      route.timeS ?? NaN,
      6,
    );
    expect(reach.bands[0]?.roadKm).toBeGreaterThan(0);
  });

  it('says how far the road is, what is estimated, and whose map it is', async () => {
    const { out } = await ask('route', FROM, TO);
    expect(out).toMatch(/m from the road/);
    expect(out).toMatch(/of the time is an estimate/);
    expect(out).toContain('© OpenStreetMap contributors');
  });

  it('answers as CSV and GeoJSON', async () => {
    expect((await ask('route', FROM, TO, '--format', 'csv')).out).toMatch(/^way,name,name_en,ref,class/);
    expect(
      (await ask('matrix', '--origins', `${FROM},${TO}`, '--format', 'csv')).out.split('\n'),
    ).toHaveLength(6);
    const bands = JSON.parse(
      (await ask('isochrone', FROM, '--cutoff', '1,2', '--format', 'geojson')).out,
    ) as {
      readonly features: readonly { readonly geometry: { readonly type: string } }[];
    };
    expect(bands.features.map(({ geometry }) => geometry.type)).toEqual([
      'MultiLineString',
      'MultiLineString',
    ]);
  });

  it('takes suppliers and plants of a matrix from a table, by their names', async () => {
    const file = join(folder, 'sites.csv');
    const rows = ['name,lon,lat,kind', '"A, 1",113.3,23.1,', '=B,113.302,23.102,', 'P,113.306,23.104,plant'];
    writeFileSync(file, rows.join('\n'));
    const matrix = (await askJson('matrix', '--sites', file)) as CityMatrixDocument;
    const from = `${FROM},113.302,23.102`;
    const plain = (await askJson('matrix', '--origins', from, '--destinations', TO)) as CityMatrixDocument;
    expect(matrix.cells.map(({ timeS }) => timeS)).toEqual(plain.cells.map(({ timeS }) => timeS));
    expect(matrix.cells.map((cell) => `${cell.origin} → ${cell.destination}`)).toEqual([
      'A, 1 → P',
      '=B → P',
    ]);
    const { out } = await ask('matrix', '--sites', file, '--origins', FROM, '--format', 'csv');
    expect(out.split('\r\n').map((line) => line.replace(/,[\d.]+$/, ''))).toEqual([
      'origin,destination,time_s',
      '"A, 1",P',
      "'=B,P",
      `"${FROM}",P`,
      '',
    ]);
    writeFileSync(file, 'name,lon,lat\nA,113.3,91\nA,x,23.1');
    const wrong = await ask('matrix', '--sites', file);
    expect([wrong.code, wrong.err.split('\n').length]).toEqual([3, 5]);
    const many = Array.from({ length: 1001 }, (_, i) => `S${i},113.3,23.1`);
    writeFileSync(file, `name,lon,lat\n${many.join('\n')}`);
    const much = await ask('matrix', '--sites', file);
    expect([much.code, much.err]).toEqual([
      3,
      expect.stringContaining('at most 1000000 pairs expected, found 1001 × 1001 = 1002001'),
    ]);
    rmSync(file);
  });

  it('tells what two places reach at once, which is no more than each does', async () => {
    const origins = `${FROM},${TO}`;
    const answer = (await askJson('overlap', '--origins', origins, '--cutoff', '1')) as CityOverlapDocument;
    expect(cityOverlap.safeParse(answer).error).toBeUndefined();
    const reach = (await askJson('isochrone', FROM, '--cutoff', '1')) as CityReachDocument;
    expect(answer.places[0]?.band).toEqual(reach.bands[0]);
    for (const { band } of answer.places) {
      expect(answer.overlap.roadKm).toBeLessThanOrEqual(band.roadKm);
      expect(answer.overlap.areaKm2).toBeLessThanOrEqual(band.areaKm2);
    }
    const { out } = await ask('overlap', '--origins', origins, '--cutoff', '1', '--format', 'geojson');
    const { features } = JSON.parse(out) as { readonly features: readonly { readonly properties: object }[] };
    expect(features.map(({ properties }) => properties)).toMatchObject([
      { place: FROM },
      { place: TO },
      { place: null, cutoffS: 60 },
    ]);
    const table = await ask('overlap', '--origins', origins, '--cutoff', '1');
    expect(table.out).toMatch(/all of them/);
    expect(table.out).toMatch(/squares of 100 m/);
  });

  it.each([
    ['an overlap of one place', ['overlap', '--origins', FROM], /two places or more/],
    ['makers', ['overlap', '--origins', `${FROM},${TO}`, '--honda', 'any'], /--honda: an imported network/],
    ['a place by its name', ['route', 'S001', TO], /S001: lon,lat expected/],
    ['a place off the roads', ['route', '110,23', TO], /within 1000 m of a street/],
    ['traffic', ['route', FROM, TO, '--traffic', 'peak'], /--traffic: an imported network is in free flow/],
    ['a scenario', ['route', FROM, TO, '--base', '2006-07'], /--base: an imported network has no dates/],
    ['another vehicle', ['route', FROM, TO, '--vehicle', 'tram'], /a vehicle class of the network/],
    ['a matrix of nothing', ['matrix'], /--origins/],
    [
      'a question on clusters',
      ['check', 'S001'],
      /an imported road network: compare, value, phase, sweep, map, scenario, export/,
    ],
  ])('refuses %s', async (_, words, message) => {
    const { code, err } = await ask(...words);
    expect(code).toBeGreaterThan(0);
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(message);
  });

  it('keeps places of its own to imported networks', async () => {
    const { code, err } = await runLater(['overlap', '--origins', `${FROM},${TO}`]);
    expect([code, err]).toEqual([2, expect.stringMatching(/--origins: for an imported network/)]);
  });

  it('of another version, or with a broken label, is told in a line', async () => {
    const other = join(folder, 'other');
    cpSync(town, other, { recursive: true });
    const label = join(other, 'dataset.json');
    const route = () => runLater(['route', FROM, TO, '--data', other]);
    const text = readFileSync(label, 'utf8');
    writeFileSync(label, text.replace('imported@1', 'imported@9'));
    const version = await route();
    expect([version.code, version.err]).toEqual([
      3,
      `${label}: a network of beltway/imported@9, this version reads beltway/imported@1: import the map again\n`,
    ]);
    const again = await runLater(['import', 'osm', join(folder, 'none.osm'), '--out', other]);
    expect(again.err).toMatch(/none\.osm: expected a file that can be read/);
    writeFileSync(label, text.slice(0, 100));
    const broken = await route();
    expect(broken.err).toMatch(
      /expected the label of network-[0-9a-f]{8}\.bin, found none: import the map again\n$/,
    );
    rmSync(other, { recursive: true });
    const none = await route();
    expect(none.err.trim().split('\n')).toEqual([
      `${other}: not a data set`,
      `${other}: expected a folder that can be read, found ENOENT`,
    ]);
  });

  it('writes an answer whole', async () => {
    const file = join(folder, 'route.json');
    expect((await ask('route', FROM, TO, '--format', 'json', '--out', file)).code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['route.json', 'town']);
  });
});
