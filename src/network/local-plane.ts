/**
 * A plane that touches the WGS84 ellipsoid at one site: x metres east, y metres north of it. Good to some
 * metres over the few kilometres of a connector; lengths that count are geodesics (`lengths.ts`), not these.
 */
import type { LonLat } from '../model/source.ts';
import { WGS84_A_M, WGS84_F } from '../units.ts';

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Metres per degree at the origin. */
export interface LocalPlane {
  readonly origin: LonLat;
  readonly kx: number;
  readonly ky: number;
}

/**
 * The plane at a point: meridian and prime-vertical radius of curvature at its latitude.
 *
 * @example
 * const { kx, ky } = createPlane([113.3, 23.1]);
 * [Math.round(kx), Math.round(ky)]; // → [102447, 110745]
 */
export function createPlane(origin: LonLat): LocalPlane {
  const latitude = origin[1] * RADIANS_PER_DEGREE;
  const e2 = WGS84_F * (2 - WGS84_F);
  const w2 = 1 - e2 * Math.sin(latitude) ** 2;
  const meridianM = (WGS84_A_M * (1 - e2)) / (w2 * Math.sqrt(w2));
  const primeVerticalM = WGS84_A_M / Math.sqrt(w2);
  const kx = RADIANS_PER_DEGREE * primeVerticalM * Math.cos(latitude);
  return { origin, kx, ky: RADIANS_PER_DEGREE * meridianM };
}

/** The nearest point of a drawn line to the plane's origin. */
export interface NearestPoint {
  /** Part of the line's planar length before the point, 0 … 1. */
  readonly share: number;
  readonly distanceM: number;
  readonly at: LonLat;
}

interface Foot {
  /** Part of the segment before the foot, 0 … 1. */
  readonly part: number;
  readonly distance2: number;
  readonly lengthM: number;
}

/** Foot of the origin on the segment a–b. */
function toFoot({ origin, kx, ky }: LocalPlane, a: LonLat, b: LonLat): Foot {
  const ax = (a[0] - origin[0]) * kx;
  const ay = (a[1] - origin[1]) * ky;
  const dx = (b[0] - a[0]) * kx;
  const dy = (b[1] - a[1]) * ky;
  const length2 = dx * dx + dy * dy;
  const part = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  const x = ax + part * dx;
  const y = ay + part * dy;
  return { part, distance2: x * x + y * y, lengthM: Math.sqrt(length2) };
}

/** A vertex of the line is given back exactly. */
function toPoint(a: LonLat, b: LonLat, part: number): LonLat {
  if (part === 0) return a;
  return part === 1 ? b : [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/**
 * The point of a line nearest to the plane's origin; of equally near ones the earliest along the line.
 * A line without length is its first point, at share 0.
 *
 * @example
 * const plane = createPlane([113.3, 23.1]);
 * const { share } = findNearestPoint(plane, [[113.2, 23.2], [113.4, 23.2]]);
 * Math.round(share * 1000); // → 500
 */
export function findNearestPoint(plane: LocalPlane, line: readonly LonLat[]): NearestPoint {
  let beforeM = 0;
  let least = Infinity;
  let alongM = 0;
  let at = line[0] ?? plane.origin;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1] as LonLat, line[i] as LonLat];
    const { part, distance2, lengthM } = toFoot(plane, a, b);
    if (distance2 < least) {
      least = distance2;
      alongM = beforeM + part * lengthM;
      at = toPoint(a, b, part);
    }
    beforeM += lengthM;
  }
  return { share: beforeM === 0 ? 0 : Math.min(1, alongM / beforeM), distanceM: Math.sqrt(least), at };
}

/**
 * Part of a line's planar length before each of its vertices, 0 … 1.
 *
 * @example
 * listVertexShares(createPlane([113.3, 23.1]), [[113, 23], [113, 23.1], [113, 23.4]]).length; // → 3
 */
export function listVertexShares(plane: LocalPlane, line: readonly LonLat[]): readonly number[] {
  let sumM = 0;
  const alongM = line.map((point, i) => {
    if (i > 0) sumM += toFoot(plane, line[i - 1] as LonLat, point).lengthM;
    return sumM;
  });
  return alongM.map((before) => (sumM === 0 ? 0 : before / sumM));
}
