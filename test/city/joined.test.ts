/**
 * Searches that begin and end between the vertices of a city, against a graph that has the places of each question as
 * vertices of its own: every answer the same, also when the city is asked again.
 */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { rankNodes } from '../../src/city/order.ts';
import { findCityRoute, type CityRoute } from '../../src/city/route.ts';
import { searchSteps, timeMatrix } from '../../src/city/times.ts';
import { listTrips } from '../../src/city/trips.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { DataError } from '../../src/problems.ts';
import { searchBounds, turnAround } from '../../src/routing/bounds.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { joinSites, listJoinedTrips, rebuild, type JoinedTrip } from './joined.ts';

/** The city of a seed with its order, and places that lie close enough to share links; null without roads or places. */
function openScene(seed: number): { readonly city: City; readonly sites: readonly Site[] } | null {
  const random = createRandom(seed);
  try {
    const network = importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random'));
    const city = openCity(
      { ...network, nodeRank: rankNodes(network) },
      random.once(2) ? 'car' : 'heavy-truck',
    );
    const sites = Array.from({ length: 6 }, (_, i) => {
      const at = [113.3 + random.int(0, 60) / 10_000, 23.1 + random.int(0, 60) / 10_000] as const;
      return joinPlace(city, { id: `P${i}`, at });
    });
    return { city, sites };
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

const SCENES = Array.from({ length: toCount(20, 1500) }, (_, i) => openScene(i + 1)).filter(
  (one) => one !== null,
);

/** Times over the joined graph, a search a destination. */
function timeJoined(city: City, from: readonly Site[], to: readonly Site[]): readonly (readonly number[])[] {
  const { graph, origins, destinations } = joinSites(rebuild(city), from, to);
  const columns = destinations.map((vertex) => searchBounds(graph, vertex, graph.cost, graph.length).first);
  return origins.map((origin) => columns.map((sums) => sums[origin] ?? NaN));
}

/** Times of all steps over the joined graph. */
function searchJoined(city: City, site: Site, direction: 'from' | 'to'): readonly number[] {
  const isFrom = direction === 'from';
  const { graph, origins, destinations, findSiteEdge } = joinSites(
    city,
    isFrom ? [site] : [],
    isFrom ? [] : [site],
  );
  const [root = -1] = [...origins, ...destinations];
  const sums = searchBounds(isFrom ? turnAround(graph) : graph, root, graph.cost, graph.length).first;
  const ms = Array.from({ length: 2 * city.network.links.from.length }, () => Infinity);
  for (const edge of graph.label.keys()) {
    const vertex = (isFrom ? graph.tail : graph.head)[edge] ?? -1;
    const step = graph.label[edge] ?? -1;
    if (findSiteEdge(edge) === null) ms[step] = Math.min(ms[step] ?? NaN, sums[vertex] ?? NaN);
  }
  return ms;
}

describe('a place that is no vertex', () => {
  it('is as far from all others as one that is', () => {
    let [reached, direct] = [0, 0];
    for (const { city, sites } of SCENES) {
      const expected = timeJoined(city, sites, sites);
      for (const kind of ['buckets', 'hierarchy', undefined] as const) {
        expect(timeMatrix(city, sites, sites, kind).map((row) => [...row])).toEqual(expected);
        const [first] = sites.slice(2);
        if (first === undefined) continue;
        expect(timeMatrix(city, [first], sites, kind).map((row) => [...row])).toEqual(expected.slice(2, 3));
      }
      reached += expected.flat().filter((ms) => ms < Infinity).length;
      direct += new Set(sites.flatMap(({ connectors }) => connectors.map(({ link }) => link))).size;
    }
    // Places share links, so that some trips stay on one.
    expect(reached).toBeGreaterThan(200);
    expect(direct).toBeLessThan(48 * SCENES.length);
  });

  it.each(['from', 'to'] as const)('has the same times %s every step', (direction) => {
    for (const { city, sites } of SCENES) {
      for (const site of sites.slice(0, 2)) {
        const expected = searchJoined(city, site, direction);
        for (const kind of ['buckets', 'hierarchy', undefined] as const)
          expect([...searchSteps(city, site, direction, kind).ms]).toEqual(expected);
      }
    }
  });
});

/** Steps of a route, in their order; a part of one is that step. */
const toSteps = (route: CityRoute | null): readonly number[] => (route?.legs ?? []).map(({ step }) => step);

/** Steps that are driven for more than nothing, as the legs of a route say them. */
function toDriven({ steps, ends }: JoinedTrip): readonly number[] {
  const [start, goal] = [ends[0]?.start, ends.at(-1)?.goal];
  const isNothing = (i: number): boolean =>
    (i === 0 && start?.share === 1) || (i === steps.length - 1 && goal?.share === 0);
  return ends.length === 1 && start?.share === goal?.share ? [] : steps.filter((_, i) => !isNothing(i));
}

describe('a way', () => {
  it('is the one over the joined graph, step by step, where several take as long too', () => {
    let [found, direct] = [0, 0];
    for (const { city, sites } of SCENES) {
      const expected = listJoinedTrips(rebuild(city), sites, sites);
      const trips = listTrips(city, sites, sites);
      for (const [row, from] of sites.entries())
        for (const [column, to] of sites.entries()) {
          const joined = expected[row]?.[column] ?? null;
          const route = findCityRoute(city, from, to);
          expect(route === null).toBe(joined === null);
          expect(trips[row]?.[column]?.timeMs).toBe(joined?.timeMs ?? Infinity);
          expect(trips[row]?.[column]?.lengthMm).toBe(joined?.lengthMm ?? Infinity);
          if (joined === null || route === null) continue;
          expect([route.timeMs, route.lengthMm]).toEqual([joined.timeMs, joined.lengthMm]);
          expect(toSteps(route)).toEqual(toDriven(joined));
          expect(route.access).toEqual(joined.ends[0]?.start?.connector);
          expect(route.egress).toEqual(joined.ends.at(-1)?.goal?.connector);
          found += 1;
          direct += joined.ends.length === 1 ? 1 : 0;
        }
    }
    expect(Math.min(found, direct)).toBeGreaterThan(50);
  });
});
