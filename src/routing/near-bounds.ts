/**
 * Least costs, and among paths of the same cost least lengths, from every vertex to some seeds: a search over buckets
 * for networks of a city's size. It says what `searchBounds` says in a fraction of the time.
 */
import { reverse, searchFarBounds, type BoundSeed, type SeededBounds } from './bounds.ts';
import { BucketQueue, planBuckets, spans, UNREACHED, type BucketPlan } from './bucket-queue.ts';
import type { Graph } from './graph.ts';

/** Plans by costs, which graphs do not change: a city is asked again and again. */
const PLANS = new WeakMap<Int32Array, BucketPlan>();

/** A queue for keys so far apart; any plan finds the same, one for other costs more slowly. */
export function createBoundsQueue(cost: Int32Array, span: number): BucketQueue {
  const plan = PLANS.get(cost) ?? planBuckets(cost);
  PLANS.set(cost, plan);
  return new BucketQueue(spans(plan, span) ? plan : planBuckets(cost, span));
}

/** Sums under way. */
export interface BoundsSearch extends SeededBounds {
  readonly graph: Graph;
  readonly queue: BucketQueue;
  readonly closedFrom: number;
  /** Gets the vertices whose sums are written; null = nobody asks. */
  readonly touched: number[] | null;
}

function plant({ first, second, queue }: BoundsSearch, seeds: readonly BoundSeed[]): void {
  for (const seed of seeds) {
    const { vertex } = seed;
    if (seed.first > (first[vertex] as number)) continue;
    if (seed.first === first[vertex] && seed.second >= (second[vertex] as number)) continue;
    first[vertex] = seed.first;
    second[vertex] = seed.second;
    queue.push(vertex, seed.first);
  }
}

/** False as soon as a sum does not fit. A vertex whose length falls at the same cost is settled again. */
export function settleBounds({
  graph,
  queue,
  closedFrom,
  touched,
  first,
  second,
  edge,
}: BoundsSearch): boolean {
  const { tail, cost, length } = graph;
  const { firstIn, edge: edgesIn } = reverse(graph);
  while (queue.size > 0) {
    const vertex = queue.pop();
    const sum = queue.key;
    if (sum !== first[vertex]) continue;
    const other = second[vertex] as number;
    const end = firstIn[vertex + 1] as number;
    for (let i = firstIn[vertex] as number; i < end; i += 1) {
      const e = edgesIn[i] as number;
      const from = tail[e] as number;
      const through = sum + (cost[e] as number);
      const known = first[from] as number;
      if (through > known || (cost[e] as number) >= closedFrom) continue;
      if (through >= UNREACHED) return false;
      const longer = other + (length[e] as number);
      if (through === known && longer >= (second[from] as number)) continue;
      first[from] = through;
      second[from] = longer;
      edge[from] = e;
      touched?.push(from);
      queue.push(from, through);
    }
  }
  return true;
}

/**
 * Least costs and lengths to whichever seed is nearest, at the graph's own costs; edges of a cost from `closedFrom` on
 * are left out. The sums are those of a search on the graph with one more vertex, to which the seeds are edges.
 *
 * @example
 * const graph = {
 *   vertexCount: 2,
 *   edgeCount: 2,
 *   firstOut: Uint32Array.of(0, 2, 2),
 *   head: Uint32Array.of(1, 1),
 *   tail: Uint32Array.of(0, 0),
 *   cost: Int32Array.of(9, 7),
 *   length: Float64Array.of(1, 3),
 *   label: Int32Array.of(0, 1),
 * };
 * const { first, second } = searchNearBounds(graph, [{ vertex: 1, first: 2, second: 5 }]);
 * [...first, ...second]; // → [9, 2, 8, 5]
 */
export function searchNearBounds(
  graph: Graph,
  seeds: readonly BoundSeed[],
  closedFrom = Infinity,
): SeededBounds {
  const dearest = seeds.reduce((most, seed) => Math.max(most, seed.first), 0);
  if (dearest < UNREACHED) {
    const bounds: SeededBounds = {
      first: new Float64Array(graph.vertexCount).fill(Infinity),
      second: new Float64Array(graph.vertexCount).fill(Infinity),
      edge: new Int32Array(graph.vertexCount).fill(-1),
    };
    const queue = createBoundsQueue(graph.cost, dearest);
    const search = { graph, queue, closedFrom, touched: null, ...bounds };
    plant(search, seeds);
    if (settleBounds(search)) return bounds;
  }
  return searchFarBounds(graph, seeds, graph.cost, graph.length, closedFrom);
}
