/** Trips on real maps, where they are at hand: every engine, the route and a plain search say the same. */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { placeVertices, rankNodes, rankVertices } from '../../src/city/order.ts';
import { findCityRoute } from '../../src/city/route.ts';
import { timeMatrix } from '../../src/city/times.ts';
import type { ByteSource } from '../../src/import/byte-source.ts';
import { DataError } from '../../src/problems.ts';
import { buildTopology } from '../../src/routing/hierarchy/topology.ts';
import { rankByDissection } from '../../src/routing/order/dissection.ts';
import { importWhole } from '../import/drawn-map.ts';
import { findExtract } from '../import/real-maps.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { searchTripMs } from './slow-trips.ts';

/** Places within some hundred metres of random nodes. */
function joinRandom(city: City, count: number): readonly Site[] {
  const random = createRandom(5);
  const { lonE7, latE7 } = city.network.nodes;
  const sites: Site[] = [];
  while (sites.length < count) {
    const node = random.int(0, lonE7.length - 1);
    const lon = (lonE7[node] as number) / 1e7 + random.int(-20, 20) / 10_000;
    const lat = (latE7[node] as number) / 1e7 + random.int(-20, 20) / 10_000;
    try {
      sites.push(joinPlace(city, { id: `P${sites.length}`, at: [lon, lat] }));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
    }
  }
  return sites;
}

function expectAgreement(source: ByteSource, country: string, vehicle: string, count: number): void {
  const city = openCity(importWhole(source, { country, keepIslands: false }), vehicle);
  const sites = joinRandom(city, count);
  const times = timeMatrix(city, sites, sites, 'buckets');
  expect(timeMatrix(city, sites, sites, 'hierarchy')).toEqual(times);
  const ordered = { ...city, network: { ...city.network, nodeRank: rankNodes(city.network) } };
  expect(timeMatrix(ordered, sites, sites, 'hierarchy')).toEqual(times);
  // By the order of the nodes there are hardly more arcs than by one of all vertices found anew.
  const graph = placeVertices(ordered);
  const ranks = rankVertices(ordered) ?? expect.fail('no order');
  const anew = buildTopology(graph, rankByDissection(graph)).arcCount;
  expect(buildTopology(graph, ranks).arcCount).toBeLessThan(1.25 * anew);
  const [from] = sites as [Site, ...Site[]];
  for (const [column, to] of sites.entries()) {
    const ms = times[0]?.[column];
    expect(findCityRoute(city, from, to)?.timeMs ?? Infinity).toBe(ms);
    if (column < 4) expect(searchTripMs(city.network, city.profile, from.connectors, to.connectors)).toBe(ms);
  }
  expect(times.flatMap((row) => [...row]).filter((ms) => ms < Infinity).length).toBeGreaterThan(count);
}

const isLong = toCount(0, 1) === 1;
const monaco = findExtract('monaco-osmix.osm.pbf');
const andorra = isLong ? findExtract('andorra-graphhopper.osm.pbf') : null;
const porto = isLong ? findExtract('porto-r5.osm.pbf') : null;

describe('trips agree', () => {
  it.skipIf(monaco === null)('in Monaco', () => {
    expectAgreement(monaco as ByteSource, 'MC', 'car', 12);
  });

  it.skipIf(andorra === null)('in Andorra, by truck', () => {
    expectAgreement(andorra as ByteSource, 'AD', 'heavy-truck', 40);
  });

  it.skipIf(porto === null)(
    'in Porto',
    () => {
      expectAgreement(porto as ByteSource, 'PT', 'car', 12);
    },
    600_000,
  );
});
