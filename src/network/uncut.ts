/**
 * The network of a day between some places with one edge for all that a trip does between a place and the ends of the
 * piece of road its connector meets. Every edge belongs to one feature, so that closing a road is closing its edges; it
 * knows neither lengths, tolls nor a clock.
 */
import { buildGraph, type EdgeInput, type Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import { findConnectors, sortPlaces, type Place } from './connectors.ts';
import { listLinkTimes } from './link-times.ts';
import { listMeetings, toPieceMs, toRoads, type Meeting, type Roads } from './road-pieces.ts';
import type { RoadPiece } from './road-table.ts';
import type { Setting } from './setting.ts';
import { toCumulative } from './topology.ts';

export interface UncutNetwork {
  readonly state: RoadState;
  /** Costs in ms; all lengths 0; an edge's label is the place of its feature in `features`. */
  readonly graph: Graph;
  /** Ids of the features with an open link. */
  readonly features: readonly string[];
  /** By feature: its edges. */
  readonly edgesOf: readonly (readonly number[])[];
  /** Vertices by id of the place. */
  readonly originOf: ReadonlyMap<string, number>;
  readonly destinationOf: ReadonlyMap<string, number>;
}

/** A place's vertex and where its connectors meet the roads. */
interface End {
  readonly vertex: number;
  readonly meetings: readonly Meeting[];
}

/** Pieces of road with their times. */
interface Timed extends Roads {
  /** By link. */
  readonly linkMs: Float64Array;
  /** By link: place of its feature. */
  readonly featureOf: Uint32Array;
}

function toEdge(
  { featureOf }: Timed,
  { link }: RoadPiece,
  tail: number,
  head: number,
  cost: number,
): EdgeInput {
  return { tail, head, cost, length: 0, label: featureOf[link] as number };
}

const getPiece = ({ pieces }: Timed, { piece }: Meeting): RoadPiece => pieces[piece] as RoadPiece;

/** Milliseconds from the beginning of a link to a share of it. */
const toMsAt = ({ linkMs }: Timed, { link }: RoadPiece, share: number): number =>
  toCumulative(share, linkMs[link] as number);

/** From the place to the end of the piece in hand. */
function listFirst(roads: Timed, { vertex, meetings }: End): readonly EdgeInput[] {
  return meetings.map((one) => {
    const piece = getPiece(roads, one);
    const cost = one.connectorMs + toMsAt(roads, piece, piece.toShare) - toMsAt(roads, piece, one.share);
    return toEdge(roads, piece, vertex, piece.to, cost);
  });
}

/** From the beginning of the last piece to the place. */
function listLast(roads: Timed, { vertex, meetings }: End): readonly EdgeInput[] {
  return meetings.map((one) => {
    const piece = getPiece(roads, one);
    const cost = toMsAt(roads, piece, one.share) - toMsAt(roads, piece, piece.fromShare) + one.connectorMs;
    return toEdge(roads, piece, piece.from, vertex, cost);
  });
}

/** Straight along one piece, where the destination is not behind. */
function listAlong(roads: Timed, origin: End, destination: End): readonly EdgeInput[] {
  return origin.meetings.flatMap((begin) =>
    destination.meetings
      .filter(({ piece, share }) => piece === begin.piece && share >= begin.share)
      .map((end) => {
        const piece = getPiece(roads, begin);
        const alongMs = toMsAt(roads, piece, end.share) - toMsAt(roads, piece, begin.share);
        const cost = begin.connectorMs + alongMs + end.connectorMs;
        return toEdge(roads, piece, origin.vertex, destination.vertex, cost);
      }),
  );
}

function listEdges(
  roads: Timed,
  origins: readonly End[],
  destinations: readonly End[],
): readonly EdgeInput[] {
  return [
    ...roads.pieces.map((piece) =>
      toEdge(roads, piece, piece.from, piece.to, toPieceMs(roads.linkMs, piece)),
    ),
    ...origins.flatMap((end) => listFirst(roads, end)),
    ...destinations.flatMap((end) => listLast(roads, end)),
    ...origins.flatMap((origin) => destinations.flatMap((one) => listAlong(roads, origin, one))),
  ];
}

function groupByFeature({ label }: Graph, count: number): readonly (readonly number[])[] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [edge, feature] of label.entries()) groups[feature]?.push(edge);
  return groups;
}

/** The places where the state has them; one that it has not meets no road. */
function toEnds(
  roads: Timed,
  setting: Setting,
  places: readonly Place[],
  firstVertex: number,
): ReadonlyMap<string, End> {
  const { dataset, at: put, absent } = roads.state;
  const ends = sortPlaces(places).map(({ id, at }, i): readonly [string, End] => {
    const connectors = absent.has(id) ? [] : findConnectors(dataset, { id, at: put.get(id) ?? at });
    const meetings = listMeetings(roads, dataset, setting, connectors);
    return [id, { vertex: firstVertex + i, meetings }];
  });
  return new Map(ends);
}

const toVertices = (ends: ReadonlyMap<string, End>): ReadonlyMap<string, number> =>
  new Map([...ends].map(([id, { vertex }]) => [id, vertex]));

/**
 * The uncut network of a road state between places, each of which may be an origin and a destination. A value of time
 * and a clock in the setting are not heeded. Throws DataError for a place off the map, or an id with two points.
 */
export function buildUncut(
  state: RoadState,
  setting: Setting,
  origins: readonly Place[],
  destinations: readonly Place[],
): UncutNetwork {
  const roads = toRoads(state);
  const features = [...roads.waysOf.keys()];
  const numbers = new Map(features.map((feature, i) => [feature, i]));
  const timed: Timed = {
    ...roads,
    linkMs: listLinkTimes(state.dataset, state, setting),
    featureOf: Uint32Array.from(state.links, ({ featureId }) => numbers.get(featureId) ?? 0),
  };
  const starts = toEnds(timed, setting, origins, roads.graph.vertexCount);
  const ends = toEnds(timed, setting, destinations, roads.graph.vertexCount + starts.size);
  const vertexCount = roads.graph.vertexCount + starts.size + ends.size;
  const { graph } = buildGraph(vertexCount, listEdges(timed, [...starts.values()], [...ends.values()]));
  return {
    ...{ state, graph, features, edgesOf: groupByFeature(graph, features.length) },
    ...{ originOf: toVertices(starts), destinationOf: toVertices(ends) },
  };
}
