/**
 * Hierarchies against graphology-shortest-path on random multigraphs, and everything they can be asked against itself:
 * all in both kernels, which must give the same bits.
 */
import { describe, expect, it } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import type { Graph } from '../../src/routing/graph.ts';
import { Hierarchy } from '../../src/routing/hierarchy/hierarchy.ts';
import { createPlainKernels, type CreateKernels } from '../../src/routing/hierarchy/kernels.ts';
import { LANES } from '../../src/routing/hierarchy/sweep-lanes.ts';
import type { Direction } from '../../src/routing/hierarchy/sweep.ts';
import { buildTopology, type Topology } from '../../src/routing/hierarchy/topology.ts';
import { listPotentials } from '../../src/routing/potentials.ts';
import { createWasmKernels } from '../../src/routing/wasm/wasm-kernels.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { drawCosts, isSame, rankSomehow } from './draw.ts';
import { getTimes, listAllTimes, makeOracleGraph } from './second-opinion.ts';
import { loadKernels } from './wasm.ts';

const KERNELS: readonly (readonly [kind: string, create: CreateKernels])[] = [
  ['plain', createPlainKernels],
  ['wasm', createWasmKernels(loadKernels())],
];

interface Case {
  readonly seed: number;
  readonly random: Random;
  readonly graph: Graph;
  readonly topology: Topology;
}

function* listCases(quick: number, long: number): Generator<Case> {
  for (let seed = 1; seed <= toCount(quick, long); seed += 1) {
    const random = createRandom(seed);
    const graph = makeOracleGraph(seed);
    yield { seed, random, graph, topology: buildTopology(graph, rankSomehow(graph, random)) };
  }
}

/** Times of the other package at costs that may close edges: what sums to `UNREACHED` is no way. */
function listTimesAt(graph: Graph, cost: Int32Array): readonly (readonly number[])[] {
  const times = listAllTimes({ ...graph, cost });
  return times.map((row) => row.map((time) => (time >= UNREACHED ? Infinity : time)));
}

const toTime = (sum: number | undefined): number => (sum === UNREACHED ? Infinity : (sum ?? NaN));

/** Times by vertex of a lane of sums by rank. */
function toTimes({ rank }: Topology, sums: Int32Array, lanes = 1, lane = 0): readonly number[] {
  return Array.from(rank, (r) => toTime(sums[r * lanes + lane]));
}

/** Sum of a path from one vertex to the other; Infinity for none, NaN for one that is torn. */
function sumPath(graph: Graph, path: readonly number[] | null, from: number, to: number): number {
  if (path === null) return Infinity;
  let [at, sum] = [from, 0];
  for (const edge of path) {
    if (graph.tail[edge] !== at) return NaN;
    at = graph.head[edge] ?? -1;
    sum += graph.cost[edge] ?? NaN;
  }
  return at === to ? sum : NaN;
}

