/**
 * A directed multigraph as flat arrays (compressed sparse rows). It knows integers, not roads: what a cost,
 * a length or a label stands for is the caller's business. Parallel edges and loops are allowed.
 */

/** Edges are grouped by tail: those of vertex v are firstOut[v] … firstOut[v + 1] − 1. */
export interface Graph {
  readonly vertexCount: number;
  readonly edgeCount: number;
  readonly firstOut: Uint32Array;
  readonly head: Uint32Array;
  readonly tail: Uint32Array;
  /** Non-negative integers: what a search minimises. */
  readonly cost: Int32Array;
  /** Non-negative integers: decides between equal costs. */
  readonly length: Float64Array;
  /** Name of an edge for the last tie: smaller sequences win; −1 = not part of any sequence. */
  readonly label: Int32Array;
}

export interface EdgeInput {
  readonly tail: number;
  readonly head: number;
  readonly cost: number;
  readonly length: number;
  readonly label: number;
}

const isWhole = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

const MAX_INT32 = 0x7fffffff;

function checkEdge(edge: EdgeInput, index: number, vertexCount: number): void {
  const sound =
    isWhole(edge.tail, 0, vertexCount - 1) &&
    isWhole(edge.head, 0, vertexCount - 1) &&
    isWhole(edge.cost, 0, MAX_INT32) &&
    isWhole(edge.length, 0, Number.MAX_SAFE_INTEGER) &&
    isWhole(edge.label, -1, MAX_INT32);
  if (!sound) throw new RangeError(`edge ${index} is not a sound edge: ${JSON.stringify(edge)}`);
}

/** Start of every tail's group, by counting. */
function countOut(vertexCount: number, edges: readonly EdgeInput[]): Uint32Array {
  const firstOut = new Uint32Array(vertexCount + 1);
  for (const { tail } of edges) firstOut[tail + 1] = (firstOut[tail + 1] ?? 0) + 1;
  for (let v = 0; v < vertexCount; v += 1) firstOut[v + 1] = (firstOut[v + 1] ?? 0) + (firstOut[v] ?? 0);
  return firstOut;
}

/** Position in the arrays → index in the input; edges of one tail keep their order. */
function orderByTail(edges: readonly EdgeInput[], firstOut: Uint32Array): Uint32Array {
  const next = firstOut.slice();
  const order = new Uint32Array(edges.length);
  for (const [index, { tail }] of edges.entries()) {
    const position = next[tail] ?? 0;
    order[position] = index;
    next[tail] = position + 1;
  }
  return order;
}

/**
 * Flat arrays from a list of edges. `order[e]` is the place in the list of edge e. Throws RangeError for an
 * end that is no vertex, and a cost, length or label that is not a whole number in range.
 *
 * @example
 * const edges = [1, 0].map((tail) => ({ tail, head: 1 - tail, cost: 5, length: 1, label: tail }));
 * const { graph, order } = buildGraph(2, edges);
 * [...graph.firstOut]; // → [0, 1, 2]
 * [...order]; // → [1, 0]
 */
export function buildGraph(
  vertexCount: number,
  edges: readonly EdgeInput[],
): { graph: Graph; order: Uint32Array } {
  for (const [index, edge] of edges.entries()) checkEdge(edge, index, vertexCount);
  const firstOut = countOut(vertexCount, edges);
  const order = orderByTail(edges, firstOut);
  return { graph: { vertexCount, edgeCount: edges.length, firstOut, ...toColumns(edges, order) }, order };
}

function toColumns(
  edges: readonly EdgeInput[],
  order: Uint32Array,
): Pick<Graph, 'head' | 'tail' | 'cost' | 'length' | 'label'> {
  const count = order.length;
  const [head, tail] = [new Uint32Array(count), new Uint32Array(count)];
  const [cost, label, length] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  for (let e = 0; e < count; e += 1) {
    const edge = edges[order[e] as number] as EdgeInput;
    head[e] = edge.head;
    tail[e] = edge.tail;
    cost[e] = edge.cost;
    length[e] = edge.length;
    label[e] = edge.label;
  }
  return { head, tail, cost, length, label };
}

/** Numbers of edges where others are put behind those of some tails: what stands before them stays together. */
function interleave(
  graph: Graph,
  more: Graph,
  put: (at: number, from: Graph, begin: number, end: number) => void,
): Uint32Array {
  const firstOut = new Uint32Array(more.vertexCount + 1);
  let [at, begun] = [0, 0];
  for (let v = 0; v < more.vertexCount; v += 1) {
    const end = graph.firstOut[v + 1] ?? graph.edgeCount;
    const [from, to] = [more.firstOut[v] as number, more.firstOut[v + 1] as number];
    firstOut[v + 1] = end + to;
    if (from === to) continue;
    put(at, graph, begun, end);
    put(at + end - begun, more, from, to);
    at += end - begun + to - from;
    begun = end;
  }
  put(at, graph, begun, graph.edgeCount);
  return firstOut;
}

/**
 * A graph with more vertices and edges: those of a tail keep their order, the added ones behind. Throws RangeError for
 * what `buildGraph` refuses.
 *
 * @example
 * const edge = { tail: 0, head: 1, cost: 5, length: 1, label: 0 };
 * const { graph } = buildGraph(2, [edge, { ...edge, tail: 1, head: 0 }]);
 * const more = addEdges(graph, 3, [{ ...edge, head: 2, cost: 9 }]);
 * [...more.head]; // → [1, 2, 0]
 * [...more.firstOut]; // → [0, 2, 3, 3]
 */
export function addEdges(graph: Graph, vertexCount: number, edges: readonly EdgeInput[]): Graph {
  const { graph: more } = buildGraph(vertexCount, edges);
  const edgeCount = graph.edgeCount + more.edgeCount;
  const [head, tail] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  const [cost, label] = [new Int32Array(edgeCount), new Int32Array(edgeCount)];
  const length = new Float64Array(edgeCount);
  const firstOut = interleave(graph, more, (at, from, begin, end) => {
    head.set(from.head.subarray(begin, end), at);
    tail.set(from.tail.subarray(begin, end), at);
    cost.set(from.cost.subarray(begin, end), at);
    label.set(from.label.subarray(begin, end), at);
    length.set(from.length.subarray(begin, end), at);
  });
  return { vertexCount, edgeCount, firstOut, head, tail, cost, length, label };
}

/**
 * The same edges at other costs, whole numbers by edge; all other arrays are shared. Throws RangeError for
 * another number of costs and for one below 0.
 *
 * @example
 * const { graph } = buildGraph(2, [{ tail: 0, head: 1, cost: 5, length: 1, label: 0 }]);
 * [...withCosts(graph, Int32Array.of(8)).cost]; // → [8]
 */
export function withCosts(graph: Graph, cost: Int32Array): Graph {
  if (cost.length !== graph.edgeCount)
    throw new RangeError(`${graph.edgeCount} costs expected, ${cost.length} given`);
  for (const value of cost) if (value < 0) throw new RangeError(`cost ${value} is below 0`);
  return { ...graph, cost };
}
