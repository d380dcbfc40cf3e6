/** Lengths, nearest points and crossings against other implementations of them. */
import { length } from '@turf/length';
import { lineIntersect } from '@turf/line-intersect';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../src/model/source.ts';
import { measureGeodesicM, measureLineM } from '../../src/geodesic.ts';
import { createPlane, findNearestPoint, listVertexShares } from '../../src/network/local-plane.ts';
import { crossesWater, segmentsMeet } from '../../src/network/water.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

/** A point of the region, to six places. */
function makePoint(random: Random, reach = 1_000_000): LonLat {
  return [113 + random.int(0, reach) / 1e6, 22.6 + random.int(0, reach) / 1e6];
}

function makeLine(random: Random, points: number, reach?: number): readonly LonLat[] {
  return Array.from({ length: points }, () => makePoint(random, reach));
}

function toFeature(line: readonly LonLat[]) {
  const coordinates = line.map(([lon, lat]) => [lon, lat]);
  return { type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates } };
}

describe('geodesic lengths', () => {
  it('agree with the equator and the published quarter meridian of WGS84', () => {
    expect(measureGeodesicM([0, 0], [0, 0])).toBe(0);
    // A degree of the equator is 2πa / 360; the quarter meridian is 10 001 965.729 m.
    expect(measureGeodesicM([0, 0], [1, 0])).toBeCloseTo((2 * Math.PI * 6_378_137) / 360, 6);
    expect(measureGeodesicM([0, 0], [0, 90])).toBeCloseTo(10_001_965.729, 3);
  });

  it('agree with turf within half a percent (turf takes the Earth for a sphere)', () => {
    const random = createRandom(7);
    for (let i = 0; i < toCount(300, 3000); i += 1) {
      const line = makeLine(random, random.int(2, 6));
      const turfM = length(toFeature(line), { units: 'meters' });
      expect(Math.abs(measureLineM(line) / turfM - 1)).toBeLessThan(0.005);
    }
  });
});

describe('the local plane', () => {
  it('has the metres per degree of the ellipsoid at its origin', () => {
    for (const latitude of [0, 22.5, 23.4, 60]) {
      const { kx, ky } = createPlane([113, latitude]);
      const north = measureGeodesicM([113, latitude - 5e-4], [113, latitude + 5e-4]) * 1000;
      const east = measureGeodesicM([113 - 5e-4, latitude], [113 + 5e-4, latitude]) * 1000;
      expect(Math.abs(ky / north - 1)).toBeLessThan(1e-8);
      expect(Math.abs(kx / east - 1)).toBeLessThan(1e-8);
    }
  });
});

