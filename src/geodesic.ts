/** Lengths on the WGS84 ellipsoid: geodesics by Karney's algorithm (GeographicLib), never a sphere. */
import geographicLib from 'geographiclib-geodesic';
import type { LonLat } from './model/source.ts';
import { MM_PER_M, roundHalfUp } from './units.ts';

const { Geodesic } = geographicLib;

/**
 * Metres between two points along the shortest line on the ellipsoid.
 *
 * @example
 * Math.round(measureGeodesicM([113.2, 23.4], [113.3, 23.4])); // → 10222
 */
export function measureGeodesicM(from: LonLat, to: LonLat): number {
  const { s12 } = Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0], Geodesic.DISTANCE);
  return s12 ?? NaN;
}

/**
 * The same in whole millimetres, rounded half up.
 *
 * @example
 * measureGeodesicMm([113.2, 23.4], [113.2, 23.4]); // → 0
 */
export function measureGeodesicMm(from: LonLat, to: LonLat): number {
  return roundHalfUp(measureGeodesicM(from, to) * MM_PER_M);
}

/**
 * Metres along a drawn line: the sum over its pieces.
 *
 * @example
 * measureLineM([[113.2, 23.4]]); // → 0
 */
export function measureLineM(line: readonly LonLat[]): number {
  let sumM = 0;
  for (let i = 1; i < line.length; i += 1) sumM += measureGeodesicM(line[i - 1] as LonLat, line[i] as LonLat);
  return sumM;
}
