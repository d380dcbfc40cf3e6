/**
 * Weights after some edges changed against all edges customized anew, on random multigraphs and a city: in both kernels,
 * which must look at the same arcs.
 */
import { describe, expect, it } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import type { Graph } from '../../src/routing/graph.ts';
import {
  createPlainKernels,
  type Block,
  type CreateKernels,
  type WeightBlocks,
} from '../../src/routing/hierarchy/kernels.ts';
import { buildTopology, type Topology } from '../../src/routing/hierarchy/topology.ts';
import { rankByDissection } from '../../src/routing/order/dissection.ts';
import { createWasmKernels } from '../../src/routing/wasm/wasm-kernels.ts';
import { makeCity } from '../scene/city.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { drawCosts, isSame, rankSomehow } from './draw.ts';
import { makeOracleGraph } from './second-opinion.ts';
import { loadKernels } from './wasm.ts';

const ALL = 0x7fff_ffff;
const KINDS = [createPlainKernels, createWasmKernels(loadKernels())];

interface Weighed {
  readonly cost: Block;
  readonly weights: WeightBlocks;
  readonly customize: (cost: Int32Array) => void;
  readonly change: (edges: readonly number[], costs: readonly number[], limit?: number) => number;
}

/** Costs and weights of a hierarchy in kernels of a kind. */
function weigh(topology: Topology, create: CreateKernels, costs: Int32Array): Weighed {
  const kernels = create(topology);
  const { arcCount, slot } = topology;
  const cost = kernels.allocate(slot.length);
  const weights = { up: kernels.allocate(arcCount), down: kernels.allocate(arcCount) };
  const customize = (other: Int32Array): void => {
    cost.array.set(other);
    kernels.customize(cost, weights);
  };
  customize(costs);
  const change: Weighed['change'] = (edges, other, limit = ALL) =>
    kernels.change(cost, weights, Int32Array.from(edges), Int32Array.from(other), limit);
  return { cost, weights, customize, change };
}

function isSameWeights(one: Weighed, other: Weighed): boolean {
  return (
    isSame(one.weights.up.array, other.weights.up.array) &&
    isSame(one.weights.down.array, other.weights.down.array) &&
    isSame(one.cost.array, other.cost.array)
  );
}

/** Changes drawn edges, some of them named twice, in round after round; returns how many arcs were looked at. */
function expectSame(graph: Graph, topology: Topology, random: Random, rounds: number, most: number): number {
  const anew = weigh(topology, createPlainKernels, graph.cost);
  const changed = KINDS.map((create) => weigh(topology, create, graph.cost));
  const cost = graph.cost.slice();
  let looked = 0;
  for (let round = 0; round < rounds; round += 1) {
    const drawn = [drawCosts(graph, random), drawCosts(graph, random)];
    const edges = Array.from({ length: random.int(0, most) }, () => random.int(0, graph.edgeCount - 1));
    const costs = edges.map((edge) => random.pick(drawn)[edge] ?? 0);
    for (const [i, edge] of edges.entries()) cost[edge] = costs[i] ?? 0;
    anew.customize(cost);
    const counts = changed.map((one) => one.change(edges, costs));
    expect(new Set(counts).size).toBe(1);
    for (const one of changed) expect(isSameWeights(one, anew)).toBe(true);
    looked += counts[0] ?? NaN;
  }
  return looked;
}

describe('a change of some edges', () => {
  it('gives the very weights of all edges customized anew, on random graphs', () => {
    let looked = 0;
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(seed);
      const topology = buildTopology(graph, rankSomehow(graph, random));
      looked += expectSame(graph, topology, random, 5, graph.edgeCount === 0 ? 0 : 6);
    }
    expect(looked).toBeGreaterThan(2000);
  });

  it('gives them on a city, for few edges and many', () => {
    const { graph, x, y } = makeCity(5, toCount(24, 100));
    const topology = buildTopology(graph, rankByDissection({ ...graph, x, y }));
    for (const most of [3, 40, 1000])
      expect(expectSame(graph, topology, createRandom(most), 3, most)).toBeGreaterThan(0);
  });

  it('stops past its limit with the costs written, and goes on from weights made anew', () => {
    const { graph, x, y } = makeCity(5, 24);
    const topology = buildTopology(graph, rankByDissection({ ...graph, x, y }));
    const edges = [3, 500, 900];
    const costs = edges.map(() => UNREACHED);
    for (const create of KINDS) {
      const one = weigh(topology, create, graph.cost);
      const other = weigh(topology, create, graph.cost);
      const looked = other.change(edges, costs);
      expect(one.change(edges, costs, looked - 1)).toBe(-1);
      one.customize(graph.cost);
      expect(one.change(edges, costs, 0)).toBe(-1);
      const now = one.cost.array.slice();
      expect(isSame(now, other.cost.array)).toBe(true);
      one.customize(now);
      expect(isSameWeights(one, other)).toBe(true);
      const back = edges.map((edge) => graph.cost[edge] ?? 0);
      expect(one.change(edges, back, looked)).toBe(other.change(edges, back));
      expect(isSameWeights(one, weigh(topology, create, graph.cost))).toBe(true);
    }
  });
});
