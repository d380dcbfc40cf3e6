/** Sections of a data set laid over a map of their region: where they join it, what trips then take, and what is told. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPlace, openCity, openCityState, type City } from '../../src/city/city.ts';
import { listChains } from '../../src/city/lay/chains.ts';
import { laySections, type LayChoice } from '../../src/city/lay/lay.ts';
import { applyCityScenario } from '../../src/city/scenario/apply.ts';
import { openGround } from '../../src/city/scenario/ground.ts';
import { timeMatrix } from '../../src/city/times.ts';
import { readScenarioText } from '../../src/load/scenario-file.ts';
import { createReport } from '../../src/load/report.ts';
import type { CityRouteDocument } from '../../src/report/answers/city.ts';
import type { LonLat } from '../../src/model/source.ts';
import { ROOT, REGION, run, runLater } from '../cli/run.ts';
import { SHIPPED, THREE_TOWNS } from '../data-sets.ts';
import { importWhole, RULES, toSource, VEHICLES } from '../import/drawn-map.ts';
import { toScenario } from './plans.ts';

const OSM = join(ROOT, 'test', 'region', 'three-towns.osm');
const network = importWhole(toSource(readFileSync(OSM, 'utf8'), 'three-towns.osm'));
const trial = { ground: openGround(network, RULES, VEHICLES), profile: 0 };
const dataset = THREE_TOWNS;
const TOWNS: readonly LonLat[] = [
  [-29.7, 30.4],
  [-29.2, 30.75],
  [-29.2, 30.1],
];

const lay = (more: Partial<LayChoice> = {}) =>
  laySections(dataset, trial, { sections: ['BELT_N', 'BELT_E'], at: {}, withinM: 1000, ...more });

function timeTowns(city: City): readonly number[] {
  const sites = TOWNS.map((at, i) => joinPlace(city, { id: `T${i}`, at }));
  return timeMatrix(city, sites, sites).flatMap((row) => [...row]);
}

const openLaid = (more: Partial<LayChoice> = {}): City =>
  openCityState(applyCityScenario(trial, toScenario(lay(more).modifications)));

const before = timeTowns(openCity(network, 'car'));

describe('sections over a map', () => {
  it('join the nearest main road at each of their exits', () => {
    const { modifications, nodes, left } = lay();
    expect(modifications.map(({ id, facility, postedKmh }) => [id, facility, postedKmh])).toEqual([
      ['BELT_N', 'expressway', 100],
      ['BELT_E', 'expressway', 100],
    ]);
    expect(nodes.map(({ node }) => node).toSorted()).toEqual(['A1', 'B1', 'C1']);
    for (const { met, awayM } of nodes) {
      expect(met).toMatch(/^20[123]@0\.\d+$/);
      expect(awayM).toBeLessThan(600);
    }
    expect(left).toContain('BELT_N: the toll of BELT_N, and the wait at its plazas');
    const after = timeTowns(openLaid());
    expect(after.every((ms, i) => ms <= (before[i] as number))).toBe(true);
    // 59.5 km of the north section at 100 km/h, and 4.2 km of the old road at the 60 km/h assumed for it.
    expect((after[1] as number) / 60_000).toBeCloseTo(59.5 * 0.6 + 4.2, 0);
  });

  it('join where the user says, at a node or a point of a link', () => {
    const { modifications, nodes } = lay({ at: { A1: '1', B1: '202@0.5' } });
    expect(nodes.find(({ node }) => node === 'A1')?.met).toBe('1');
    expect(modifications[0]?.interchanges).toEqual([
      { vertex: 0, node: '1' },
      { vertex: 2, link: '202', share: 0.5 },
    ]);
    expect(modifications[0]?.line[0]).toEqual([-29.7, 30.4]);
    expect(timeTowns(openLaid({ at: { A1: '1' } }))[1]).toBeLessThan(before[1] as number);
  });

  it('stay joined to one another where the map has nothing', () => {
    // C1 and A1 are farther away than B1; with none near, the two sections still meet.
    const some = lay({ withinM: 400 });
    expect(some.nodes.find(({ node }) => node === 'C1')).toEqual({ node: 'C1', met: null, awayM: null });
    const none = lay({ withinM: 1, at: { A1: '1', C1: '10' } });
    expect(none.modifications.map(({ interchanges }) => interchanges)).toEqual([
      [
        { vertex: 0, node: '1' },
        { vertex: 2, newNode: 'B1' },
      ],
      [
        { vertex: 0, node: 'B1' },
        { vertex: 3, node: '10' },
      ],
    ]);
    expect(timeTowns(openLaid({ withinM: 1, at: { A1: '1', C1: '10' } }))[2]).toBeLessThan(Infinity);
  });

  it.each<[string, Partial<LayChoice>, RegExp]>([
    ['a section that is none', { sections: ['BELT_N', 'MOON'] }, /sections\[1\]: expected a section/],
    ['a node without ramps', { at: { M: '3' } }, /a node with ramps of these sections.*A1, B1, C1/],
    [
      'a node that the map has not',
      { at: { A1: '99' } },
      /A1: expected the id of a node of the network, or link@share/,
    ],
    ['a point beyond a link', { at: { A1: '201@1.5' } }, /link@share/],
  ])('refuse %s', (_, more, message) => {
    expect(() => lay(more)).toThrow(message);
  });

  it('have every link of their main line once, in a row', () => {
    const shipped = SHIPPED;
    for (const section of ['N2R', 'W2R_N', 'W2R_S', 'E2R', 'S2R']) {
      const chains = listChains(shipped, section);
      const main = shipped.links.filter(
        (link) => link.section === section && link.facility !== 'ramp' && link.id === link.featureId,
      );
      const laid = chains.flatMap(({ links }) => links);
      expect(laid.map(({ id }) => id).toSorted()).toEqual(main.map(({ id }) => id).toSorted());
      for (const { links } of chains)
        for (const [i, link] of links.slice(1).entries()) expect(link.from).toBe(links[i]?.to);
    }
  });
});

describe('on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-lay-'));
  const [city, file] = [join(folder, 'three'), join(folder, 'belt.json')];
  beforeAll(() => runLater(['import', 'osm', OSM, '--out', city]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('they are a scenario file that every question takes', () => {
    const words = ['scenario', 'lay', 'BELT_N', 'BELT_E', '--onto', city, '--data', REGION];
    const { code, out, err } = run([...words, '--on', '2012-01', '--out', file]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/B1: joins 202@0\.96\d+, 199 m away/);
    const read = readScenarioText(readFileSync(file, 'utf8'), { file, keys: [] }, createReport());
    expect(read).toMatchObject({ id: 'BELT_N-BELT_E', base: '2012-01' });
    const route = run([
      'route',
      '-29.7,30.4',
      '-29.2,30.75',
      '--data',
      city,
      '--scenario',
      file,
      '--format',
      'json',
    ]);
    const { legs } = JSON.parse(route.out) as CityRouteDocument;
    expect(legs.map(({ name }) => name)).toContain('North section');
    expect(run([...words, '--within', '11']).err).toMatch(/Kilometres above 0 and at most 10/);
    expect(run(['scenario', 'lay', 'N2R', '--onto', city]).err).toMatch(/cannot be laid like that/);
  });
});
