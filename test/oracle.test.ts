/**
 * The kernel against graphology-shortest-path, on times: all pairs of seeded random multigraphs and of the
 * shipped network.
 */
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { toGraphology } from '../src/network/graphology.ts';
import { buildNetwork } from '../src/network/network.ts';
import { toSetting } from '../src/network/setting.ts';
import { toPath } from '../src/routing/path.ts';
import { searchTree } from '../src/routing/tree.ts';
import { applyScenario } from '../src/scenario/apply.ts';
import { findScenario } from '../src/scenario/find.ts';
import { makeEdges } from './routing/random-graph.ts';
import { listCheapest, listOracleTimes, toKernel, type Weighted } from './routing/second-opinion.ts';
import { createRandom, toCount } from './scene/random.ts';
import { SHIPPED } from './data-sets.ts';

function toRandomGraph(seed: number): Weighted {
  const random = createRandom(seed);
  const vertices = random.int(2, 30);
  const shape = {
    vertices,
    edges: random.int(1, 4 * vertices),
    minCost: 0,
    maxCost: random.pick([3, 100, 1e6]),
  };
  const graph: Weighted = new MultiDirectedGraph();
  for (let v = 0; v < vertices; v += 1) graph.addNode(String(v));
  for (const { tail, head, cost } of makeEdges(random, { ...shape, maxLength: 5 })) {
    graph.addDirectedEdge(String(tail), String(head), { timeMs: cost });
  }
  return graph;
}

describe('the kernel and graphology-shortest-path', () => {
  it('agree on all pairs of random multigraphs', () => {
    let [reached, unreached] = [0, 0];
    for (let seed = 1; seed <= toCount(200, 2000); seed += 1) {
      const graph = toRandomGraph(seed);
      const cheapest = listCheapest(graph);
      const kernel = toKernel(graph);
      for (const [vertex, node] of graph.nodes().entries()) {
        const tree = searchTree(kernel, vertex);
        const expected = listOracleTimes(graph, cheapest, node);
        expect([...tree.cost], `seed ${seed}, from ${node}`).toEqual(expected);
        const sums = expected.map((_, v) =>
          toPath(kernel, tree, v)?.reduce((sum, edge) => sum + (kernel.cost[edge] ?? NaN), 0),
        );
        expect(sums.map((sum) => sum ?? Infinity)).toEqual(expected);
        reached += expected.filter((time) => time < Infinity).length;
        unreached += expected.filter((time) => time === Infinity).length;
      }
    }
    expect(Math.min(reached, unreached)).toBeGreaterThan(1000);
  });

  it.each([
    ['2010-with-belt', 1],
    ['2010-without-belt', toCount(7, 1)],
    ['2001-01', toCount(7, 1)],
    ['2025-12', toCount(7, 1)],
  ])(
    'agree from the shipped nodes to all others, %s, every origin or (1 in %i)',
    (id, every) => {
      const dataset = SHIPPED;
      const state = applyScenario(dataset, findScenario(dataset, id));
      const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'peak' });
      const graph = toGraphology(dataset, state, setting) as unknown as Weighted;
      const cheapest = listCheapest(graph);
      const network = buildNetwork(dataset, state, setting, []);
      const vertices = graph.nodes().map((node) => network.vertexByName.get(node) ?? -1);
      let compared = 0;
      for (const [i, node] of graph.nodes().entries()) {
        if (i % every !== 0) continue;
        const tree = searchTree(network.graph, vertices[i] ?? -1);
        const times = vertices.map((vertex) => tree.cost[vertex] ?? NaN);
        expect(times, `from ${node}`).toEqual(listOracleTimes(graph, cheapest, node));
        compared += times.length;
      }
      expect(compared).toBeGreaterThan(10_000);
    },
    600_000,
  );
});
