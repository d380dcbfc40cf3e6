/** Searches from the target give what the search from the source gives: the same costs and the very same paths. */
import { describe, expect, it } from 'vitest';
import { searchBounds } from '../../src/routing/bounds.ts';
import { searchCosts } from '../../src/routing/costs.ts';
import { buildGraph, type EdgeInput, type Graph } from '../../src/routing/graph.ts';
import { createLeastPathFinder } from '../../src/routing/least-path.ts';
import { toPath } from '../../src/routing/path.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { makeEdges, type GraphShape } from './random-graph.ts';

const SHAPES: readonly (readonly [name: string, shape: GraphShape])[] = [
  ['many ties', { vertices: 9, edges: 30, maxCost: 2, maxLength: 2 }],
  ['sparse, with unreachable parts', { vertices: 40, edges: 50, maxCost: 5, maxLength: 9 }],
  ['wide', { vertices: 60, edges: 300, maxCost: 100, maxLength: 100 }],
  ['edges that cost nothing', { vertices: 12, edges: 40, minCost: 0, maxCost: 2, maxLength: 3 }],
];

/** Every vertex to every vertex, both ways of searching: pairs about which they do not say the same. */
function listDifferences(graph: Graph): readonly string[] {
  const trees = Array.from({ length: graph.vertexCount }, (_, source) => searchTree(graph, source));
  return trees.flatMap((_, target) => {
    const findPath = createLeastPathFinder(graph, searchBounds(graph, target, graph.cost, graph.length));
    const costs = searchCosts(graph, target);
    return trees.flatMap((tree, source) => {
      const forwards = JSON.stringify([tree.cost[target], toPath(graph, tree, target)]);
      const backwards = JSON.stringify([costs[source], findPath(source)]);
      return forwards === backwards ? [] : [`${source} → ${target}: ${forwards} or ${backwards}`];
    });
  });
}

/** Doubles some edges and puts free, unlabelled ones beside them, as cut roads have at their ends. */
function addTwins(edges: readonly EdgeInput[], vertices: number): readonly EdgeInput[] {
  const free = { cost: 0, length: 0, label: -1 };
  const twins = edges.slice(0, 5).map((edge) => ({ ...edge, label: edge.label + edges.length }));
  const spurs = [0, 1, 2].flatMap((vertex) => [
    { tail: vertex, head: vertices + vertex, ...free },
    { tail: vertices + vertex, head: vertex, ...free },
    { tail: vertices + vertex, head: (vertex + 3) % vertices, cost: 1, length: 1, label: 900 + vertex },
  ]);
  return [...edges, ...twins, ...spurs];
}

describe('a search from the target', () => {
  it.each(SHAPES)('gives the costs and paths of the search from the source: %s', (name, shape) => {
    const random = createRandom(name.length);
    for (let round = 0; round < toCount(40, 1000); round += 1) {
      expect(listDifferences(buildGraph(shape.vertices, makeEdges(random, shape)).graph)).toEqual([]);
    }
  });

  it('does so with equal twins and free spurs', () => {
    const random = createRandom(77);
    const shape = { vertices: 14, edges: 40, maxCost: 3, maxLength: 3 };
    for (let round = 0; round < toCount(60, 1000); round += 1) {
      const edges = addTwins(makeEdges(random, shape), shape.vertices);
      expect(listDifferences(buildGraph(shape.vertices + 3, edges).graph)).toEqual([]);
    }
  });

  it('leaves closed edges out', () => {
    const edge = { length: 1, label: -1 };
    const { graph, order } = buildGraph(3, [
      { tail: 0, head: 1, cost: 1, ...edge },
      { tail: 1, head: 2, cost: 1, ...edge },
      { tail: 0, head: 2, cost: 9, ...edge },
    ]);
    const closed = Uint8Array.from(order, (index) => Number(index === 1));
    expect([...searchCosts(graph, 2)]).toEqual([2, 1, 0]);
    expect([...searchCosts(graph, 2, closed)]).toEqual([9, Infinity, 0]);
    expect([...searchCosts(graph, 2, new Uint8Array(3).fill(1))]).toEqual([Infinity, Infinity, 0]);
  });

  it('holds more in its queue than there are vertices', () => {
    const vertices = 120;
    const edges = Array.from({ length: vertices * (vertices - 1) }, (_, i): EdgeInput => {
      const [tail, rest] = [Math.floor(i / (vertices - 1)), i % (vertices - 1)];
      const head = rest < tail ? rest : rest + 1;
      return { tail, head, cost: Math.abs(tail - head) ** 2, length: 1, label: i };
    });
    const { graph } = buildGraph(vertices, edges);
    expect([...searchCosts(graph, 0)]).toEqual(Array.from({ length: vertices }, (_, v) => v));
  });
});
