/** The arcs of a hierarchy against the definition: two vertices are joined where a path leads over lower ones alone. */
import { describe, expect, it } from 'vitest';
import { buildTopology, findArc } from '../../src/routing/hierarchy/topology.ts';
import { createWasmTopology } from '../../src/routing/wasm/wasm-topology.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { makeOracleGraph } from './second-opinion.ts';
import { loadKernels } from './wasm.ts';

const KERNELS = loadKernels();

/** Higher ranks that a rank reaches, edges taken both ways, over ranks lower than itself. */
function listUpper(neighbours: readonly ReadonlySet<number>[], rank: number): readonly number[] {
  const seen = new Set([rank]);
  for (const v of seen) if (v <= rank) for (const to of neighbours[v] ?? []) seen.add(to);
  return [...seen].filter((v) => v > rank).toSorted((a, b) => a - b);
}

describe('the arcs of a hierarchy', () => {
  it('join what paths over lower ranks join, in both lists, with every edge in its place', () => {
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(seed);
      const { vertexCount } = graph;
      const order = Array.from({ length: vertexCount }, (_, v) => ({ v, key: random.int(0, 1e9) }));
      order.sort((a, b) => a.key - b.key || a.v - b.v);
      const rank = new Uint32Array(vertexCount);
      for (const [r, { v }] of order.entries()) rank[v] = r;
      const topology = buildTopology(graph, rank);
      expect(createWasmTopology(KERNELS)(graph, rank)).toEqual(topology);
      let misplaced = 0;
      const neighbours = Array.from({ length: vertexCount }, () => new Set<number>());
      for (const [edge, v] of graph.tail.entries()) {
        const [a, b] = [rank[v] ?? 0, rank[graph.head[edge] ?? 0] ?? 0];
        neighbours[a]?.add(b);
        neighbours[b]?.add(a);
        const [slot, low, high] = [topology.slot[edge] ?? -1, Math.min(a, b), Math.max(a, b)];
        if (slot !== (a === b ? -1 : 2 * findArc(topology, low, high) + Number(a > b))) misplaced += 1;
        if (a === b) continue;
        const edges = topology.slotEdge.subarray(topology.slotFirst[slot], topology.slotFirst[slot + 1]);
        if (!edges.includes(edge)) misplaced += 1;
      }
      for (let r = 0; r < vertexCount; r += 1) {
        const [first, end] = [topology.upFirst[r] ?? 0, topology.upFirst[r + 1] ?? 0];
        const upper = listUpper(neighbours, r);
        expect([...topology.upHead.subarray(first, end)], `seed ${seed}`).toEqual(upper);
        expect(topology.parent[r]).toBe(upper[0] ?? -1);
        for (let i = topology.downFirst[r] ?? 0; i < (topology.downFirst[r + 1] ?? 0); i += 1) {
          const [tail, arc] = [topology.downTail[i] ?? -1, topology.downArc[i] ?? -1];
          if (topology.upTail[arc] !== tail || topology.upHead[arc] !== r) misplaced += 1;
          if (i > (topology.downFirst[r] ?? 0) && tail <= (topology.downTail[i - 1] ?? -1)) misplaced += 1;
        }
      }
      expect(topology.downArc).toHaveLength(topology.arcCount);
      expect(misplaced).toBe(0);
    }
  });
});
