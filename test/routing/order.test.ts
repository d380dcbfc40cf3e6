/** Orders of vertices: what every one must be, and what makes a dissection a good one. */
import { describe, expect, it } from 'vitest';
import { rankByDissection } from '../../src/routing/order/dissection.ts';
import { rankByHilbert } from '../../src/routing/order/hilbert.ts';
import { LEFT, RIGHT, SEPARATOR, splitPart } from '../../src/routing/order/inertial-flow.ts';
import { orderByMinimumDegree } from '../../src/routing/order/minimum-degree.ts';
import { labelPieces, toWhole, type Part, type PlacedGraph } from '../../src/routing/order/part.ts';
import { createWasmSplit } from '../../src/routing/wasm/wasm-split.ts';
import { makeCity } from '../scene/city.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { makeOracleGraph } from './second-opinion.ts';
import { loadKernels } from './wasm.ts';

const SPLIT = createWasmSplit(loadKernels());

function place(graph: Omit<PlacedGraph, 'x' | 'y'>, random: Random): PlacedGraph {
  const { vertexCount, tail, head } = graph;
  const most = random.pick([0, 3, 1_800_000_000]);
  const scatter = (): Int32Array => Int32Array.from({ length: vertexCount }, () => random.int(-most, most));
  return { vertexCount, tail, head, x: scatter(), y: scatter() };
}

function toEnds(
  vertexCount: number,
  pairs: readonly (readonly [number, number])[],
): Omit<PlacedGraph, 'x' | 'y'> {
  return {
    vertexCount,
    tail: Uint32Array.from(pairs, ([tail]) => tail),
    head: Uint32Array.from(pairs, ([, head]) => head),
  };
}

const isPermutation = (rank: Uint32Array): boolean =>
  [...rank].toSorted((a, b) => a - b).every((r, i) => r === i);

/** Arcs of the hierarchy that an order makes: neighbours of what is contracted become neighbours. */
function countArcs({ vertexCount, tail, head }: PlacedGraph, rank: Uint32Array): number {
  const up = Array.from({ length: vertexCount }, () => new Set<number>());
  for (const [e, a] of tail.entries()) {
    const [low, high] = [rank[a] ?? 0, rank[head[e] ?? 0] ?? 0].toSorted((p, q) => p - q);
    if (low !== high) up[low ?? 0]?.add(high ?? 0);
  }
  let count = 0;
  for (const above of up) {
    count += above.size;
    const next = Math.min(...above);
    for (const w of above) if (w !== next) up[next]?.add(w);
  }
  return count;
}

/** Least number of edges between a set that holds all sources and its rest that holds all sinks: by trying them all. */
function findLeastCut({ count, first, end }: Part, sources: Int32Array, sinks: Int32Array): number {
  const toMask = (list: Int32Array): number => list.reduce((mask, v) => mask | (1 << v), 0);
  const [inside, outside] = [toMask(sources), toMask(sinks)];
  let least = Infinity;
  for (let set = 0; set < 2 ** count; set += 1) {
    if ((set & inside) !== inside || (set & outside) !== 0) continue;
    let size = 0;
    for (let v = 0; v < count; v += 1) {
      if ((set & (1 << v)) === 0) continue;
      for (const to of end.subarray(first[v], first[v + 1])) if ((set & (1 << to)) === 0) size += 1;
    }
    least = Math.min(least, size);
  }
  return least;
}

describe('every order', () => {
  it('ranks each vertex once, whatever the graph, the same every time', () => {
    for (let seed = 1; seed <= toCount(200, 2000); seed += 1) {
      const random = createRandom(seed);
      const graph = place(makeOracleGraph(seed), random);
      const reserved = Array.from({ length: graph.vertexCount }, (_, v) => v).filter(() => random.once(5));
      const rank = rankByDissection(graph, reserved);
      expect(isPermutation(rank), `seed ${seed}`).toBe(true);
      expect(rankByDissection(graph, reserved, SPLIT)).toEqual(rank);
      expect(reserved.map((v) => rank[v])).toEqual(
        reserved.map((_, i) => graph.vertexCount - reserved.length + i),
      );
      expect(isPermutation(rankByHilbert(graph.x, graph.y)), `seed ${seed}`).toBe(true);
    }
  });

  it('takes no vertex at all, thousands of islands, and refuses to reserve what is not there', () => {
    const nothing = { x: new Int32Array(0), y: new Int32Array(0) };
    expect(rankByDissection({ ...toEnds(0, []), ...nothing })).toHaveLength(0);
    expect(rankByHilbert(nothing.x, nothing.y)).toHaveLength(0);
    const islands = place(toEnds(20_000, []), createRandom(1));
    expect(isPermutation(rankByDissection(islands))).toBe(true);
    for (const reserved of [[3, 3], [-1], [20_000], [0.5]])
      expect(() => rankByDissection(islands, reserved)).toThrow(RangeError);
  });
});

