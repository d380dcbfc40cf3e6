/** Searches over costs alone, and trees repaired after a closing, against graphology-shortest-path and each other. */
import { describe, expect, it } from 'vitest';
import { BucketQueue, planBuckets, UNREACHED } from '../../src/routing/bucket-queue.ts';
import { searchCostsToSeeds } from '../../src/routing/costs.ts';
import {
  createDistanceSearch,
  createSeededSearch,
  toBackward,
  toForward,
} from '../../src/routing/distances.ts';
import { searchFarCosts } from '../../src/routing/far-costs.ts';
import { buildGraph, withCosts, type Graph } from '../../src/routing/graph.ts';
import { DetourTree } from '../../src/routing/detour-tree.ts';
import { makeCity } from '../scene/city.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { getTimes, makeOracleGraph } from './second-opinion.ts';

const toTimes = (sums: Int32Array): readonly number[] =>
  Array.from(sums, (sum) => (sum === UNREACHED ? Infinity : sum));

/** Sums of the paths that the last arcs spell, forwards. */
function sumPaths(graph: Graph, root: number, last: Int32Array): readonly number[] {
  return Array.from(last, (_, vertex) => {
    let [sum, at, steps] = [0, vertex, 0];
    while (at !== root) {
      const edge = last[at] ?? -1;
      if (edge < 0 || steps > graph.vertexCount) return Infinity;
      sum += graph.cost[edge] ?? NaN;
      at = graph.tail[edge] ?? -1;
      steps += 1;
    }
    return sum;
  });
}

describe('searches over costs alone', () => {
  it('begin at several vertices as from one more with an edge to each', () => {
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const graph = makeOracleGraph(seed);
      const random = createRandom(seed);
      const expected = getTimes(seed);
      const searches = [createSeededSearch(toForward(graph)), createSeededSearch(toBackward(graph))];
      for (let round = 0; round < 3; round += 1) {
        // Far apart at times: the queue must not lose its order.
        const most = random.once(2) ? 100 : 1e8;
        const seeds = Array.from({ length: random.int(0, 4) }, () => {
          return { vertex: random.int(0, graph.vertexCount - 1), cost: random.int(0, most) };
        });
        const between = (a: number, b: number): number => expected[a]?.[b] ?? NaN;
        for (const [i, search] of searches.entries()) {
          const least = Array.from({ length: graph.vertexCount }, (_, v) =>
            Math.min(
              Infinity,
              ...seeds.map(({ vertex, cost }) => cost + (i === 0 ? between(vertex, v) : between(v, vertex))),
            ),
          );
          expect(toTimes(search(seeds))).toEqual(least);
        }
      }
    }
  });

  it('agree with graphology-shortest-path both ways, and their arcs sum to what they say', () => {
    let reached = 0;
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const graph = makeOracleGraph(seed);
      const expected = getTimes(seed);
      const [forwards, backwards] = [toForward, toBackward].map((to) => createDistanceSearch(to(graph)));
      const last = new Int32Array(graph.vertexCount);
      for (let root = 0; root < graph.vertexCount; root += 1) {
        const from = expected[root] ?? [];
        expect(toTimes(forwards?.(root, undefined, last) ?? last), `seed ${seed}`).toEqual(from);
        expect(sumPaths(graph, root, last), `seed ${seed}`).toEqual(from);
        const into = expected.map((row) => row[root]);
        expect(toTimes(backwards?.(root) ?? last), `seed ${seed}`).toEqual(into);
        expect([...searchFarCosts(graph, [{ vertex: root, cost: 0 }], null)]).toEqual(into);
        reached += from.filter((time) => time < Infinity).length;
      }
    }
    expect(reached).toBeGreaterThan(10_000);
  });

  it('go on in plain numbers where a sum does not fit in 32 bits', () => {
    const edge = { cost: 0x7fff_fff0, length: 1, label: -1 };
    const { graph } = buildGraph(3, [
      { tail: 0, head: 1, ...edge },
      { tail: 1, head: 2, ...edge },
    ]);
    const seeds = [{ vertex: 2, cost: 5 }];
    expect([...searchCostsToSeeds(graph, seeds)]).toEqual([2 * edge.cost + 5, edge.cost + 5, 5]);
    expect([...searchCostsToSeeds(graph, [{ vertex: 0, cost: 2 ** 40 }])]).toEqual([
      2 ** 40,
      Infinity,
      Infinity,
    ]);
    const closed = Uint8Array.of(0, 1);
    expect([...searchCostsToSeeds(graph, seeds, closed)]).toEqual([Infinity, Infinity, 5]);
    expect(toTimes(createDistanceSearch(toForward(graph))(0))).toEqual([0, Infinity, Infinity]);
  });

  it('take seeds that lie far apart', () => {
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(seed);
      const seeds = Array.from({ length: random.int(1, 5) }, () => {
        return {
          vertex: random.int(0, graph.vertexCount - 1),
          cost: random.int(0, random.pick([1, 1e4, 1e8])),
        };
      });
      const costs = searchCostsToSeeds(graph, seeds);
      expect([...costs], `seed ${seed}`).toEqual([...searchFarCosts(graph, seeds, null)]);
    }
  });

  it('refuse what is no vertex', () => {
    const search = createDistanceSearch(toForward(makeOracleGraph(20)));
    expect([...search(0)]).toEqual([0]);
    for (const root of [-1, 1, 0.5, NaN]) expect(() => search(root)).toThrow(RangeError);
  });
});

