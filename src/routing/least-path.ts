/**
 * The least path from a vertex to the target of a backward search, the same that `searchTree` chooses: of equal
 * cost and length the one of the smaller labels. Only edges on some least path are looked at, which are few, so
 * that many sources share one backward search.
 */
import type { Bounds } from './bounds.ts';
import type { Graph } from './graph.ts';
import { createPathBuffers, createPathOrder, type PathBuffers, type PathOrder } from './path.ts';
import { VertexQueue } from './queue.ts';

/** Edges of the least path from a source; null where it does not reach the target. */
export type FindLeastPath = (source: number) => readonly number[] | null;

/** The least paths from one source, in arrays that the next source uses again. */
interface Search {
  readonly graph: Graph;
  readonly bounds: Bounds;
  /** From the source; Infinity where not reached. */
  readonly cost: Float64Array;
  readonly length: Float64Array;
  readonly edge: Int32Array;
  readonly settled: Uint8Array;
  readonly queue: VertexQueue;
  readonly touched: number[];
  readonly buffers: PathBuffers;
  source: number;
  /** Between paths from the source; made when two are first compared. */
  order: PathOrder | null;
}

function compare(search: Search, edgeA: number, edgeB: number): number {
  search.order ??= createPathOrder(search.graph, search.source, search.edge, search.buffers);
  return search.order(edgeA, edgeB);
}

function createSearch(graph: Graph, bounds: Bounds): Search {
  const { vertexCount } = graph;
  const cost = new Float64Array(vertexCount).fill(Infinity);
  const length = new Float64Array(vertexCount).fill(Infinity);
  const edge = new Int32Array(vertexCount).fill(-1);
  const isBefore = (a: number, b: number): boolean =>
    compare(search, edge[a] as number, edge[b] as number) < 0;
  const search: Search = {
    ...{ graph, bounds, cost, length, edge },
    settled: new Uint8Array(vertexCount),
    queue: new VertexQueue(cost, length, isBefore),
    touched: [],
    buffers: createPathBuffers(graph),
    source: bounds.target,
    order: null,
  };
  return search;
}

/** Offers an edge that some least path takes to its head; every way to a vertex there costs the same. */
function offer(search: Search, tail: number, edge: number): void {
  const { graph, bounds, cost, length, settled, queue } = search;
  const head = graph.head[edge] as number;
  const edgeCost = graph.cost[edge] as number;
  const edgeLength = graph.length[edge] as number;
  if ((bounds.first[head] as number) + edgeCost !== bounds.first[tail]) return;
  if ((bounds.second[head] as number) + edgeLength !== bounds.second[tail]) return;
  if (settled[head] === 1) return;
  const known = search.edge[head] as number;
  if (known >= 0 && compare(search, edge, known) >= 0) return;
  if (known < 0) search.touched.push(head);
  cost[head] = (cost[tail] as number) + edgeCost;
  length[head] = (length[tail] as number) + edgeLength;
  search.edge[head] = edge;
  queue.push(head);
}

/** Settles everything on least paths from the source to the target. */
function settleAll(search: Search, source: number): void {
  const { graph, cost, length, settled, queue } = search;
  search.source = source;
  search.order = null;
  cost[source] = 0;
  length[source] = 0;
  search.touched.push(source);
  queue.push(source);
  while (queue.size > 0) {
    const vertex = queue.pop();
    settled[vertex] = 1;
    const end = graph.firstOut[vertex + 1] as number;
    for (let edge = graph.firstOut[vertex] as number; edge < end; edge += 1) offer(search, vertex, edge);
  }
}

function readPath({ graph, bounds, edge }: Search, source: number): readonly number[] {
  const edges: number[] = [];
  for (let vertex = bounds.target; vertex !== source; vertex = graph.tail[edges.at(-1) as number] as number) {
    edges.push(edge[vertex] as number);
  }
  return edges.toReversed();
}

function clear({ cost, length, edge, settled, touched }: Search): void {
  for (const vertex of touched) {
    cost[vertex] = Infinity;
    length[vertex] = Infinity;
    edge[vertex] = -1;
    settled[vertex] = 0;
  }
  touched.length = 0;
}

/**
 * A finder for one search over the graph's own costs and lengths.
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
 * const sums = { first: Float64Array.of(7, 0), second: Float64Array.of(3, 0), edge: Int32Array.of(1, -1) };
 * createLeastPathFinder(graph, { target: 1, ...sums })(0); // → [1]
 */
export function createLeastPathFinder(graph: Graph, bounds: Bounds): FindLeastPath {
  const search = createSearch(graph, bounds);
  return (source) => {
    if (bounds.first[source] === Infinity) return null;
    settleAll(search, source);
    const path = readPath(search, source);
    clear(search);
    return path;
  };
}
