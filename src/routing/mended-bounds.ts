/**
 * Bounds after some edges cost something else, from those before: what hangs below such an edge is forgotten and found
 * again from what is around it, and whatever has become nearer is offered its new way. What a close or a slow road costs
 * is then the part of the map behind it and not the whole.
 */
import { reverse, type BoundSeed, type SeededBounds } from './bounds.ts';
import { UNREACHED } from './bucket-queue.ts';
import type { Graph } from './graph.ts';
import { createBoundsQueue, searchNearBounds, settleBounds } from './near-bounds.ts';

export interface Bounded {
  readonly graph: Graph;
  readonly bounds: SeededBounds;
}

export interface Mended {
  readonly bounds: SeededBounds;
  /** 1 for vertices whose sums or least ways may not be what they were. */
  readonly isOther: Uint8Array;
}

/** Vertices whose kept ways lead over one of some edges. */
function listLost(
  { graph, bounds }: Bounded,
  edges: readonly number[],
  isLost: Uint8Array,
): readonly number[] {
  const { firstIn, edge: edgesIn } = reverse(graph);
  const lost: number[] = [];
  const lose = (e: number): void => {
    const vertex = graph.tail[e] as number;
    if (bounds.edge[vertex] !== e || isLost[vertex] === 1) return;
    isLost[vertex] = 1;
    lost.push(vertex);
  };
  for (const e of edges) lose(e);
  for (let i = 0; i < lost.length; i += 1) {
    const vertex = lost[i] as number;
    for (let k = firstIn[vertex] as number; k < (firstIn[vertex + 1] as number); k += 1)
      lose(edgesIn[k] as number);
  }
  return lost;
}

/** Writes what is less, and lists where. */
function createOffer({ first, second, edge }: SeededBounds): {
  readonly offer: (vertex: number, sum: number, other: number, by: number) => void;
  readonly waiting: readonly number[];
} {
  const waiting: number[] = [];
  const offer = (vertex: number, sum: number, other: number, by: number): void => {
    const known = first[vertex] as number;
    if (sum > known || (sum === known && other >= (second[vertex] as number))) return;
    first[vertex] = sum;
    second[vertex] = other;
    edge[vertex] = by;
    waiting.push(vertex);
  };
  return { offer, waiting };
}

/** Settles what has new sums; false as soon as one does not fit. The plan may be that of the costs before. */
function settleFrom(
  graph: Graph,
  bounds: SeededBounds,
  waiting: readonly number[],
  closedFrom: number,
  plannedBy: Int32Array,
): boolean {
  let [low, high] = [Infinity, 0];
  for (const vertex of waiting) {
    low = Math.min(low, bounds.first[vertex] as number);
    high = Math.max(high, bounds.first[vertex] as number);
  }
  if (high >= UNREACHED) return false;
  const queue = createBoundsQueue(plannedBy, high - Math.min(low, high));
  queue.start(Math.min(low, high));
  for (const vertex of waiting) queue.push(vertex, bounds.first[vertex] as number);
  return settleBounds({ graph, queue, closedFrom, ...bounds });
}

/** Whether an edge lies on a least way from its tail. */
function isTight({ graph, bounds }: Bounded, e: number, closedFrom: number): boolean {
  const [tail, head, cost] = [graph.tail[e] as number, graph.head[e] as number, graph.cost[e] as number];
  const sum = (bounds.first[head] as number) + cost;
  if (cost >= closedFrom || sum === Infinity || sum !== bounds.first[tail]) return false;
  return (bounds.second[head] as number) + (graph.length[e] as number) === bounds.second[tail];
}

/** Marks what has other sums, what a changed edge led or leads on, and everything whose ways pass there. */
function markOther(
  before: Bounded,
  after: Bounded,
  changed: readonly number[],
  closedFrom: number,
): Uint8Array {
  const { vertexCount, tail } = after.graph;
  const isOther = new Uint8Array(vertexCount);
  const others: number[] = [];
  const mark = (vertex: number): void => {
    if (isOther[vertex] === 1) return;
    isOther[vertex] = 1;
    others.push(vertex);
  };
  const [old, now] = [before.bounds, after.bounds];
  for (let v = 0; v < vertexCount; v += 1)
    if (old.first[v] !== now.first[v] || old.second[v] !== now.second[v]) mark(v);
  const isOnWay = (e: number): boolean => isTight(before, e, closedFrom) || isTight(after, e, closedFrom);
  for (const e of changed) if (isOnWay(e)) mark(tail[e] as number);
  const { firstIn, edge: edgesIn } = reverse(after.graph);
  for (let i = 0; i < others.length; i += 1) {
    const vertex = others[i] as number;
    for (let k = firstIn[vertex] as number; k < (firstIn[vertex + 1] as number); k += 1)
      if (isOnWay(edgesIn[k] as number)) mark(tail[edgesIn[k] as number] as number);
  }
  return isOther;
}

/**
 * Bounds to the same seeds over the same edges at other costs; `changed` are all edges whose cost, or whatever else
 * counts about them, is not what it was. Says what `searchNearBounds` says of the sums; of the edges to them any that fits.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 1, 2, 2), head: Uint32Array.of(1, 2), tail: Uint32Array.of(0, 1) };
 * const more = { length: Float64Array.of(1, 1), label: Int32Array.of(0, 1) };
 * const graph = { vertexCount: 3, edgeCount: 2, ...edges, ...more, cost: Int32Array.of(5, 7) };
 * const seeds = [{ vertex: 2, first: 0, second: 0 }];
 * const before = { graph, bounds: searchNearBounds(graph, seeds) };
 * const { bounds, isOther } = mendBounds(before, { ...graph, cost: Int32Array.of(6, 7) }, [0], seeds);
 * [...bounds.first]; // → [13, 7, 0]
 * [...isOther]; // → [1, 0, 0]
 */
export function mendBounds(
  before: Bounded,
  graph: Graph,
  changed: readonly number[],
  seeds: readonly BoundSeed[],
  closedFrom = Infinity,
): Mended {
  const [first, second] = [before.bounds.first.slice(), before.bounds.second.slice()];
  const bounds: SeededBounds = { first, second, edge: before.bounds.edge.slice() };
  const isLost = new Uint8Array(graph.vertexCount);
  const lost = listLost(before, changed, isLost);
  for (const vertex of lost) first[vertex] = second[vertex] = Infinity;
  const { offer, waiting } = createOffer(bounds);
  const offerBy = (e: number): void => {
    const [head, cost] = [graph.head[e] as number, graph.cost[e] as number];
    if (cost >= closedFrom || isLost[head] === 1) return;
    offer(
      graph.tail[e] as number,
      (first[head] as number) + cost,
      (second[head] as number) + (graph.length[e] as number),
      e,
    );
  };
  for (const seed of seeds) if (isLost[seed.vertex] === 1) offer(seed.vertex, seed.first, seed.second, -1);
  for (const vertex of lost)
    for (let e = graph.firstOut[vertex] as number; e < (graph.firstOut[vertex + 1] as number); e += 1)
      offerBy(e);
  for (const e of changed) offerBy(e);
  if (!settleFrom(graph, bounds, waiting, closedFrom, before.graph.cost)) {
    const anew = searchNearBounds(graph, seeds, closedFrom);
    return { bounds: anew, isOther: new Uint8Array(graph.vertexCount).fill(1) };
  }
  return { bounds, isOther: markOther(before, { graph, bounds }, changed, closedFrom) };
}
