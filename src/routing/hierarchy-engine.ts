/** Everything by one hierarchy; sums are put in the order of the graph's vertices. */
import type { CostGraph } from './distances.ts';
import type { Engine } from './engine.ts';
import { Hierarchy } from './hierarchy/hierarchy.ts';
import type { CreateKernels } from './hierarchy/kernels.ts';
import { buildTopology } from './hierarchy/topology.ts';

/** An engine over the hierarchy of an order. */
export function createHierarchyEngine(
  graph: CostGraph,
  rank: Uint32Array,
  createKernels: CreateKernels,
): Engine {
  const topology = (createKernels.buildTopology ?? buildTopology)(graph, rank);
  const hierarchy = new Hierarchy(topology, graph.cost, createKernels);
  return {
    kind: 'hierarchy',
    setCosts: (cost) => hierarchy.customize(cost),
    changeCosts: (edges, costs) => void hierarchy.change(edges, costs),
    sums: (root, direction) => {
      const byRank = hierarchy.sweep(root, direction);
      const sums = new Int32Array(byRank.length);
      for (let v = 0; v < sums.length; v += 1) sums[v] = byRank[rank[v] as number] as number;
      return sums;
    },
    select: (targets) => {
      const selected = hierarchy.select(targets);
      return {
        sums: (roots, direction) => selected.sums(roots, direction),
        release: () => selected.release(),
      };
    },
    sum: (source, target) => hierarchy.sum(source, target),
    path: (source, target) => hierarchy.path(source, target),
  };
}
