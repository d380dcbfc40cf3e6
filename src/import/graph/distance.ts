/** Distances along the WGS84 ellipsoid between points in units of 1e-7 degree. */
import { measureGeodesicM } from '../../geodesic.ts';
import { E7, WGS84_A_M, WGS84_F } from '../../units.ts';

const RADIANS_PER_E7 = Math.PI / 180 / E7;
const E2 = WGS84_F * (2 - WGS84_F);

/**
 * Below these (some 200 m, and 80° of latitude) the plane at the middle latitude is within 0.000001 m of the geodesic:
 * a thousandth of the millimetre that lengths are rounded to, at a thirtieth of the time.
 */
const NEAR_E7 = 20_000;
const MAX_LAT_E7 = 80 * E7;

/** Metres between two points. */
export function measureM(lonA: number, latA: number, lonB: number, latB: number): number {
  const [dLon, dLat] = [lonB - lonA, latB - latA];
  const middle = (latA + latB) / 2;
  const cos = Math.cos(middle * RADIANS_PER_E7);
  const isNear = Math.abs(dLat) < NEAR_E7 && Math.abs(dLon) * cos < NEAR_E7 && Math.abs(middle) < MAX_LAT_E7;
  if (!isNear) return measureGeodesicM([lonA / E7, latA / E7], [lonB / E7, latB / E7]);
  const sin = Math.sin(middle * RADIANS_PER_E7);
  const w2 = 1 - E2 * sin * sin;
  const primeVerticalM = WGS84_A_M / Math.sqrt(w2);
  const meridianM = (primeVerticalM * (1 - E2)) / w2;
  return Math.hypot(dLon * RADIANS_PER_E7 * primeVerticalM * cos, dLat * RADIANS_PER_E7 * meridianM);
}
