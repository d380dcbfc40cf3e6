/**
 * Times between places for one draw after another. The roads of a scenario are one graph, cut only where a built road
 * meets another: a search runs backwards from where a place's connectors meet the roads, and an origin adds its own
 * connectors. Equal to the skim to the millisecond, because a cut link's pieces add up to the link.
 */
import type { LonLat } from '../model/source.ts';
import { findConnectors, findConnectorsOnce, type Connector, type Place } from '../network/connectors.ts';
import { connectorTimeMs } from '../network/impedance.ts';
import { listLinkTimes } from '../network/link-times.ts';
import { findRoadTable, listLinkPieces, type RoadPiece } from '../network/road-table.ts';
import { toCumulative } from '../network/topology.ts';
import { DataError } from '../problems.ts';
import { searchCostsToSeeds, type Seed } from '../routing/costs.ts';
import { buildGraph, type Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import { listLengthsM, type Values } from './values.ts';

/** Pieces of a feature as drawn and backwards, each in its own direction; none where that way is not open. */
interface Ways {
  readonly forwards: readonly number[];
  readonly backwards: readonly number[];
}

/** Roads of a scenario: edge e is piece `order[e]`. */
export interface Roads {
  readonly state: RoadState;
  readonly graph: Graph;
  readonly order: Uint32Array;
  readonly pieces: readonly RoadPiece[];
  readonly waysOf: ReadonlyMap<string, Ways>;
}

/** The graph of a state, all costs 0. */
export function toRoads(state: RoadState): Roads {
  const table = findRoadTable(state);
  const pieces: RoadPiece[] = [];
  const waysOf = new Map<string, { forwards: readonly number[]; backwards: readonly number[] }>();
  for (const [link, { id, featureId }] of state.links.entries()) {
    const numbers = listLinkPieces(state, link).map((piece) => pieces.push(piece) - 1);
    const both = waysOf.get(featureId) ?? { forwards: [], backwards: [] };
    both[id === featureId ? 'forwards' : 'backwards'] = numbers;
    waysOf.set(featureId, both);
  }
  const edges = pieces.map(({ from: tail, to: head, link: label }) => {
    return { tail, head, cost: 0, length: 0, label };
  });
  const { graph, order } = buildGraph(table.nodes.length, edges);
  return { state, graph, order, pieces, waysOf };
}

/** Where a connector meets a piece of a link: share of the link before the point, in its own direction. */
interface Meeting {
  readonly piece: number;
  readonly share: number;
  readonly connectorMs: number;
}

/**
 * Connectors of a place in a state where its coordinate lies in a draw; null where it is off the map. A place that the
 * scenario puts somewhere stands there in every draw.
 */
export function findMovedConnectors(
  { dataset, at: put, absent }: Pick<RoadState, 'dataset' | 'at' | 'absent'>,
  { id, at }: Place,
  moved: LonLat | undefined,
): readonly Connector[] | null {
  if (absent.has(id)) return [];
  if (moved === undefined || put.has(id)) return findConnectors(dataset, { id, at: put.get(id) ?? at });
  try {
    return findConnectorsOnce(dataset, { id, at: moved });
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/**
 * The pieces on which a point lies, in the direction of the pieces: one, or the two on either side of the first built
 * road, along the drawn direction, that meets the feature right there.
 */
function findPieces(
  { pieces }: Roads,
  numbers: readonly number[],
  share: number,
  drawn: boolean,
): readonly number[] {
  const endsAt = (piece: number): number => (pieces[piece] as RoadPiece).toShare;
  const first = numbers.findIndex((piece) => share <= endsAt(piece));
  if (first < 0) return [];
  if (endsAt(numbers[first] as number) !== share) return [numbers[first] as number];
  const at = drawn
    ? first
    : numbers.findLastIndex((piece, i) => endsAt(piece) === share && i < numbers.length - 1);
  return numbers.slice(Math.max(first, at), Math.max(first, at) + 2);
}

function findMeetings(
  roads: Roads,
  { dataset, setting }: Values,
  connectors: readonly Connector[],
): readonly Meeting[] {
  const meetings: Meeting[] = [];
  for (const { featureId, share, lengthMm } of connectors) {
    const ways = roads.waysOf.get(featureId);
    if (ways === undefined) continue;
    const connectorMs = connectorTimeMs(dataset, lengthMm, setting);
    for (const piece of findPieces(roads, ways.forwards, share, true))
      meetings.push({ piece, share, connectorMs });
    for (const piece of findPieces(roads, ways.backwards, 1 - share, false))
      meetings.push({ piece, share: 1 - share, connectorMs });
  }
  return meetings;
}

function listMeetings(
  { roads, values, meetings }: DrawnRoads,
  connectors: readonly Connector[],
): readonly Meeting[] {
  const found = meetings.get(connectors) ?? findMeetings(roads, values, connectors);
  meetings.set(connectors, found);
  return found;
}

/** Milliseconds of the links of a state in a draw, and of the graph's edges. */
export interface DrawnRoads {
  readonly roads: Roads;
  readonly values: Values;
  readonly linkMs: Float64Array;
  /** Where the connectors of a place meet the roads, each list found once. */
  readonly meetings: Map<readonly Connector[], readonly Meeting[]>;
  readonly graph: Pick<Graph, 'vertexCount' | 'edgeCount' | 'head' | 'tail' | 'cost'>;
}

/** Milliseconds of a piece: links are whole but where a built road meets them. */
function toPieceMs(linkMs: Float64Array, { link, fromShare, toShare }: RoadPiece): number {
  const whole = linkMs[link] as number;
  if (fromShare === 0 && toShare === 1) return whole;
  return toCumulative(toShare, whole) - toCumulative(fromShare, whole);
}

export function drawRoads(roads: Roads, values: Values): DrawnRoads {
  const { state, graph, order, pieces } = roads;
  const linkMs = listLinkTimes(values.dataset, state, values.setting, listLengthsM(state, values));
  const { vertexCount, edgeCount, head, tail } = graph;
  const cost = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1)
    cost[edge] = toPieceMs(linkMs, pieces[order[edge] as number] as RoadPiece);
  return { roads, values, linkMs, meetings: new Map(), graph: { vertexCount, edgeCount, head, tail, cost } };
}

/** Times to one place. */
export type TimesTo = (origin: readonly Connector[] | null) => number;

/** Milliseconds to a place by its connectors from any origin's; Infinity where there is no way. */
export function searchTimesTo(drawn: DrawnRoads, target: readonly Connector[] | null): TimesTo {
  if (target === null) return () => Infinity;
  const { roads, linkMs, graph } = drawn;
  const ends = listMeetings(drawn, target);
  const seeds = ends.map(({ piece, share, connectorMs }): Seed => {
    const { link, from, fromShare } = roads.pieces[piece] as RoadPiece;
    const whole = linkMs[link] as number;
    const alongMs = toCumulative(share, whole) - toCumulative(fromShare, whole);
    return { vertex: from, cost: alongMs + connectorMs };
  });
  const toTarget = searchCostsToSeeds(graph, seeds);
  const endsOf = new Map<number, Meeting[]>();
  for (const end of ends) endsOf.set(end.piece, [...(endsOf.get(end.piece) ?? []), end]);
  return (origin) => {
    if (origin === null) return Infinity;
    let least = Infinity;
    for (const begin of listMeetings(drawn, origin)) {
      const { link, to, toShare } = roads.pieces[begin.piece] as RoadPiece;
      const whole = linkMs[link] as number;
      const done = toCumulative(begin.share, whole);
      const around = toCumulative(toShare, whole) - done + (toTarget[to] as number);
      least = Math.min(least, begin.connectorMs + around);
      // Both on one piece, the target not behind: straight along it.
      for (const end of endsOf.get(begin.piece) ?? []) {
        if (end.share < begin.share) continue;
        const along = toCumulative(end.share, whole) - done;
        least = Math.min(least, begin.connectorMs + along + end.connectorMs);
      }
    }
    return least;
  };
}
