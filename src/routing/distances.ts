/**
 * One vertex to all, or all to one: least sums in 32 bits over a bucket queue, for networks of a city's size. No
 * lengths and no order between equal paths (`tree.ts` has them). A sum of `UNREACHED` or more counts as no way there.
 */
import { reverse } from './bounds.ts';
import { planBuckets, spans, UNREACHED } from './bucket-queue.ts';
import type { Seed } from './costs.ts';
import type { Graph } from './graph.ts';
import { createSettle } from './settle.ts';

/** What a search over costs alone needs of a graph. */
export type CostGraph = Pick<Graph, 'vertexCount' | 'edgeCount' | 'firstOut' | 'head' | 'tail' | 'cost'>;

/** One direction of a graph: the arcs of v are first[v] … first[v + 1] − 1, each with its edge of the graph. */
export interface Arcs {
  readonly vertexCount: number;
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly cost: Int32Array;
  /** Edge of an arc; null = the arc's own number. */
  readonly edge: Uint32Array | null;
}

/** Arcs along the edges; shares the arrays of the graph. */
export function toForward({ vertexCount, firstOut, head, cost }: CostGraph): Arcs {
  return { vertexCount, first: firstOut, end: head, cost, edge: null };
}

/** Arcs against the edges, with costs copied as they are now. */
export function toBackward(graph: CostGraph): Arcs {
  const { firstIn, edge } = reverse(graph);
  const [end, cost] = [new Uint32Array(edge.length), new Int32Array(edge.length)];
  for (let arc = 0; arc < edge.length; arc += 1) {
    end[arc] = graph.tail[edge[arc] as number] as number;
    cost[arc] = graph.cost[edge[arc] as number] as number;
  }
  return { vertexCount: graph.vertexCount, first: firstIn, end, cost, edge };
}

/** Throws RangeError for what is no vertex. */
export function checkVertex(vertexCount: number, vertex: number): void {
  if (!(Number.isInteger(vertex) && vertex >= 0 && vertex < vertexCount))
    throw new RangeError(`${vertex} is no vertex`);
}

/** Least sums from a root along arcs, again and again over the same queue. */
export type SearchDistances = (root: number, sums?: Int32Array, last?: Int32Array | null) => Int32Array;

/**
 * A search over arcs whose costs do not change while it is used: sums by vertex, `UNREACHED` where nothing leads.
 * Arrays to write to may be handed in; `last` gets the last arc of a path, −1 at the root and where unreached. Throws
 * RangeError for a root that is no vertex.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 1, 2, 2), head: Uint32Array.of(1, 2), tail: Uint32Array.of(0, 1) };
 * const graph = { vertexCount: 3, edgeCount: 2, ...edges, cost: Int32Array.of(5, 7) };
 * [...createDistanceSearch(toForward(graph))(0)]; // → [0, 5, 12]
 * [...createDistanceSearch(toBackward(graph))(1)]; // → [5, 0, UNREACHED]
 */
export function createDistanceSearch(arcs: Arcs): SearchDistances {
  const settle = createSettle(arcs, planBuckets(arcs.cost));
  return (root, sums = new Int32Array(arcs.vertexCount), last = null) => {
    checkVertex(arcs.vertexCount, root);
    sums.fill(UNREACHED);
    last?.fill(-1);
    sums[root] = 0;
    settle([root], sums, last);
    return sums;
  };
}

/** Least sums by vertex from whichever seed is cheapest, its own cost counted. */
export type SearchSeeds = (seeds: readonly Seed[]) => Int32Array;

/** Puts seeds into the sums: the vertices that begin. One that costs `UNREACHED` begins nothing. */
function plant(seeds: readonly Seed[], sums: Int32Array): readonly number[] {
  const begun: number[] = [];
  for (const { vertex, cost } of seeds) {
    checkVertex(sums.length, vertex);
    if (cost >= (sums[vertex] as number)) continue;
    sums[vertex] = cost;
    begun.push(vertex);
  }
  return begun;
}

/**
 * A search over arcs that begins at several vertices at once, each after a cost of its own: as from one more vertex with
 * an arc to each of them. The costs must not change while it is used.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 1, 2, 2), head: Uint32Array.of(1, 2), tail: Uint32Array.of(0, 1) };
 * const graph = { vertexCount: 3, edgeCount: 2, ...edges, cost: Int32Array.of(5, 7) };
 * [...createSeededSearch(toForward(graph))([{ vertex: 0, cost: 1 }, { vertex: 2, cost: 9 }])]; // → [1, 6, 9]
 */
export function createSeededSearch(arcs: Arcs): SearchSeeds {
  const plan = planBuckets(arcs.cost);
  const usual = createSettle(arcs, plan);
  return (seeds) => {
    const costs = seeds.map(({ cost }) => cost).filter((cost) => cost < UNREACHED);
    const span = Math.max(0, ...costs) - Math.min(UNREACHED, ...costs);
    const settle = spans(plan, span) ? usual : createSettle(arcs, planBuckets(arcs.cost, span));
    const sums = new Int32Array(arcs.vertexCount).fill(UNREACHED);
    settle(plant(seeds, sums), sums, null);
    return sums;
  };
}
