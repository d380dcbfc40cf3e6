/**
 * Where a place meets the roads of a city: the nearest point of each of the nearest links it may join, by the WGS84
 * geodesic. A connector crosses no one-way or fast road on its way: it joins the carriageway on its own side.
 */
import { CLOSED, type ImportedNetwork } from '../model/imported-network.ts';
import type { LonLat } from '../model/source.ts';
import { measureGeodesicMm } from '../geodesic.ts';
import { createPlane, findNearestPoint, type LocalPlane } from '../network/local-plane.ts';
import { DataError } from '../problems.ts';
import { MM_PER_M, roundHalfUp } from '../units.ts';
import { isAccessible, toLine } from './line.ts';
import { findLinkIndex, type Box } from './link-index.ts';

export interface CityPlace {
  readonly id: string;
  readonly at: LonLat;
}

export interface CityConnector {
  readonly link: number;
  /** Part of the link's drawn length before the point, 0 … 1. */
  readonly share: number;
  readonly at: LonLat;
  readonly lengthMm: number;
  readonly timeMs: number;
}

type ConnectorRules = ImportedNetwork['notes']['connectors'];

/** Within a few kilometres the plane is off the ellipsoid by less than this. */
const PLANE_MARGIN = 1.02;
/** Half the width of the box that is looked into first: a few dozen links of a city lie within. */
const FIRST_RADIUS_M = 125;
/** Milliseconds of a millimetre at 1 km/h. */
const MS_PER_MM = 3.6;

function toBox({ origin: [lon, lat], kx, ky }: LocalPlane, radiusM: number): Box {
  return [lon - radiusM / kx, lat - radiusM / ky, lon + radiusM / kx, lat + radiusM / ky];
}

/** A connector to the nearest point of a link; null where that is beyond the limit. */
function toConnector(
  network: ImportedNetwork,
  plane: LocalPlane,
  at: LonLat,
  link: number,
): CityConnector | null {
  const { limitM, kmh } = network.notes.connectors;
  const nearest = findNearestPoint(plane, toLine(network, link));
  if (nearest.distanceM > limitM * PLANE_MARGIN) return null;
  const lengthMm = measureGeodesicMm(at, nearest.at);
  if (lengthMm > limitM * MM_PER_M) return null;
  const timeMs = roundHalfUp((lengthMm * MS_PER_MM) / kmh);
  return { link, share: nearest.share, at: nearest.at, lengthMm, timeMs };
}

/** Candidates within the limit, the nearest first: looked for in wider and wider boxes, as far as they are asked for. */
function* listCandidates(
  network: ImportedNetwork,
  profile: number,
  { at }: CityPlace,
): Generator<CityConnector> {
  const plane = createPlane(at);
  const mostM = network.notes.connectors.limitM * PLANE_MARGIN;
  const seen = new Set<number>();
  let waiting: CityConnector[] = [];
  for (let radiusM = Math.min(FIRST_RADIUS_M, mostM); ; radiusM = Math.min(2 * radiusM, mostM)) {
    for (const link of findLinkIndex(network, profile).listAccessible(toBox(plane, radiusM))) {
      if (seen.has(link)) continue;
      seen.add(link);
      const connector = toConnector(network, plane, at, link);
      if (connector !== null) waiting.push(connector);
    }
    waiting.sort((a, b) => a.lengthMm - b.lengthMm || a.link - b.link);
    // What is not in the box yet is farther on the plane, and on the ellipsoid not much nearer.
    const soundMm = radiusM === mostM ? Infinity : (radiusM / PLANE_MARGIN) * MM_PER_M - 1;
    const sound = waiting.findIndex(({ lengthMm }) => lengthMm >= soundMm);
    yield* sound < 0 ? waiting : waiting.slice(0, sound);
    if (radiusM === mostM) return;
    waiting = sound < 0 ? [] : waiting.slice(sound);
  }
}

/** Whether two segments cross at a point inside both. */
function isCrossing([a, b]: Segment, [c, d]: Segment): boolean {
  const side = (p: LonLat, q: LonLat, r: LonLat): number =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
type Segment = readonly [LonLat, LonLat];

/** A road that cannot be crossed on the level by whoever wants to join the one behind it. */
function isDivider(network: ImportedNetwork, profile: number, link: number): boolean {
  const { forward, backward } = network.times[profile] as ImportedNetwork['times'][number];
  const isOneway = forward[link] === CLOSED || backward[link] === CLOSED;
  return isOneway || !isAccessible(network, profile, link);
}

function crossesRoad(
  network: ImportedNetwork,
  profile: number,
  from: LonLat,
  connector: CityConnector,
): boolean {
  const to = connector.at;
  const box: Box = [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ];
  return findLinkIndex(network, profile)
    .listOpen(box)
    .some((link) => {
      if (link === connector.link || !isDivider(network, profile, link)) return false;
      const line = toLine(network, link);
      return line.slice(1).some((point, i) => isCrossing([from, to], [line[i] as LonLat, point]));
    });
}

/** Connectors found before, by vehicle and point: many scenarios ask for the same places. */
const FOUND = new WeakMap<ImportedNetwork, Map<string, readonly CityConnector[]>>();
const KEPT_PLACES = 4096;

/**
 * The connectors of a place, the nearest first: at least one. Where every one crosses a road, the nearest is taken all
 * the same. Throws DataError for a place with no road to join within the limit.
 */
export function findCityConnectors(
  network: ImportedNetwork,
  profile: number,
  place: CityPlace,
): readonly CityConnector[] {
  const known = FOUND.get(network) ?? new Map<string, readonly CityConnector[]>();
  FOUND.set(network, known);
  const key = `${profile} ${place.at.join()}`;
  const connectors = known.get(key) ?? searchConnectors(network, profile, place);
  if (known.size >= KEPT_PLACES) known.clear();
  known.set(key, connectors);
  return connectors;
}

function searchConnectors(
  network: ImportedNetwork,
  profile: number,
  place: CityPlace,
): readonly CityConnector[] {
  const rules = network.notes.connectors;
  const free: CityConnector[] = [];
  let nearest: CityConnector | null = null;
  for (const one of listCandidates(network, profile, place)) {
    nearest ??= one;
    if (!crossesRoad(network, profile, place.at, one)) free.push(one);
    if (free.length >= rules.links) break;
  }
  if (nearest === null) throw toFarError(place, rules);
  return free.length > 0 ? free : [nearest];
}

function toFarError({ id, at }: CityPlace, { limitM }: ConnectorRules): DataError {
  const expected = `a place within ${limitM} m of a street that it may join`;
  return new DataError([
    { file: `place ${id}`, path: 'at', expected, found: JSON.stringify(at), code: 'off-region' },
  ]);
}
