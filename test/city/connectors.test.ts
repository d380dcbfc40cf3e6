/** Which roads a place joins, held against every road of random maps tried point by point. */
import { lineIntersect } from '@turf/line-intersect';
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { isAccessible, toLine } from '../../src/city/line.ts';
import { measureGeodesicM } from '../../src/geodesic.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { CLOSED } from '../../src/model/imported-network.ts';
import type { LonLat } from '../../src/model/source.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { tryTo } from './plans.ts';

const POINTS = 300;
/** Points that are tried lie at most so far apart. */
const NEAR_M = 3;

/** The nearest of the points tried on a link. */
function tryPoints(city: City, link: number, at: LonLat): { readonly point: LonLat; readonly awayM: number } {
  const line = toLine(city.network, link);
  let [point, awayM] = [line[0] as LonLat, Infinity];
  for (const [i, b] of line.slice(1).entries()) {
    const a = line[i] as LonLat;
    for (let k = 0; k <= POINTS; k += 1) {
      const on: LonLat = [a[0] + ((b[0] - a[0]) * k) / POINTS, a[1] + ((b[1] - a[1]) * k) / POINTS];
      const m = measureGeodesicM(at, on);
      if (m < awayM) [point, awayM] = [on, m];
    }
  }
  return { point, awayM };
}

/** Whether a road lies between, or where it would be joined, that cannot be crossed. */
function isBlocked(city: City, own: number, from: LonLat, to: LonLat): boolean {
  const { network, profile } = city;
  const { forward, backward } = network.times[profile] as (typeof network.times)[number];
  const toLineString = (coordinates: readonly LonLat[]) =>
    ({ type: 'LineString', coordinates: coordinates.map((one) => [...one]) }) as const;
  return [...forward.keys()].some((link) => {
    const isOneway = forward[link] === CLOSED || backward[link] === CLOSED;
    const isOpen = forward[link] !== CLOSED || backward[link] !== CLOSED;
    if (link === own || !isOpen || (!isOneway && isAccessible(network, profile, link))) return false;
    // Roads that lie on one another: rounding decides.
    if (tryPoints(city, link, to).awayM < NEAR_M) return true;
    const crossings = lineIntersect(toLineString([from, to]), toLineString(toLine(network, link)));
    return crossings.features.length > 0;
  });
}

/** Links nearer than the last one joined, or within the limit where there was room for more. */
function listMissed(city: City, { place, connectors }: Site): readonly number[] {
  const { links, limitM } = city.network.notes.connectors;
  const last = connectors.at(-1);
  const farM = connectors.length < links ? limitM : (last?.lengthMm ?? 0) / 1000;
  const joined = new Set(connectors.map(({ link }) => link));
  return [...city.network.links.from.keys()].filter((link) => {
    if (joined.has(link) || !isAccessible(city.network, city.profile, link)) return false;
    const { point, awayM } = tryPoints(city, link, place.at);
    return awayM < farM - NEAR_M && !isBlocked(city, link, place.at, point);
  });
}

describe('a place', () => {
  it('joins the nearest roads that nothing keeps it from', () => {
    let [joined, far] = [0, 0];
    for (let seed = 1; seed <= toCount(10, 300); seed += 1) {
      const network = tryTo(() => importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random')));
      if (network === null) continue;
      const city = openCity(network, 'car');
      const random = createRandom(seed);
      for (let i = 0; i < 60; i += 1) {
        const at: LonLat = [113.3 + random.int(-40, 160) / 10_000, 23.1 + random.int(-40, 160) / 10_000];
        const site = tryTo(() => joinPlace(city, { id: 'P', at }));
        if (site === null) continue;
        const lengths = site.connectors.map(({ lengthMm }) => lengthMm);
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        // Points are tried on few.
        if (i >= 4) continue;
        for (const { link, lengthMm } of site.connectors)
          expect(Math.abs(tryPoints(city, link, at).awayM - lengthMm / 1000)).toBeLessThan(NEAR_M);
        expect(listMissed(city, site), `seed ${seed}, ${at.join()}`).toEqual([]);
        joined += lengths.length;
        far += lengths.filter((mm) => mm > 300_000).length;
      }
    }
    expect(Math.min(joined, far)).toBeGreaterThan(10);
  });
});
