/**
 * The least path within a budget: least sum of one weight among paths whose sum of another stays at or
 * below a cap. Exact label setting over both sums: a partial path is dropped only when it cannot be finished
 * within the cap, when it must come out dearer than a path already known, or when another one to the same
 * vertex is no worse in both sums.
 */
import { followBounds, searchBounds, type Bounds } from './bounds.ts';
import type { Graph } from './graph.ts';
import { LabelQueue } from './label-queue.ts';
import { findMultiplier, type Multiplier } from './multiplier.ts';

interface Search {
  readonly graph: Graph;
  readonly minimise: Int32Array;
  readonly resource: Int32Array;
  readonly cap: number;
  /** Least sums still to come. */
  readonly cheapest: Bounds;
  readonly thriftiest: Bounds;
  readonly multiplier: Multiplier;
  readonly labels: LabelQueue;
}

/** Sums are whole: a bound in floating point must exceed what is enough by more than its rounding. */
const MARGIN = 0.5;

/** Edges from the source to the end of a partial path, in order. */
function toEdges(labels: LabelQueue, label: number): readonly number[] {
  const edges: number[] = [];
  for (let at = label; labels.parent(at) >= 0; at = labels.parent(at)) edges.push(labels.edge(at));
  return edges.toReversed();
}

/** Puts a partial path in the queue unless it cannot become the answer. */
function offer(
  search: Search,
  vertex: number,
  edge: number,
  parent: number,
  minimised: number,
  used: number,
): void {
  const { cap, cheapest, thriftiest, multiplier } = search;
  const total = used + (thriftiest.first[vertex] as number);
  if (total > cap) return;
  const bound = minimised + (cheapest.first[vertex] as number);
  const { price, toCome, enough } = multiplier;
  if (bound > enough) return;
  if (minimised + (toCome[vertex] as number) - price * (cap - used) > enough + MARGIN) return;
  search.labels.push({ vertex, edge, parent, minimised, used, bound, total });
}

function extend(search: Search, label: number, least: Float64Array): void {
  const { graph, minimise, resource, labels } = search;
  const vertex = labels.vertex(label);
  const end = graph.firstOut[vertex + 1] as number;
  for (let edge = graph.firstOut[vertex] as number; edge < end; edge += 1) {
    const head = graph.head[edge] as number;
    const used = labels.used(label) + (resource[edge] as number);
    if (used >= (least[head] as number)) continue;
    offer(search, head, edge, label, labels.minimised(label) + (minimise[edge] as number), used);
  }
}

function searchLabels(search: Search, source: number): readonly number[] | null {
  const { graph, labels } = search;
  /** Least resource of a finished label by vertex: later labels minimise no better, so they must use less. */
  const least = new Float64Array(graph.vertexCount).fill(Infinity);
  offer(search, source, -1, -1, 0, 0);
  while (labels.size > 0) {
    const label = labels.pop();
    const vertex = labels.vertex(label);
    if (vertex === search.cheapest.target) return toEdges(labels, label);
    if (labels.used(label) >= (least[vertex] as number)) continue;
    least[vertex] = labels.used(label);
    extend(search, label, least);
  }
  return null;
}

/**
 * Edges of the path from source to target with the least sum of `minimise` among those whose sum of
 * `resource` is at most `cap`; of equal ones the one with the least `resource`. Null where there is none.
 * Weights are non-negative whole numbers by edge of the graph; its own costs are not used.
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
 * const resource = Int32Array.of(1, 3);
 * searchConstrained(graph, 0, 1, graph.cost, resource, 3); // → [1]
 * searchConstrained(graph, 0, 1, graph.cost, resource, 2); // → [0]
 * searchConstrained(graph, 0, 1, graph.cost, resource, 0); // → null
 */
export function searchConstrained(
  graph: Graph,
  source: number,
  target: number,
  minimise: Int32Array,
  resource: Int32Array,
  cap: number,
): readonly number[] | null {
  const thriftiest = searchBounds(graph, target, resource, minimise);
  if ((thriftiest.first[source] as number) > cap) return null;
  const cheapest = searchBounds(graph, target, minimise, resource);
  if ((cheapest.second[source] as number) <= cap) return followBounds(graph, cheapest, source);
  const multiplier = findMultiplier(graph, source, minimise, resource, cap, cheapest, thriftiest);
  const labels = new LabelQueue();
  return searchLabels({ graph, minimise, resource, cap, cheapest, thriftiest, multiplier, labels }, source);
}
