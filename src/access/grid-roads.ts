/**
 * The roads a site may join, as flat pieces with an index: what a grid asks for "what is near here". All of
 * them, open or not: which are open is for the network of a day to say.
 */
import type { Dataset } from '../model/dataset.ts';
import { listAccessible } from '../network/connectors.ts';
import { measureLineM } from '../geodesic.ts';
import type { LocalPlane } from '../network/local-plane.ts';

export interface GridRoads {
  /** Feature ids. */
  readonly features: readonly string[];
  /** 1 = open on every shipped scenario's day. */
  readonly always: Uint8Array;
  /** Pieces of feature f are firstPiece[f] … firstPiece[f + 1] − 1. */
  readonly firstPiece: Uint32Array;
  /** Degrees: longitude and latitude of the piece's beginning and of its end. */
  readonly ends: Float64Array;
  /** Length of each feature as drawn, and of the longest. */
  readonly lengthM: Float64Array;
  readonly longestM: number;
}

/** Accessible features as drawn; a line without length is one piece without length. */
export function listGridRoads(dataset: Dataset): GridRoads {
  const { links, always } = listAccessible(dataset);
  const lengthM = Float64Array.from(links, ({ geometry }) => measureLineM(geometry));
  const ends: number[] = [];
  const firstPiece = [0];
  for (const { geometry } of links) {
    for (let i = 1; i < geometry.length; i += 1)
      ends.push(...(geometry[i - 1] ?? []), ...(geometry[i] ?? []));
    firstPiece.push(ends.length / 4);
  }
  return {
    features: links.map(({ id }) => id),
    always: Uint8Array.from(links, ({ id }) => Number(always.has(id))),
    firstPiece: Uint32Array.from(firstPiece),
    ends: Float64Array.from(ends),
    lengthM,
    longestM: lengthM.reduce((most, one) => Math.max(most, one), 0),
  };
}

/** Metres from a plane's origin to a feature. */
export function measureToFeature(
  { firstPiece, ends }: GridRoads,
  feature: number,
  plane: LocalPlane,
): number {
  const { origin, kx, ky } = plane;
  let least2 = Infinity;
  for (let i = firstPiece[feature] as number; i < (firstPiece[feature + 1] as number); i += 1) {
    const ax = ((ends[4 * i] as number) - origin[0]) * kx;
    const ay = ((ends[4 * i + 1] as number) - origin[1]) * ky;
    const dx = ((ends[4 * i + 2] as number) - origin[0]) * kx - ax;
    const dy = ((ends[4 * i + 3] as number) - origin[1]) * ky - ay;
    const length2 = dx * dx + dy * dy;
    const part = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
    const [x, y] = [ax + part * dx, ay + part * dy];
    least2 = Math.min(least2, x * x + y * y);
  }
  return Math.sqrt(least2);
}

/** Features and how far each is from a point, nearest first. */
export interface Nearby {
  readonly features: Uint32Array;
  readonly distanceM: Float64Array;
}

/** Features within so many metres of a plane's origin. */
export function listNearby(roads: GridRoads, plane: LocalPlane, reachM: number): Nearby {
  const found = roads.features
    .map((_, feature) => ({ feature, distanceM: measureToFeature(roads, feature, plane) }))
    .filter(({ distanceM }) => distanceM <= reachM)
    .toSorted((a, b) => a.distanceM - b.distanceM || a.feature - b.feature);
  return {
    features: Uint32Array.from(found, ({ feature }) => feature),
    distanceM: Float64Array.from(found, ({ distanceM }) => distanceM),
  };
}
