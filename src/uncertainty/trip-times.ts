/**
 * Times between places for one draw after another. The roads of a scenario are one graph, cut only where a built road
 * meets another: a search runs backwards from where a place's connectors meet the roads, and an origin adds its own
 * connectors. Equal to the skim to the millisecond, because a cut link's pieces add up to the link.
 */
import type { LonLat } from '../model/source.ts';
import {
  findConnectors,
  findConnectorsOnce,
  type Connector,
  type MoveRoads,
  type Place,
} from '../network/connectors.ts';
import { listLinkTimes } from '../network/link-times.ts';
import { listMeetings, toPieceMs, type Meeting, type Roads } from '../network/road-pieces.ts';
import type { RoadPiece } from '../network/road-table.ts';
import { toCumulative } from '../network/topology.ts';
import { DataError } from '../problems.ts';
import { searchCostsToSeeds, type Seed } from '../routing/costs.ts';
import type { Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import { listLengthsM } from './lengths.ts';
import type { Values } from './values.ts';

/**
 * Connectors of a place in a state where it and the roads lie in a draw; null where it is off the map. A place that the
 * scenario puts somewhere stands there in every draw. `move` null = the roads lie as recorded.
 */
export function findMovedConnectors(
  { dataset, at: put, absent }: Pick<RoadState, 'dataset' | 'at' | 'absent'>,
  { id, at }: Place,
  moved: LonLat | undefined,
  move: MoveRoads | null,
): readonly Connector[] | null {
  if (absent.has(id)) return [];
  const here = { id, at: put.get(id) ?? moved ?? at };
  if (move === null && (moved === undefined || put.has(id))) return findConnectors(dataset, here);
  try {
    return findConnectorsOnce(dataset, here, move ?? undefined);
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

function findMeetings(
  { roads, values: { dataset, setting }, meetings }: DrawnRoads,
  connectors: readonly Connector[],
): readonly Meeting[] {
  const found = meetings.get(connectors) ?? listMeetings(roads, dataset, setting, connectors);
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

function toCosts({ graph, order, pieces }: Roads, linkMs: Float64Array): DrawnRoads['graph'] {
  const { vertexCount, edgeCount, head, tail } = graph;
  const cost = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1)
    cost[edge] = toPieceMs(linkMs, pieces[order[edge] as number] as RoadPiece);
  return { vertexCount, edgeCount, head, tail, cost };
}

/** The roads with the times that a set of values gives their links. */
export function drawRoads(roads: Roads, values: Values): DrawnRoads {
  const { state } = roads;
  const linkMs = listLinkTimes(values.dataset, state, values.setting, listLengthsM(state, values));
  return { roads, values, linkMs, meetings: new Map(), graph: toCosts(roads, linkMs) };
}

/** The same roads with other times of their links, in ms by link of the state. */
export function withLinkTimes(drawn: DrawnRoads, linkMs: Float64Array): DrawnRoads {
  return { ...drawn, linkMs, graph: toCosts(drawn.roads, linkMs) };
}

/** Links that are left out: 1 by link of the state, and by edge of its graph. */
export interface Closed {
  readonly links: Uint8Array;
  readonly edges: Uint8Array;
}

/** Some links of a state as left out: 1 by link. */
export function closeLinks({ order, pieces }: Roads, links: Uint8Array): Closed {
  const edges = Uint8Array.from(order, (piece) => links[(pieces[piece] as RoadPiece).link] as number);
  return { links, edges };
}

/** Meetings on links that are not left out. */
export function listOpenMeetings(
  drawn: DrawnRoads,
  connectors: readonly Connector[],
  closed: Closed | null,
): readonly Meeting[] {
  const all = findMeetings(drawn, connectors);
  if (closed === null) return all;
  return all.filter(({ piece }) => closed.links[(drawn.roads.pieces[piece] as RoadPiece).link] === 0);
}

/** Times to one place. */
export type TimesTo = (origin: readonly Connector[] | null) => number;

/** Milliseconds from every vertex to where connectors meet the roads and along them; Infinity where there is no way. */
export function searchCostsTo(
  { roads, linkMs, graph }: DrawnRoads,
  ends: readonly Meeting[],
  closed: Closed | null = null,
): Float64Array {
  const seeds = ends.map(({ piece, share, connectorMs }): Seed => {
    const { link, from, fromShare } = roads.pieces[piece] as RoadPiece;
    const whole = linkMs[link] as number;
    const alongMs = toCumulative(share, whole) - toCumulative(fromShare, whole);
    return { vertex: from, cost: alongMs + connectorMs };
  });
  return searchCostsToSeeds(graph, seeds, closed?.edges ?? null);
}

/** Milliseconds to a place by its connectors from any origin's; Infinity where there is no way. Links may be left out. */
export function searchTimesTo(
  drawn: DrawnRoads,
  target: readonly Connector[] | null,
  closed: Closed | null = null,
): TimesTo {
  if (target === null) return () => Infinity;
  const { roads, linkMs } = drawn;
  const ends = listOpenMeetings(drawn, target, closed);
  const toTarget = searchCostsTo(drawn, ends, closed);
  const endsOf = new Map<number, Meeting[]>();
  for (const end of ends) endsOf.set(end.piece, [...(endsOf.get(end.piece) ?? []), end]);
  return (origin) => {
    if (origin === null) return Infinity;
    let least = Infinity;
    for (const begin of listOpenMeetings(drawn, origin, closed)) {
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
