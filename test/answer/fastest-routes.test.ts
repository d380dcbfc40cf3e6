/** Counts of fastest routes, recounted with `findRoute` alone and held against what a removed supplier takes away. */
import { describe, expect, it } from 'vitest';
import {
  analyse,
  countFastestRoutes,
  findPlace,
  findRoute,
  findScenario,
  toSetting,
  type AnalysisRequest,
  type Dataset,
  type FastestRoutes,
} from '../../src/index.ts';
import { DataError } from '../../src/problems.ts';
import { cutOff } from './trip-data.ts';
import { SHIPPED, THREE_TOWNS as REGION } from '../data-sets.ts';

/** Times a feature is driven, forward and backward, and pairs that use it at all. */
type Recount = Map<string, readonly [forward: number, backward: number, both: number]>;

/** One route for each supplier and group to the plant that the analysis names, added up link by link. */
function recount(dataset: Dataset, request: AnalysisRequest, scenario: string): Recount {
  const { vehicleClass = 'car', traffic = 'free' } = request;
  const setting = toSetting(dataset, { vehicleClass, trafficState: traffic });
  const answer = analyse(dataset, { ...request, base: scenario, build: scenario });
  const suppliers = new Set(answer.origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const counts: Recount = new Map();
  const rows = answer.groups.filter((row) => suppliers.has(row.origin) && row.plant !== null);
  for (const { origin, plant } of rows) {
    const [from, to] = [findPlace(dataset, origin), findPlace(dataset, plant ?? '')];
    const { best } = findRoute(dataset, findScenario(dataset, scenario), setting, from.place, to.place);
    for (const { link, featureId } of best?.steps ?? []) {
      const [forward, backward, both] = counts.get(featureId) ?? [0, 0, 0];
      const along = link === featureId ? 1 : 0;
      counts.set(featureId, [forward + along, backward + 1 - along, both + 1]);
    }
  }
  return counts;
}

function toCounts({ roads }: FastestRoutes, role: 'base' | 'build'): Recount {
  return new Map(
    roads.flatMap(({ feature, [role]: pairs }) =>
      pairs === null || pairs.both === 0
        ? []
        : [[feature, [pairs.forward, pairs.backward, pairs.both]] as const],
    ),
  );
}

const REQUESTS: readonly (readonly [string, Dataset, AnalysisRequest, readonly [string, string]])[] = [
  ['the shipped data', SHIPPED, {}, ['2010-without-belt', '2010-with-belt']],
  [
    'a truck at peak, all suppliers, every Honda plant',
    SHIPPED,
    { traffic: 'peak', vehicleClass: 'heavy-truck', population: 'all', groupChoice: { honda: 'every' } },
    ['2010-without-belt', '2010-with-belt'],
  ],
  ['the made-up region', REGION, {}, ['without-belt', 'with-belt']],
];

describe.each(REQUESTS)('%s', (_, dataset, request, [base, build]) => {
  const answer = countFastestRoutes(dataset, request);

  it('is what a recount route by route finds', () => {
    expect([answer.base.scenario.id, answer.build.scenario.id]).toEqual([base, build]);
    expect(toCounts(answer, 'base')).toEqual(recount(dataset, request, base));
    expect(toCounts(answer, 'build')).toEqual(recount(dataset, request, build));
  });

  it('has a route or no way for every pair, and no road with more pairs than there are', () => {
    const { suppliers, pairs, roads } = answer;
    expect(pairs).toBe(suppliers * dataset.header.groups.length);
    for (const { routed, noWay, viaBelt } of [answer.base, answer.build]) {
      expect(routed + noWay).toBe(pairs);
      expect(viaBelt).toBeLessThanOrEqual(routed);
    }
    for (const { base: before, build: after } of roads) {
      expect(Math.max(before?.both ?? 0, after?.both ?? 0)).toBeGreaterThan(0);
      expect(Math.max(before?.both ?? 0, after?.both ?? 0)).toBeLessThanOrEqual(pairs);
    }
  });

  it('loses with a supplier the roads of its routes and no others', () => {
    const [first, ...others] = dataset.suppliers.filter(({ zone, inSet2006 }) => zone !== null && inSet2006);
    const ids = others.map(({ id }) => id);
    if (first === undefined) throw new Error('a supplier');
    const both = countFastestRoutes(dataset, { ...request, origins: [first.id, ...ids] });
    const own = toCounts(countFastestRoutes(dataset, { ...request, origins: [first.id] }), 'build');
    const left = toCounts(countFastestRoutes(dataset, { ...request, origins: ids }), 'build');
    expect(own.size).toBeGreaterThan(0);
    for (const [feature, counts] of toCounts(both, 'build')) {
      const [more, less] = [own.get(feature) ?? [0, 0, 0], left.get(feature) ?? [0, 0, 0]];
      expect(counts).toEqual(more.map((value, i) => value + (less[i] ?? 0)));
    }
  });
});

describe('fastest routes', () => {
  it('say null of a road that is not open, and 0 of one that nobody’s route uses', () => {
    const { roads, base, build } = countFastestRoutes(SHIPPED);
    const belt = roads.filter((road) => road.belt && road.facility === 'expressway');
    expect(belt.length).toBeGreaterThan(3);
    for (const road of belt) expect([road.base, (road.build?.both ?? 0) > 0]).toEqual([null, true]);
    expect([base.viaBelt, build.viaBelt > 0]).toEqual([0, true]);
    expect(roads.some((road) => road.base !== null && road.build?.both === 0)).toBe(true);
  });

  it('count pairs without a way and draw nothing for them', () => {
    const dataset = cutOff(SHIPPED);
    const { pairs, build, roads } = countFastestRoutes(dataset, { base: '2006-07', build: '2010-12' });
    const suppliers = pairs / 3;
    expect(build).toMatchObject({ routed: suppliers, noWay: 2 * suppliers, viaBelt: 0 });
    expect(roads.every(({ highway }) => highway === 'huadu-roads')).toBe(true);
  });

  it('are none without suppliers', () => {
    const { pairs, roads, build } = countFastestRoutes(SHIPPED, { origins: ['Z_SS_LP', '113.2,23.2'] });
    expect({ pairs, roads, routed: build.routed }).toEqual({ pairs: 0, roads: [], routed: 0 });
  });

  it.each([{ vehicleClass: 'tank' }, { origins: ['x'] }, { groupChoice: { bmw: 'any' } }, { base: '' }])(
    'refuse %j',
    (request) => {
      expect(() => countFastestRoutes(SHIPPED, request)).toThrow(DataError);
    },
  );
});
