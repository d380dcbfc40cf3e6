/**
 * Scenarios over random maps against two outsiders: the map imported anew with the road on it, searched step by step;
 * and, for interchanges anywhere on a link, a search over points that cuts nothing.
 */
import { describe, expect, it } from 'vitest';
import { openCity, openCityState, joinPlace } from '../../src/city/city.ts';
import type { CityConnector } from '../../src/city/connectors.ts';
import { findCityRoute } from '../../src/city/route.ts';
import { rankNodes } from '../../src/city/order.ts';
import { timeMatrix } from '../../src/city/times.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Elements } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { applyPlan, listWrong, placeOf, toBuild } from './plans.ts';
import { importMap, joinRandom, openPlanned } from './random-plans.ts';
import { searchPlan } from './slow-plan.ts';
import { searchTripMs } from './slow-trips.ts';

const LONG_MS = 1_800_000;
/** Milliseconds of a rounded millimetre on each stretch of the roads. */
const SLACK_MS = 6;

/** A map whose bans all name their turn: those that allow one only would speak of a new road too. */
function makeMap(seed: number): Elements {
  const map = makeRandomMap(seed);
  const relations = (map.relations ?? []).filter(
    ({ tags }) => !(tags?.['restriction'] ?? '').startsWith('only'),
  );
  return { ...map, relations };
}

/** Some nodes of a network without a barrier, which would stop a road that is mapped there. */
function pickNodes(network: ImportedNetwork, map: Elements, random: Random): readonly number[] {
  const barred = new Set((map.nodes ?? []).filter(({ tags }) => tags !== undefined).map(({ id }) => id));
  const free = [...new Set(network.nodes.id)].filter((id) => !barred.has(id));
  const picked = Array.from({ length: random.int(2, 3) }, () => random.pick(free));
  return [...new Set(picked)];
}

/** The same connectors on a network with more links. */
function moveConnectors(
  from: ImportedNetwork,
  to: ImportedNetwork,
  connectors: readonly CityConnector[],
): readonly CityConnector[] {
  const key = ({ links, nodes }: ImportedNetwork, link: number): string =>
    [
      links.id[link],
      nodes.id[links.from[link] as number],
      nodes.id[links.to[link] as number],
      links.lengthMm[link],
    ].join();
  const place = new Map([...to.links.from.keys()].map((link) => [key(to, link), link]));
  return connectors.map((one) => ({
    ...one,
    link: place.get(key(from, one.link)) ?? expect.fail('no such link'),
  }));
}

it('a road between nodes is what it would be on the map', { timeout: LONG_MS }, () => {
  let changed = 0;
  for (let seed = 1; seed <= toCount(8, 1500); seed += 1) {
    const random = createRandom(seed);
    const map = makeMap(seed);
    const base = importMap(map);
    if (base === null) continue;
    const nodes = pickNodes(base, map, random);
    const line = nodes.map((id) => placeOf(base, id));
    const plan = toBuild(
      line,
      nodes.map((id, vertex) => ({ vertex, node: String(id) })),
      { postedKmh: 80 },
    );
    if (listWrong(base, [plan]).length > 0) continue;
    const tags = { highway: 'motorway', oneway: 'no', maxspeed: '80' };
    const mapped = importMap({ ...map, ways: [...(map.ways ?? []), { id: 999, nodes, tags }] });
    if (mapped === null) continue;
    const city = openCityState(applyPlan(base, [plan]));
    const sites = joinRandom(city, random);
    const before = timeMatrix(openCity(base, 'car'), sites, sites, 'buckets');
    const times = timeMatrix(city, sites, sites, 'buckets');
    expect(timeMatrix(city, sites, sites, 'hierarchy')).toEqual(times);
    const ordered = { ...city, network: { ...city.network, nodeRank: rankNodes(base) } };
    expect(timeMatrix(ordered, sites, sites, 'hierarchy')).toEqual(times);
    for (const [row, from] of sites.entries())
      for (const [column, to] of sites.entries()) {
        const [starts, goals] = [from, to].map((site) => moveConnectors(base, mapped, site.connectors));
        const expected = searchTripMs(mapped, 0, starts ?? [], goals ?? []);
        const ms = times[row]?.[column] as number;
        expect(ms, `seed ${seed}, ${row} → ${column}`).toBe(expected);
        expect(ms).toBeLessThanOrEqual(before[row]?.[column] as number);
        expect(findCityRoute(city, from, to)?.timeMs ?? Infinity).toBe(ms);
        changed += ms === before[row]?.[column] ? 0 : 1;
      }
  }
  expect(changed).toBeGreaterThan(3);
});

describe('interchanges anywhere on links', { timeout: LONG_MS }, () => {
  it('take what a search over points finds', () => {
    let [built, changed] = [0, 0];
    for (let seed = 1; seed <= toCount(20, 2000); seed += 1) {
      const planned = openPlanned(seed);
      if (planned === null) continue;
      const { plan, city, base, sites } = planned;
      built += plan.roads.length;
      if (sites.length === 0) continue;
      const own = sites.map(({ place }) => joinPlace(city, place));
      const times = timeMatrix(city, own, own, 'buckets');
      const before = timeMatrix(base, sites, sites, 'buckets');
      const connectors = sites.map((site) => site.connectors);
      for (const [row, from] of sites.entries()) {
        const expected = searchPlan(plan, from.connectors, connectors);
        for (const [column, ms] of [...(times[row] ?? [])].entries()) {
          // A drawn line ends within a millimetre of where the outsider has the point of a link.
          expect(Math.abs(ms - (expected[column] as number)) || 0, `seed ${seed}`).toBeLessThanOrEqual(
            SLACK_MS,
          );
          changed += ms === before[row]?.[column] ? 0 : 1;
        }
      }
    }
    expect(built).toBeGreaterThan(10);
    expect(changed).toBeGreaterThan(20);
  });
});
