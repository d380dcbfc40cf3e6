/**
 * What of a network does not depend on a setting: vertices, edges, and which piece of which link each edge
 * is. Links are cut wherever a built road or a connector of the given places meets them. A place has a vertex for leaving
 * and another for arriving, so that no trip passes through one.
 *
 * Vertices have names that anybody can derive from the data: a road node its id, the n-th point on a
 * feature counted from 1 along its drawn direction `@feature:n` (a point where a built road meets it is that road's node
 * and not counted), leaving a place `>place`, arriving `<place`.
 */
import { keepLatest } from '../latest.ts';
import { buildGraph, type EdgeInput, type Graph } from '../routing/graph.ts';
import type { Roads, RoadState } from '../scenario/apply.ts';
import { roundHalfUp } from '../units.ts';
import { findConnectors, sortPlaces, toPlaceKey, type Connector, type Place } from './connectors.ts';
import { findRoadTable, type RoadTable } from './road-table.ts';

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

/**
 * Name of the vertex at which trips from a place begin.
 *
 * @example
 * toOriginName('Z_LISHUI'); // → '>Z_LISHUI'
 */
export function toOriginName(place: string): string {
  return `>${place}`;
}

/**
 * Name of the vertex at which trips to a place end.
 *
 * @example
 * toDestinationName('Z_LISHUI'); // → '<Z_LISHUI'
 */
export function toDestinationName(place: string): string {
  return `<${place}`;
}

/**
 * Part of a whole number (ms, mm, fen) up to a share of it, rounded half up: pieces are differences of these,
 * so that they always add up.
 *
 * @example
 * toCumulative(1 / 3, 1000); // → 333
 * toCumulative(1, 1000) - toCumulative(1 / 3, 1000); // → 667
 */
export function toCumulative(share: number, whole: number): number {
  return roundHalfUp(share * whole);
}

/** An edge and what it is a piece of. */
interface Piece extends EdgeInput {
  readonly link: number;
  readonly connector: number;
  readonly fromShare: number;
  readonly toShare: number;
}

/** Where a feature is cut, along its drawn direction. */
interface Cut {
  readonly share: number;
  readonly vertex: number;
  /** A node of a built road stands there, which names it. */
  readonly node: boolean;
}

/** Shares at which connectors meet each feature. */
function listShares(connectors: readonly Connector[]): ReadonlyMap<string, ReadonlySet<number>> {
  const sharesOf = new Map<string, Set<number>>();
  for (const { featureId, share } of connectors) {
    sharesOf.set(featureId, (sharesOf.get(featureId) ?? new Set()).add(share));
  }
  return sharesOf;
}

/** Points where built roads meet a feature, as cuts. */
function listNodeCuts({ junctions }: RoadState, table: RoadTable, feature: string): readonly Cut[] {
  return (junctions.get(feature) ?? []).map(({ share, node }) => {
    return { share, vertex: table.vertexOf.get(node) ?? -1, node: true };
  });
}

/**
 * Cuts by feature: where connectors of places and built roads meet it. Where both meet it at the same point the
 * vertex is the built road's; the others are numbered from `firstVertex` on, feature by feature.
 */
function listCuts(
  state: RoadState,
  table: RoadTable,
  connectors: readonly Connector[],
  firstVertex: number,
): ReadonlyMap<string, readonly Cut[]> {
  const sharesOf = listShares(connectors);
  const met = [...state.junctions.keys()].filter((feature) => table.features.has(feature));
  let vertex = firstVertex;
  const features = [...new Set([...sharesOf.keys(), ...met])].toSorted();
  return new Map(
    features.map((feature): [string, readonly Cut[]] => {
      const nodes = listNodeCuts(state, table, feature);
      const shares = [...(sharesOf.get(feature) ?? [])].filter((one) =>
        nodes.every(({ share }) => share !== one),
      );
      const points = shares
        .toSorted((a, b) => a - b)
        .map((share) => ({ share, vertex: vertex++, node: false }));
      return [feature, [...nodes, ...points].toSorted((a, b) => a.share - b.share)];
    }),
  );
}

/** A whole link as one edge. Written out, not spread: it is made for every link of every network. */
function toWhole(table: RoadTable, link: number): Piece {
  return {
    tail: table.from[link] as number,
    head: table.to[link] as number,
    cost: 0,
    length: table.lengthMm[link] as number,
    label: link,
    link,
    connector: -1,
    fromShare: 0,
    toShare: 1,
  };
}

/** Pieces of a link between its ends and its cuts, which are given in its own direction. */
function cutLink(table: RoadTable, link: number, cuts: readonly Cut[]): readonly Piece[] {
  const whole = toWhole(table, link);
  const stops = [...cuts, { share: 1, vertex: whole.head }];
  let before: Pick<Cut, 'share' | 'vertex'> = { share: 0, vertex: whole.tail };
  return stops.map((stop): Piece => {
    const [fromShare, toShare] = [before.share, stop.share];
    const length = toCumulative(toShare, whole.length) - toCumulative(fromShare, whole.length);
    // A piece between a link's end and a point at that very end is no part of any link.
    const label = fromShare === toShare ? -1 : link;
    const [tail, head] = [before.vertex, stop.vertex];
    before = stop;
    return { tail, head, cost: 0, length, label, link, connector: -1, fromShare, toShare };
  });
}

