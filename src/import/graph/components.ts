/** Strongly connected parts of a directed graph: who can come to whom and back. */
import type { Graph } from '../../routing/graph.ts';

export interface Components {
  /** Part of each vertex. */
  readonly of: Int32Array;
  readonly count: number;
}

interface Visit {
  readonly order: Int32Array;
  readonly low: Int32Array;
  readonly onStack: Uint8Array;
  /** Vertices not yet given to a part. */
  readonly stack: number[];
  /** Vertices whose edges are being followed, and the edge each has come to. */
  readonly path: number[];
  readonly next: Uint32Array;
}

/** Parts by Tarjan's algorithm, without recursion. */
export function findComponents({
  vertexCount,
  firstOut,
  head,
}: Pick<Graph, 'vertexCount' | 'firstOut' | 'head'>): Components {
  const visit: Visit = {
    order: new Int32Array(vertexCount).fill(-1),
    low: new Int32Array(vertexCount),
    onStack: new Uint8Array(vertexCount),
    stack: [],
    path: [],
    next: firstOut.slice(0, vertexCount),
  };
  const of = new Int32Array(vertexCount).fill(-1);
  let [count, parts] = [0, 0];
  const enter = (vertex: number): void => {
    visit.order[vertex] = count;
    visit.low[vertex] = count;
    count += 1;
    visit.stack.push(vertex);
    visit.onStack[vertex] = 1;
    visit.path.push(vertex);
  };
  for (let root = 0; root < vertexCount; root += 1) {
    if (visit.order[root] !== -1) continue;
    enter(root);
    while (visit.path.length > 0) {
      const vertex = visit.path.at(-1) as number;
      const edge = visit.next[vertex] as number;
      if (edge < (firstOut[vertex + 1] as number)) {
        visit.next[vertex] = edge + 1;
        const to = head[edge] as number;
        if (visit.order[to] === -1) enter(to);
        else if (visit.onStack[to] === 1) lower(visit.low, vertex, visit.order[to] as number);
      } else if (leave(visit, vertex, of, parts)) parts += 1;
    }
  }
  return { of, count: parts };
}

function lower(low: Int32Array, vertex: number, to: number): void {
  if (to < (low[vertex] as number)) low[vertex] = to;
}

/**
 * All edges of a vertex are followed: it hands on how far back it saw, or closes a part of that number. True for the
 * latter.
 */
function leave(
  { path, low, order, stack, onStack }: Visit,
  vertex: number,
  of: Int32Array,
  part: number,
): boolean {
  path.pop();
  const parent = path.at(-1);
  if (parent !== undefined) lower(low, parent, low[vertex] as number);
  if (low[vertex] !== order[vertex]) return false;
  for (let member = -1; member !== vertex;) {
    member = stack.pop() as number;
    onStack[member] = 0;
    of[member] = part;
  }
  return true;
}
