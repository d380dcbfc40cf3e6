/**
 * Where a site joins the road, derived a second time: the nearest point of every accessible feature in a
 * plane that touches the ellipsoid at the site, with the geodesic to it as length. No index, no shortcut:
 * every feature is looked at. The order of the arithmetic is the definition's (`+`, `−`, `×` from left to
 * right on differences of coordinates), so that half-way cases of a rounding fall the same way everywhere.
 */
import geodesic from 'geographiclib-geodesic';
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { DataError } from '../problems.ts';
import { isOpenOn, toLastDay } from '../scenario/dates.ts';
import { MM_PER_M, roundHalfUp, WGS84_A_M, WGS84_F } from '../units.ts';

export interface Site {
  /** Id of a place or `lon,lat`. */
  readonly id: string;
  readonly at: LonLat;
}

/** The way between a site and a point at a share (0…1) of a feature's drawn length. */
export interface Access {
  readonly featureId: string;
  readonly share: number;
  readonly lengthMm: number;
}

/** Metres per degree east and north at the site: radii of curvature of the ellipsoid at its latitude. */
interface Plane {
  readonly site: LonLat;
  readonly kx: number;
  readonly ky: number;
}

function tangentPlaneAt(site: LonLat): Plane {
  const radian = Math.PI / 180;
  const e2 = WGS84_F * (2 - WGS84_F);
  const w2 = 1 - e2 * Math.sin(site[1] * radian) ** 2;
  const primeVerticalM = WGS84_A_M / Math.sqrt(w2);
  const meridianM = (WGS84_A_M * (1 - e2)) / (w2 * Math.sqrt(w2));
  return { site, kx: radian * primeVerticalM * Math.cos(site[1] * radian), ky: radian * meridianM };
}

interface Foot {
  /** Part of the segment before the foot. */
  readonly part: number;
  readonly segmentM: number;
  readonly squaredM2: number;
}

/** Foot of the perpendicular from the site on the segment a–b, kept within the segment. */
function footOnSegment(a: LonLat, b: LonLat, { site, kx, ky }: Plane): Foot {
  const [ax, ay] = [(a[0] - site[0]) * kx, (a[1] - site[1]) * ky];
  const [dx, dy] = [(b[0] - a[0]) * kx, (b[1] - a[1]) * ky];
  const squared = dx * dx + dy * dy;
  const part = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
  const [x, y] = [ax + part * dx, ay + part * dy];
  return { part, segmentM: Math.sqrt(squared), squaredM2: x * x + y * y };
}

/** A vertex of the line stays exactly what it is. */
function pointBetween(a: LonLat, b: LonLat, part: number): LonLat {
  if (part === 0 || part === 1) return part === 0 ? a : b;
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/** Nearest point of a drawn line: least distance, the earlier one on a tie; share 0 of a line without length. */
function nearestOnLine(line: readonly LonLat[], plane: Plane): { share: number; at: LonLat } {
  let [drawnM, alongM, least] = [0, 0, Infinity];
  let at: LonLat = line[0] ?? [NaN, NaN];
  for (const [index, b] of line.entries()) {
    const a = line[index - 1];
    if (a === undefined) continue;
    const { part, segmentM, squaredM2 } = footOnSegment(a, b, plane);
    if (squaredM2 < least) {
      [least, alongM] = [squaredM2, drawnM + part * segmentM];
      at = pointBetween(a, b, part);
    }
    drawnM += segmentM;
  }
  return { share: drawnM === 0 ? 0 : Math.min(1, alongM / drawnM), at };
}

/** Positive where c lies left of the way from a to b, in degrees: a stretched plane keeps sides. */
function side(a: LonLat, b: LonLat, c: LonLat): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** The ranges of two segments along one axis have something in common. */
function overlap(a: LonLat, b: LonLat, c: LonLat, d: LonLat, axis: 0 | 1): boolean {
  const [from, to] = [Math.min(a[axis], b[axis]), Math.max(a[axis], b[axis])];
  return from <= Math.max(c[axis], d[axis]) && Math.min(c[axis], d[axis]) <= to;
}

/** Two straight pieces have a point in common, were it an end. */
function meet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  if (!overlap(a, b, c, d, 0) || !overlap(a, b, c, d, 1)) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function crossesWater({ water }: Dataset, from: LonLat, to: LonLat): boolean {
  const lines = water.flatMap((one) => one.lines);
  return lines.some((line) => line.some((d, i) => i > 0 && meet(from, to, line[i - 1] ?? d, d)));
}

function geodesicMm(from: LonLat, to: LonLat): number {
  const { s12 } = geodesic.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
  if (s12 === undefined) throw new Error('no geodesic length');
  return roundHalfUp(s12 * MM_PER_M);
}

/** A road that a scenario built decides no place's radius, whatever its dates. */
function isAlwaysOpen(dataset: Dataset, link: Link): boolean {
  if (link.whatIf === true) return false;
  return dataset.scenarios.every(({ date }) => isOpenOn(link.opened, link.closed, toLastDay(date)));
}

function offTheMap(site: Site, limitM: number): DataError {
  const expected = `a place within ${limitM} m of an accessible road`;
  return new DataError([
    { file: 'place', path: site.id, expected, found: JSON.stringify(site.at), code: 'out-of-range' },
  ]);
}

interface Candidate extends Access {
  readonly link: Link;
  readonly at: LonLat;
}

/** The nearest point of every accessible feature of any date. */
function listCandidates(dataset: Dataset, site: Site): readonly Candidate[] {
  const plane = tangentPlaneAt(site.at);
  const drawn = dataset.links.filter((link) => link.accessible && link.id === link.featureId);
  return drawn.map((link) => {
    const { share, at } = nearestOnLine(link.geometry, plane);
    return { link, share, at, featureId: link.featureId, lengthMm: geodesicMm(site.at, at) };
  });
}

/**
 * Every access of a site: one for each accessible feature of any date whose connector is no longer than the
 * site's radius and crosses no water, sorted by feature. Throws DataError where the site is off the map.
 */
export function listAccesses(dataset: Dataset, site: Site): readonly Access[] {
  const { connectorRadiusM, connectorRadiusMaxM } = dataset.parameters;
  const limitMm = connectorRadiusMaxM.value * MM_PER_M;
  const dry = listCandidates(dataset, site)
    .filter(({ lengthMm }) => lengthMm <= limitMm)
    .filter(({ at }) => !crossesWater(dataset, site.at, at));
  const nearestMm = Math.min(...dry.filter(({ link }) => isAlwaysOpen(dataset, link)).map((c) => c.lengthMm));
  if (nearestMm > limitMm) throw offTheMap(site, connectorRadiusMaxM.value);
  const radiusMm = Math.max(connectorRadiusM.value * MM_PER_M, nearestMm);
  return dry
    .filter(({ lengthMm }) => lengthMm <= radiusMm)
    .map(({ featureId, share, lengthMm }) => ({ featureId, share, lengthMm }))
    .toSorted((a, b) => (a.featureId < b.featureId ? -1 : 1));
}
