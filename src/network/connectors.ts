/**
 * Where a site meets the road: one connector to the nearest point of every accessible feature within the
 * site's radius, over no water. Features of every date count, so that building a road only adds connectors;
 * which of them are open is for the network of a day to say.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { DataError } from '../problems.ts';
import { isOpenOn, toLastDay } from '../scenario/dates.ts';
import { findParts } from '../scenario/draft.ts';
import { MM_PER_M } from '../units.ts';
import { measureGeodesicMm } from '../geodesic.ts';
import { createPlane, findNearestPoint, type LocalPlane } from './local-plane.ts';
import { crossesShore, listShoresNear, type Box } from './water.ts';

/** Where a trip begins or ends. */
export interface Place {
  /** Id of a site, or `lon,lat`. */
  readonly id: string;
  readonly at: LonLat;
}

export interface Connector {
  /** Id of the place. */
  readonly place: string;
  readonly featureId: string;
  /** Part of the feature's drawn length before the point, along its drawn direction, 0 … 1. */
  readonly share: number;
  readonly lengthMm: number;
  /** The point on the road. */
  readonly at: LonLat;
}

interface Candidate {
  readonly link: Link;
  readonly connector: Connector;
}

/**
 * Within 15 km the local plane is off the ellipsoid by far less than this, so that a planar distance beyond
 * the limit by this factor rules a feature out before its geodesic is computed.
 */
const PLANE_MARGIN = 1.02;

/** Accessible features as drawn, and which of them are open on every shipped scenario's day. */
export interface Accessible {
  readonly links: readonly Link[];
  readonly always: ReadonlySet<string>;
  /** Of each link: west, south, east, north of its line, or more. */
  readonly boxes: readonly Box[];
  /** Line of a link by its place in `links`. */
  readonly lineOf: (link: number) => readonly LonLat[];
}

/** Where roads lie instead of where they are drawn. */
export type MoveRoads = (accessible: Accessible) => Accessible;
const asDrawn: MoveRoads = (accessible) => accessible;

