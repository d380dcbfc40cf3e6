/** What is counted and drawn of a reach, against points tried one by one, on random maps. */
import { describe, expect, it } from 'vitest';
import { measureBand, measureOverlap } from '../../src/city/bands.ts';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { listLinkTimes, listOwnStretches } from '../../src/city/link-times.ts';
import { toLine } from '../../src/city/line.ts';
import { listReachedPieces, type ReachedPart } from '../../src/city/reach.ts';
import { measureGround } from '../../src/city/reached-squares.ts';
import { searchSteps, type ReachDirection } from '../../src/city/times.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { createPlane } from '../../src/network/local-plane.ts';
import { DataError } from '../../src/problems.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount } from '../scene/random.ts';

const CUTOFF_S = 60;
const TRIED = 40;

interface Scene {
  readonly city: City;
  readonly sites: readonly [Site, Site];
}

/** A random city with two places on its roads; null where there are none. */
function openScene(seed: number): Scene | null {
  const random = createRandom(seed);
  try {
    const city = openCity(importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random')), 'car');
    const join = (id: string): Site => {
      const at = [113.3 + random.int(0, 120) / 10_000, 23.1 + random.int(0, 120) / 10_000] as const;
      return joinPlace(city, { id, at });
    };
    return { city, sites: [join('A'), join('B')] };
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

const SCENES = Array.from({ length: toCount(12, 600) }, (_, i) => openScene(i + 1)).filter(
  (one) => one !== null,
);

/** Least seconds at a share of a link, as whoever draws it reads it off. */
function createReader({ city }: Scene, site: Site, direction: ReachDirection) {
  const times = searchSteps(city, site, direction);
  const seconds = listLinkTimes(city, times);
  const own = listOwnStretches(city, site, direction);
  const between = (from: number, to: number, share: number): number =>
    from === Infinity ? Infinity : from + share * (to - from);
  return (link: number, share: number): number => {
    const [forward, forwardEnd, back, backEnd] = seconds.subarray(4 * link, 4 * link + 4);
    const joined = own
      .filter((one) => one.link === link && one.from <= share && share <= one.to)
      .map(({ from, to, fromS, toS }) => between(fromS, toS, to === from ? 0 : (share - from) / (to - from)));
    return Math.min(
      between(forward ?? Infinity, forwardEnd ?? Infinity, share),
      between(back ?? Infinity, backEnd ?? Infinity, share),
      ...joined,
    );
  };
}

const holds = (parts: readonly ReachedPart[], link: number, share: number): boolean =>
  parts.some((part) => part.link === link && part.from <= share && share <= part.to);

describe.each(['from', 'to'] as const)('reach %s a place', (direction) => {
  it('is drawn where it is counted', () => {
    let [reached, beyond] = [0, 0];
    for (const scene of SCENES) {
      const [site] = scene.sites;
      const read = createReader(scene, site, direction);
      const { parts } = measureBand(scene.city, site, searchSteps(scene.city, site, direction), CUTOFF_S);
      for (const link of scene.city.network.links.from.keys()) {
        for (let i = 0; i < TRIED; i += 1) {
          const share = (i + 0.5) / TRIED;
          const seconds = read(link, share);
          // Seconds are 32-bit floats: a point at the very cutoff may fall on either side.
          if (Math.abs(seconds - CUTOFF_S) < 0.01) continue;
          expect(holds(parts, link, share), `link ${link} at ${share}`).toBe(seconds <= CUTOFF_S);
          if (seconds <= CUTOFF_S) reached += 1;
          else beyond += 1;
        }
      }
    }
    expect(Math.min(reached, beyond)).toBeGreaterThan(500);
  });

  it('counts what its pieces add up to', () => {
    for (const { city, sites } of SCENES) {
      const times = searchSteps(city, sites[0], direction);
      const band = measureBand(city, sites[0], times, CUTOFF_S);
      const pieces = listReachedPieces(city, sites[0], times, CUTOFF_S * 1000);
      expect(band.roadKm).toBeCloseTo(pieces.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000, 9);
      expect(band.links).toBe(new Set(pieces.map(({ link }) => link)).size);
    }
  });

  it('overlaps where both places reach', () => {
    let common = 0;
    for (const { city, sites } of SCENES) {
      const bands = sites.map((site) =>
        measureBand(city, site, searchSteps(city, site, direction), CUTOFF_S),
      );
      const { parts, roadKm } = measureOverlap(city, bands);
      for (const link of city.network.links.from.keys()) {
        for (let i = 0; i < TRIED; i += 1) {
          const share = (i + 0.5) / TRIED;
          const inBoth = bands.every((band) => holds(band.parts, link, share));
          expect(holds(parts, link, share)).toBe(inBoth);
          if (inBoth) common += 1;
        }
      }
      expect(roadKm).toBeLessThanOrEqual(Math.min(...bands.map((band) => band.roadKm)) + 1e-9);
    }
    expect(common).toBeGreaterThan(100);
  });
});

/** Squares by points tried every half metre or so: never more than there are, and nearly all. */
function trySquares({ city }: Scene, parts: readonly ReachedPart[], sideM: number): ReadonlySet<string> {
  const [west, south, east, north] = city.network.notes.bounds;
  const { kx, ky } = createPlane([(west + east) / 2, (south + north) / 2]);
  const squares = new Set<string>();
  for (const { link, from, to } of parts) {
    // Links of these maps are straight between two nodes.
    const [a, b] = toLine(city.network, link);
    if (a === undefined || b === undefined) continue;
    for (let i = 0; i <= 1000; i += 1) {
      const share = from + (i / 1000) * (to - from);
      const [lon, lat] = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
      squares.add(`${Math.floor(((lon - west) * kx) / sideM)} ${Math.floor(((lat - south) * ky) / sideM)}`);
    }
  }
  return squares;
}

describe('ground', () => {
  it('is the squares that roads pass through', () => {
    let [tried, counted] = [0, 0];
    for (const scene of SCENES) {
      const [site] = scene.sites;
      const band = measureBand(scene.city, site, searchSteps(scene.city, site, 'from'), 3 * CUTOFF_S);
      const straight = band.parts.every(({ link }) => toLine(scene.city.network, link).length === 2);
      if (!straight) continue;
      const squares = Math.round((band.areaKm2 * 1e6) / band.squareM ** 2);
      const few = trySquares(scene, band.parts, band.squareM).size;
      expect(squares).toBeGreaterThanOrEqual(few);
      [tried, counted] = [tried + few, counted + squares];
      for (const part of band.parts.slice(0, 12)) {
        const alone = measureGround(scene.city, [part]).squares;
        expect(alone).toBeGreaterThanOrEqual(trySquares(scene, [part], band.squareM).size);
      }
    }
    // A corner cut between two points that are tried is all that may be missed.
    expect(tried).toBeGreaterThan(50);
    expect(counted - tried).toBeLessThanOrEqual(Math.ceil(tried / 50));
  });
});
