/** Bounds by buckets and bounds mended after edges changed, against searches over a heap, on random multigraphs. */
import { describe, expect, it } from 'vitest';
import {
  searchFarBounds,
  searchBounds,
  type BoundSeed,
  type SeededBounds,
} from '../../src/routing/bounds.ts';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { buildGraph, type Graph } from '../../src/routing/graph.ts';
import { createLeastPathFinder } from '../../src/routing/least-path.ts';
import { BoundsMender } from '../../src/routing/mended-bounds.ts';
import { searchNearBounds } from '../../src/routing/near-bounds.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { makeEdges } from './random-graph.ts';

/** Half of them with edges that cost nothing; few costs and lengths, so that many ways are equal. */
function drawGraph(random: Random): Graph {
  const vertices = random.int(1, 30);
  const [minCost, minLength] = random.once(2) ? [0, 0] : [1, 1];
  const shape = { vertices, edges: random.int(1, 90), maxCost: 6, maxLength: 3, minCost, minLength };
  return buildGraph(vertices, makeEdges(random, shape)).graph;
}

function drawSeeds({ vertexCount }: Graph, random: Random): readonly BoundSeed[] {
  return Array.from({ length: random.int(0, 4) }, () => {
    const far = random.once(3) ? 100_000 : 5;
    return { vertex: random.int(0, vertexCount - 1), first: random.int(0, far), second: random.int(0, 5) };
  });
}

/** Other costs for a few edges: closed, opened, dearer, cheaper, or the same. */
function change(
  graph: Graph,
  random: Random,
): { readonly cost: Int32Array; readonly edges: readonly number[] } {
  const cost = graph.cost.slice();
  const edges = Array.from({ length: random.int(0, 5) }, () => random.int(0, graph.edgeCount - 1));
  for (const edge of edges) cost[edge] = random.once(3) ? UNREACHED : random.int(0, 9);
  return { cost, edges };
}

const sumsOf = ({ first, second }: SeededBounds) => [[...first], [...second]];

it('bounds by buckets are those of a heap, however far the sums', () => {
  for (let seed = 1; seed <= toCount(200, 20_000); seed += 1) {
    const random = createRandom(seed);
    const graph = drawGraph(random);
    const seeds = drawSeeds(graph, random);
    // At times a sum passes what fits in the buckets.
    const cost = random.once(4) ? graph.cost.map((one) => one * 300_000_000) : change(graph, random).cost;
    const closedFrom = random.once(2) ? UNREACHED : Infinity;
    const other = { ...graph, cost };
    const far = searchFarBounds(other, seeds, cost, graph.length, closedFrom);
    expect(sumsOf(searchNearBounds(other, seeds, closedFrom))).toEqual(sumsOf(far));
  }
});

describe('mended bounds', () => {
  it('are those of a new search, change after change', () => {
    let lost = 0;
    for (let seed = 1; seed <= toCount(300, 20_000); seed += 1) {
      const random = createRandom(seed);
      const graph = drawGraph(random);
      const seeds = drawSeeds(graph, random);
      const before = { graph, bounds: searchNearBounds(graph, seeds, UNREACHED) };
      const mender = new BoundsMender(before, seeds, UNREACHED);
      for (let round = 0; round < 4; round += 1) {
        const { cost, edges } = change(graph, random);
        const now = { ...graph, cost };
        const { bounds } = mender.mend(now, edges);
        const anew = searchFarBounds(now, seeds, cost, graph.length, UNREACHED);
        expect(sumsOf(bounds), `seed ${seed}`).toEqual(sumsOf(anew));
        lost += bounds.first.filter((sum, v) => sum !== before.bounds.first[v]).length;
      }
    }
    expect(lost).toBeGreaterThan(500);
  });

  it('say which least ways may be others', () => {
    let same = 0;
    for (let seed = 1; seed <= toCount(300, 20_000); seed += 1) {
      const random = createRandom(seed);
      const graph = drawGraph(random);
      const target = random.int(0, graph.vertexCount - 1);
      const seeds = [{ vertex: target, first: 0, second: 0 }];
      const before = { graph, bounds: searchNearBounds(graph, seeds) };
      const { cost, edges } = change(graph, random);
      const open = cost.map((one, edge) => (one === UNREACHED ? (graph.cost[edge] as number) + 7 : one));
      const now = { ...graph, cost: open };
      const { isOther } = new BoundsMender(before, seeds).mend(now, edges);
      const [find, findNow] = [graph, now].map((one) =>
        createLeastPathFinder(one, searchBounds(one, target, one.cost, one.length)),
      );
      for (let source = 0; source < graph.vertexCount; source += 1) {
        if (isOther[source] === 1) continue;
        expect(findNow?.(source), `seed ${seed}`).toEqual(find?.(source));
        same += 1;
        const path = find?.(source) ?? [];
        expect(path.some((edge) => edges.includes(edge))).toBe(false);
      }
    }
    expect(same).toBeGreaterThan(1000);
  });
});
