/**
 * Least costs where sums may pass what 32 bits hold: a heap of plain numbers, each a cost and a vertex, in which a
 * vertex whose cost fell simply stands again. Half as fast as `costs.ts`, which turns to it when it must.
 */
import { reverse } from './bounds.ts';
import type { BackwardGraph, Seed } from './costs.ts';

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

/** Least cost from every vertex to whichever seed is cheapest; Infinity where none can be reached. */
export function searchFarCosts(
  graph: BackwardGraph,
  seeds: readonly Seed[],
  closed: Uint8Array | null,
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
