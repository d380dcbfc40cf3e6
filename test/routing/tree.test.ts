import { describe, expect, it } from 'vitest';
import { buildGraph, withCosts, type EdgeInput } from '../../src/routing/graph.ts';
import { toPath } from '../../src/routing/path.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { compareLists, listPaths, makeEdges, sumOf, toLabels } from './random-graph.ts';

/** `tail head cost length label` per edge. */
function read(...rows: readonly string[]): readonly EdgeInput[] {
  return rows.map((row) => {
    const [tail = 0, head = 0, cost = 0, length = 0, label = -1] = row.split(' ').map(Number);
    return { tail, head, cost, length, label };
  });
}

/** Indices of the edges in the list, not in the graph. */
function findPath(
  vertexCount: number,
  edges: readonly EdgeInput[],
  from: number,
  to: number,
): readonly number[] | null {
  const { graph, order } = buildGraph(vertexCount, edges);
  return toPath(graph, searchTree(graph, from), to)?.map((edge) => order[edge] ?? -1) ?? null;
}

function headOf(edges: readonly EdgeInput[], path: readonly number[], source: number): number {
  return edges[path.at(-1) ?? -1]?.head ?? source;
}

/** The best of all simple paths to every vertex by cost, length, labels: brute force. */
function listBest(edges: readonly EdgeInput[], source: number): ReadonlyMap<number, readonly number[]> {
  const best = new Map<number, readonly number[]>();
  for (const path of listPaths(edges, source)) {
    const known = best.get(headOf(edges, path, source));
    if (known === undefined || comparePaths(edges, path, known) < 0)
      best.set(headOf(edges, path, source), path);
  }
  return best;
}

function comparePaths(edges: readonly EdgeInput[], a: readonly number[], b: readonly number[]): number {
  const cost = sumOf(edges, a, 'cost') - sumOf(edges, b, 'cost');
  if (cost !== 0) return cost;
  const length = sumOf(edges, a, 'length') - sumOf(edges, b, 'length');
  return length === 0 ? compareLists(toLabels(edges, a), toLabels(edges, b)) : length;
}

/** Cuts every edge in up to three pieces of one label: the last vertices are the cuts. */
function cutEdges(random: Random, edges: readonly EdgeInput[], vertices: number): readonly EdgeInput[] {
  let next = vertices;
  return edges.flatMap((edge) => {
    const pieces = random.int(1, 3);
    const ends = [edge.tail, ...Array.from({ length: pieces - 1 }, () => next++), edge.head];
    return ends.slice(1).map((head, i): EdgeInput => ({ ...edge, tail: ends[i] ?? 0, head }));
  });
}

/** What the search says of every vertex: path, cost and length. */
function listFound(edges: readonly EdgeInput[], vertexCount: number): readonly unknown[] {
  const { graph, order } = buildGraph(vertexCount, edges);
  const tree = searchTree(graph, 0);
  return Array.from({ length: vertexCount }, (_, v) => {
    const path = toPath(graph, tree, v)?.map((edge) => order[edge] ?? -1) ?? null;
    return [path, tree.cost[v], tree.length[v]];
  });
}

/** The same by brute force. */
function listExpected(edges: readonly EdgeInput[], vertexCount: number): readonly unknown[] {
  const best = listBest(edges, 0);
  return Array.from({ length: vertexCount }, (_, v) => {
    const path = best.get(v);
    if (path === undefined) return [null, Infinity, Infinity];
    return [path, sumOf(edges, path, 'cost'), sumOf(edges, path, 'length')];
  });
}

