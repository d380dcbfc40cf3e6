/**
 * The network of one day between a few places, built a second time from the data: links cut where a
 * connector meets them, connectors, and one vertex for leaving and one for arriving at each place.
 * Its vertices have names that anybody can derive from the data, so that a certificate can speak of them.
 *
 * A road node is named by its id; the n-th point on a feature, counted along its drawn direction from 1,
 * `@<feature>:<n>`; leaving and arriving at a place `><place>` and `<<place>`.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { RoadState } from '../scenario/apply.ts';
import { MM_PER_M, MS_PER_SECOND, roundHalfUp } from '../units.ts';
import { listAccesses, type Access, type Site } from './connectors.ts';
import {
  KMH_PER_M_PER_S,
  speeding,
  timeOfLinkMs,
  tollAsTimeMs,
  tollOfLinkFen,
  type Conditions,
} from './impedance.ts';

/** Stands where a link id would: no link has this id. */
const CONNECTOR = '@';

/** A directed piece of a link, or a connector. Integers. */
export interface Piece {
  readonly from: string;
  readonly to: string;
  /** Id of the directed link, or `@` for a connector. */
  readonly linkId: string;
  /** The link itself; null for a connector. */
  readonly link: Link | null;
  /** Counts the pieces of a directed link in its own direction from 0. */
  readonly index: number;
  readonly timeMs: number;
  readonly lengthMm: number;
  readonly tollFen: number;
  /** Toll as time where money has a value, 0 else: made once a link and split like its time. */
  readonly tollMs: number;
}

/** What is split between the pieces of a link. */
const SPLIT = ['timeMs', 'lengthMm', 'tollFen', 'tollMs'] as const;

/** A site with its accesses, which hold for every vehicle. */
export interface Joined {
  readonly id: string;
  readonly accesses: readonly Access[];
}

/** Accesses already found, by data set and point: most hold for every day. */
const ACCESSES = new WeakMap<Dataset, Map<string, readonly Access[]>>();

function findAccesses(dataset: Dataset, site: Site): readonly Access[] {
  const known = ACCESSES.get(dataset) ?? new Map<string, readonly Access[]>();
  ACCESSES.set(dataset, known);
  const accesses = known.get(site.at.join()) ?? listAccesses(dataset, site);
  known.set(site.at.join(), accesses);
  return accesses;
}

/**
 * Finds the accesses of a site in a state, to the roads it builds as well; none of a place that the state has not.
 * Throws DataError where the site is off the map.
 */
export function joinSite({ dataset, at, absent }: RoadState, site: Site): Joined {
  if (absent.has(site.id)) return { id: site.id, accesses: [] };
  return { id: site.id, accesses: findAccesses(dataset, { ...site, at: at.get(site.id) ?? site.at }) };
}

/** Vertex a trip from a place begins at. */
export function leaving(place: string): string {
  return `>${place}`;
}

/** Vertex a trip to a place ends at. */
export function arriving(place: string): string {
  return `<${place}`;
}

/** A point on a feature at which something meets it. */
interface Point {
  readonly share: number;
  readonly name: string;
}

/** Names the points that accesses make on a feature where no built road has one: counted in rising order. */
function namePoints(feature: string, shares: readonly number[], nodes: readonly Point[]): readonly Point[] {
  const taken = new Set(nodes.map(({ share }) => share));
  const free = [...new Set(shares)].filter((share) => !taken.has(share)).toSorted((a, b) => a - b);
  return free.map((share, i) => ({ share, name: `@${feature}:${i + 1}` }));
}

type Points = ReadonlyMap<string, readonly Point[]>;

/** Points on each feature, in rising order: where built roads meet it, and where accesses do. */
function pointsByFeature({ junctions }: RoadState, places: readonly Joined[]): Points {
  const shares = new Map<string, number[]>([...junctions.keys()].map((feature) => [feature, []]));
  for (const { featureId, share } of places.flatMap(({ accesses }) => accesses)) {
    shares.set(featureId, [...(shares.get(featureId) ?? []), share]);
  }
  return new Map(
    [...shares].map(([feature, list]) => {
      const nodes = (junctions.get(feature) ?? []).map(({ share, node }) => ({ share, name: node }));
      return [feature, [...nodes, ...namePoints(feature, list, nodes)].toSorted((a, b) => a.share - b.share)];
    }),
  );
}

/** Splits a whole between the stops on the way so that the pieces add up to it exactly. */
function splitAt(whole: number, stops: readonly number[]): readonly number[] {
  const cumulative = [0, ...stops.map((share) => roundHalfUp(share * whole)), whole];
  return cumulative.slice(1).map((end, i) => end - (cumulative[i] ?? 0));
}

/** A directed link as pieces between its ends and the points on it, in its own direction. */
function cutLink(
  link: Link,
  points: readonly Point[],
  whole: Omit<Piece, 'from' | 'to' | 'index'>,
): readonly Piece[] {
  const backwards = link.id !== link.featureId;
  const inOrder = backwards ? points.toReversed() : points;
  const stops = inOrder.map(({ share }) => (backwards ? 1 - share : share));
  const vertices = [link.from, ...inOrder.map(({ name }) => name), link.to];
  const parts = SPLIT.map((name) => [name, splitAt(whole[name], stops)] as const);
  return vertices.slice(1).map((to, index): Piece => {
    const numbers = Object.fromEntries(parts.map(([name, values]) => [name, values[index]]));
    return { ...whole, ...numbers, from: vertices[index] ?? '', to, index };
  });
}

function connect(vertex: string, place: string, lengthMm: number, speedKmh: number): readonly Piece[] {
  const timeMs = roundHalfUp(MS_PER_SECOND * (lengthMm / MM_PER_M / (speedKmh / KMH_PER_M_PER_S)));
  const rest = { linkId: CONNECTOR, link: null, index: 0, timeMs, lengthMm, tollFen: 0, tollMs: 0 };
  return [
    { from: leaving(place), to: vertex, ...rest },
    { from: vertex, to: arriving(place), ...rest },
  ];
}

/** Every directed piece of the network of a day, for a vehicle in traffic, between the given places. */
export function listPieces(
  dataset: Dataset,
  state: RoadState,
  conditions: Conditions,
  places: readonly Joined[],
  valueOfTimeCnyPerH: number | null = null,
): readonly Piece[] {
  const points = pointsByFeature(state, places);
  const roads = state.links.flatMap((link) => {
    const tollFen = tollOfLinkFen(dataset, link, conditions.vehicleClass, state.day);
    return cutLink(link, points.get(link.featureId) ?? [], {
      linkId: link.id,
      link,
      timeMs: timeOfLinkMs(dataset, link, conditions, state.day),
      lengthMm: roundHalfUp(link.lengthM * MM_PER_M),
      tollFen,
      tollMs: tollAsTimeMs(tollFen, valueOfTimeCnyPerH),
    });
  });
  const open = new Set(state.links.map(({ featureId }) => featureId));
  const speedKmh = speeding(dataset.parameters.connectorSpeedKmh, conditions.corner);
  const connectors = places.flatMap(({ id, accesses }) =>
    accesses
      .filter(({ featureId }) => open.has(featureId))
      .flatMap(({ featureId, share, lengthMm }) => {
        const met = (points.get(featureId) ?? []).find((point) => point.share === share);
        return met === undefined ? [] : connect(met.name, id, lengthMm, speedKmh);
      }),
  );
  return [...roads, ...connectors];
}
