/** Least sums of edge weights from every vertex to one target: a search on the reversed graph. */
import type { Graph } from './graph.ts';
import { VertexQueue } from './queue.ts';

/** Weights by edge, 0 or more. */
export type Weights = Int32Array | Float64Array;

/** What is at least to come between each vertex and the target. */
export interface Bounds {
  readonly target: number;
  /** Least sum of the first weight; Infinity where the target cannot be reached. */
  readonly first: Float64Array;
  /** Least sum of the second weight among the paths of that least sum. */
  readonly second: Float64Array;
  /** First edge of such a path; −1 at the target and where it cannot be reached. */
  readonly edge: Int32Array;
}

/** Edges grouped by head: those into v are edge[firstIn[v]] … edge[firstIn[v + 1] − 1]. */
export interface Reversed {
  readonly firstIn: Uint32Array;
  readonly edge: Uint32Array;
}

/** Keyed by the head array, which graphs at other costs share. */
const REVERSED = new WeakMap<Uint32Array, Reversed>();

/** Edges of a graph by head, made once for all graphs that differ in costs alone. */
export function reverse({
  vertexCount,
  edgeCount,
  head,
}: Pick<Graph, 'vertexCount' | 'edgeCount' | 'head'>): Reversed {
  const known = REVERSED.get(head);
  if (known !== undefined) return known;
  const firstIn = new Uint32Array(vertexCount + 1);
  for (const v of head) firstIn[v + 1] = (firstIn[v + 1] as number) + 1;
  for (let v = 0; v < vertexCount; v += 1) {
    firstIn[v + 1] = (firstIn[v + 1] as number) + (firstIn[v] as number);
  }
  const next = firstIn.slice();
  const edge = new Uint32Array(edgeCount);
  for (const [e, v] of head.entries()) {
    edge[next[v] as number] = e;
    next[v] = (next[v] as number) + 1;
  }
  const reversed = { firstIn, edge };
  REVERSED.set(head, reversed);
  return reversed;
}

/**
 * The same edges the other way, so that a search against them runs along: an edge keeps its number and its cost.
 *
 * @example
 * const edges = { head: Uint32Array.of(1), tail: Uint32Array.of(0), cost: Int32Array.of(5) };
 * [...turnAround({ vertexCount: 2, edgeCount: 1, ...edges }).head]; // → [0]
 */
export function turnAround<T extends Pick<Graph, 'head' | 'tail'>>(graph: T): T {
  return { ...graph, head: graph.tail, tail: graph.head };
}

/** A vertex and what is still to come from there, by both weights. */
export interface BoundSeed {
  readonly vertex: number;
  readonly first: number;
  readonly second: number;
}

/** Least sums to whichever of some seeds is nearest; an edge of −1 also where one begins. */
export type SeededBounds = Omit<Bounds, 'target'>;

/** Least sums of two weights, the first before the second, from every vertex to the target. */
export function searchBounds(graph: Graph, target: number, first: Weights, second: Weights): Bounds {
  return { target, ...searchFarBounds(graph, [{ vertex: target, first: 0, second: 0 }], first, second) };
}

/** The same to some seeds, however large the sums; edges of a first weight from `closedFrom` on are left out. */
export function searchFarBounds(
  graph: Graph,
  seeds: readonly BoundSeed[],
  first: Weights,
  second: Weights,
  closedFrom = Infinity,
): SeededBounds {
  const { firstIn, edge: edgesIn } = reverse(graph);
  const sums = [new Float64Array(graph.vertexCount), new Float64Array(graph.vertexCount)] as const;
  const [firstSum, secondSum] = [sums[0].fill(Infinity), sums[1].fill(Infinity)];
  const edge = new Int32Array(graph.vertexCount).fill(-1);
  const queue = new VertexQueue(firstSum, secondSum, null);
  const offer = (vertex: number, sum: number, other: number, by: number): void => {
    if (sum > (firstSum[vertex] as number)) return;
    if (sum === firstSum[vertex] && other >= (secondSum[vertex] as number)) return;
    firstSum[vertex] = sum;
    secondSum[vertex] = other;
    edge[vertex] = by;
    queue.push(vertex);
  };
  for (const seed of seeds) offer(seed.vertex, seed.first, seed.second, -1);
  while (queue.size > 0) {
    const vertex = queue.pop();
    const [sum, other] = [firstSum[vertex] as number, secondSum[vertex] as number];
    const end = firstIn[vertex + 1] as number;
    for (let i = firstIn[vertex] as number; i < end; i += 1) {
      const e = edgesIn[i] as number;
      const weight = first[e] as number;
      if (weight < closedFrom) offer(graph.tail[e] as number, sum + weight, other + (second[e] as number), e);
    }
  }
  return { first: firstSum, second: secondSum, edge };
}

/** Edges of a least path from a vertex to the target of the bounds, which it must reach. */
export function followBounds(graph: Graph, bounds: Bounds, source: number): readonly number[] {
  const edges: number[] = [];
  for (let v = source; v !== bounds.target; v = graph.head[edges.at(-1) as number] as number) {
    edges.push(bounds.edge[v] as number);
  }
  return edges;
}
