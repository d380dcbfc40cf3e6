/**
 * Scenarios are other costs on the edges of their base, and edges beside them. Held against a graph made anew of the roads of
 * the day, over the joined graph: random modifications of random maps, every answer the same.
 */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, openCityState, type City, type Site } from '../../src/city/city.ts';
import { cutLine, toLine } from '../../src/city/line.ts';
import { findCityRoute } from '../../src/city/route.ts';
import { findIds } from '../../src/city/scenario/ids.ts';
import { searchSteps, timeMatrix } from '../../src/city/times.ts';
import { listTrips, timeTrips } from '../../src/city/trips.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { ROAD_STATUS, type ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Interchange, Modification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { listJoinedTrips, rebuild } from './joined.ts';
import { applyPlan, listWrong, toBuild, tryTo } from './plans.ts';

/** One to three modifications of random ways; now and then one slows a road to a standstill of weeks. */
function drawPlan({ links, nodes }: ImportedNetwork, random: Random): readonly Modification[] {
  const pick = (): readonly string[] => [String(random.pick([...links.id]))];
  const [lon, lat] = [nodes.lonE7, nodes.latE7].map((of) => (of[random.int(0, of.length - 1)] ?? 0) / 1e7);
  const [x, y, d] = [lon ?? 0, lat ?? 0, 0.002];
  const ring = [
    [x - d, y - d],
    [x + d, y - d],
    [x + d, y + d],
    [x - d, y + d],
  ] as const;
  const draw = (): Modification =>
    random.pick([
      { kind: 'close', links: pick() },
      { kind: 'change', links: pick(), postedKmh: random.pick([20, 30, 50, 60, 80, 100]) },
      { kind: 'set-speed-factor', links: pick(), factor: random.once(9) ? 0.01 : random.int(1, 20) / 10 },
      { kind: 'set-speed-factor', area: { ring, rule: 'touching' }, factor: 0.7 },
      { kind: 'set-dates', sections: pick(), opened: '2020', closed: random.once(2) ? '2021' : null },
    ] as const);
  return Array.from({ length: random.int(1, 3) }, draw);
}

/** Where a road may begin or end. */
interface Met {
  readonly at: LonLat;
  readonly meets: Omit<Interchange, 'vertex'>;
}

/** A road between points of two links, or from one to a node, which cuts them; and now and then something else before it. */
function drawBuilt(network: ImportedNetwork, random: Random): readonly Modification[] {
  const { linkIds } = findIds(network);
  const pickLink = (): Met => {
    const [link, share] = [random.int(0, linkIds.length - 1), random.int(1, 9) / 10];
    const at = cutLine(toLine(network, link), share, 1)[0] as LonLat;
    return { at, meets: { link: linkIds[link] as string, share } };
  };
  const pickNode = (): Met => {
    const node = random.int(0, network.nodes.id.length - 1);
    const { lonE7, latE7 } = network.nodes;
    const at: LonLat = [(lonE7[node] as number) / 1e7, (latE7[node] as number) / 1e7];
    return { at, meets: { node: String(network.nodes.id[node]) } };
  };
  const [first, last] = [random.once(3) ? pickNode() : pickLink(), pickLink()];
  const meetings = [first, last].map(({ meets }, vertex) => ({ ...meets, vertex }));
  return [...(random.once(2) ? drawPlan(network, random) : []), toBuild([first.at, last.at], meetings)];
}

/** The map with some roads that are still to come; places join few links, so that changes lie on the way too. */
function planSome(network: ImportedNetwork, random: Random): ImportedNetwork {
  const { connectors } = network.notes;
  const notes = { ...network.notes, connectors: { ...connectors, links: random.int(1, 2) } };
  const status = network.roads.status.map((one) => (random.once(6) ? ROAD_STATUS.proposed : one));
  return { ...network, notes, roads: { ...network.roads, status } };
}

interface Scene {
  readonly base: City;
  readonly city: City;
  readonly sites: readonly Site[];
}