describe('the nearest point of a line', () => {
  it('is as near as the one turf finds, and at the same share', () => {
    const random = createRandom(11);
    for (let i = 0; i < toCount(300, 3000); i += 1) {
      // Lines and sites within about 10 km of one another.
      const line = makeLine(random, random.int(2, 6), 100_000);
      const site = makePoint(random, 100_000);
      const found = findNearestPoint(createPlane(site), line);
      const turf = nearestPointOnLine(toFeature(line), [...site]);
      const [lon = NaN, lat = NaN] = turf.geometry.coordinates;
      const [ownM, turfM] = [measureGeodesicM(site, found.at), measureGeodesicM(site, [lon, lat])];
      // Turf's lines are great circles, up to 2 m beside straight ones over 15 km here, on a sphere, where of
      // two segments almost equally near the other one may win.
      expect(Math.abs(ownM - turfM)).toBeLessThan(2 + 5e-3 * turfM);
      expect(Math.abs(found.distanceM - ownM)).toBeLessThan(0.5 + 1e-3 * ownM);
      const onLine = length(toFeature(line), { units: 'meters' });
      if (Math.abs(ownM - turfM) < 0.01) {
        expect(Math.abs(found.share * onLine - turf.properties.totalDistance * 1000)).toBeLessThan(
          20 + 0.005 * onLine,
        );
      }
    }
  });

  it('is no farther on the ellipsoid than any other point of the line', () => {
    const random = createRandom(17);
    for (let i = 0; i < toCount(30, 300); i += 1) {
      const [a, b] = makeLine(random, 2, 100_000) as [LonLat, LonLat];
      const site = makePoint(random, 100_000);
      const ownM = measureGeodesicM(site, findNearestPoint(createPlane(site), [a, b]).at);
      const sampledM = Array.from({ length: 501 }, (_, k) =>
        measureGeodesicM(site, [a[0] + ((b[0] - a[0]) * k) / 500, a[1] + ((b[1] - a[1]) * k) / 500]),
      );
      expect(ownM - Math.min(...sampledM)).toBeLessThan(0.1);
    }
  });

  it('is the earliest of equally near ones', () => {
    const plane = createPlane([113, 23]);
    const [west, east] = [112.99, 113.01];
    const line: readonly LonLat[] = [
      [west, 22.5],
      [west, 23.5],
      [east, 23.5],
      [east, 22.5],
    ];
    expect(findNearestPoint(plane, line).at).toEqual([west, 23]);
    expect(findNearestPoint(plane, line.toReversed()).at).toEqual([east, 23]);
  });

  it('gives vertices back exactly, with the share that is listed for them', () => {
    const line: readonly LonLat[] = [
      [113.01, 23.03],
      [113.02, 23.01],
      [113.04, 23.05],
    ];
    const site: LonLat = [113.02, 22.9];
    const found = findNearestPoint(createPlane(site), line);
    expect(found.at).toBe(line[1]);
    expect(listVertexShares(createPlane(site), line)).toEqual([0, found.share, 1]);
  });
});

describe('crossing water', () => {
  it('agrees with turf on random segments', () => {
    const random = createRandom(13);
    let met = 0;
    for (let i = 0; i < toCount(1000, 10_000); i += 1) {
      const [a, b, c, d] = makeLine(random, 4) as [LonLat, LonLat, LonLat, LonLat];
      const expected = lineIntersect(toFeature([a, b]), toFeature([c, d])).features.length > 0;
      expect(segmentsMeet(a, b, c, d)).toBe(expected);
      met += Number(expected);
    }
    expect(met).toBeGreaterThan(100);
  });

  it.each([
    ['touching ends', [0, 0], [1, 0], [1, 0], [1, 1], true],
    ['an end on the other', [0, 0], [2, 0], [1, 0], [1, 1], true],
    ['over one another on a line', [0, 0], [2, 0], [1, 0], [3, 0], true],
    ['apart on a line', [0, 0], [1, 0], [2, 0], [3, 0], false],
    ['parallel', [0, 0], [1, 0], [0, 1], [1, 1], false],
    ['a point on the other', [1, 0], [1, 0], [0, 0], [2, 0], true],
    ['a point beside the other', [1, 1], [1, 1], [0, 0], [2, 0], false],
    ['beside the end', [0, 0], [1, 0], [1.5, -1], [1.5, 1], false],
  ] as const)('%s', (_, a, b, c, d, expected) => {
    expect(segmentsMeet(a, b, c, d)).toBe(expected);
    expect(segmentsMeet(d, c, b, a)).toBe(expected);
  });

  it('looks at every line of every water', () => {
    const water = {
      id: 'w',
      nameEn: '',
      nameZh: '',
      widthM: 1,
      sources: [],
      lines: [
        [
          [5, 5],
          [6, 6],
        ],
        [
          [1, -1],
          [1, 0],
          [1, 1],
        ],
      ],
    } as const;
    expect(crossesWater([water], [0, 0.5], [2, 0.5])).toBe(true);
    expect(crossesWater([water], [0, 1.5], [2, 1.5])).toBe(false);
    expect(crossesWater([], [0, 0.5], [2, 0.5])).toBe(false);
  });
});
