/** Where drawn lines meet roads and which road is nearest, against another implementation and a search by hand. */
import { lineIntersect } from '@turf/line-intersect';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../src/model/source.ts';
import { measureGeodesicM } from '../../src/geodesic.ts';
import { findNearestOnRoads, listCrossings } from '../../src/network/meetings.ts';
import { findPointAt } from '../../src/scenario/check-build.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

function makePoint(random: Random): LonLat {
  return [113 + random.int(0, 200_000) / 1e6, 23 + random.int(0, 200_000) / 1e6];
}

const makeLine = (random: Random, points: number): readonly LonLat[] =>
  Array.from({ length: points }, () => makePoint(random));

const makeRoads = (random: Random, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    featureId: `r${i}`,
    geometry: makeLine(random, random.int(2, 4)),
  }));

function toFeature(line: readonly LonLat[]) {
  const coordinates = line.map(([lon, lat]) => [lon, lat]);
  return { type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates } };
}

describe('crossings', () => {
  it('are those that turf finds, each on its road and on the line at its share', () => {
    const random = createRandom(17);
    let sum = 0;
    for (let i = 0; i < toCount(60, 1000); i += 1) {
      const roads = makeRoads(random, 6);
      const line = makeLine(random, random.int(2, 5));
      const found = listCrossings(roads, line);
      for (const { featureId, share, at, piece, part } of found) {
        const road = roads.find((one) => one.featureId === featureId)?.geometry ?? [];
        const [a, b] = [line[piece], line[piece + 1]] as [LonLat, LonLat];
        const onLine: LonLat = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
        expect(measureGeodesicM(at, onLine)).toBeLessThan(0.01);
        expect(measureGeodesicM(at, findPointAt(road, share))).toBeLessThan(3);
      }
      const turf = roads.map(
        ({ geometry }) => lineIntersect(toFeature(geometry), toFeature(line)).features.length,
      );
      const own = roads.map(({ featureId }) => found.filter((one) => one.featureId === featureId).length);
      expect(own).toEqual(turf);
      const along = found.map(({ piece, part }) => piece + part);
      expect(along).toEqual(along.toSorted((x, y) => x - y));
      sum += found.length;
    }
    expect(sum).toBeGreaterThan(100);
  });

  it('at a bend of the road or of the line are one, at a node one of each road', () => {
    const bent = { featureId: 'bent', geometry: [[0, 0], [1, 1], [2, 0]] as LonLat[] }; // prettier-ignore
    const across = listCrossings(
      [bent],
      [
        [1, 0],
        [1, 2],
      ],
    );
    expect(across).toHaveLength(1);
    expect(across[0]?.share).toBeCloseTo(0.5, 3);
    const onBend = listCrossings([bent], [[0.5, 2], [0.5, 0.5], [0, 2]]); // prettier-ignore
    expect(onBend.map(({ share }) => share.toFixed(2))).toEqual(['0.25']);
    const node = [0, 1, 2].map((i) => ({ featureId: `n${i}`, geometry: [[1, 1], [i, 3]] as LonLat[] })); // prettier-ignore
    expect(
      listCrossings(node, [
        [0, 1],
        [2, 1],
      ]).map(({ share }) => share),
    ).toEqual([0, 0, 0]);
  });

  it('are none where nothing meets, or where lines run side by side', () => {
    const road = {
      featureId: 'r',
      geometry: [
        [0, 0],
        [2, 0],
      ] as LonLat[],
    };
    expect(
      listCrossings(
        [road],
        [
          [0, 1],
          [2, 1],
        ],
      ),
    ).toEqual([]);
    expect(
      listCrossings(
        [road],
        [
          [0, 0],
          [2, 0],
        ],
      ),
    ).toEqual([]);
    expect(
      listCrossings(
        [],
        [
          [0, 1],
          [2, 1],
        ],
      ),
    ).toEqual([]);
    expect(listCrossings([road], [[0, 1]])).toEqual([]);
  });
});

/** Metres to the nearest point of a line that is straight in degrees, by thirds of each piece. */
function searchNearestM(line: readonly LonLat[], at: LonLat): number {
  const pieces = line.slice(1).map((end, i) => [line[i] as LonLat, end] as const);
  const nearest = pieces.map(([a, b]) => {
    const measure = (part: number): number =>
      measureGeodesicM(at, [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]);
    let [low, high] = [0, 1];
    for (let step = 0; step < 60; step += 1) {
      const [first, second] = [low + (high - low) / 3, high - (high - low) / 3];
      if (measure(first) < measure(second)) high = second;
      else low = first;
    }
    return measure((low + high) / 2);
  });
  return Math.min(...nearest);
}

describe('the nearest point on the roads', () => {
  it('is as near as a search by hand finds, and lies at its share', () => {
    const random = createRandom(19);
    for (let i = 0; i < toCount(60, 1000); i += 1) {
      const roads = makeRoads(random, 5);
      const at = makePoint(random);
      const near = findNearestOnRoads(roads, at, 100_000);
      if (near === null) throw new Error('nothing near');
      const byHandM = Math.min(...roads.map(({ geometry }) => searchNearestM(geometry, at)));
      expect(Math.abs(near.distanceM - byHandM)).toBeLessThan(0.002);
      const road = roads.find(({ featureId }) => featureId === near.featureId)?.geometry ?? [];
      expect(measureGeodesicM(near.at, findPointAt(road, near.share))).toBeLessThan(3);
      expect(findNearestOnRoads(roads, at, near.distanceM - 0.5)).toBeNull();
      expect(findNearestOnRoads(roads, at, near.distanceM + 0.5)?.featureId).toBe(near.featureId);
    }
  });

  it('is the vertex itself at its share 0 or 1, and nothing where there is no road', () => {
    const road = {
      featureId: 'r',
      geometry: [
        [113, 23],
        [113.1, 23],
      ] as LonLat[],
    };
    expect(findNearestOnRoads([road], [113, 23], 1)).toMatchObject({ share: 0, at: [113, 23], distanceM: 0 });
    expect(findNearestOnRoads([road], [113.1, 23], 1)?.share).toBeCloseTo(1, 9);
    expect(findNearestOnRoads([], [113, 23], 1000)).toBeNull();
  });
});
