/**
 * Least costs from every vertex to one target and nothing else: no lengths, no paths. A heap of plain numbers,
 * each a cost and a vertex, in which a vertex whose cost fell simply stands again.
 */
import { reverse } from './bounds.ts';
import type { Graph } from './graph.ts';

/** Keys are cost × vertices + vertex: whole and exact as long as that is below 2^53. */
interface Heap {
  keys: Float64Array;
  size: number;
}

/** Every search empties it, and none calls another. */
const HEAP: Heap = { keys: new Float64Array(4096), size: 0 };

function push(heap: Heap, key: number): void {
  if (heap.size === heap.keys.length) {
    const bigger = new Float64Array(2 * heap.size);
    bigger.set(heap.keys);
    heap.keys = bigger;
  }
  const { keys } = heap;
  let at = heap.size;
  heap.size += 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = keys[up] as number;
    if (parent <= key) break;
    keys[at] = parent;
    at = up;
  }
  keys[at] = key;
}

function pop(heap: Heap): number {
  const { keys } = heap;
  const top = keys[0] as number;
  heap.size -= 1;
  const { size } = heap;
  const key = keys[size] as number;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= size) break;
    if (down + 1 < size && (keys[down + 1] as number) < (keys[down] as number)) down += 1;
    if ((keys[down] as number) >= key) break;
    keys[at] = keys[down] as number;
    at = down;
  }
  keys[at] = key;
  return top;
}

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
  graph: Pick<Graph, 'vertexCount' | 'edgeCount' | 'head' | 'tail' | 'cost'>,
  seeds: readonly Seed[],
  closed: Uint8Array | null = null,
): Float64Array {
  const { vertexCount, tail, cost } = graph;
  const { firstIn, edge: edgesIn } = reverse(graph);
  const sums = new Float64Array(vertexCount).fill(Infinity);
  const heap = HEAP;
  for (const seed of seeds) {
    if (seed.cost >= (sums[seed.vertex] as number)) continue;
    sums[seed.vertex] = seed.cost;
    push(heap, seed.cost * vertexCount + seed.vertex);
  }
  while (heap.size > 0) {
    const key = pop(heap);
    const sum = Math.floor(key / vertexCount);
    const vertex = key - sum * vertexCount;
    if (sum > (sums[vertex] as number)) continue;
    const end = firstIn[vertex + 1] as number;
    for (let i = firstIn[vertex] as number; i < end; i += 1) {
      const edge = edgesIn[i] as number;
      const from = tail[edge] as number;
      const through = sum + (cost[edge] as number);
      if (through >= (sums[from] as number) || closed?.[edge] === 1) continue;
      sums[from] = through;
      push(heap, through * vertexCount + from);
    }
  }
  return sums;
}
