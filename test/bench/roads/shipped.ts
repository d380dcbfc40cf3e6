/**
 * The shipped network, where everything is searched again after an edit: one edge at another cost, then the times of every
 * zone to every plant. Held against the searches of `routing/costs.ts` after each edit, before it is timed.
 */
import { MultiDirectedGraph } from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import { toSetting } from '../../../src/network/setting.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex } from '../../../src/network/network.ts';
import { searchCosts } from '../../../src/routing/costs.ts';
import { createBucketEngine } from '../../../src/routing/bucket-engine.ts';
import { chooseEngine } from '../../../src/routing/engine.ts';
import type { Graph } from '../../../src/routing/graph.ts';
import { applyScenario } from '../../../src/scenario/apply.ts';
import { findScenario } from '../../../src/scenario/find.ts';
import { SHIPPED } from '../../data-sets.ts';
import { toRatio, toText } from './table.ts';
import { timeAll } from './timing.ts';

const SCENARIO = '2010-with-belt';
/** Edges that are changed one after the other, far from each other in the graph. */
const STEP = 97;
const CHECKED = 40;

interface Asked {
  readonly graph: Graph;
  readonly origins: readonly number[];
  readonly plants: readonly number[];
}

function open(): Asked {
  const setting = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: 'free' });
  const state = applyScenario(SHIPPED, findScenario(SHIPPED, SCENARIO));
  const network = buildNetwork(SHIPPED, state, setting, [...SHIPPED.zones, ...SHIPPED.plants]);
  return {
    graph: network.graph,
    origins: SHIPPED.zones.map(({ id }) => getOriginVertex(network, id)),
    plants: SHIPPED.plants.map(({ id }) => getDestinationVertex(network, id)),
  };
}

/** One edit and all times after it; an edge is slowed, and back at its cost with the next edit. */
function createEdit({ graph, origins, plants }: Asked) {
  const engine = createBucketEngine(graph);
  const targets = engine.select(origins);
  let edge = 0;
  return () => {
    const before = edge;
    edge = (edge + STEP) % graph.edgeCount;
    engine.changeCosts([before, edge], [graph.cost[before] ?? 0, 3 * (graph.cost[edge] ?? 0)]);
    return { edge, sums: targets.sums(plants, 'to') };
  };
}

/** Throws where a time is not that of the search that the answers rest on. */
function check(asked: Asked, edit: ReturnType<typeof createEdit>): void {
  const { graph, origins, plants } = asked;
  for (let i = 0; i < CHECKED; i += 1) {
    const { edge, sums } = edit();
    const cost = graph.cost.slice();
    cost[edge] = 3 * (cost[edge] ?? 0);
    for (const [j, plant] of plants.entries()) {
      const costs = searchCosts({ ...graph, cost }, plant);
      for (const [k, origin] of origins.entries())
        if (costs[origin] !== sums[k * plants.length + j]) throw new Error(`edge ${edge}: another time`);
    }
  }
}

/** As many trees in another package, without the edit. */
function createTrees({ graph, plants }: Asked): () => void {
  const other = new MultiDirectedGraph<Record<string, unknown>, { readonly timeMs: number }>();
  for (let v = 0; v < graph.vertexCount; v += 1) other.addNode(String(v));
  for (const [edge, timeMs] of graph.cost.entries())
    other.addDirectedEdge(String(graph.head[edge]), String(graph.tail[edge]), { timeMs });
  return () => {
    for (const plant of plants) dijkstra.singleSource(other, String(plant), 'timeMs');
  };
}

/** Prints the table of the shipped network. */
export function timeShipped(): void {
  const asked = open();
  const { graph, origins, plants } = asked;
  const kind = chooseEngine(graph.vertexCount);
  if (kind !== 'buckets') throw new Error(`${kind} chosen for ${graph.vertexCount} vertices`);
  console.log(`\n## shipped: ${graph.vertexCount} vertices, ${graph.edgeCount} edges, node-based\n`);
  const edit = createEdit(asked);
  check(asked, edit);
  const times = timeAll([
    { name: 'edit', rounds: 61, calls: 20, run: () => void edit() },
    { name: 'trees', rounds: 11, calls: 1, run: createTrees(asked) },
  ]);
  const [own, trees] = [times.get('edit') ?? NaN, times.get('trees') ?? NaN];
  const what = `one edge changed, all ${origins.length} × ${plants.length} times`;
  console.log('| | median | ratio | at least | aim |\n|---|---|---|---|---|');
  console.log(`| ${what} | ${toText(own)} | ${toRatio(trees / own)} trees graphology | 1 ms | 0.3 ms |`);
  console.log(`| ${plants.length} trees, graphology singleSource | ${toText(trees)} |  |  |  |`);
}
