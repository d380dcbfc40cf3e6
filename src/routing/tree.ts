/**
 * One source to all vertices: Dijkstra on integers, exact, with an order between equal costs: less length,
 * then the smaller label sequence (`path.ts`). The order is exact where edges of one label form one chain,
 * as the pieces of a cut road do, and no labelled edge is free; other graphs still get a least cost, a least
 * length and the same answer every time. Edges that cost nothing and have no length are safe: a predecessor
 * is always settled before what it leads to.
 */
import type { Graph } from './graph.ts';
import { createPathOrder, type Tree } from './path.ts';
import { VertexQueue } from './queue.ts';

/** An edge of no cost and no length: equal vertices must then leave the queue in the order of their paths. */
function hasFreeEdge({ cost, length }: Graph): boolean {
  return cost.some((value, edge) => value === 0 && length[edge] === 0);
}

/** A search under way: shared by every search from one source. */
export interface Search {
  readonly tree: Tree;
  readonly settled: Uint8Array;
  readonly queue: VertexQueue;
  readonly comparePaths: (edgeA: number, edgeB: number) => number;
}

/** A search that has reached its source alone. Throws RangeError for a source that is no vertex. */
export function startSearch(graph: Graph, source: number): Search {
  if (!(Number.isInteger(source) && source >= 0 && source < graph.vertexCount)) {
    throw new RangeError(`${source} is no vertex`);
  }
  const cost = new Float64Array(graph.vertexCount).fill(Infinity);
  const length = new Float64Array(graph.vertexCount).fill(Infinity);
  const edge = new Int32Array(graph.vertexCount).fill(-1);
  const comparePaths = createPathOrder(graph, source, edge);
  const isBefore = (a: number, b: number): boolean => comparePaths(edge[a] as number, edge[b] as number) < 0;
  const queue = new VertexQueue(cost, length, hasFreeEdge(graph) ? isBefore : null);
  cost[source] = 0;
  length[source] = 0;
  queue.push(source);
  return {
    tree: { source, cost, length, edge },
    settled: new Uint8Array(graph.vertexCount),
    queue,
    comparePaths,
  };
}

/** Offers every edge out of a settled vertex to its head. */
function relaxAll(graph: Graph, { tree, settled, queue, comparePaths }: Search, vertex: number): void {
  const costHere = tree.cost[vertex] as number;
  const lengthHere = tree.length[vertex] as number;
  const end = graph.firstOut[vertex + 1] as number;
  for (let edge = graph.firstOut[vertex] as number; edge < end; edge += 1) {
    const head = graph.head[edge] as number;
    if (settled[head] === 1) continue;
    const cost = costHere + (graph.cost[edge] as number);
    const known = tree.cost[head] as number;
    if (cost > known) continue;
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
 * Least paths from a vertex to all others. Throws RangeError for a source that is no vertex.
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
 * [...searchTree(graph, 0).cost]; // → [0, 7]
 * [...searchTree(graph, 0).edge]; // → [-1, 1]
 */
export function searchTree(graph: Graph, source: number): Tree {
  const search = startSearch(graph, source);
  while (search.queue.size > 0) {
    const vertex = search.queue.pop();
    search.settled[vertex] = 1;
    relaxAll(graph, search, vertex);
  }
  return search.tree;
}
