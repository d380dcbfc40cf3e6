/** Scenario files of any content over random maps: read without a crash, and applied where nothing is wrong with them. */
import { expect, it } from 'vitest';
import { joinPlace, openCity, openCityState } from '../../src/city/city.ts';
import { findIds } from '../../src/city/scenario/ids.ts';
import { applyCityScenario } from '../../src/city/scenario/apply.ts';
import { openGround } from '../../src/city/scenario/ground.ts';
import { timeMatrix } from '../../src/city/times.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { readCityScenario } from '../../src/load/city-scenario.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import { DataError } from '../../src/problems.ts';
import { importWhole, RULES, VEHICLES } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

/** Values of a kind, most of them sound, some of them not. */
function createValues(random: Random, network: ImportedNetwork) {
  const { linkIds } = findIds(network);
  const nodes = [...network.nodes.id].map(String);
  const point = (): unknown =>
    random.once(30)
      ? [23.1, 113.3]
      : [113.3 + random.int(-20, 140) / 10_000, 23.1 + random.int(-20, 140) / 10_000];
  const at = (node: string): unknown => {
    const i = nodes.indexOf(node);
    const round = (value: number | undefined): number => Math.round((value ?? 0) / 10) / 1e6;
    return [round(network.nodes.lonE7[i]), round(network.nodes.latE7[i])];
  };
  const link = (): string => (random.once(15) ? '7' : random.pick(linkIds));
  const targets = (): object => ({
    ...(random.once(2) ? { links: [link()] } : {}),
    ...(random.once(3)
      ? { highways: [random.pick(['highway=primary', 'highway=service', 'B', 'Nowhere'])] }
      : {}),
    ...(random.once(4) ? { facilities: [random.pick(['arterial', 'local', 'expressway'])] } : {}),
    ...(random.once(5)
      ? { area: { ring: [point(), point(), point()], rule: random.pick(['within', 'touching']) } }
      : {}),
  });
  const build = (): object => {
    const ends = Array.from({ length: random.int(2, 4) }, () => random.pick(nodes));
    const interchanges = ends.map((node, vertex) =>
      random.pick([
        { vertex, node },
        { vertex, node },
        { vertex, newNode: random.pick(['X', 'Y', 'Z']) },
        { vertex, link: link(), share: random.pick([0, 0.3, 1, 2]) },
        { vertex: vertex + random.int(0, 2), node: random.pick(['X', 'B-n1', node]) },
      ]),
    );
    return {
      ...{
        kind: 'build',
        id: random.pick(['B', 'C', 'D', '101']),
        title: 'Belt',
        facility: random.pick(['expressway', 'arterial', 'ramp']),
      },
      ...{ postedKmh: random.pick([30, 100, 120]), line: ends.map(at), interchanges },
      ...random.pick<object>([
        {},
        {},
        { oneWay: true },
        { signals: 3 },
        { tariff: 'x' },
        { opened: '2030' },
        { accessible: true },
      ]),
    };
  };
  return { point, targets, build };
}

function makeModification(random: Random, network: ImportedNetwork): unknown {
  const { point, targets, build } = createValues(random, network);
  return random.pick<() => unknown>([
    build,
    build,
    () => ({ kind: 'close', ...targets() }),
    () => ({ kind: 'change', postedKmh: random.pick([20, 80, 500]), ...targets() }),
    () => ({ kind: 'set-speed-factor', factor: random.pick([0.1, 1, 0]), ...targets() }),
    () => ({
      kind: 'set-dates',
      sections: ['highway=primary'],
      opened: random.pick([null, '2020', '2030']),
      closed: null,
    }),
    () => ({ kind: 'add-plant', id: random.pick(['P', 'Q']), title: 'P', group: 'g', at: point() }),
    () => ({ kind: 'move-plant', plant: 'P', at: point() }),
    () => ({ kind: 'add-supplier', id: 'S', title: 'S', keiretsu: null, tier: 1, at: point() }),
    () =>
      random.pick<unknown>([null, 7, {}, { kind: 'paint' }, { kind: 'close', off: true, links: ['101'] }]),
  ])();
}

it('never crash, and lose no place', { timeout: 1_800_000 }, () => {
  let [sound, wrong] = [0, 0];
  for (let seed = 1; seed <= toCount(100, 20_000); seed += 1) {
    const random = createRandom(seed);
    let network: ImportedNetwork;
    try {
      network = importWhole(toByteSource(toPbf(makeRandomMap(seed % 40)), 'random'));
    } catch (error) {
      if (error instanceof DataError) continue;
      throw error;
    }
    const trial = { ground: openGround(network, RULES, VEHICLES), profile: 0 };
    const modifications = Array.from({ length: random.int(0, 3) }, () => makeModification(random, network));
    const file = { schema: 'beltway/scenario@2', id: 'plan', title: 'Plan', base: '2026-06', modifications };
    const { scenario, problems } = readCityScenario(trial, JSON.stringify(file), 'plan.json');
    expect(scenario === null, `seed ${seed}`).toBe(problems.length > 0);
    for (const { path } of problems) expect(path).not.toMatch(/undefined|NaN/);
    wrong += problems.length > 0 ? 1 : 0;
    if (scenario === null) continue;
    sound += 1;
    const state = applyCityScenario(trial, scenario);
    const city = openCityState(state);
    const base = openCity(network, 'car');
    const places = [...state.firms.values()];
    const sites = places.map((one) => joinPlace(city, one));
    expect(sites.map(({ connectors }) => connectors.length)).toEqual(
      places.map((one) => joinPlace(base, one).connectors.length),
    );
    for (const row of timeMatrix(city, sites, sites, 'buckets'))
      for (const ms of row) expect(ms).toBeGreaterThanOrEqual(0);
    for (const { from, to } of [city.network.links])
      expect(Math.max(0, ...from, ...to)).toBeLessThan(city.network.nodes.id.length);
  }
  expect([sound > 20, wrong > 40]).toEqual([true, true]);
});
