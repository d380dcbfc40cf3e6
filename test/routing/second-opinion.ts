/**
 * Times by graphology-shortest-path, the engine that shares no code with ours. It gives node paths, so the cheapest of
 * parallel edges is looked up here.
 */
import { MultiDirectedGraph } from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import { buildGraph, type Graph } from '../../src/routing/graph.ts';
import { createRandom } from '../scene/random.ts';
import { makeEdges } from './random-graph.ts';

// Types, not interfaces: graphology asks for an index signature.
type Attributes = { readonly timeMs: number };
export type Weighted = MultiDirectedGraph<Record<string, unknown>, Attributes>;

/** Cheapest edge between neighbours, by `from to`. */
export function listCheapest(graph: Weighted): ReadonlyMap<string, number> {
  const cheapest = new Map<string, number>();
  graph.forEachDirectedEdge((_, { timeMs }, from, to) => {
    const key = `${from} ${to}`;
    cheapest.set(key, Math.min(timeMs, cheapest.get(key) ?? Infinity));
  });
  return cheapest;
}

/** Times from a node to every node by the other package; Infinity where it finds no path. */
export function listOracleTimes(
  graph: Weighted,
  cheapest: ReadonlyMap<string, number>,
  source: string,
): readonly number[] {
  const paths = dijkstra.singleSource(graph, source, 'timeMs');
  return graph.nodes().map((node) => {
    const path = paths[node];
    if (path === undefined) return Infinity;
    return path.slice(1).reduce((sum, to, i) => sum + (cheapest.get(`${path[i] ?? ''} ${to}`) ?? NaN), 0);
  });
}

/** The kernel's twin of a graph, whose nodes are numbered in order. */
export function toKernel(graph: Weighted): Graph {
  const vertexOf = new Map(graph.nodes().map((node, vertex) => [node, vertex]));
  const edges = graph.mapDirectedEdges((_, { timeMs }, from, to) => {
    const ends = { tail: vertexOf.get(from) ?? -1, head: vertexOf.get(to) ?? -1 };
    return { ...ends, cost: timeMs, length: 1, label: -1 };
  });
  return buildGraph(vertexOf.size, edges).graph;
}

/** Whose vertex v is node `v`. */
export function toWeighted({ vertexCount, edgeCount, tail, head, cost }: Graph): Weighted {
  const graph: Weighted = new MultiDirectedGraph();
  for (let v = 0; v < vertexCount; v += 1) graph.addNode(String(v));
  for (let e = 0; e < edgeCount; e += 1)
    graph.addDirectedEdge(String(tail[e]), String(head[e]), { timeMs: cost[e] ?? NaN });
  return graph;
}

/** Times between all vertices by the other package, by origin; Infinity where it finds no path. */
export function listAllTimes(graph: Graph): readonly (readonly number[])[] {
  const weighted = toWeighted(graph);
  const cheapest = listCheapest(weighted);
  return weighted.nodes().map((node) => listOracleTimes(weighted, cheapest, node));
}

/** Random multigraphs: parallel edges, loops, free edges, unreachable parts, one vertex, no edge at all. */
export function makeOracleGraph(seed: number): Graph {
  const random = createRandom(seed);
  const vertices = seed % 20 === 0 ? 1 : random.int(2, 40);
  const edges = seed % 10 === 0 ? random.int(0, 2) : random.int(vertices, 4 * vertices);
  const shape = { vertices, edges, minCost: 0, maxCost: random.pick([0, 3, 100, 1e6]), maxLength: 5 };
  return buildGraph(vertices, makeEdges(random, shape)).graph;
}

const TIMES = new Map<number, readonly (readonly number[])[]>();

/** `listAllTimes` of the graph of a seed, found once for all tests that ask. */
export function getTimes(seed: number): readonly (readonly number[])[] {
  const times = TIMES.get(seed) ?? listAllTimes(makeOracleGraph(seed));
  TIMES.set(seed, times);
  return times;
}
