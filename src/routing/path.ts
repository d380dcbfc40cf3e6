/** From predecessor edges to paths, and the order between two paths of equal cost and length. */
import type { Graph } from './graph.ts';

/** Least paths from one source to every vertex. */
export interface Tree {
  readonly source: number;
  /** Infinity where not reached. */
  readonly cost: Float64Array;
  /** Length of the path that was chosen; Infinity where not reached. */
  readonly length: Float64Array;
  /** Last edge of that path; −1 at the source and where not reached. */
  readonly edge: Int32Array;
}

/**
 * Edges from the source of a tree to a vertex, in order; empty at the source itself, null where it is not
 * reached. Throws RangeError for a target that is no vertex.
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
 * const [cost, length] = [Float64Array.of(0, 7), Float64Array.of(0, 3)];
 * toPath(graph, { source: 0, cost, length, edge: Int32Array.of(-1, 1) }, 1); // → [1]
 */
export function toPath(graph: Graph, tree: Tree, target: number): readonly number[] | null {
  if (tree.cost[target] === undefined) throw new RangeError(`${target} is no vertex`);
  if (tree.cost[target] === Infinity) return null;
  const edges: number[] = [];
  for (let v = target; v !== tree.source;) {
    const edge = tree.edge[v] as number;
    edges.push(edge);
    v = graph.tail[edge] as number;
  }
  return edges.toReversed();
}

/** Compares paths that end in the given edges and reach their tails through the tree. */
export type PathOrder = (edgeA: number, edgeB: number) => number;

/** Room for two paths: many orders may share it, one comparison at a time. */
export type PathBuffers = readonly [Int32Array, Int32Array];

/** Buffers for the paths of a graph. */
export function createPathBuffers({ vertexCount }: Graph): PathBuffers {
  return [new Int32Array(vertexCount + 1), new Int32Array(vertexCount + 1)];
}

/**
 * Order of paths by their labels: −1 left out, equal neighbours counted once, then the smaller sequence, a
 * beginning before what it begins. Equal sequences: the smaller edges. Below 0 = the first path is smaller.
 */
export function createPathOrder(
  graph: Graph,
  source: number,
  edge: Int32Array,
  [pathA, pathB] = createPathBuffers(graph),
): PathOrder {
  return (edgeA, edgeB) => {
    const countA = writeBackwards(graph, source, edge, edgeA, pathA);
    const countB = writeBackwards(graph, source, edge, edgeB, pathB);
    return compareBackwards(graph.label, pathA, countA, pathB, countB);
  };
}

/** Writes a path from its last edge back to the source; returns the number of edges. */
function writeBackwards(
  graph: Graph,
  source: number,
  edge: Int32Array,
  last: number,
  path: Int32Array,
): number {
  path[0] = last;
  let count = 1;
  for (let v = graph.tail[last] as number; v !== source; v = graph.tail[edge[v] as number] as number) {
    path[count] = edge[v] as number;
    count += 1;
  }
  return count;
}

/** Place before which the next label of a path stands that is neither −1 nor the one before; −1 = none. */
function skipLabel(label: Int32Array, path: Int32Array, from: number, before: number): number {
  let at = from;
  while (at >= 0) {
    const found = label[path[at] as number] as number;
    if (found !== -1 && found !== before) return at;
    at -= 1;
  }
  return -1;
}

function compareBackwards(
  label: Int32Array,
  a: Int32Array,
  countA: number,
  b: Int32Array,
  countB: number,
): number {
  let before = -1;
  let atA = countA - 1;
  let atB = countB - 1;
  for (;;) {
    atA = skipLabel(label, a, atA, before);
    atB = skipLabel(label, b, atB, before);
    if (atA < 0 && atB < 0) return compareEdges(a, countA, b, countB);
    if (atA < 0 || atB < 0) return atA < 0 ? -1 : 1;
    before = label[a[atA] as number] as number;
    const difference = before - (label[b[atB] as number] as number);
    if (difference !== 0) return difference;
  }
}

function compareEdges(a: Int32Array, countA: number, b: Int32Array, countB: number): number {
  for (let i = 1; i <= Math.min(countA, countB); i += 1) {
    const difference = (a[countA - i] as number) - (b[countB - i] as number);
    if (difference !== 0) return difference;
  }
  return countA - countB;
}
