/**
 * The roads of a state as one graph that no place cuts, only the roads that a scenario built; and where connectors meet
 * its pieces. Times between places over it equal those of the cut network to the millisecond, because a cut link's
 * pieces add up to the link.
 */
import type { Dataset } from '../model/dataset.ts';
import { buildGraph, type Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import type { Connector } from './connectors.ts';
import { connectorTimeMs } from './impedance.ts';
import { findRoadTable, listLinkPieces, type RoadPiece } from './road-table.ts';
import type { Setting } from './setting.ts';
import { toCumulative } from './topology.ts';

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
export interface Meeting {
  readonly piece: number;
  readonly share: number;
  readonly connectorMs: number;
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

/** Every meeting of some connectors with open pieces, in either direction. */
export function listMeetings(
  roads: Roads,
  dataset: Dataset,
  setting: Setting,
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

/** Milliseconds of a piece: links are whole but where a built road meets them. */
export function toPieceMs(linkMs: Float64Array, { link, fromShare, toShare }: RoadPiece): number {
  const whole = linkMs[link] as number;
  if (fromShare === 0 && toShare === 1) return whole;
  return toCumulative(toShare, whole) - toCumulative(fromShare, whole);
}
