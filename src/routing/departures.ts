/**
 * The latest departures from all vertices that still arrive at one target by a moment: the search of `arrivals.ts`
 * turned around. Exact under the same condition.
 */
import { reverse } from './bounds.ts';
import type { Graph } from './graph.ts';
import { VertexQueue } from './queue.ts';

/**
 * Latest moment at which an edge may be entered, waiting before it included, so that its head is reached by a moment;
 * −Infinity = never.
 */
export type LatestEntry = (edge: number, by: number) => number;

export interface Departures {
  readonly target: number;
  /** Latest moment at each vertex; −Infinity where the target cannot be reached in time. */
  readonly moment: Float64Array;
  /** First edge on the way; −1 at the target and where there is none. */
  readonly edge: Int32Array;
}

/** Queue keys: how long before the deadline, then length to the target. */
interface Keys {
  readonly before: Float64Array;
  readonly length: Float64Array;
}

function relaxInto(
  graph: Graph,
  { moment, edge }: Departures,
  { before, length }: Keys,
  [into, deadline]: readonly [edge: number, deadline: number],
  latestEntry: LatestEntry,
): number | null {
  const [tail, head] = [graph.tail[into] as number, graph.head[into] as number];
  const entry = latestEntry(into, moment[head] as number);
  const ahead = deadline - entry;
  const known = before[tail] as number;
  if (ahead > known || ahead === Infinity) return null;
  const way = (length[head] as number) + (graph.length[into] as number);
  if (ahead === known && way >= (length[tail] as number)) return null;
  moment[tail] = entry;
  before[tail] = ahead;
  length[tail] = way;
  edge[tail] = into;
  return tail;
}

/**
 * Latest departures by which the target is reached by a moment. Throws RangeError for a target that is no vertex.
 *
 * @example
 * const graph = {
 *   vertexCount: 2,
 *   edgeCount: 1,
 *   firstOut: Uint32Array.of(0, 1, 1),
 *   head: Uint32Array.of(1),
 *   tail: Uint32Array.of(0),
 *   cost: Int32Array.of(7),
 *   length: Float64Array.of(3),
 *   label: Int32Array.of(0),
 * };
 * [...searchDepartures(graph, 1, 100, (_, by) => by - 7).moment]; // → [93, 100]
 */
export function searchDepartures(
  graph: Graph,
  target: number,
  by: number,
  latestEntry: LatestEntry,
): Departures {
  if (!(Number.isInteger(target) && target >= 0 && target < graph.vertexCount))
    throw new RangeError(`${target} is no vertex`);
  const { firstIn, edge: edgesIn } = reverse(graph);
  const found: Departures = {
    target,
    moment: new Float64Array(graph.vertexCount).fill(-Infinity),
    edge: new Int32Array(graph.vertexCount).fill(-1),
  };
  const keys: Keys = {
    before: new Float64Array(graph.vertexCount).fill(Infinity),
    length: new Float64Array(graph.vertexCount).fill(Infinity),
  };
  const queue = new VertexQueue(keys.before, keys.length, null);
  found.moment[target] = by;
  keys.before[target] = 0;
  keys.length[target] = 0;
  queue.push(target);
  while (queue.size > 0) {
    const vertex = queue.pop();
    const end = firstIn[vertex + 1] as number;
    for (let i = firstIn[vertex] as number; i < end; i += 1) {
      const tail = relaxInto(graph, found, keys, [edgesIn[i] as number, by], latestEntry);
      if (tail !== null) queue.push(tail);
    }
  }
  return found;
}

/** Edges from a vertex to the target; null where it cannot be reached in time. */
export function followDepartures(
  graph: Graph,
  { target, moment, edge }: Departures,
  from: number,
): readonly number[] | null {
  if (moment[from] === -Infinity) return null;
  const edges: number[] = [];
  for (let v = from; v !== target; v = graph.head[edges.at(-1) as number] as number)
    edges.push(edge[v] as number);
  return edges;
}
