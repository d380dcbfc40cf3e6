/** Every engine's answers against each other before anything is timed; a difference ends the run. */
import { createDistanceSearch, toBackward } from '../../../src/routing/distances.ts';
import { UNREACHED } from '../../../src/routing/bucket-queue.ts';
import { DetourTree } from '../../../src/routing/detour-tree.ts';
import { toForward } from '../../../src/routing/distances.ts';
import type { Hierarchy } from '../../../src/routing/hierarchy/hierarchy.ts';
import { LANES } from '../../../src/routing/hierarchy/sweep-lanes.ts';
import { createGeojsonFinder, createGraphology, createNgraph, listCheapest } from './peers.ts';
import type { Subject } from './subject.ts';

/** The other packages, ready. */
export interface Peers {
  readonly graphology: (source: number) => unknown;
  readonly ngraph: (source: number, target: number) => number;
  readonly geojson: (source: number, target: number) => number;
}

function demand(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`the engines do not agree: ${what}`);
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** Sums by vertex of a lane of sums by rank. */
function byVertex({ topology }: Hierarchy, sums: Int32Array, lanes = 1, lane = 0): Int32Array {
  return Int32Array.from(topology.rank, (rank) => sums[rank * lanes + lane] ?? NaN);
}

/** Four scenarios: every edge dearer by up to half, each in its own way. */
export function drawScenarios({ city }: Subject): readonly Int32Array[] {
  return [1, 2, 3, 4].map((k) =>
    city.graph.cost.map((cost, edge) =>
      cost === UNREACHED ? cost : cost + Math.floor((cost * ((edge * k * 7919) % 512)) / 1024),
    ),
  );
}

function checkTrees({ city, forward, backward, plain, wasm, targets }: Subject): void {
  const roots = Array.from({ length: LANES }, (_, i) => (i * 4001) % city.graph.vertexCount);
  for (const [direction, search] of [
    ['from', forward],
    ['to', backward],
  ] as const) {
    for (const hierarchy of [plain, wasm]) {
      for (const root of targets)
        demand(
          isSame(search(root), byVertex(hierarchy, hierarchy.sweep(root, direction))),
          `sweep ${direction}`,
        );
      const lanes = hierarchy.sweepLanes(roots, direction).slice();
      for (const [lane, root] of roots.entries())
        demand(isSame(search(root), byVertex(hierarchy, lanes, LANES, lane)), `lanes ${direction}`);
    }
  }
}

/** Sums from all sources to all targets by one search a target. */
function searchMatrix({ city, sources, targets }: Subject, cost: Int32Array): Int32Array {
  const search = createDistanceSearch(toBackward({ ...city.graph, cost }));
  const columns = targets.map((target) => search(target));
  return Int32Array.from(sources.flatMap((source) => columns.map((sums) => sums[source] ?? NaN)));
}

function checkMatrices(subject: Subject): void {
  const { city, sources, targets, belt, beltCosts, plain, wasm } = subject;
  const scenarios = drawScenarios(subject);
  const open = city.graph.cost.slice();
  for (const [i, edge] of belt.entries()) open[edge] = beltCosts[i] ?? 0;
  const closed = belt.map(() => UNREACHED);
  for (const hierarchy of [plain, wasm]) {
    const selected = hierarchy.select(sources);
    demand(isSame(selected.sums(targets, 'to'), searchMatrix(subject, city.graph.cost)), 'matrix');
    hierarchy.change(belt, beltCosts);
    demand(isSame(selected.sums(targets, 'to'), searchMatrix(subject, open)), 'matrix with the belt');
    hierarchy.change(belt, closed);
    demand(
      isSame(selected.sums(targets, 'to'), searchMatrix(subject, city.graph.cost)),
      'matrix without it again',
    );
    hierarchy.customizeFour(scenarios);
    for (const [lane, cost] of scenarios.entries())
      demand(isSame(selected.sums(targets, 'to', lane), searchMatrix(subject, cost)), `scenario ${lane}`);
    selected.release();
  }
}

function checkRepair({ city, sources, targets }: Subject): void {
  const [target = 0] = targets;
  const tree = new DetourTree(toBackward(city.graph), toForward(city.graph), target, sources);
  for (const source of sources.slice(0, 10)) {
    const edge = tree.edgeTo(source);
    const below = tree.close([edge]);
    const cost = city.graph.cost.map((value, e) => (e === edge ? UNREACHED : value));
    const anew = createDistanceSearch(toBackward({ ...city.graph, cost }))(target);
    demand(
      [...below].every((v) => tree.sum(v) === anew[v]),
      `tree without edge ${edge}`,
    );
    tree.undo();
  }
}

/** Peers may be asked for a few pairs only: they take long. Returns how many geojson-path-finder finds the best for. */
function checkPairs(subject: Subject, { ngraph, geojson }: Peers): number {
  const { city, sources, forward, plain, wasm } = subject;
  let agreed = 0;
  for (let i = 0; i < 10; i += 1) {
    const [source, target] = [sources[7 * i] ?? 0, sources[(11 * i + 200) % sources.length] ?? 0];
    const sum = forward(source)[target] ?? NaN;
    demand(plain.sum(source, target) === sum && wasm.sum(source, target) === sum, 'pair');
    const path = wasm.path(source, target) ?? [];
    demand(path.reduce((total, edge) => total + (city.graph.cost[edge] ?? NaN), 0) === sum, 'path');
    demand(ngraph(source, target) === sum, 'ngraph.path');
    if (geojson(source, target) === sum) agreed += 1;
  }
  return agreed;
}

function checkGraphology({ city, forward }: Subject, tree: (source: number) => unknown): void {
  const cheapest = listCheapest(city);
  const { vertexCount } = city.graph;
  const source = 5;
  const sums = forward(source);
  for (const [node, path] of Object.entries(tree(source) as Readonly<Record<string, readonly string[]>>)) {
    const sum = path
      .slice(1)
      .reduce((total, to, i) => total + (cheapest.get(Number(path[i]) * vertexCount + Number(to)) ?? NaN), 0);
    demand(sum === sums[Number(node)], `graphology at ${node}`);
  }
}

/** Throws where two engines differ. */
export function checkAll(subject: Subject): { readonly peers: Peers; readonly note: string } {
  checkTrees(subject);
  checkMatrices(subject);
  checkRepair(subject);
  const cheapest = listCheapest(subject.city);
  const peers: Peers = {
    graphology: createGraphology(subject.city),
    ngraph: createNgraph(subject.city, cheapest),
    geojson: createGeojsonFinder(subject.city, cheapest),
  };
  checkGraphology(subject, peers.graphology);
  const agreed = checkPairs(subject, peers);
  return {
    peers,
    note: `all engines agree; geojson-path-finder finds the least sum of ${agreed} in 10 pairs`,
  };
}
