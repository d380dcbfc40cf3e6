import { describe, expect, it } from 'vitest';
import { searchConstrained } from '../../src/routing/constrained.ts';
import { buildGraph, type EdgeInput } from '../../src/routing/graph.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { listPaths, makeEdges, sumOf } from './random-graph.ts';

/** Least [cost, length] among all simple paths to the last vertex within the cap; null = none. */
function bruteForce(
  edges: readonly EdgeInput[],
  target: number,
  cap: number,
): readonly [number, number] | null {
  const sums = listPaths(edges, 0)
    .filter((path) => (edges[path.at(-1) ?? -1]?.head ?? 0) === target)
    .map((path) => [sumOf(edges, path, 'cost'), sumOf(edges, path, 'length')] as const)
    .filter(([, length]) => length <= cap)
    .toSorted(([costA, lengthA], [costB, lengthB]) => costA - costB || lengthA - lengthB);
  return sums[0] ?? null;
}

describe('searchConstrained', () => {
  it('agrees with all paths of small random multigraphs, at every cap that matters', () => {
    let found = 0;
    for (let seed = 1; seed <= toCount(150, 1500); seed += 1) {
      const random = createRandom(seed);
      const free = seed % 2;
      const shape = { vertices: 6, edges: 15, minCost: free, maxCost: 9, minLength: free, maxLength: 9 };
      const edges = makeEdges(random, shape);
      const { graph, order } = buildGraph(6, edges);
      const weight = Int32Array.from(order, (index) => edges[index]?.length ?? 0);
      for (const cap of [-1, 0, 3, 6, 9, 14, 1000]) {
        const path = searchConstrained(graph, 0, 5, graph.cost, weight, cap);
        const input = path?.map((edge) => order[edge] ?? -1);
        const sums =
          input === undefined ? null : [sumOf(edges, input, 'cost'), sumOf(edges, input, 'length')];
        expect(sums).toEqual(bruteForce(edges, 5, cap));
        if (input !== undefined) found += 1;
        let at = 0;
        for (const index of input ?? []) {
          expect(edges[index]?.tail).toBe(at);
          at = edges[index]?.head ?? -1;
        }
        if (input !== undefined) expect(at).toBe(5);
      }
    }
    expect(found).toBeGreaterThan(300);
  });

  it('stands still at a source that is the target', () => {
    const { graph } = buildGraph(2, [{ tail: 0, head: 1, cost: 1, length: 1, label: 0 }]);
    expect(searchConstrained(graph, 0, 0, graph.cost, graph.cost, 0)).toEqual([]);
  });

  it('keeps exact sums over many labels', () => {
    // A ladder: at every rung either 2 dear and 0 used, or 0 dear and 1 used.
    const rungs = 200;
    const edges = Array.from({ length: rungs }, (_, i): readonly EdgeInput[] => [
      { tail: i, head: i + 1, cost: 2, length: 0, label: 2 * i },
      { tail: i, head: i + 1, cost: 0, length: 1, label: 2 * i + 1 },
    ]).flat();
    const { graph } = buildGraph(rungs + 1, edges);
    const weight = Int32Array.from(graph.length);
    const path = searchConstrained(graph, 0, rungs, graph.cost, weight, 50);
    expect(path?.reduce((sum, edge) => sum + (graph.cost[edge] ?? NaN), 0)).toBe(2 * (rungs - 50));
  });
});
