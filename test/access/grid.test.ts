import { describe, expect, it } from 'vitest';
import { createGrid, NO_ACCESS, type Grid } from '../../src/access/grid.ts';
import { timeGrid, type Direction, type GridTimes } from '../../src/access/grid-times.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { LonLat } from '../../src/model/source.ts';
import type { Place } from '../../src/network/connectors.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW, toDataset, type DatasetInput } from '../scene/dataset.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { makeRandomScene } from '../scene/random-scene.ts';
import { drawScene } from '../scene/scene.ts';
import { toParameter } from '../scene/values.ts';
import { samplePoints } from './grid.ts';

/** The same data on a smaller map. */
function crop(dataset: Dataset, region: Dataset['header']['region']): Dataset {
  return { ...dataset, header: { ...dataset.header, region } };
}

const CROSS: Dataset['header']['region'] = [113.28, 22.95, 113.5, 23.12];

function timeCar(dataset: Dataset, grid: Grid, place: Place, direction: Direction = 'to'): GridTimes {
  const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
  const network = buildNetwork(dataset, applyScenario(dataset, NOW), setting, [place]);
  return timeGrid(grid, network, place.id, direction);
}

/** The cell a point lies in. */
function findCell({ lattice }: Grid, [lon, lat]: LonLat): number {
  const column = lattice.lons.findIndex((edge) => edge > lon) - 1;
  const row = lattice.lats.findIndex((edge) => edge > lat) - 1;
  return row * lattice.columns + column;
}

/** Minutes of a cell, least and most. */
function toMinutes({ least, most }: GridTimes, cell: number): readonly [number, number] {
  return [(least[cell] ?? NaN) / 60_000, (most[cell] ?? NaN) / 60_000];
}