describe.each(KERNELS)('a hierarchy with %s kernels', (_, create) => {
  it('agrees with graphology-shortest-path: sweeps both ways, pairs, and paths by their edges', () => {
    let reached = 0;
    for (const { seed, random, graph, topology } of listCases(100, 1000)) {
      const expected = getTimes(seed);
      const hierarchy = new Hierarchy(topology, graph.cost, create);
      for (let root = 0; root < graph.vertexCount; root += 1) {
        const from = expected[root] ?? [];
        expect(isSame(toTimes(topology, hierarchy.sweep(root, 'from')), from), `seed ${seed}`).toBe(true);
        const into = expected.map((row) => row[root]);
        expect(isSame(toTimes(topology, hierarchy.sweep(root, 'to')), into), `seed ${seed}`).toBe(true);
        const target = random.int(0, graph.vertexCount - 1);
        expect(toTime(hierarchy.sum(root, target)), `seed ${seed}`).toBe(from[target]);
        expect(sumPath(graph, hierarchy.path(root, target), root, target), `seed ${seed}`).toBe(from[target]);
        reached += from.filter((time) => time < Infinity).length;
      }
    }
    expect(reached).toBeGreaterThan(10_000);
  });

  it('sweeps up to sixteen roots at once, and a few targets alone, as one by one', () => {
    for (const { seed, random, graph, topology } of listCases(100, 1000)) {
      const hierarchy = new Hierarchy(topology, graph.cost, create);
      const draw = (most: number): readonly number[] =>
        Array.from({ length: random.int(0, most) }, () => random.int(0, graph.vertexCount - 1));
      const [roots, targets] = [draw(LANES), draw(9)];
      const direction: Direction = random.pick(['from', 'to']);
      const alone = roots.map((root) => toTimes(topology, hierarchy.sweep(root, direction)));
      const beside = hierarchy.sweepLanes(roots, direction);
      expect(
        roots.map((_root, lane) => toTimes(topology, beside, LANES, lane)),
        `seed ${seed}`,
      ).toEqual(alone);
      const selected = hierarchy.select(targets);
      const sums = selected.sums(roots, direction);
      expect(Array.from(sums, toTime), `seed ${seed}`).toEqual(
        targets.flatMap((target) => alone.map((times) => times[target])),
      );
      selected.release();
    }
  });

  it('changes edges, and what is asked of it then', () => {
    let looked = 0;
    for (const { seed, random, graph, topology } of listCases(20, 200)) {
      if (graph.edgeCount === 0) continue;
      const hierarchy = new Hierarchy(topology, graph.cost, create);
      const selected = hierarchy.select([0]);
      const cost = graph.cost.slice();
      for (let round = 0; round < 5; round += 1) {
        const drawn = drawCosts(graph, random);
        const edges = Array.from({ length: random.int(0, 6) }, () => random.int(0, graph.edgeCount - 1));
        for (const edge of edges) cost[edge] = drawn[edge] ?? 0;
        looked += hierarchy.change(
          edges,
          edges.map((edge) => cost[edge] ?? 0),
        );
        const anew = new Hierarchy(topology, cost);
        expect(isSame(hierarchy.customized.cost, cost)).toBe(true);
        const root = random.int(0, graph.vertexCount - 1);
        expect(selected.sums([root], 'to')[0], `seed ${seed}`).toBe(anew.sum(0, root));
      }
    }
    expect(looked).toBeGreaterThan(500);
  });

  it('customizes four sets of costs at once as one by one', () => {
    for (const { seed, random, graph, topology } of listCases(20, 500)) {
      const hierarchy = new Hierarchy(topology, graph.cost, create);
      const vertices = Array.from({ length: graph.vertexCount }, (_vertex, v) => v);
      const selected = hierarchy.select(vertices);
      const own = selected.sums(vertices, 'to');
      const four = [0, 1, 2, 3].map(() => drawCosts(graph, random));
      hierarchy.customizeFour(four);
      for (const [lane, cost] of four.entries()) {
        const anew = new Hierarchy(topology, cost).select(vertices);
        for (const direction of ['from', 'to'] as const) {
          const found = selected.sums(vertices, direction, lane);
          expect(isSame(found, anew.sums(vertices, direction)), `seed ${seed}`).toBe(true);
        }
      }
      expect(selected.sums(vertices, 'to'), `seed ${seed}`).toEqual(own);
    }
  });

  it('takes other costs, and any number of roots for a few targets', () => {
    for (const { seed, random, graph, topology } of listCases(20, 200)) {
      const hierarchy = new Hierarchy(topology, graph.cost, create);
      const selected = hierarchy.select([0]);
      const cost = drawCosts(graph, random);
      hierarchy.customize(cost);
      const expected = listTimesAt(graph, cost);
      const roots = [...expected.keys(), ...expected.keys()];
      const found = Array.from(selected.sums(roots, 'from'), toTime);
      expect(found, `seed ${seed}`).toEqual(roots.map((root) => expected[root]?.[0]));
    }
  });

  it('gives potentials that no edge undercuts, and that say what is within a cap', () => {
    for (const { seed, random, graph, topology } of listCases(20, 200)) {
      const hierarchy = new Hierarchy(topology, graph.cost, create);
      const root = random.int(0, graph.vertexCount - 1);
      const cap = random.int(0, 200);
      const { vertex, potential } = listPotentials(hierarchy.sweep(root, 'from'), cap, topology.rank);
      const at = new Float64Array(graph.vertexCount).fill(cap + 1);
      for (const [i, v] of vertex.entries()) at[v] = potential[i] ?? NaN;
      expect(at[root]).toBe(0);
      for (const [edge, cost] of graph.cost.entries())
        expect((at[graph.head[edge] ?? -1] ?? NaN) - (at[graph.tail[edge] ?? -1] ?? NaN)).toBeLessThanOrEqual(
          cost,
        );
      const within = (getTimes(seed)[root] ?? []).flatMap((time, v) => (time <= cap ? [v] : []));
      expect([...vertex], `seed ${seed}`).toEqual(within);
    }
  });

  it('refuses what is no vertex, edge, cost, lane or order', () => {
    const graph = makeOracleGraph(7);
    const topology = buildTopology(graph, rankSomehow(graph, createRandom(1)));
    const hierarchy = new Hierarchy(topology, graph.cost, create);
    const [before, count] = [hierarchy.customized.weights.up.slice(), graph.vertexCount];
    const selected = hierarchy.select([0]);
    const refused: readonly (() => unknown)[] = [
      () => hierarchy.sweep(count, 'from'),
      () => hierarchy.sweepLanes(new Uint8Array(LANES + 1), 'from'),
      () => hierarchy.select([0.5]),
      () => hierarchy.sum(-1, 0),
      () => hierarchy.path(0, NaN),
      () => hierarchy.change([0, graph.edgeCount], [5, 5]),
      () => hierarchy.change([0], [-1]),
      () => hierarchy.change([0], [UNREACHED + 1]),
      () => hierarchy.change([0], [1.5]),
      () => hierarchy.change([0, 1], [5]),
      () => hierarchy.customize(graph.cost.subarray(1)),
      () => hierarchy.customize(graph.cost.map(() => -1)),
      () => hierarchy.customizeFour([graph.cost]),
      () => hierarchy.customizeFour([graph.cost, graph.cost, graph.cost, graph.cost.subarray(1)]),
      ...[0, 1, 2, 3].flatMap((lane) =>
        [-1, UNREACHED + 1].map((bad) => () => {
          const sets = [0, 1, 2, 3].map(() => graph.cost.slice());
          sets[lane]?.fill(bad, -1);
          hierarchy.customizeFour(sets);
        }),
      ),
      () => selected.sums([0], 'to', 0),
      () => buildTopology(graph, new Uint32Array(count)),
      () => buildTopology(graph, new Uint32Array(count + 1)),
    ];
    for (const ask of refused) expect(ask, ask.toString()).toThrow(RangeError);
    expect(hierarchy.customized.weights.up).toEqual(before);
  });
});