describe('the curve', () => {
  it('visits all cells of a square in steps of one', () => {
    const side = 64;
    const x = Int32Array.from({ length: side * side }, (_, v) => v % side);
    const y = Int32Array.from({ length: side * side }, (_, v) => Math.floor(v / side));
    const along = new Int32Array(side * side);
    for (const [v, rank] of rankByHilbert(x, y).entries()) along[rank] = v;
    for (let i = 1; i < along.length; i += 1) {
      const [a, b] = [along[i - 1] ?? 0, along[i] ?? 0];
      const step = Math.abs((x[a] ?? 0) - (x[b] ?? 0)) + Math.abs((y[a] ?? 0) - (y[b] ?? 0));
      expect(step).toBe(1);
    }
  });
});

describe('a split', () => {
  it('leaves no edge between its sides and is no larger than the least cut along any direction', () => {
    let split = 0;
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const random = createRandom(seed);
      const vertices = random.int(4, 11);
      const pairs = Array.from({ length: random.int(vertices, 3 * vertices) }, () => {
        return [random.int(0, vertices - 1), random.int(0, vertices - 1)] as const;
      });
      const part = toWhole(place(toEnds(vertices, pairs), random));
      if (labelPieces(part).pieces > 1) continue;
      const side = splitPart(part);
      for (let v = 0; v < vertices; v += 1)
        for (const to of part.end.subarray(part.first[v], part.first[v + 1]))
          expect(new Set([side[v], side[to]]), `seed ${seed}`).not.toEqual(new Set([LEFT, RIGHT]));
      const terminals = Math.floor(vertices / 4);
      const cuts = part.sorted.map((order) =>
        findLeastCut(part, order.slice(0, terminals), order.slice(vertices - terminals)),
      );
      expect(side.filter((at) => at === SEPARATOR).length, `seed ${seed}`).toBeLessThanOrEqual(
        Math.min(...cuts),
      );
      split += 1;
    }
    expect(split).toBeGreaterThan(50);
  });

  it('of two blocks joined by a bridge is an end of the bridge', () => {
    const block = (from: number): readonly (readonly [number, number])[] =>
      Array.from({ length: 10 }, (_, i) =>
        Array.from({ length: i }, (__, j) => [from + i, from + j] as const),
      ).flat();
    const pairs = [...block(0), ...block(10), [4, 13] as const];
    const x = Int32Array.from({ length: 20 }, (_, v) => (v < 10 ? v : 90 + v));
    const side = splitPart(toWhole({ ...toEnds(20, pairs), x, y: new Int32Array(20) }));
    expect([...side.keys()].filter((v) => side[v] === SEPARATOR)).toEqual([4]);
  });
});

describe('fewest neighbours first', () => {
  it('adds no edge to a tree', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const random = createRandom(seed);
      // 5 has no divisor with 16: every vertex gets another number, so that leaves are not the last.
      const pairs = Array.from(
        { length: 15 },
        (_, i) => [(5 * i + 5) % 16, (5 * random.int(0, i)) % 16] as const,
      );
      const tree = place(toEnds(16, pairs), random);
      const rank = new Uint32Array(16);
      for (const [i, v] of orderByMinimumDegree(toWhole(tree)).entries()) rank[v] = i;
      expect(countArcs(tree, rank)).toBe(15);
    }
  });
});

describe('a dissection', () => {
  it('makes far fewer arcs of a city than its rows or a curve do', () => {
    const { graph, x, y } = makeCity(2, 60);
    const placed = { ...graph, x, y };
    const arcs = countArcs(placed, rankByDissection(placed));
    expect(arcs).toBeLessThan(countArcs(placed, rankByHilbert(x, y)) / 2);
    expect(arcs).toBeLessThan(countArcs(placed, Uint32Array.from(x.keys())) / 3);
    expect(arcs).toBeLessThan(7 * graph.vertexCount);
  });

  it('is the same in WebAssembly, for map after map', () => {
    for (const [seed, side] of [
      [3, 12],
      [4, 50],
      [5, 30],
    ] as const) {
      const { graph, x, y } = makeCity(seed, side);
      const placed = { ...graph, x, y };
      expect(rankByDissection(placed, [], SPLIT)).toEqual(rankByDissection(placed));
    }
  });
});
