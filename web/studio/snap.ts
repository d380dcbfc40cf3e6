/** Where a point that is drawn near a road belongs: on a node, else on the road, else where it was drawn. */
import { findNearestOnRoads, measureGeodesicM, type LonLat } from '../../src/index.ts';
import type { Roads } from './roads.ts';

export type Snap =
  | { readonly at: LonLat; readonly node: string }
  | { readonly at: LonLat; readonly link: string; readonly share: number };

const MICRO = 1e6;

/** As many decimals as a scenario file takes. */
export function toFileNumber(value: number): number {
  return Math.round(value * MICRO) / MICRO;
}

/** A coordinate of a scenario file. */
export function toFilePoint([lon, lat]: readonly [number, number] | LonLat): LonLat {
  return [toFileNumber(lon), toFileNumber(lat)];
}

/** Metres of a degree of latitude, a little under the least: what is farther north or south needs no measuring. */
export const DEGREE_M = 110_000;

/** The nearest node within a distance. */
function findNode({ nodes }: Roads, at: LonLat, withinM: number): Snap | null {
  let nearest: { readonly id: string; readonly at: LonLat; readonly farM: number } | null = null;
  for (const node of nodes) {
    if (Math.abs(node.at[1] - at[1]) * DEGREE_M > withinM) continue;
    const farM = measureGeodesicM(node.at, at);
    if (farM <= withinM && farM < (nearest?.farM ?? Infinity)) nearest = { ...node, farM };
  }
  return nearest === null ? null : { at: nearest.at, node: nearest.id };
}

/** A typed point this near a node or a road is meant to be on it. */
export const TYPED_REACH_M = 100;

/** A node is easier to hit than the road beside it. */
const NODE_REACH = 1.5;

/** The node or the point of a road near a point; null where nothing is within the distance. */
export function findSnap(roads: Roads, at: LonLat, withinM: number): Snap | null {
  const node = findNode(roads, at, withinM * NODE_REACH);
  if (node !== null) return node;
  const road = findNearestOnRoads(roads.links, at, withinM);
  if (road === null) return null;
  return { at: toFilePoint(road.at), link: road.featureId, share: toFileNumber(road.share) };
}
