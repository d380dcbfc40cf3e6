/**
 * Every engine on whole cities: against graphology-shortest-path from a few roots and against each other everywhere, bit
 * for bit. Moscow in the long run, where its files are at hand.
 */
import { describe, expect, it } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { chooseEngine, createEngine, type Engine } from '../../src/routing/engine.ts';
import type { Graph } from '../../src/routing/graph.ts';
import { createWasmKernels } from '../../src/routing/wasm/wasm-kernels.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { hasMoscow, makeCity, readMoscow, type City } from './city.ts';
import { listCheapest, listOracleTimes, toWeighted } from './second-opinion.ts';
import { loadKernels } from './wasm.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';

/** Two engines of each kind that share nothing but the graph. */
function createEngines({ graph, x, y }: City, reserved: readonly number[]): readonly Engine[] {
  const placed = { ...graph, x, y };
  return [
    createEngine(placed, {}, 'buckets'),
    createEngine(placed, { reserved }, 'hierarchy'),
    createEngine(placed, { createKernels: createWasmKernels(loadKernels()) }, 'hierarchy'),
  ];
}

/** Numbers that two lists do not share, place by place. */
function countDifferences(a: Int32Array, b: Int32Array): number {
  let count = Math.abs(a.length - b.length);
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) count += 1;
  return count;
}

function sumPath(
  { tail, head, cost }: Graph,
  path: readonly number[] | null,
  from: number,
  to: number,
): number {
  if (path === null) return UNREACHED;
  let [at, sum] = [from, 0];
  for (const edge of path) {
    if (tail[edge] !== at) return NaN;
    at = head[edge] ?? -1;
    sum += cost[edge] ?? NaN;
  }
  return at === to ? sum : NaN;
}

/** Asks all engines the same; what the first does not share with the others. */
function compareAll(graph: Graph, engines: readonly Engine[], draw: () => number): void {
  const [roots, targets] = [Array.from({ length: 11 }, draw), Array.from({ length: 40 }, draw)];
  const [first, ...others] = engines;
  if (first === undefined) throw new Error('no engine');
  for (const direction of ['from', 'to'] as const) {
    const [sums, matrix] = [
      first.sums(roots[0] ?? 0, direction),
      first.select(targets).sums(roots, direction),
    ];
    for (const other of others) {
      expect(countDifferences(sums, other.sums(roots[0] ?? 0, direction))).toBe(0);
      const chosen = other.select(targets);
      expect(countDifferences(matrix, chosen.sums(roots, direction))).toBe(0);
      chosen.release();
    }
  }
  for (const [i, source] of roots.entries()) {
    const target = targets[i] ?? 0;
    const sum = first.sum(source, target);
    for (const engine of engines) {
      expect(engine.sum(source, target)).toBe(sum);
      expect(sumPath(graph, engine.path(source, target), source, target)).toBe(sum);
    }
  }
}

function expectAgreement(city: City, rounds: number): void {
  const { graph } = city;
  const random = createRandom(graph.vertexCount);
  const draw = (): number => random.int(0, graph.vertexCount - 1);
  const engines = createEngines(city, [...new Set(Array.from({ length: 20 }, draw))]);
  compareAll(graph, engines, draw);
  const cost = graph.cost.slice();
  for (let round = 0; round < rounds; round += 1) {
    const edges = Array.from({ length: 15 }, () => random.int(0, graph.edgeCount - 1));
    const costs = edges.map((edge) => (random.once(3) ? UNREACHED : 2 * (graph.cost[edge] ?? 0)));
    for (const [i, edge] of edges.entries()) cost[edge] = costs[i] ?? 0;
    for (const engine of engines) engine.changeCosts(edges, costs);
    compareAll({ ...graph, cost }, engines, draw);
  }
  for (const [edge, value] of graph.cost.entries()) cost[edge] = value + random.int(0, value);
  for (const engine of engines) engine.setCosts(cost);
  compareAll({ ...graph, cost }, engines, draw);
}

describe('the engines', () => {
  it('agree on a made-up city, also as it is edited', () => {
    expectAgreement(makeCity(6, toCount(30, 250)), toCount(2, 10));
  });

  it('agree with graphology-shortest-path on a made-up city', () => {
    const city = makeCity(8, toCount(26, 120));
    const weighted = toWeighted(city.graph);
    const cheapest = listCheapest(weighted);
    const engines = createEngines(city, []);
    for (const root of [0, 77, city.graph.vertexCount - 1]) {
      const expected = Int32Array.from(listOracleTimes(weighted, cheapest, String(root)));
      for (const engine of engines) expect(countDifferences(engine.sums(root, 'from'), expected)).toBe(0);
    }
  });

  it.skipIf(!LONG || !hasMoscow)(
    'agree on Moscow, also as it is edited',
    () => {
      expectAgreement(readMoscow(), 3);
    },
    1_200_000,
  );

  it('are chosen by size', () => {
    expect([0, 1200, 5000, 5001, 1e6].map(chooseEngine)).toEqual([
      'buckets',
      'buckets',
      'buckets',
      'hierarchy',
      'hierarchy',
    ]);
    const { graph, x, y } = makeCity(1, 12);
    expect(createEngine({ ...graph, x, y }).kind).toBe('buckets');
  });

  it('take an order that was made before, and refuse what the graph does not have', () => {
    const { graph, x, y } = makeCity(1, 12);
    const placed = { ...graph, x, y };
    const rank = Uint32Array.from({ length: graph.vertexCount }, (_, v) => graph.vertexCount - 1 - v);
    const engines = [createEngine(placed), createEngine(placed, { rank }, 'hierarchy')];
    compareAll(graph, engines, () => 5);
    for (const engine of engines) {
      const refused: readonly (() => unknown)[] = [
        () => engine.sums(graph.vertexCount, 'to'),
        () => engine.select([-1]),
        () => engine.select([0]).sums([NaN], 'from'),
        () => engine.sum(0, 0.5),
        () => engine.path(0, graph.vertexCount),
        () => engine.changeCosts([graph.edgeCount], [1]),
        () => engine.changeCosts([0, 1], [1]),
        () => engine.setCosts(new Int32Array(1)),
        () => engine.setCosts(graph.cost.map(() => UNREACHED + 1)),
      ];
      for (const ask of refused) expect(ask, `${engine.kind}: ${ask.toString()}`).toThrow(RangeError);
    }
  });
});
