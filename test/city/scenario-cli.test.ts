/** Scenario files over an imported network on the command line: applied in every question, checked, and told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CityMatrixDocument,
  CityOverlapDocument,
  CityReachDocument,
  CityRouteDocument,
} from '../../src/report/answers/city.ts';
import type { ScenarioDocument } from '../../src/report/answers/scenario.ts';
import { scenarioEffects } from '../../src/report/schemas/documents.ts';
import { cityMatrix, cityOverlap, cityReach, cityRoute } from '../../src/report/schemas/city.ts';
import { runLater } from '../cli/run.ts';
import { DIAGONAL, importTown, toPlan } from './town.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-'));
const town = join(folder, 'town');
const [FROM, TO] = ['113.3,23.1', '113.312,23.0893'];

function save(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

beforeAll(async () => {
  await importTown(town);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (...words: string[]) => runLater([...words, '--data', town]);

async function askJson(...words: string[]): Promise<unknown> {
  const { code, out, err } = await ask(...words, '--format', 'json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as unknown;
}

describe('a scenario file over an imported network', () => {
  it('is applied in a trip, a matrix and what is reached, which agree', async () => {
    const file = save('plan.json', toPlan('plan', [DIAGONAL]));
    const before = (await askJson('route', FROM, TO)) as CityRouteDocument;
    const route = (await askJson('route', FROM, TO, '--scenario', file)) as CityRouteDocument;
    const matrix = (await askJson(
      ...['matrix', '--origins', FROM, '--destinations', TO, '--scenario', file],
    )) as CityMatrixDocument;
    const reach = (await askJson('reach', FROM, '--cutoff', '2', '--scenario', file)) as CityReachDocument;
    const narrow = (await askJson('reach', FROM, '--cutoff', '2')) as CityReachDocument;
    for (const [schema, answer] of [
      [cityRoute, route],
      [cityMatrix, matrix],
      [cityReach, reach],
    ] as const)
      expect(schema.safeParse(answer).error).toBeUndefined();
    expect(route.timeS).toBeLessThan(before.timeS ?? 0);
    expect(matrix.cells[0]?.timeS).toBe(route.timeS);
    expect(route.legs.find(({ name }) => name === 'Diagonal')).toMatchObject({
      limit: 'drawn',
      roadClass: 'expressway',
    });
    expect(route.data.scenario).toEqual({ id: 'plan', title: 'Plan plan' });
    expect(before.data.scenario).toBeNull();
    expect(reach.bands[0]?.roadKm).toBeGreaterThan(narrow.bands[0]?.roadKm ?? 0);
    const lines = await ask('isochrone', FROM, '--cutoff', '1', '--format', 'geojson', '--scenario', file);
    expect(lines.out).toContain('MultiLineString');
    expect((await ask('route', FROM, TO, '--scenario', file)).out.replaceAll(/\s+/g, ' ')).toContain(
      'under "Plan plan"',
    );
  });

  it('that is empty changes not a byte but its name', async () => {
    const file = save('empty.json', toPlan('empty', []));
    const [before, under] = await Promise.all([
      ask('route', FROM, TO, '--format', 'json'),
      ask('route', FROM, TO, '--format', 'json', '--scenario', file),
    ]);
    const { data: _, ...one } = JSON.parse(before.out) as CityRouteDocument;
    const { data: __, ...other } = JSON.parse(under.out) as CityRouteDocument;
    expect(other).toEqual(one);
  });

  it('stands on another beside it, and opens a road to come', async () => {
    save('first.json', toPlan('first', [DIAGONAL]));
    const closed = save(
      'second.json',
      toPlan('second', [{ kind: 'close', highways: ['LINK'] }], { base: 'first' }),
    );
    const opened = save(
      'ring.json',
      toPlan('plan', [{ kind: 'set-dates', sections: ['二环高速'], opened: '2027-06', closed: null }], {
        base: '2027-12',
      }),
    );
    const timeS = async (...more: string[]) =>
      ((await askJson('route', FROM, TO, ...more)) as CityRouteDocument).timeS ?? 0;
    expect(await timeS('--scenario', closed)).toBe(await timeS());
    expect(await timeS('--scenario', opened)).toBeLessThan(await timeS());
    const shown = (await askJson('scenario', 'show', closed)) as ScenarioDocument;
    expect(scenarioEffects.safeParse(shown).error).toBeUndefined();
    const [built, gone] = shown.effects;
    expect([built?.added, built?.removed, gone?.added, gone?.removed]).toEqual([2, 0, 0, 2]);
    expect(built?.builtM).toBeCloseTo(1715, -1);
    const ring = (await askJson('scenario', 'show', opened)) as ScenarioDocument;
    expect([ring.day, ring.effects[0]?.changed]).toEqual(['2027-12-31', 1]);
    // What is cut or closed is not counted twice: the roads are those of the network, and what is opened.
    expect(ring.links - shown.links).toBe(1);
    const check = await ask('scenario', 'check', closed, opened);
    expect(check.out).toMatch(
      /second.json: a scenario of 2 modifications\n.*ring.json: a scenario of 1 modification\n/,
    );
  });

  it('is drawn: what it builds, opens, closes and changes', async () => {
    const file = save(
      'drawn.json',
      toPlan('drawn', [
        DIAGONAL,
        { kind: 'close', highways: ['highway=secondary'] },
        { kind: 'change', links: ['105'], postedKmh: 20 },
        { kind: 'set-dates', sections: ['二环高速'], opened: '2020', closed: null },
        { kind: 'change', links: ['105'], postedKmh: 25 },
      ]),
    );
    const { out } = await ask('scenario', 'apply', file);
    const { features } = JSON.parse(out) as {
      readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    };
    const rows = features.map(({ properties: { what, name } }) => `${String(what)} ${String(name)}`);
    expect([...new Set(rows)].toSorted()).toEqual([
      ...['built Diagonal', 'changed 北街', 'closed 中山路', 'opened 二环高速'],
    ]);
    expect(features.at(-1)?.properties).toMatchObject({ id: 'LINK.1', beforeS: [null, null] });
    const csv = (await ask('scenario', 'apply', file, '--format', 'csv')).out.split('\r\n');
    expect(csv).toHaveLength(features.length + 2);
    expect((await ask('scenario', 'apply', file, '--format', 'gmns')).err).toMatch(/geojson or csv/);
  });

  it('changes what two places reach both, as it changes what each reaches', async () => {
    const file = save('plan.json', toPlan('plan', [DIAGONAL]));
    const both = ['overlap', `--origins=${FROM},113.302,23.098`, '--direction', 'from', '--cutoff', '2'];
    const overlap = (await askJson(...both)) as CityOverlapDocument;
    const under = (await askJson(...both, '--scenario', file)) as CityOverlapDocument;
    expect(cityOverlap.safeParse(under).error).toBeUndefined();
    expect([overlap.data.scenario, under.data.scenario?.id]).toEqual([null, 'plan']);
    expect(under.overlap.roadKm).toBeGreaterThan(overlap.overlap.roadKm);
    const reach = (await askJson('reach', FROM, '--cutoff', '2', '--scenario', file)) as CityReachDocument;
    expect(under.places[0]?.band).toEqual(reach.bands[0]);
    const { out } = await ask(...both, '--scenario', file);
    expect(out).toContain('under "Plan plan"');
  });

  it('is in the vectors that other engines read', async () => {
    const file = save('plan.json', toPlan('plan', [DIAGONAL]));
    const countEdges = async (name: string, ...more: string[]): Promise<number> => {
      const out = join(folder, name);
      const { code } = await runLater(['export', 'routingkit', town, '--out', out, ...more]);
      expect(code).toBe(0);
      return readFileSync(join(out, 'head')).length / 4;
    };
    // Both ways of the road.
    expect((await countEdges('with', '--scenario', file)) - (await countEdges('without'))).toBe(2);
    const back = ['import', 'routingkit', join(folder, 'with'), '--out', join(folder, 'back')];
    expect((await runLater(back)).code).toBe(0);
  });

  it.each([
    [
      'all that is wrong, by modification and field',
      [
        { ...DIAGONAL, tariff: 'x' },
        { kind: 'close', links: ['9'] },
      ],
      /modifications\[0\]\.tariff.*modifications\[1\]\.links\[0\]/,
    ],
    [
      'a node that is not there, with those that are',
      [{ ...DIAGONAL, interchanges: [{ vertex: 0, node: '77' }] }],
      /near the vertex: node 1 \(0 m away\)/,
    ],
    ['a kind that is none', [{ kind: 'paint' }], /a modification of kind build, close/],
  ])('is refused with %s', async (_, modifications, message) => {
    const { code, err } = await ask(
      'route',
      FROM,
      TO,
      '--scenario',
      save('wrong.json', toPlan('plan', modifications)),
    );
    expect(code).toBe(3);
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(message);
  });

  it.each([
    ['an id', ['route', FROM, TO, '--scenario', '2010-with-belt'], /a scenario file .json expected/],
    [
      'two files',
      ['matrix', '--origins', FROM, '--scenario', 'a.json', '--scenario', 'b.json'],
      /one file on an imported network/,
    ],
  ])('is refused as %s', async (_, words, message) => {
    const { code, err } = await ask(...words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('is refused where the data are no imported network', async () => {
    const { code, err } = await runLater(['route', 'S001', 'TOYOTA_NS', '--scenario', 'plan.json']);
    expect(code).toBe(2);
    expect(err).toMatch(/a data set has --base and --build/);
  });
});
