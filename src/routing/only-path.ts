/**
 * The least path from a vertex to the target of a backward search, where there is only one: the usual case, and
 * then no order between equal paths is needed. Edges that cost nothing and have no length may form circles; a
 * path that would pass a vertex twice is none.
 */
import type { Bounds } from './bounds.ts';
import type { Graph } from './graph.ts';

/** Finds the edges of the only least path, or null where there are several (or it is not plain that not). */
export type FindOnlyPath = (source: number) => readonly number[] | null;

/**
 * A finder for one search over the graph's own costs and lengths. A source that does not reach the target has
 * no path: null.
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
 * createOnlyPathFinder(graph, { target: 1, ...sums })(0); // → [1]
 */
export function createOnlyPathFinder(graph: Graph, bounds: Bounds): FindOnlyPath {
  const passed = new Int32Array(graph.vertexCount);
  let round = 0;
  /** Edges that a least path may go on with; of more than one, the first two. */
  const listOnward = (vertex: number, isDeadEnd: (head: number) => boolean): readonly number[] => {
    const onward: number[] = [];
    const end = graph.firstOut[vertex + 1] as number;
    for (let edge = graph.firstOut[vertex] as number; edge < end && onward.length < 2; edge += 1) {
      const head = graph.head[edge] as number;
      if (passed[head] === round || !isTight(graph, bounds, vertex, edge)) continue;
      if (!isDeadEnd(head)) onward.push(edge);
    }
    return onward;
  };
  const endsAt = (head: number): boolean =>
    head !== bounds.target && listOnward(head, () => false).length === 0;
  return (source) => {
    round += 1;
    const edges: number[] = [];
    for (let vertex = source; vertex !== bounds.target;) {
      passed[vertex] = round;
      const some = listOnward(vertex, () => false);
      const [edge, other] = some.length > 1 ? listOnward(vertex, endsAt) : some;
      if (edge === undefined || other !== undefined) return null;
      edges.push(edge);
      vertex = graph.head[edge] as number;
    }
    return edges;
  };
}

/** A least path may take the edge: cost and length to come fall by just those of the edge. */
function isTight(
  { cost, length, head }: Graph,
  { first, second }: Bounds,
  tail: number,
  edge: number,
): boolean {
  const to = head[edge] as number;
  return (
    (first[to] as number) + (cost[edge] as number) === first[tail] &&
    (second[to] as number) + (length[edge] as number) === second[tail]
  );
}