describe('searchTree', () => {
  it('takes the cheapest of parallel edges, whichever comes first', () => {
    expect(findPath(2, read('0 1 9 1 0', '0 1 5 1 1', '0 1 7 1 2'), 0, 1)).toEqual([1]);
  });

  it('says Infinity, −1 and no path where nothing leads', () => {
    const { graph } = buildGraph(3, read('0 1 5 1 0', '2 0 1 1 1'));
    const tree = searchTree(graph, 0);
    expect([...tree.cost]).toEqual([0, 5, Infinity]);
    expect([...tree.length]).toEqual([0, 1, Infinity]);
    expect([...tree.edge]).toEqual([-1, 0, -1]);
    expect(toPath(graph, tree, 2)).toBeNull();
    expect(toPath(graph, tree, 0)).toEqual([]);
  });

  it('prefers less length at equal cost, then smaller labels', () => {
    expect(findPath(3, read('0 1 2 9 0', '1 2 2 1 1', '0 2 4 5 2'), 0, 2)).toEqual([2]);
    expect(findPath(3, read('0 1 2 2 0', '1 2 2 3 1', '0 2 4 5 2'), 0, 2)).toEqual([0, 1]);
    expect(findPath(3, read('0 1 2 2 3', '1 2 2 3 1', '0 2 4 5 2'), 0, 2)).toEqual([2]);
  });

  it('counts consecutive pieces of one label once', () => {
    // 1 1 3 against 1 2: pieces of label 1 must not be read as "1 1 …", which would be smaller than "1 2".
    const edges = read('0 1 1 1 1', '1 2 1 1 1', '2 3 1 1 3', '1 3 2 2 2');
    expect(findPath(4, edges, 0, 3)).toEqual([0, 3]);
  });

  it('takes a beginning before what it begins', () => {
    const edges = read('0 2 1 1 1', '2 1 0 0 5', '0 1 1 1 1');
    expect(findPath(3, edges, 0, 1)).toEqual([2]);
    expect(findPath(3, edges.toReversed(), 0, 1)).toEqual([0]);
  });

  it('is safe with edges that cost nothing and lead in a circle', () => {
    const edges = read('0 1 0 0 0', '1 0 0 0 1', '1 2 0 0 2', '2 1 0 0 3', '2 3 4 1 4', '0 3 4 1 5');
    expect(findPath(4, edges, 0, 2)).toEqual([0, 2]);
    expect(findPath(4, edges, 0, 3)).toEqual([0, 2, 4]);
  });

  it('finds the best of all paths on random multigraphs, ties included', () => {
    for (let seed = 1; seed <= toCount(300, 3000); seed += 1) {
      const edges = makeEdges(createRandom(seed), { vertices: 6, edges: 14, maxCost: 3, maxLength: 2 });
      expect(listFound(edges, 6)).toEqual(listExpected(edges, 6));
    }
  });

  it('finds the best of all paths where edges are cut into pieces', () => {
    for (let seed = 1; seed <= toCount(200, 2000); seed += 1) {
      const random = createRandom(seed);
      const edges = cutEdges(
        random,
        makeEdges(random, { vertices: 5, edges: 9, maxCost: 3, maxLength: 2 }),
        5,
      );
      const count = Math.max(...edges.map(({ tail, head }) => Math.max(tail, head)), 4) + 1;
      expect(listFound(edges, count)).toEqual(listExpected(edges, count));
    }
  });

  it('finds least cost and length where edges may be free', () => {
    for (let seed = 1; seed <= toCount(200, 2000); seed += 1) {
      const shape = { vertices: 6, edges: 14, minCost: 0, maxCost: 2, minLength: 0, maxLength: 1 };
      const edges = makeEdges(createRandom(seed), shape);
      const { graph } = buildGraph(6, edges);
      const tree = searchTree(graph, 0);
      const best = listBest(edges, 0);
      for (let v = 0; v < 6; v += 1) {
        const path = best.get(v);
        expect(tree.cost[v]).toBe(path === undefined ? Infinity : sumOf(edges, path, 'cost'));
        expect(tree.length[v]).toBe(path === undefined ? Infinity : sumOf(edges, path, 'length'));
        expect(toPath(graph, tree, v)?.length ?? 0).toBeLessThan(6);
      }
    }
  });

  it('does not depend on the order in which edges are given', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const edges = makeEdges(createRandom(seed), { vertices: 8, edges: 24, maxCost: 3, maxLength: 2 });
      const turned = edges.toReversed();
      for (let v = 0; v < 8; v += 1) {
        const back = findPath(8, turned, 0, v)?.map((index) => edges.length - 1 - index) ?? null;
        expect(back).toEqual(findPath(8, edges, 0, v));
      }
    }
  });
});

describe('buildGraph', () => {
  it.each([
    '0 2 1 1 0',
    '0 -1 1 1 0',
    '0 1 -1 1 0',
    '0 1 1.5 1 0',
    '0 1 NaN 1 0',
    '0 1 1 -1 0',
    '0 1 1 1 -2',
  ])('refuses the edge %j', (row) => {
    expect(() => buildGraph(2, read(row))).toThrow(RangeError);
  });

  it('refuses a vertex that is none', () => {
    const { graph } = buildGraph(2, read('0 1 1 1 0'));
    expect(() => searchTree(graph, 2)).toThrow(RangeError);
    expect(() => toPath(graph, searchTree(graph, 0), 2)).toThrow(RangeError);
  });

  it('takes other costs for the same edges, and refuses unsound ones', () => {
    const { graph } = buildGraph(3, read('0 2 3 1 0', '0 1 1 1 1', '1 2 1 1 2'));
    expect(searchTree(withCosts(graph, Int32Array.of(3, 3, 1)), 0).cost[2]).toBe(3);
    expect(() => withCosts(graph, Int32Array.of(1, 1))).toThrow(RangeError);
    expect(() => withCosts(graph, Int32Array.of(1, 1, -1))).toThrow(RangeError);
  });
});
