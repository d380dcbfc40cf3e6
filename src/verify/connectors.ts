/**
 * Where a site joins the road, derived a second time: the nearest point of every accessible feature in a
 * plane that touches the ellipsoid at the site, with the geodesic to it as length. No index, no shortcut:
 * every feature is looked at.
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

type Point = readonly [x: number, y: number];
type Project = (at: LonLat) => Point;

/** Metres east and north of the site; radii of curvature of the ellipsoid at its latitude. */
function tangentPlaneAt([lon0, lat0]: LonLat): Project {
  const radian = Math.PI / 180;
  const eccentricity2 = WGS84_F * (2 - WGS84_F);
  const w2 = 1 - eccentricity2 * Math.sin(lat0 * radian) ** 2;
  const primeVerticalM = WGS84_A_M / Math.sqrt(w2);
  const meridianM = (WGS84_A_M * (1 - eccentricity2)) / w2 ** 1.5;
  const kx = radian * primeVerticalM * Math.cos(lat0 * radian);
  const ky = radian * meridianM;
  return ([lon, lat]) => [(lon - lon0) * kx, (lat - lat0) * ky];
}

interface Foot {
  readonly alongM: number;
  readonly distanceM: number;
  readonly at: LonLat;
}

/** Foot of the perpendicular from the plane's origin on the segment a–b, kept within the segment. */
function footOnSegment(a: LonLat, b: LonLat, project: Project): Foot {
  const [ax, ay] = project(a);
  const [bx, by] = project(b);
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
  const at: LonLat = t === 1 ? b : [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  return { alongM: t * Math.sqrt(squared), distanceM: Math.hypot(ax + t * dx, ay + t * dy), at };
}

/** Nearest point of a drawn line: least distance, the earlier one on a tie; share 0 of a line without length. */
function nearestOnLine(line: readonly LonLat[], project: Project): { share: number; at: LonLat } {
  let drawnM = 0;
  let best: Foot | undefined;
  for (const [index, b] of line.entries()) {
    const a = line[index - 1];
    if (a === undefined) continue;
    const foot = footOnSegment(a, b, project);
    if (best === undefined || foot.distanceM < best.distanceM)
      best = { ...foot, alongM: drawnM + foot.alongM };
    const [ax, ay] = project(a);
    const [bx, by] = project(b);
    drawnM += Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  }
  if (best === undefined || drawnM === 0) return { share: 0, at: line[0] ?? [NaN, NaN] };
  return { share: Math.min(1, best.alongM / drawnM), at: best.at };
}

/** Positive where c lies left of the way from a to b. */
function side(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Two straight pieces share a point inside both or end on one another. */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 === 0 && d1 === 0) return overlap(a, b, c, d, 0) && overlap(a, b, c, d, 1);
  return c1 * d1 <= 0 && a1 * b1 <= 0;
}

function overlap(a: Point, b: Point, c: Point, d: Point, axis: 0 | 1): boolean {
  return (
    Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis])) <=
    Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]))
  );
}

function crossesAny(lines: readonly (readonly Point[])[], a: Point, b: Point): boolean {
  return lines.some((line) => line.some((d, i) => i > 0 && meet(a, b, line[i - 1] ?? d, d)));
}

function geodesicMm(from: LonLat, to: LonLat): number {
  const { s12 } = geodesic.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
  if (s12 === undefined) throw new Error('no geodesic length');
  return roundHalfUp(s12 * MM_PER_M);
}

function isAlwaysOpen(dataset: Dataset, link: Link): boolean {
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
function listCandidates(dataset: Dataset, site: Site, project: Project): readonly Candidate[] {
  const drawn = dataset.links.filter((link) => link.accessible && link.id === link.featureId);
  return drawn.map((link) => {
    const { share, at } = nearestOnLine(link.geometry, project);
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
  const project = tangentPlaneAt(site.at);
  const water = dataset.water.flatMap(({ lines }) => lines).map((line) => line.map(project));
  const dry = listCandidates(dataset, site, project)
    .filter(({ lengthMm }) => lengthMm <= limitMm)
    .filter(({ at }) => !crossesAny(water, project(site.at), project(at)));
  const nearestMm = Math.min(...dry.filter(({ link }) => isAlwaysOpen(dataset, link)).map((c) => c.lengthMm));
  if (nearestMm > limitMm) throw offTheMap(site, connectorRadiusMaxM.value);
  const radiusMm = Math.max(connectorRadiusM.value * MM_PER_M, nearestMm);
  return dry
    .filter(({ lengthMm }) => lengthMm <= radiusMm)
    .map(({ featureId, share, lengthMm }) => ({ featureId, share, lengthMm }))
    .toSorted((a, b) => (a.featureId < b.featureId ? -1 : 1));
}
