/** Closing several edges at once by repairing a tree gives what a search without them gives. */
import { describe, expect, it } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { searchCosts } from '../../src/routing/costs.ts';
import { DetourTree } from '../../src/routing/detour-tree.ts';
import { buildGraph, type Graph } from '../../src/routing/graph.ts';
import { toBackward, toForward } from '../../src/routing/distances.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { makeEdges, type GraphShape } from './random-graph.ts';

const SHAPES: readonly (readonly [name: string, shape: GraphShape])[] = [
  ['many ties', { vertices: 9, edges: 30, maxCost: 2, maxLength: 2 }],
  ['sparse, with unreachable parts', { vertices: 40, edges: 55, maxCost: 5, maxLength: 9 }],
  ['wide', { vertices: 60, edges: 300, maxCost: 100, maxLength: 100 }],
  ['edges that cost nothing', { vertices: 12, edges: 40, minCost: 0, maxCost: 2, maxLength: 3 }],
];
const GRAPHS = toCount(30, 1000);

/** The same without these edges, each costing what no path does: an independent way of leaving them out. */
function searchWithout(graph: Graph, target: number, edges: readonly number[]): Float64Array {
  const kept = Array.from({ length: graph.edgeCount }, (_, e) => e).filter((e) => !edges.includes(e));
  const { graph: smaller } = buildGraph(
    graph.vertexCount,
    kept.map((e) => ({
      tail: graph.tail[e] as number,
      head: graph.head[e] as number,
      cost: graph.cost[e] as number,
      length: graph.length[e] as number,
      label: graph.label[e] as number,
    })),
  );
  return searchCosts(smaller, target);
}

/** Sums from all to one, as costs of the watched vertices with some edges closed; closings leave nothing behind. */
interface Closing {
  readonly open: readonly number[];
  readonly close: (edges: readonly number[]) => readonly number[];
}

function createClosing(graph: Graph, target: number, watched: readonly number[]): Closing {
  const tree = new DetourTree(toBackward(graph), toForward(graph), target, watched);
  const read = (): readonly number[] =>
    watched.map((v) => (tree.sum(v) === UNREACHED ? Infinity : tree.sum(v)));
  const open = read();
  return {
    open,
    close: (edges) => {
      const below = new Set(tree.close(edges));
      const closed = read();
      tree.undo();
      return watched.map((v, i) => (below.has(v) ? closed[i] : open[i]) as number);
    },
  };
}

function pickEdges(random: Random, graph: Graph): readonly number[] {
  return Array.from({ length: random.int(1, 6) }, () => random.int(0, graph.edgeCount - 1));
}

describe.each(SHAPES)('%s', (_, shape) => {
  it('any edges closed together cost what a search without them finds', () => {
    const random = createRandom(2024);
    let changed = 0;
    for (let n = 0; n < GRAPHS; n += 1) {
      const { graph } = buildGraph(shape.vertices, makeEdges(random, shape));
      const target = random.int(0, shape.vertices - 1);
      const watched = Array.from({ length: 5 }, () => random.int(0, shape.vertices - 1));
      const { open, close } = createClosing(graph, target, watched);
      const whole = searchCosts(graph, target);
      expect(open).toEqual(watched.map((v) => whole[v]));
      for (let k = 0; k < 10; k += 1) {
        const edges = pickEdges(random, graph);
        const costs = close(edges);
        const expected = searchWithout(graph, target, edges);
        expect(costs).toEqual(watched.map((v) => expected[v]));
        if (costs.some((cost, i) => cost !== open[i])) changed += 1;
      }
      // Nothing is left of earlier closings.
      expect(close([])).toEqual(open);
    }
    expect(changed).toBeGreaterThan(GRAPHS);
  });
});

/** 0 ← 1 ← 2 ← 3 in a row at 1 each, a detour 3 → 0 at 9, a side road 2 → 0 at 5. */
const { graph: ROW, order } = buildGraph(
  4,
  [
    [1, 0, 1],
    [2, 1, 1],
    [3, 2, 1],
    [3, 0, 9],
    [2, 0, 5],
  ].map(([tail = 0, head = 0, cost = 0], label) => ({ tail, head, cost, length: 1, label })),
);
const edgeOf = (label: number): number => order.indexOf(label);

describe('a row with a detour', () => {
  it('closes one edge after the other', () => {
    const { open, close } = createClosing(ROW, 0, [3, 1]);
    const costs = (...labels: readonly number[]): readonly number[] => close(labels.map(edgeOf));
    expect(open).toEqual([3, 1]);
    expect(costs(1)).toEqual([6, 1]);
    expect(costs(2)).toEqual([9, 1]);
    expect(costs(1, 4)).toEqual([9, 1]);
    expect(costs(0, 4)).toEqual([9, Infinity]);
    expect(costs(0, 1, 2, 3, 4)).toEqual([Infinity, Infinity]);
    expect(open).toEqual([3, 1]);
  });

  it('names those below, and nobody where nobody watched is concerned', () => {
    const tree = new DetourTree(toBackward(ROW), toForward(ROW), 0, [1, 3]);
    expect([...tree.close([1, 4].map(edgeOf))]).toEqual([3]);
    expect(() => tree.close([])).toThrow('closed already');
    tree.undo();
    expect([...tree.close([0, 1].map(edgeOf))].toSorted((a, b) => a - b)).toEqual([1, 3]);
    tree.undo();
    const idle = new DetourTree(toBackward(ROW), toForward(ROW), 0, [1]);
    expect(idle.close([1, 2, 4].map(edgeOf))).toHaveLength(0);
  });

  it('borrows nothing from a vertex that lost its way as well, though nobody watches it', () => {
    const rows = [
      [1, 0, 1],
      [2, 0, 1],
      [1, 2, 1],
      [1, 0, 9],
      [2, 0, 20],
    ].map(([tail = 0, head = 0, cost = 0], label) => ({ tail, head, cost, length: 1, label }));
    const two = buildGraph(3, rows);
    const { close } = createClosing(two.graph, 0, [1]);
    expect(close([0].map((label) => two.order.indexOf(label)))).toEqual([2]);
    expect(close([0, 1].map((label) => two.order.indexOf(label)))).toEqual([9]);
  });
});