function openScene(seed: number, drawSome = drawPlan): Scene | null {
  const random = createRandom(seed);
  const network = tryTo(() =>
    planSome(importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random')), random),
  );
  if (network === null) return null;
  const plan = drawSome(network, random);
  if (listWrong(network, plan).length > 0) return null;
  const [base, city] = [tryTo(() => openCity(network, 'car')), openCityState(applyPlan(network, plan))];
  if (base === null) return null;
  const sites = Array.from({ length: 5 }, (_, i) => {
    const at = [113.3 + random.int(0, 90) / 10_000, 23.1 + random.int(0, 90) / 10_000] as const;
    return tryTo(() => joinPlace(city, { id: `P${i}`, at }));
  });
  return { base, city, sites: sites.filter((one) => one !== null) };
}

const openScenes = (count: number, drawSome = drawPlan): readonly Scene[] =>
  Array.from({ length: count }, (_, i) => openScene(i + 1, drawSome)).filter((one) => one !== null);

const SCENES = openScenes(toCount(40, 3000));
const BUILT = openScenes(toCount(60, 3000), drawBuilt);

describe.each([
  ['a scenario that builds nothing', SCENES],
  ['a scenario that builds', BUILT],
])('%s', (_, scenes) => {
  it('has the answers of a graph made anew', () => {
    let [changed, found] = [0, 0];
    for (const { base, city, sites } of scenes) {
      const anew = rebuild(city);
      const trips = listTrips(city, sites, sites);
      expect(trips).toEqual(listTrips(anew, sites, sites));
      const joined = listJoinedTrips(anew, sites, sites).map((row) =>
        row.map((one) => one?.timeMs ?? Infinity),
      );
      expect(trips.map((row) => row.map(({ timeMs }) => timeMs))).toEqual(joined);
      expect(timeMatrix(city, sites, sites)).toEqual(timeMatrix(anew, sites, sites));
      expect(timeMatrix(city, sites, sites, 'hierarchy')).toEqual(timeMatrix(anew, sites, sites, 'buckets'));
      for (const [i, site] of sites.entries()) {
        const direction = i % 2 === 0 ? 'from' : 'to';
        expect(searchSteps(city, site, direction)).toEqual(searchSteps(anew, site, direction));
        const to = sites[(i + 1) % sites.length] as Site;
        expect(findCityRoute(city, site, to)).toEqual(findCityRoute(anew, site, to));
      }
      found += joined.flat().filter((ms) => ms < Infinity).length;
      changed += listTrips(base, sites, sites)
        .flat()
        .filter(({ timeMs }, i) => timeMs !== joined.flat()[i]).length;
    }
    expect(found).toBeGreaterThan(200);
    expect(changed).toBeGreaterThan(40);
  });
});

describe('what a scenario builds', () => {
  it('is mostly edges beside those of the base', () => {
    const grown = BUILT.filter(({ city }) => city.graph.closedFrom === UNREACHED);
    expect(grown.length).toBeGreaterThan(BUILT.length / 3);
    for (const { base, city } of grown) {
      const { graph, nodeOf } = base.graph;
      expect(city.graph.nodeOf.subarray(0, graph.vertexCount)).toEqual(nodeOf);
      expect(city.graph.graph.edgeCount).toBeGreaterThan(graph.edgeCount);
    }
  });
});

describe('a scenario that builds nothing', () => {
  it('is on the edges of its base', () => {
    for (const { base, city } of SCENES) expect(city.graph.graph.head).toBe(base.graph.graph.head);
  });

  it('has the same trips where they are found from those of the base, and the base from those of it', () => {
    let kept = 0;
    for (const { base, city, sites } of SCENES) {
      const others = [...sites.slice(1), ...sites.slice(0, 1)];
      const before = timeTrips(base, sites, others);
      const after = timeTrips(city, sites, others, before);
      expect(after.trips).toEqual(listTrips(rebuild(city), sites, others));
      expect(timeTrips(base, sites, others, after).trips).toEqual(before.trips);
      // Other places, as where a plant is moved, and fewer of them.
      expect(timeTrips(city, others, sites.slice(1), before).trips).toEqual(
        listTrips(rebuild(city), others, sites.slice(1)),
      );
      const isKept = (row: number, column: number): boolean =>
        after.trips[row]?.[column] === before.trips[row]?.[column];
      for (const row of sites.keys())
        kept += [...sites.keys()].filter((column) => isKept(row, column)).length;
    }
    expect(kept).toBeGreaterThan(60);
  });
});
