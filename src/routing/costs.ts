/**
 * Least costs from every vertex to one target and nothing else: no lengths, no paths. A bucket queue over sums in 32
 * bits; where a sum passes them the search begins again over plain numbers.
 */
import { reverse } from './bounds.ts';
import { BucketQueue, planBuckets, UNREACHED } from './bucket-queue.ts';
import { searchFarCosts } from './far-costs.ts';
import type { Graph } from './graph.ts';

/** What a search against the edges needs of a graph. */
export type BackwardGraph = Pick<Graph, 'vertexCount' | 'edgeCount' | 'head' | 'tail' | 'cost'>;

/** A vertex and what is still to come from there. */
export interface Seed {
  readonly vertex: number;
  readonly cost: number;
}

/**
 * Least cost from every vertex to the target; Infinity where it cannot be reached. Edges marked 1 in `closed` are
 * left out.
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
 * [...searchCosts(graph, 1)]; // → [7, 0]
 */
export function searchCosts(graph: Graph, target: number, closed: Uint8Array | null = null): Float64Array {
  return searchCostsToSeeds(graph, [{ vertex: target, cost: 0 }], closed);
}

/** The same to whichever seed is cheapest, its own cost counted. */
export function searchCostsToSeeds(
  graph: BackwardGraph,
  seeds: readonly Seed[],
  closed: Uint8Array | null = null,
): Float64Array {
  return searchNearCosts(graph, seeds, closed) ?? searchFarCosts(graph, seeds, closed);
}

/** Null where a sum does not fit. */
function searchNearCosts(
  graph: BackwardGraph,
  seeds: readonly Seed[],
  closed: Uint8Array | null,
): Float64Array | null {
  const sums = new Int32Array(graph.vertexCount).fill(UNREACHED);
  const dearest = seeds.reduce((most, seed) => Math.max(most, seed.cost), 0);
  if (dearest >= UNREACHED) return null;
  const queue = new BucketQueue(planBuckets(graph.cost, dearest));
  for (const { vertex, cost } of seeds) {
    if (cost >= (sums[vertex] as number)) continue;
    sums[vertex] = cost;
    queue.push(vertex, cost);
  }
  return settleBackwards(graph, queue, sums, closed) ? toCosts(sums) : null;
}

/** False as soon as a sum does not fit. */
function settleBackwards(
  graph: BackwardGraph,
  queue: BucketQueue,
  sums: Int32Array,
  closed: Uint8Array | null,
): boolean {
  const { tail, cost } = graph;
  const { firstIn, edge: edgesIn } = reverse(graph);
  while (queue.size > 0) {
    const vertex = queue.pop();
    const sum = queue.key;
    if (sum !== sums[vertex]) continue;
    const end = firstIn[vertex + 1] as number;
    for (let i = firstIn[vertex] as number; i < end; i += 1) {
      const edge = edgesIn[i] as number;
      const from = tail[edge] as number;
      const through = sum + (cost[edge] as number);
      if (through >= (sums[from] as number)) {
        if (through >= UNREACHED && sums[from] === UNREACHED && closed?.[edge] !== 1) return false;
        continue;
      }
      if (closed?.[edge] === 1) continue;
      sums[from] = through;
      queue.push(from, through);
    }
  }
  return true;
}

function toCosts(sums: Int32Array): Float64Array {
  const costs = new Float64Array(sums.length);
  for (let v = 0; v < sums.length; v += 1) {
    const sum = sums[v] as number;
    costs[v] = sum === UNREACHED ? Infinity : sum;
  }
  return costs;
}