describe('a bucket queue', () => {
  it('has few buckets however far apart the costs lie, and ignores closed edges', () => {
    expect(planBuckets(Int32Array.of(1, 1, UNREACHED - 1)).bits).toBeLessThanOrEqual(16);
    expect(planBuckets(Int32Array.of(0, 0, 0))).toEqual({ shift: 0, bits: 1 });
    expect(planBuckets(new Int32Array(0))).toEqual({ shift: 0, bits: 1 });
    expect(planBuckets(Int32Array.of(8, 8, 8, UNREACHED)).bits).toBeLessThan(5);
  });

  it('gives back every entry once, bucket by bucket, around the circle', () => {
    const queue = new BucketQueue({ shift: 2, bits: 3 });
    const random = createRandom(5);
    let [lowest, pushed, popped, wrong] = [1000, 0, 0, 0];
    queue.start(lowest);
    for (let i = 0; i < 20_000; i += 1) {
      if (queue.size === 0 || (pushed < 5000 && random.once(2))) {
        const key = lowest + random.int(0, 24);
        queue.push(key % 1009, key);
        pushed += 1;
      } else {
        if (queue.pop() !== queue.key % 1009 || queue.key >> 2 < lowest >> 2) wrong += 1;
        lowest = Math.max(lowest, queue.key & ~3);
        popped += 1;
      }
    }
    expect(popped + queue.size).toBe(pushed);
    expect(wrong).toBe(0);
  });
});

/** Closes the edge into each vertex in turn: sums of watched vertices that are not those of a new search. */
function listRepairErrors(
  graph: Graph,
  root: number,
  watched: readonly number[],
  every: number,
): readonly string[] {
  const errors: string[] = [];
  for (const [name, along, against] of [
    ['from', toForward(graph), toBackward(graph)],
    ['to', toBackward(graph), toForward(graph)],
  ] as const) {
    const tree = new DetourTree(along, against, root, watched);
    const read = (): readonly number[] => Array.from({ length: graph.vertexCount }, (_, v) => tree.sum(v));
    const before = read();
    for (let vertex = 0; vertex < graph.vertexCount; vertex += every) {
      const edge = tree.edgeTo(vertex);
      const below = tree.close(edge < 0 ? [] : [edge]);
      const cost = graph.cost.map((value, e) => (e === edge ? UNREACHED : value));
      const side = name === 'from' ? toForward : toBackward;
      const expected = createDistanceSearch(side(withCosts(graph, cost)))(root);
      const isBelow = new Set(below);
      for (const v of watched) {
        const found = isBelow.has(v) ? tree.sum(v) : before[v];
        if (found !== expected[v])
          errors.push(`${name} ${root}, edge ${edge}, at ${v}: ${found}, not ${expected[v]}`);
      }
      tree.undo();
      if (read().some((sum, v) => sum !== before[v]))
        errors.push(`${name} ${root}, edge ${edge}: not undone`);
    }
  }
  return errors;
}

describe('a tree that is repaired', () => {
  it('is what a new search finds, for every edge of random multigraphs', () => {
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(seed);
      const root = random.int(0, graph.vertexCount - 1);
      const watched = Array.from(graph.firstOut.subarray(1).keys()).filter(() => random.once(2));
      expect(listRepairErrors(graph, root, watched, 1), `seed ${seed}`).toEqual([]);
    }
  });

  it('is so in a city', () => {
    const { graph } = makeCity(3, toCount(30, 90));
    const watched = Array.from({ length: 25 }, (_, i) => (i * 97) % graph.vertexCount);
    expect(listRepairErrors(graph, 11, watched, toCount(5, 3))).toEqual([]);
  }, 600_000);

  it('changes nothing above none that is watched, at the root, and twice at once', () => {
    const graph = makeCity(3, 20).graph;
    const tree = new DetourTree(toForward(graph), toBackward(graph), 4, [4]);
    for (let e = 0; e < graph.edgeCount; e += 1) expect(tree.close([e])).toHaveLength(0);
    const watching = new DetourTree(toForward(graph), toBackward(graph), 4, [9]);
    expect(watching.close([watching.edgeTo(9)])).toHaveLength(1);
    expect(() => watching.close([watching.edgeTo(9)])).toThrow('closed already');
  });
});
