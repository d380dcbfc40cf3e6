/**
 * The kernel beside graphology-shortest-path: one tree on a grid of 10,000 vertices and one on the shipped
 * network, then what a whole skim costs. `npm run bench` prints the ratios; nothing is asserted.
 */
import { MultiDirectedGraph } from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import { bench, describe } from 'vitest';
import { findRoute } from '../../src/matrix/route.ts';
import { skim } from '../../src/matrix/skim.ts';
import { toGraphology } from '../../src/network/graphology.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { toSetting } from '../../src/network/setting.ts';
import { buildGraph, type EdgeInput } from '../../src/routing/graph.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { createRandom } from '../scene/random.ts';
import { SHIPPED } from '../data-sets.ts';

const SIDE = 100;

/** Four neighbours each way, random costs. */
function makeGrid(): readonly EdgeInput[] {
  const random = createRandom(42);
  const edges: EdgeInput[] = [];
  const join = (a: number, b: number): void => {
    for (const [tail, head] of [
      [a, b],
      [b, a],
    ] as const) {
      edges.push({
        tail,
        head,
        cost: random.int(1000, 60_000),
        length: random.int(1, 1e6),
        label: edges.length,
      });
    }
  };
  for (let v = 0; v < SIDE * SIDE; v += 1) {
    if (v % SIDE < SIDE - 1) join(v, v + 1);
    if (v + SIDE < SIDE * SIDE) join(v, v + SIDE);
  }
  return edges;
}

describe('one tree, grid of 10,000 vertices', () => {
  const edges = makeGrid();
  const { graph } = buildGraph(SIDE * SIDE, edges);
  const other = new MultiDirectedGraph<Record<string, unknown>, { timeMs: number }>();
  for (let v = 0; v < SIDE * SIDE; v += 1) other.addNode(String(v));
  for (const { tail, head, cost } of edges)
    other.addDirectedEdge(String(tail), String(head), { timeMs: cost });
  bench('kernel', () => void searchTree(graph, 0));
  bench('graphology-shortest-path', () => void dijkstra.singleSource(other, '0', 'timeMs'), {
    iterations: 3,
  });
});

const dataset = SHIPPED;
const scenario = findScenario(dataset, '2010-with-belt');
const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
const state = applyScenario(dataset, scenario);

describe('one tree, shipped network of 2010', () => {
  const network = buildNetwork(dataset, state, setting, []);
  const other = toGraphology(dataset, state, setting);
  const [first = ''] = other.nodes();
  const source = network.vertexByName.get(first) ?? 0;
  bench('kernel', () => void searchTree(network.graph, source));
  bench('graphology-shortest-path', () => void dijkstra.singleSource(other, first, 'timeMs'));
});

describe('shipped network, warm', () => {
  const origins = dataset.zones.slice(0, 20);
  const destinations = dataset.plants.slice(0, 6);
  bench('network of 26 places', () =>
    void buildNetwork(dataset, state, setting, [...origins, ...destinations]));
  bench('skim 20 × 6, mid', () =>
    void skim(dataset, scenario, setting, origins, destinations, { corners: false }));
  bench('skim 20 × 6, mid and both corners', () =>
    void skim(dataset, scenario, setting, origins, destinations));
  bench('route with alternatives', () => {
    const [from, to] = [origins[0], destinations[5]];
    if (from !== undefined && to !== undefined) findRoute(dataset, scenario, setting, from, to);
  });
});
