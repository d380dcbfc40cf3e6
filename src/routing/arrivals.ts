/**
 * One source at one moment to all vertices where the cost of an edge hangs on when it is entered: Dijkstra on the time
 * passed since departure. Exact as long as nobody arrives earlier by leaving later (first in, first out); between
 * equal times the order of `tree.ts`, so that unchanging costs give the same tree.
 */
import type { Graph } from './graph.ts';
import type { Tree } from './path.ts';
import { startSearch, type Search } from './tree.ts';

/**
 * Cost of an edge entered at a moment, with any waiting before it; Infinity = it cannot be entered any more. A whole
 * number, 0 or more; moments are whole numbers of the same unit and may lie below 0.
 */
export type Travel = (edge: number, at: number) => number;

function relaxAll(graph: Graph, search: Search, vertex: number, departure: number, travel: Travel): void {
  const { tree, settled, queue, comparePaths } = search;
  const costHere = tree.cost[vertex] as number;
  const lengthHere = tree.length[vertex] as number;
  const end = graph.firstOut[vertex + 1] as number;
  for (let edge = graph.firstOut[vertex] as number; edge < end; edge += 1) {
    const head = graph.head[edge] as number;
    if (settled[head] === 1) continue;
    const cost = costHere + travel(edge, departure + costHere);
    const known = tree.cost[head] as number;
    if (cost > known || cost === Infinity) continue;
    const length = lengthHere + (graph.length[edge] as number);
    if (cost === known) {
      const knownLength = tree.length[head] as number;
      if (length > knownLength) continue;
      if (length === knownLength && comparePaths(edge, tree.edge[head] as number) >= 0) continue;
    }
    tree.cost[head] = cost;
    tree.length[head] = length;
    tree.edge[head] = edge;
    queue.push(head);
  }
}

/**
 * Earliest arrivals from a vertex left at a moment, as time passed since. Throws RangeError for a source that is no
 * vertex.
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
 * const slowAfter10 = (edge: number, at: number): number => (edge === 1 && at > 10 ? 20 : 9 - 2 * edge);
 * [0, 11].map((at) => searchArrivals(graph, 0, at, slowAfter10).cost[1]); // → [7, 9]
 */
export function searchArrivals(graph: Graph, source: number, departure: number, travel: Travel): Tree {
  const search = startSearch(graph, source);
  while (search.queue.size > 0) {
    const vertex = search.queue.pop();
    search.settled[vertex] = 1;
    relaxAll(graph, search, vertex, departure, travel);
  }
  return search.tree;
}
