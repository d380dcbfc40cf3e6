/**
 * The fastest trip that uses at least one given edge, exactly: every vertex stands twice, before and after the
 * first such edge, and only such an edge leads from the first layer to the second. What is found is the fastest
 * way there is "through the belt"; it may leave a better road to do so, and may turn back.
 */
import { buildGraph, type Graph } from '../routing/graph.ts';
import { searchTree } from '../routing/tree.ts';

/**
 * The graph in two layers: vertex v before, v + vertexCount after. Throws RangeError as `buildGraph` does.
 *
 * @param isVia whether edge e of the graph is one of those that must be used
 */
export function toLayeredGraph(graph: Graph, isVia: (edge: number) => boolean): Graph {
  const { vertexCount } = graph;
  const edges = Array.from({ length: graph.edgeCount }, (_, edge) =>
    toLayeredEdges(graph, edge, isVia(edge)),
  );
  return buildGraph(2 * vertexCount, edges.flat()).graph;
}

/**
 * Least cost from a vertex to every vertex over at least one edge of the second layer's making; Infinity where
 * there is no such way.
 */
export function searchVia(layered: Graph, source: number): Float64Array {
  return searchTree(layered, source).cost.slice(layered.vertexCount / 2);
}

function toLayeredEdges(
  graph: Graph,
  edge: number,
  via: boolean,
): readonly { tail: number; head: number; cost: number; length: number; label: number }[] {
  const tail = graph.tail[edge] as number;
  const head = graph.head[edge] as number;
  const cost = graph.cost[edge] as number;
  const length = graph.length[edge] as number;
  const after = graph.vertexCount;
  const rest = { cost, length, label: graph.label[edge] as number };
  return [
    { tail, head: via ? head + after : head, ...rest },
    { tail: tail + after, head: head + after, ...rest },
  ];
}