function toBox({ geometry }: Link): Box {
  const lons = geometry.map(([lon]) => lon);
  const lats = geometry.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Nothing in the box is nearer to the plane's origin than the distance: told without looking at the line. */
function isFar({ origin, kx, ky }: LocalPlane, [west, south, east, north]: Box, distanceM: number): boolean {
  const x = Math.max(west - origin[0], 0, origin[0] - east) * kx;
  const y = Math.max(south - origin[1], 0, origin[1] - north) * ky;
  return x * x + y * y > distanceM * distanceM;
}

/** Everything up to a distance from the plane's origin. */
function toBoxAround({ origin: [lon, lat], kx, ky }: LocalPlane, distanceM: number): Box {
  return [lon - distanceM / kx, lat - distanceM / ky, lon + distanceM / kx, lat + distanceM / ky];
}

/** What the connectors of a place depend on besides the place: data sets that share it share what is known. */
interface Ground extends Pick<Dataset, 'water' | 'parameters' | 'scenarios'> {
  readonly accessible: Accessible;
  readonly byPlace: Map<string, readonly Connector[]>;
}

const GROUNDS = new WeakMap<readonly Link[], Ground>();

function findGround(dataset: Dataset): Ground {
  const { links, water, parameters, scenarios } = dataset;
  const known = GROUNDS.get(links);
  const isSame = known?.water === water && known.parameters === parameters && known.scenarios === scenarios;
  if (known !== undefined && isSame) return known;
  const accessible = makeAccessible(dataset);
  const ground = {
    water,
    parameters,
    scenarios,
    accessible,
    byPlace: new Map<string, readonly Connector[]>(),
  };
  GROUNDS.set(links, ground);
  return ground;
}

/** The features a place may join, and which of them decide its radius. */
export function listAccessible(dataset: Dataset): Accessible {
  return findGround(dataset).accessible;
}

function makeAccessible(dataset: Dataset): Accessible {
  const days = dataset.scenarios.map(({ date }) => toLastDay(date));
  const links = dataset.links.filter(({ accessible, id, featureId }) => accessible && id === featureId);
  const always = links.filter(
    ({ opened, closed, whatIf }) => whatIf !== true && days.every((day) => isOpenOn(opened, closed, day)),
  );
  const lineOf = (link: number): readonly LonLat[] => links[link]?.geometry ?? [];
  return { links, lineOf, boxes: links.map(toBox), always: new Set(always.map(({ id }) => id)) };
}

/** Connectors up to a length, dry ones only. */
function listCandidates(
  dataset: Pick<Dataset, 'water'>,
  { links, lineOf, boxes }: Accessible,
  { id, at }: Place,
  limitM: number,
): readonly Candidate[] {
  const plane = createPlane(at);
  const shores = listShoresNear(dataset.water, toBoxAround(plane, limitM * PLANE_MARGIN));
  const candidates: Candidate[] = [];
  for (const [i, link] of links.entries()) {
    if (isFar(plane, boxes[i] as Box, limitM * PLANE_MARGIN)) continue;
    const nearest = findNearestPoint(plane, lineOf(i));
    if (nearest.distanceM > limitM * PLANE_MARGIN) continue;
    const lengthMm = measureGeodesicMm(at, nearest.at);
    if (lengthMm > limitM * MM_PER_M || crossesShore(shores, at, nearest.at)) continue;
    const connector = {
      place: id,
      featureId: link.featureId,
      share: nearest.share,
      lengthMm,
      at: nearest.at,
    };
    candidates.push({ link, connector });
  }
  return candidates;
}

function toOffMapError(place: Place, limitM: number): DataError {
  const expected = `a place within ${limitM} m of an accessible road that is open on every shipped day, over no water`;
  return new DataError([
    { file: `place ${place.id}`, path: 'at', expected, found: JSON.stringify(place.at), code: 'off-region' },
  ]);
}

const byFeature = (a: Connector, b: Connector): number => (a.featureId < b.featureId ? -1 : 1);

/** Accessible links that a scenario built; kept by the list of them. */
const ACCESSIBLE_BUILT = new WeakMap<readonly Link[], Accessible>();

function listAccessibleBuilt(dataset: Dataset, built: readonly Link[]): Accessible {
  const accessible = ACCESSIBLE_BUILT.get(built) ?? makeAccessible({ ...dataset, links: built });
  ACCESSIBLE_BUILT.set(built, accessible);
  return accessible;
}

/** Connectors to built roads, which join a place within the radius it has without them. */
function listToBuilt(
  dataset: Dataset,
  built: readonly Link[],
  place: Place,
  others: readonly Connector[],
  move: MoveRoads,
): readonly Connector[] {
  const accessible = move(listAccessibleBuilt(dataset, built));
  if (accessible.links.length === 0) return [];
  const { always } = listAccessible(dataset);
  const steady = others.filter(({ featureId }) => always.has(featureId)).map(({ lengthMm }) => lengthMm);
  const radiusM = Math.max(dataset.parameters.connectorRadiusM.value, Math.min(...steady) / MM_PER_M);
  return listCandidates(dataset, accessible, place, radiusM).map(({ connector }) => connector);
}

/**
 * What `findConnectors` gives, for a place that will not be asked for again: nothing is kept of it. The roads may lie
 * elsewhere than they are drawn.
 */
export function findConnectorsOnce(
  dataset: Dataset,
  place: Place,
  move: MoveRoads = asDrawn,
): readonly Connector[] {
  return joinBuilt(dataset, place, (of, one) => findConnectorsOnRecord(of, one, move), move);
}

/** Connectors to the roads on record, and to those that a scenario built beside them. */
function joinBuilt(
  dataset: Dataset,
  place: Place,
  find: (dataset: Dataset, place: Place) => readonly Connector[],
  move: MoveRoads,
): readonly Connector[] {
  const parts = findParts(dataset.links);
  if (parts === undefined) return find(dataset, place);
  const onRecord = { ...dataset, links: parts.before };
  const others = find(onRecord, place);
  const added = listToBuilt(onRecord, parts.built, place, others, move);
  return added.length === 0 ? others : [...others, ...added].toSorted(byFeature);
}

function findConnectorsOnRecord(
  dataset: Dataset,
  place: Place,
  move: MoveRoads = asDrawn,
): readonly Connector[] {
  const { connectorRadiusM, connectorRadiusMaxM } = dataset.parameters;
  const accessible = move(listAccessible(dataset));
  const isSteady = ({ link }: Candidate): boolean => accessible.always.has(link.id);
  const near = listCandidates(dataset, accessible, place, connectorRadiusM.value);
  // Nearly every place has a steady road within the radius: farther ones are then not asked for.
  if (near.some(isSteady)) return near.map(({ connector }) => connector).toSorted(byFeature);
  const candidates = listCandidates(dataset, accessible, place, connectorRadiusMaxM.value);
  const steady = candidates.filter(isSteady);
  if (steady.length === 0) throw toOffMapError(place, connectorRadiusMaxM.value);
  const leastMm = Math.min(...steady.map(({ connector }) => connector.lengthMm));
  const radiusMm = Math.max(connectorRadiusM.value * MM_PER_M, leastMm);
  return candidates
    .map(({ connector }) => connector)
    .filter(({ lengthMm }) => lengthMm <= radiusMm)
    .toSorted(byFeature);
}

/** A map page that drags a point about must not fill the memory. */
const KEPT_PLACES = 5000;

/**
 * The connectors of a place, sorted by feature id. The radius is the larger of `connectorRadiusM` and the
 * distance to the nearest accessible feature that is open on every shipped scenario's day. Throws DataError
 * for a place with no such feature within `connectorRadiusMaxM`: it is off the map.
 */
export function findConnectors(dataset: Dataset, place: Place): readonly Connector[] {
  return joinBuilt(dataset, place, findKeptConnectors, asDrawn);
}

function findKeptConnectors(dataset: Dataset, place: Place): readonly Connector[] {
  const { byPlace } = findGround(dataset);
  const key = toPlaceKey(place);
  const known = byPlace.get(key);
  if (known !== undefined) return known;
  const connectors = findConnectorsOnRecord(dataset, place);
  if (byPlace.size >= KEPT_PLACES) byPlace.clear();
  byPlace.set(key, connectors);
  return connectors;
}

/**
 * A text that two places share only when they have the same id and coordinates.
 *
 * @example
 * toPlaceKey({ id: 'gate', at: [113.3, 23.1] }); // → '113.3,23.1 gate'
 */
export function toPlaceKey({ id, at }: Place): string {
  return `${at[0]},${at[1]} ${id}`;
}

function toTwoPointsError(known: Place, place: Place): DataError {
  const expected = `one point for one id, ${JSON.stringify(known.at)} as before`;
  return new DataError([
    {
      file: `place ${place.id}`,
      path: 'at',
      expected,
      found: JSON.stringify(place.at),
      code: 'contradiction',
    },
  ]);
}

/**
 * Every place once, by id. Throws DataError where one id stands for two points.
 *
 * @example
 * const gate = { id: 'gate', at: [113.3, 23.1] } as const;
 * sortPlaces([gate, { id: 'dock', at: [113.4, 23.1] }, gate]).map(({ id }) => id); // → ['dock', 'gate']
 */
export function sortPlaces(places: readonly Place[]): readonly Place[] {
  const byId = new Map<string, Place>();
  for (const place of places) {
    const known = byId.get(place.id);
    if (known !== undefined && toPlaceKey(known) !== toPlaceKey(place)) throw toTwoPointsError(known, place);
    byId.set(place.id, place);
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
