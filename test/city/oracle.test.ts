/** Trips between places on random maps, against a search that shares nothing with them; all engines, all answers. */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { toStepMs } from '../../src/city/graph.ts';
import { rankNodes } from '../../src/city/order.ts';
import { findCityRoute } from '../../src/city/route.ts';
import { searchSteps, timeMatrix } from '../../src/city/times.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { CLOSED } from '../../src/model/imported-network.ts';
import { DataError } from '../../src/problems.ts';
import { createWasmKernels } from '../../src/routing/wasm/wasm-kernels.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { loadKernels } from '../routing/wasm.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { searchTripMs } from './slow-trips.ts';

const KERNELS = createWasmKernels(loadKernels());

/** A long run takes minutes. */
const LONG_MS = 1_800_000;

/** The city of a seed; null for a map that has no roads for the vehicle. */
function openRandom(seed: number, vehicle: string): City | null {
  try {
    return openCity(importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random')), vehicle);
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/** Places on and beside the streets; those that join none are left out. */
function joinRandom(city: City, seed: number): readonly Site[] {
  const random = createRandom(seed);
  return Array.from({ length: 4 }, (_, i) => {
    const at = [113.3 + random.int(-10, 130) / 10_000, 23.1 + random.int(-10, 130) / 10_000] as const;
    return { id: `P${i}`, at };
  }).flatMap((place) => {
    try {
      return joinPlace(city, place);
    } catch (error) {
      if (error instanceof DataError) return [];
      throw error;
    }
  });
}

describe.each(['car', 'heavy-truck'])('trips by %s on random maps', { timeout: LONG_MS }, (vehicle) => {
  it('take what a plain search finds, whichever engine is asked', () => {
    let reached = 0;
    for (let seed = 1; seed <= toCount(10, 1500); seed += 1) {
      const city = openRandom(seed, vehicle);
      if (city === null) continue;
      const sites = joinRandom(city, seed);
      if (sites.length === 0) continue;
      const expected = sites.map((from) =>
        sites.map((to) => searchTripMs(city.network, city.profile, from.connectors, to.connectors)),
      );
      const [buckets, hierarchy] = (['buckets', 'hierarchy'] as const).map((kind) =>
        timeMatrix(city, sites, sites, kind).map((row) => [...row]),
      );
      const ordered = { ...city, network: { ...city.network, nodeRank: rankNodes(city.network) } };
      const kept = timeMatrix(ordered, sites, sites, 'hierarchy', KERNELS).map((row) => [...row]);
      expect(kept, `seed ${seed}`).toEqual(expected);
      expect(buckets, `seed ${seed}`).toEqual(expected);
      expect(hierarchy, `seed ${seed}`).toEqual(expected);
      const [first, ...others] = sites as [Site, ...Site[]];
      const wide = timeMatrix(city, [first], sites).map((row) => [...row]);
      expect(wide).toEqual(expected.slice(0, 1));
      for (const [i, to] of others.entries()) {
        const route = findCityRoute(city, first, to);
        expect(route?.timeMs ?? Infinity).toBe(expected[0]?.[i + 1]);
        reached += route === null ? 0 : 1;
      }
    }
    expect(reached).toBeGreaterThan(8);
  });

  it('add up: connectors, legs and lengths', () => {
    for (let seed = 1; seed <= toCount(10, 1500); seed += 1) {
      const city = openRandom(seed, vehicle);
      const [from, to] = city === null ? [] : joinRandom(city, seed + 1000);
      if (city === null || from === undefined || to === undefined) continue;
      const route = findCityRoute(city, from, to);
      if (route === null) continue;
      const sum = (key: 'timeMs' | 'lengthMm'): number =>
        route.legs.reduce((all, leg) => all + leg[key], route.access[key] + route.egress[key]);
      expect([sum('timeMs'), sum('lengthMm')], `seed ${seed}`).toEqual([route.timeMs, route.lengthMm]);
      for (const [i, leg] of route.legs.slice(1).entries()) {
        const before = route.legs[i]?.step ?? 0;
        const { links } = city.network;
        const head = (before % 2 === 0 ? links.to : links.from)[before >> 1];
        expect((leg.step % 2 === 0 ? links.from : links.to)[leg.step >> 1]).toBe(head);
      }
    }
  });

  it('reach the beginning of a step when a trip to there takes as long', () => {
    for (let seed = 1; seed <= toCount(6, 300); seed += 1) {
      const city = openRandom(seed, vehicle);
      const [site] = city === null ? [] : joinRandom(city, seed);
      if (city === null || site === undefined) continue;
      const { links } = city.network;
      const out = searchSteps(city, site, 'from', 'buckets');
      expect(searchSteps(city, site, 'from', 'hierarchy')).toEqual(out);
      for (const link of links.from.keys()) {
        const connector = { link, share: 0, at: [0, 0] as const, lengthMm: 0, timeMs: 0 };
        const direct = site.connectors.some((one) => one.link === link);
        if (direct) continue;
        // One comes to the beginning of a link and turns into it, or drives all of it backward.
        const backMs = toStepMs(city.network, city.profile, 2 * link + 1);
        const isClosed = [0, 1].map(
          (side) => toStepMs(city.network, city.profile, 2 * link + side) === CLOSED,
        );
        const there = Math.min(
          isClosed[0] === true ? Infinity : (out.ms[2 * link] as number),
          isClosed[1] === true ? Infinity : (out.ms[2 * link + 1] as number) + backMs,
        );
        expect(there, `seed ${seed}, link ${link}`).toBe(
          searchTripMs(city.network, city.profile, site.connectors, [connector]),
        );
      }
    }
  });
});