describe('a grid on drawn roads', () => {
  it('knows the minutes of a straight road to about a cell', () => {
    // 60 km/h on the road, 30 km/h beside it: one step is a minute along and two minutes across.
    const { dataset } = drawScene({ stepM: 1000, map: 'a---------b', roads: '| nodes |\n| ab |' });
    const on = crop(dataset, CROSS);
    const grid = createGrid(on, 200);
    const [a, b] = dataset.nodes.map(({ at }) => at);
    if (a === undefined || b === undefined) throw new Error('two nodes are drawn');
    const place: Place = { id: 'P', at: a };
    const times = timeCar(on, grid, place);
    const [least, most] = toMinutes(times, findCell(grid, b));
    expect([least > 9.5, least < 10, most > 10, most < 10.8]).toEqual([true, true, true, true]);
    const [near, far] = toMinutes(times, findCell(grid, [b[0], b[1] - 0.5 * 0.00903]));
    expect([near > 10.4, near < 11, far > 11, far < 11.8]).toEqual([true, true, true, true]);
  });

  it('has no access beyond the limit, and some where the limit runs through a cell', () => {
    const parameters = { connectorRadiusM: toParameter(1000), connectorRadiusMaxM: toParameter(3000) };
    const { dataset } = drawScene({
      stepM: 1000,
      parameters,
      map: 'a---b',
      roads: '| nodes |\n| ab |',
    });
    const on = crop(dataset, CROSS);
    const grid = createGrid(on, 500);
    const [a] = dataset.nodes.map(({ at }) => at);
    if (a === undefined) throw new Error('a is drawn');
    const below = (km: number): number | undefined =>
      grid.access[findCell(grid, [a[0] + 0.02, a[1] - km * 0.00903])];
    expect([below(2), below(2.9), below(4)]).toEqual([2, below(2.9), 0]);
    expect(grid.access.includes(1)).toBe(true);
    expect(below(2.9)).toBeGreaterThan(0);
  });

  it('does not reach across a river, and goes round by the bridge', () => {
    // The river ends before the eastern road.
    const { dataset } = drawScene({
      stepM: 1000,
      map: `
        a-------b
        |       |
        |       |
        |~~~~~~ |
        |       |
        c-------d
      `,
      roads: `
        | nodes | joins |
        | ab    | yes   |
        | bd    | no    |
        | dc    | yes   |
        | ac    | no    |
      `,
    });
    const on = crop(dataset, CROSS);
    const grid = createGrid(on, 250);
    const at = new Map(dataset.nodes.map((node) => [node.id, node.at]));
    const a = at.get('a');
    if (a === undefined) throw new Error('a is drawn');
    const times = timeCar(on, grid, { id: 'P', at: a });
    // Two steps south of a, north of the water: 4 min of connector; south of it, 5 min round and 4 back up.
    const step = 0.00903;
    const [, north] = toMinutes(times, findCell(grid, [a[0] + 0.03, a[1] - 0.9 * step]));
    const [south] = toMinutes(times, findCell(grid, [a[0] + 0.03, a[1] - 4.1 * step]));
    expect(north).toBeLessThan(6);
    expect(south).toBeGreaterThan(8);
    // The river's own cells prove nothing.
    const [, wet] = toMinutes(times, findCell(grid, [a[0] + 0.03, a[1] - 3 * step]));
    expect(wet).toBe(Infinity);
  });

  it('bounds the time of every sampled point on random roads, in both directions', () => {
    const wide = crop(makeRandomScene(1).dataset, [113.15, 22.95, 113.4, 23.15]).header.region;
    let bounded = 0;
    for (let seed = 1; seed <= toCount(16, 120); seed += 1) {
      const { dataset, places } = makeRandomScene(seed);
      const on = crop(dataset, wide);
      const random = createRandom(seed);
      const [place] = places;
      if (place === undefined) continue;
      const grid = createGrid(on, random.pick([300, 700, 1500]));
      for (const direction of ['to', 'from'] as const) {
        const vehicleClass = random.pick(['car', 'truck']);
        const setting = toSetting(on, { vehicleClass, trafficState: random.pick(['free', 'peak']) });
        // Later some roads are open that do not count for the radius: no shipped scenario has them.
        const scenario = random.pick([NOW, { ...NOW, id: 'later', date: '2015-01-01' }]);
        const network = buildNetwork(on, applyScenario(on, scenario), setting, [place]);
        const times = timeGrid(grid, network, place.id, direction);
        const asked = { dataset: on, scenario, setting, place, direction };
        const sampled = samplePoints(grid, times, asked, toCount(60, 300), random);
        expect(sampled.wrong, `seed ${seed} ${direction}`).toEqual([]);
        bounded += sampled.bounded;
      }
    }
    expect(bounded).toBeGreaterThan(300);
  });

  it('bounds it beside bent roads, one-way roads and water too', () => {
    const random = createRandom(31);
    for (let n = 0; n < toCount(8, 60); n += 1) {
      const point = (): LonLat => [113.3 + random.int(0, 80_000) / 1e6, 23 + random.int(0, 80_000) / 1e6];
      const nodes = new Map(['a', 'b', 'c', 'd'].map((id): [string, LonLat] => [id, point()]));
      const bend = (id: string, from: string, to: string): DatasetInput['features'][number] => {
        const ends = [nodes.get(from), nodes.get(to)] as [LonLat, LonLat];
        const geometry = [ends[0], ...Array.from({ length: random.int(0, 4) }, point), ends[1]];
        return { id, from, to, geometry, lengthM: random.int(3000, 20_000), directed: random.once(3) };
      };
      const features = [
        bend('ab', 'a', 'b'),
        bend('bc', 'b', 'c'),
        bend('cd', 'c', 'd'),
        bend('da', 'd', 'a'),
      ];
      const water = [[point(), point(), point()]];
      const parameters = { connectorRadiusM: toParameter(2000) };
      const dataset = crop(toDataset({ nodes, features, water, parameters }), [113.28, 22.98, 113.4, 23.1]);
      const grid = createGrid(dataset, 400);
      const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'peak' });
      const place: Place = { id: 'P', at: nodes.get('a') ?? [0, 0] };
      const network = buildNetwork(dataset, applyScenario(dataset, NOW), setting, [place]);
      for (const direction of ['to', 'from'] as const) {
        const times = timeGrid(grid, network, place.id, direction);
        const asked = { dataset, scenario: NOW, setting, place, direction };
        expect(samplePoints(grid, times, asked, toCount(80, 400), random).wrong).toEqual([]);
      }
    }
  });

  it('refuses a network that weighs tolls', () => {
    const { dataset } = drawScene({ stepM: 1000, map: 'a---b', roads: '| nodes |\n| ab |' });
    const choice = { vehicleClass: 'car', trafficState: 'free', valueOfTimeCnyPerH: 30 };
    const place: Place = { id: 'P', at: dataset.nodes[0]?.at ?? [0, 0] };
    const network = buildNetwork(dataset, applyScenario(dataset, NOW), toSetting(dataset, choice), [place]);
    const grid = createGrid(crop(dataset, CROSS), 2000);
    expect(grid.access.includes(NO_ACCESS)).toBe(true);
    expect(() => timeGrid(grid, network, 'P', 'to')).toThrow(RangeError);
  });
});
