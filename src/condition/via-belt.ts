/**
 * The fastest trip that uses at least one given edge, exactly: to the tail of such an edge, over it, and on from its
 * head. What is found is the fastest way there is "through the belt"; it may leave a better road to do so, and may turn
 * back.
 */
import { searchCostsToSeeds } from '../routing/costs.ts';
import type { Graph } from '../routing/graph.ts';

/**
 * Least cost from every vertex to a target over at least one edge of `via`; Infinity where there is no such way.
 *
 * @param costs least costs from every vertex to the target, over any edges
 */
export function searchVia(graph: Graph, costs: Float64Array, via: readonly number[]): Float64Array {
  const seeds = via.map((edge) => {
    const onward = costs[graph.head[edge] as number] as number;
    return { vertex: graph.tail[edge] as number, cost: (graph.cost[edge] as number) + onward };
  });
  return searchCostsToSeeds(
    graph,
    seeds.filter(({ cost }) => cost < Infinity),
  );
}