function turn(cuts: readonly Cut[]): readonly Cut[] {
  return cuts.toReversed().map((cut) => ({ ...cut, share: 1 - cut.share }));
}

/** Both ways of a connector: leaving the place, and arriving at it. */
function toConnectorPieces(one: Connector, index: number, point: number, origin: number): readonly Piece[] {
  const rest = {
    cost: 0,
    length: one.lengthMm,
    label: -1,
    link: -1,
    connector: index,
    fromShare: 0,
    toShare: 1,
  };
  return [
    { tail: origin, head: point, ...rest },
    { tail: point, head: origin + 1, ...rest },
  ];
}

/** Vertices: road nodes, points on links where nothing but a place's connector meets them, and for each place one to leave from and the next to arrive at. */
function listNames(
  table: RoadTable,
  cuts: ReadonlyMap<string, readonly Cut[]>,
  places: readonly Place[],
): readonly string[] {
  const points = [...cuts].flatMap(([feature, list]) =>
    list.filter(({ node }) => !node).map((_, rank) => `@${feature}:${rank + 1}`),
  );
  const ends = places.flatMap(({ id }) => [toOriginName(id), toDestinationName(id)]);
  return [...table.nodes, ...points, ...ends];
}

/** Connectors to open links of the places that the state has, where it has them. */
function listConnectors(
  { dataset, absent }: RoadState,
  table: RoadTable,
  places: readonly Place[],
): readonly Connector[] {
  return places
    .filter(({ id }) => !absent.has(id))
    .flatMap((place) => findConnectors(dataset, place))
    .filter(({ featureId }) => table.features.has(featureId));
}

function buildTopology(state: RoadState, places: readonly Place[]): Topology {
  const table = findRoadTable(state);
  const connectors = listConnectors(state, table, places);
  const cuts = listCuts(state, table, connectors, table.nodes.length);
  const vertexNames = listNames(table, cuts, places);
  const vertexByName = new Map(vertexNames.map((name, vertex) => [name, vertex]));
  const pieces: Piece[] = [];
  for (const [index, { id, featureId }] of state.links.entries()) {
    const cutsHere = cuts.get(featureId);
    if (cutsHere === undefined) pieces.push(toWhole(table, index));
    else pieces.push(...cutLink(table, index, id === featureId ? cutsHere : turn(cutsHere)));
  }
  for (const [index, one] of connectors.entries()) {
    const point = cuts.get(one.featureId)?.find(({ share }) => share === one.share)?.vertex ?? -1;
    pieces.push(...toConnectorPieces(one, index, point, vertexByName.get(toOriginName(one.place)) ?? -1));
  }
  const { graph, order } = buildGraph(vertexNames.length, pieces);
  return { state, places, connectors, graph, vertexNames, vertexByName, ...toColumns(pieces, order) };
}

function toColumns(
  pieces: readonly Piece[],
  order: Uint32Array,
): Pick<Topology, 'link' | 'connector' | 'fromShare' | 'toShare'> {
  const count = order.length;
  const [link, connector] = [new Int32Array(count), new Int32Array(count)];
  const [fromShare, toShare] = [new Float64Array(count), new Float64Array(count)];
  for (let edge = 0; edge < count; edge += 1) {
    const piece = pieces[order[edge] as number] as Piece;
    link[edge] = piece.link;
    connector[edge] = piece.connector;
    fromShare[edge] = piece.fromShare;
    toShare[edge] = piece.toShare;
  }
  return { link, connector, fromShare, toShare };
}

/** Topologies already built, by roads and where places stand beside them. */
const TOPOLOGIES = new WeakMap<Roads, Map<string, Topology>>();
const KEPT_TOPOLOGIES = 16;

/** Who stands where, and who does not stand at all. */
export function toStandingKey({ absent }: RoadState, standing: readonly Place[]): string {
  return standing.map((place) => `${absent.has(place.id) ? '-' : '+'}${toPlaceKey(place)}`).join('\n');
}

/**
 * The topology of a road state between places; the same one is given back for the same places in any order.
 * Throws DataError for a place off the map, or an id with two points.
 */
export function findTopology(state: RoadState, places: readonly Place[]): Topology {
  const standing = sortPlaces(places).map(({ id, at }) => ({ id, at: state.at.get(id) ?? at }));
  const byPlaces = TOPOLOGIES.get(state.roads) ?? new Map<string, Topology>();
  TOPOLOGIES.set(state.roads, byPlaces);
  const key = toStandingKey(state, standing);
  const topology = keepLatest(byPlaces, key, KEPT_TOPOLOGIES, () => buildTopology(state, standing));
  return topology.state === state ? topology : { ...topology, state };
}
