/**
 * What of a network does not depend on a setting: vertices, edges, and which piece of which link each edge
 * is. Links are cut wherever a connector of the given places meets them. A place has a vertex for leaving
 * and another for arriving, so that no trip passes through one.
 *
 * Vertices have names that anybody can derive from the data: a road node its id, the n-th point on a
 * feature counted from 1 along its drawn direction `@feature:n`, leaving a place `>place`, arriving `<place`.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import { DataError } from '../problems.ts';
import { buildGraph, type EdgeInput, type Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import { MM_PER_M, roundHalfUp } from '../units.ts';
import { findConnectors, toPlaceKey, type Connector, type Place } from './connectors.ts';

export interface Topology {
  readonly state: RoadState;
  /** Sorted by id. */
  readonly places: readonly Place[];
  /** Connectors to open links, by place and feature id. */
  readonly connectors: readonly Connector[];
  /** All costs are 0; lengths in mm; a link's label is its index in `state.links`, a connector's −1. */
  readonly graph: Graph;
  readonly vertexNames: readonly string[];
  readonly vertexByName: ReadonlyMap<string, number>;
  /** By edge: index in `state.links`, −1 for a connector. */
  readonly link: Int32Array;
  /** By edge: index in `connectors`, −1 for a piece of a link. */
  readonly connector: Int32Array;
  /** By edge: shares of the link between which the piece lies, in the link's own direction. */
  readonly fromShare: Float64Array;
  readonly toShare: Float64Array;
}

/** Name of the vertex at which trips from a place begin. */
export function toOriginName(place: string): string {
  return `>${place}`;
}

/** Name of the vertex at which trips to a place end. */
export function toDestinationName(place: string): string {
  return `<${place}`;
}

function toPointName(featureId: string, rank: number): string {
  return `@${featureId}:${rank + 1}`;
}

/** Part of a whole number up to a share: pieces are differences of these, so that they always add up. */
export function toCumulative(share: number, whole: number): number {
  return roundHalfUp(share * whole);
}

interface Piece {
  readonly from: string;
  readonly to: string;
  readonly link: number;
  readonly connector: number;
  readonly fromShare: number;
  readonly toShare: number;
  readonly lengthMm: number;
}

/** Shares at which connectors meet each feature, in order, every share once. */
function listShares(connectors: readonly Connector[]): ReadonlyMap<string, readonly number[]> {
  const byFeature = new Map<string, number[]>();
  for (const { featureId, share } of connectors) {
    const shares = byFeature.get(featureId) ?? [];
    byFeature.set(featureId, shares);
    if (!shares.includes(share)) shares.push(share);
  }
  for (const shares of byFeature.values()) shares.sort((a, b) => a - b);
  return byFeature;
}

/** Pieces of a directed link between its ends and the points on it, in the link's direction. */
function cutLink(link: Link, index: number, shares: readonly number[]): readonly Piece[] {
  const points = shares.map((share, rank) => ({ share, name: toPointName(link.featureId, rank) }));
  const backwards = link.id !== link.featureId;
  const inOrder = backwards
    ? points.toReversed().map(({ share, name }) => ({ share: 1 - share, name }))
    : points;
  const stops = [{ share: 0, name: link.from }, ...inOrder, { share: 1, name: link.to }];
  const wholeMm = roundHalfUp(link.lengthM * MM_PER_M);
  return stops.slice(1).map(({ share, name }, i): Piece => {
    const before = stops[i] ?? { share: 0, name: link.from };
    const lengthMm = toCumulative(share, wholeMm) - toCumulative(before.share, wholeMm);
    const ends = { from: before.name, to: name, fromShare: before.share, toShare: share };
    return { ...ends, link: index, connector: -1, lengthMm };
  });
}

/** Both ways of a connector: leaving the place, and arriving at it. */
function cutConnector(connector: Connector, index: number, shares: readonly number[]): readonly Piece[] {
  const { place, featureId, share, lengthMm } = connector;
  const point = toPointName(featureId, shares.indexOf(share));
  const rest = { link: -1, connector: index, fromShare: 0, toShare: 1, lengthMm };
  return [
    { from: toOriginName(place), to: point, ...rest },
    { from: point, to: toDestinationName(place), ...rest },
  ];
}

