/**
 * Where a drawn line and the roads meet: the nearest point on a road, and every crossing. Links are taken as drawn,
 * straight in longitude and latitude from point to point; shares are parts of the drawn length, as an interchange of a
 * scenario names them. Nothing here connects anything.
 */
import { measureGeodesicM, measureLineM } from '../geodesic.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { createPlane, findNearestPoint } from './local-plane.ts';

/** A road as drawn: a link, or what is known of it on a map. */
export type DrawnLink = Pick<Link, 'featureId' | 'geometry'>;

/** A point on a road. */
export interface RoadPoint {
  readonly featureId: string;
  /** Part of the drawn length before it, 0 … 1. */
  readonly share: number;
  readonly at: LonLat;
}

export interface NearRoad extends RoadPoint {
  readonly distanceM: number;
}

/** A crossing of a line with a road. */
export interface Crossing extends RoadPoint {
  /** Piece of the line, counted from 0, and the part of it before the crossing, 0 … 1. */
  readonly piece: number;
  readonly part: number;
}

/** Part of a line's length before a point on it that lies between two of its vertices. */
function toShare(line: readonly LonLat[], after: number, at: LonLat): number {
  const wholeM = measureLineM(line);
  const beforeM = measureLineM(line.slice(0, after + 1)) + measureGeodesicM(line[after] as LonLat, at);
  return wholeM === 0 ? 0 : Math.min(1, beforeM / wholeM);
}

/** The plane is good to some metres over a few kilometres: what is farther by this factor is not the nearest. */
const PLANE_MARGIN = 1.02;

/** Whether any point of a line can be so near: told by its box in degrees. */
function isNear(line: readonly LonLat[], [lon, lat]: LonLat, lonReach: number, latReach: number): boolean {
  return (
    line.some(([x]) => x >= lon - lonReach) &&
    line.some(([x]) => x <= lon + lonReach) &&
    line.some(([, y]) => y >= lat - latReach) &&
    line.some(([, y]) => y <= lat + latReach)
  );
}

/** The vertex before a point of a line, and the point. */
function findFoot(line: readonly LonLat[], at: LonLat): { readonly after: number; readonly at: LonLat } {
  const plane = createPlane(at);
  const pieces = line.slice(1).map((to, i) => findNearestPoint(plane, [line[i] as LonLat, to]));
  const after = pieces.reduce(
    (best, one, i) => (one.distanceM < (pieces[best]?.distanceM ?? 0) ? i : best),
    0,
  );
  return { after, at: pieces[after]?.at ?? (line[0] as LonLat) };
}

/**
 * The nearest point of some roads to a point; of equally near ones that of the first road. Null where none is within
 * the distance, in metres.
 *
 * @example
 * const road = { featureId: 'r', geometry: [[113.2, 23.2], [113.4, 23.2]] } as const;
 * findNearestOnRoads([road], [113.3, 23.2001], 50)?.share.toFixed(3); // → '0.500'
 */
export function findNearestOnRoads(
  links: readonly DrawnLink[],
  at: LonLat,
  withinM: number,
): NearRoad | null {
  const plane = createPlane(at);
  const [lonReach, latReach] = [plane.kx, plane.ky].map((metres) => (withinM * PLANE_MARGIN) / metres);
  let nearest: { readonly link: DrawnLink; readonly distanceM: number } | null = null;
  for (const link of links) {
    if (!isNear(link.geometry, at, lonReach ?? 0, latReach ?? 0)) continue;
    const { distanceM } = findNearestPoint(plane, link.geometry);
    if (distanceM < (nearest?.distanceM ?? withinM * PLANE_MARGIN)) nearest = { link, distanceM };
  }
  if (nearest === null) return null;
  const { featureId, geometry } = nearest.link;
  const foot = findFoot(geometry, at);
  const distanceM = measureGeodesicM(at, foot.at);
  if (distanceM > withinM) return null;
  return { featureId, share: toShare(geometry, foot.after, foot.at), at: foot.at, distanceM };
}

/** Ends of pieces count as on them also where rounding puts them this part of the piece beside. */
const ROUNDING = 1e-9;

function isPart(part: number): boolean {
  return part >= -ROUNDING && part <= 1 + ROUNDING;
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}

/** Parts of a → b and of c → d before the point they have in common; null where they have none, or run side by side. */
function crossPieces(a: LonLat, b: LonLat, c: LonLat, d: LonLat): readonly [number, number] | null {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = ux * vy - uy * vx;
  if (turn === 0) return null;
  const [wx, wy] = [c[0] - a[0], c[1] - a[1]];
  const [along, across] = [(wx * vy - wy * vx) / turn, (wx * uy - wy * ux) / turn];
  return isPart(along) && isPart(across) ? [clamp(along), clamp(across)] : null;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function toBox(line: readonly LonLat[]): Box {
  const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function isApart([west, south, east, north]: Box, [west2, south2, east2, north2]: Box): boolean {
  return east < west2 || east2 < west || north < south2 || north2 < south;
}

function crossLink(link: DrawnLink, [a, b]: readonly [LonLat, LonLat], piece: number): readonly Crossing[] {
  const { featureId, geometry } = link;
  return geometry.slice(1).flatMap((d, after) => {
    const c = geometry[after] as LonLat;
    const parts = crossPieces(a, b, c, d);
    if (parts === null) return [];
    const [part, across] = parts;
    const at: LonLat = [c[0] + across * (d[0] - c[0]), c[1] + across * (d[1] - c[1])];
    return [{ featureId, share: toShare(geometry, after, at), at, piece, part }];
  });
}

/** Where the end of one piece is the beginning of the next a crossing is found twice. */
function isSame(a: Crossing, b: Crossing): boolean {
  if (a.featureId !== b.featureId || Math.abs(a.share - b.share) > 1e-6) return false;
  return Math.abs(a.piece + a.part - b.piece - b.part) < 1e-6;
}

/**
 * Every point that a line has in common with some roads, in the order of the line; where they run side by side there is
 * none.
 *
 * @example
 * const road = { featureId: 'r', geometry: [[113.2, 23.2], [113.4, 23.2]] } as const;
 * listCrossings([road], [[113.3, 23.1], [113.3, 23.3]]).map(({ piece, part }) => [piece, part.toFixed(3)]);
 * // → [[0, '0.500']]
 */
export function listCrossings(links: readonly DrawnLink[], line: readonly LonLat[]): readonly Crossing[] {
  const boxes = links.map(({ geometry }) => toBox(geometry));
  const found = line.slice(1).flatMap((to, piece) => {
    const ends = [line[piece] as LonLat, to] as const;
    const box = toBox(ends);
    return links.flatMap((link, i) => (isApart(box, boxes[i] as Box) ? [] : crossLink(link, ends, piece)));
  });
  const once = found.filter((one, i) => !found.slice(0, i).some((before) => isSame(before, one)));
  return once.toSorted((a, b) => a.piece + a.part - b.piece - b.part);
}
