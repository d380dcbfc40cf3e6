/** Least sums of any edge weight from every vertex to one target: a search on the reversed graph. */
import type { Graph } from './graph.ts';
import { VertexQueue } from './queue.ts';

/** Edges grouped by head: those into v are edge[firstIn[v]] … edge[firstIn[v + 1] − 1]. */
interface Reversed {
  readonly firstIn: Uint32Array;
  readonly edge: Uint32Array;
}

/** Keyed by the head array, which graphs at other costs share. */
const REVERSED = new WeakMap<Uint32Array, Reversed>();

function reverse({ vertexCount, edgeCount, head }: Graph): Reversed {
  const known = REVERSED.get(head);
  if (known !== undefined) return known;
  const firstIn = new Uint32Array(vertexCount + 1);
  for (const v of head) firstIn[v + 1] = (firstIn[v + 1] as number) + 1;
  for (let v = 0; v < vertexCount; v += 1)
    firstIn[v + 1] = (firstIn[v + 1] as number) + (firstIn[v] as number);
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

/** Least sum of `weight` (non-negative, by edge) from every vertex to the target; Infinity where none leads. */
export function searchBounds(graph: Graph, target: number, weight: Int32Array): Float64Array {
  const { firstIn, edge } = reverse(graph);
  const bound = new Float64Array(graph.vertexCount).fill(Infinity);
  const queue = new VertexQueue(bound, new Float64Array(graph.vertexCount), null);
  bound[target] = 0;
  queue.push(target);
  while (queue.size > 0) {
    const vertex = queue.pop();
    const end = firstIn[vertex + 1] as number;
    for (let i = firstIn[vertex] as number; i < end; i += 1) {
      const e = edge[i] as number;
      const tail = graph.tail[e] as number;
      const sum = (bound[vertex] as number) + (weight[e] as number);
      if (sum >= (bound[tail] as number)) continue;
      bound[tail] = sum;
      queue.push(tail);
    }
  }
  return bound;
}