/** Every place once, by id. Throws DataError where one id stands for two points. */
function sortPlaces(places: readonly Place[]): readonly Place[] {
  const byId = new Map<string, Place>();
  for (const place of places) {
    const known = byId.get(place.id);
    if (known !== undefined && toPlaceKey(known) !== toPlaceKey(place)) throw toTwoPointsError(known, place);
    byId.set(place.id, place);
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
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

function listPieces(state: RoadState, connectors: readonly Connector[]): readonly Piece[] {
  const shares = listShares(connectors);
  return [
    ...state.links.flatMap((link, index) => cutLink(link, index, shares.get(link.featureId) ?? [])),
    ...connectors.flatMap((one, index) => cutConnector(one, index, shares.get(one.featureId) ?? [])),
  ];
}

/** Road nodes first, then points on links, then places, each in code-unit order. */
function listVertexNames(
  state: RoadState,
  pieces: readonly Piece[],
  places: readonly Place[],
): readonly string[] {
  const nodes = new Set(state.links.flatMap(({ from, to }) => [from, to]));
  const ends = places.flatMap(({ id }) => [toOriginName(id), toDestinationName(id)]);
  const points = new Set(pieces.filter(({ connector }) => connector < 0).map(({ to }) => to));
  const between = [...points].filter((name) => !nodes.has(name));
  return [...[...nodes].toSorted(), ...between, ...ends];
}

/** A piece between a link's end and a point at that very end is no part of any link. */
function toLabel({ link, fromShare, toShare }: Piece): number {
  return fromShare === toShare ? -1 : link;
}

function buildTopology(dataset: Dataset, state: RoadState, places: readonly Place[]): Topology {
  const open = new Set(state.links.map(({ featureId }) => featureId));
  const connectors = places
    .flatMap((place) => findConnectors(dataset, place))
    .filter(({ featureId }) => open.has(featureId));
  const pieces = listPieces(state, connectors);
  const vertexNames = listVertexNames(state, pieces, places);
  const vertexByName = new Map(vertexNames.map((name, vertex) => [name, vertex]));
  const getVertex = (name: string): number => vertexByName.get(name) ?? -1;
  const edges = pieces.map((piece): EdgeInput => {
    const ends = { tail: getVertex(piece.from), head: getVertex(piece.to) };
    return { ...ends, cost: 0, length: piece.lengthMm, label: toLabel(piece) };
  });
  const { graph, order } = buildGraph(vertexNames.length, edges);
  const sorted = Array.from(order, (index) => pieces[index] as Piece);
  return {
    state,
    places,
    connectors,
    graph,
    vertexNames,
    vertexByName,
    link: Int32Array.from(sorted, ({ link }) => link),
    connector: Int32Array.from(sorted, ({ connector }) => connector),
    fromShare: Float64Array.from(sorted, ({ fromShare }) => fromShare),
    toShare: Float64Array.from(sorted, ({ toShare }) => toShare),
  };
}

/** Topologies already built, by road state and places. */
const TOPOLOGIES = new WeakMap<RoadState, Map<string, Topology>>();
const KEPT_TOPOLOGIES = 16;

/**
 * The topology of a road state between places; the same one is given back for the same places in any order.
 * Throws DataError for a place off the map, or an id with two points.
 */
export function findTopology(dataset: Dataset, state: RoadState, places: readonly Place[]): Topology {
  const sorted = sortPlaces(places);
  const byPlaces = TOPOLOGIES.get(state) ?? new Map<string, Topology>();
  TOPOLOGIES.set(state, byPlaces);
  const key = sorted.map(toPlaceKey).join('\n');
  const known = byPlaces.get(key);
  if (known !== undefined) return known;
  const topology = buildTopology(dataset, state, sorted);
  if (byPlaces.size >= KEPT_TOPOLOGIES) byPlaces.clear();
  byPlaces.set(key, topology);
  return topology;
}
