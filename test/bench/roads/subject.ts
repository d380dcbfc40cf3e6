/** One city made ready: its engines, the belt that is laid over it, and what is asked of all of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNREACHED } from '../../../src/routing/bucket-queue.ts';
import {
  createDistanceSearch,
  toBackward,
  toForward,
  type SearchDistances,
} from '../../../src/routing/distances.ts';
import { buildGraph, type EdgeInput, type Graph } from '../../../src/routing/graph.ts';
import { Hierarchy } from '../../../src/routing/hierarchy/hierarchy.ts';
import { createPlainKernels } from '../../../src/routing/hierarchy/kernels.ts';
import { buildTopology, type Topology } from '../../../src/routing/hierarchy/topology.ts';
import { rankByDissection } from '../../../src/routing/order/dissection.ts';
import { rankByHilbert } from '../../../src/routing/order/hilbert.ts';
import { compileKernels } from '../../../src/routing/wasm/module.ts';
import { createWasmKernels } from '../../../src/routing/wasm/wasm-kernels.ts';
import { createWasmSplit } from '../../../src/routing/wasm/wasm-split.ts';
import { createWasmTopology } from '../../../src/routing/wasm/wasm-topology.ts';
import type { City } from '../../routing/city.ts';
import { ROOT } from '../../root.ts';

const SOURCES = 400;
const TARGETS = 6;
/** Interchanges of the belt: as many edges each way round. */
const INTERCHANGES = 63;
/** The belt's time beside the fastest edge for the same straight line. */
const BELT_PACE = 1.1;

export interface Subject {
  readonly city: City;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** Edges of the belt, closed to begin with, and their costs when it is open. */
  readonly belt: readonly number[];
  readonly beltCosts: readonly number[];
  readonly forward: SearchDistances;
  readonly backward: SearchDistances;
  readonly plain: Hierarchy;
  readonly wasm: Hierarchy;
  /** Milliseconds that each preparation took, once. */
  readonly prepared: ReadonlyMap<string, number>;
}

/** Vertices renumbered along a curve, edges in their order: what any search runs best on. */
function layOut({ graph, x, y }: City): City {
  const rank = rankByHilbert(x, y);
  const edges = Array.from(graph.cost, (cost, edge): EdgeInput => {
    const [tail, head] = [rank[graph.tail[edge] ?? 0] ?? 0, rank[graph.head[edge] ?? 0] ?? 0];
    return { tail, head, cost, length: graph.length[edge] ?? 0, label: -1 };
  });
  const place = (array: Int32Array): Int32Array => {
    const placed = new Int32Array(array.length);
    for (const [v, r] of rank.entries()) placed[r] = array[v] ?? 0;
    return placed;
  };
  return { graph: buildGraph(graph.vertexCount, edges).graph, x: place(x), y: place(y) };
}

/** The vertices nearest to points on a circle around the middle, a third of the width away, each once. */
function listInterchanges({ graph, x, y }: City): readonly number[] {
  let [left, right, bottom, top] = [x[0] ?? 0, x[0] ?? 0, y[0] ?? 0, y[0] ?? 0];
  for (let v = 0; v < graph.vertexCount; v += 1) {
    [left, right] = [Math.min(left, x[v] ?? 0), Math.max(right, x[v] ?? 0)];
    [bottom, top] = [Math.min(bottom, y[v] ?? 0), Math.max(top, y[v] ?? 0)];
  }
  const radius = Math.min(right - left, top - bottom) / 3;
  const found = Array.from({ length: INTERCHANGES }, (_, i) => {
    const angle = (2 * Math.PI * i) / INTERCHANGES;
    const [px, py] = [
      (left + right) / 2 + radius * Math.cos(angle),
      (bottom + top) / 2 + radius * Math.sin(angle),
    ];
    let [best, nearest] = [0, Infinity];
    for (let v = 0; v < graph.vertexCount; v += 1) {
      const away = Math.hypot((x[v] ?? 0) - px, (y[v] ?? 0) - py);
      if (away < nearest) [best, nearest] = [v, away];
    }
    return best;
  });
  return [...new Set(found)];
}

/** The city with a closed belt through its interchanges, both ways. */
function addBelt(
  city: City,
  interchanges: readonly number[],
): { graph: Graph; belt: number[]; beltCosts: number[] } {
  const { graph, x, y } = city;
  const between = (a: number, b: number): number =>
    Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
  let pace = Infinity;
  const roads = Array.from(graph.cost, (cost, edge): EdgeInput => {
    const [tail, head] = [graph.tail[edge] ?? 0, graph.head[edge] ?? 0];
    if (between(tail, head) > 0) pace = Math.min(pace, cost / between(tail, head));
    return { tail, head, cost, length: 0, label: -1 };
  });
  const ring = interchanges.flatMap((a, i) => {
    const b = interchanges[(i + 1) % interchanges.length] ?? a;
    return [
      [a, b],
      [b, a],
    ] as const;
  });
  const added = ring.map(([tail, head]): EdgeInput => ({ tail, head, cost: UNREACHED, length: 0, label: 0 }));
  const { graph: withBelt } = buildGraph(graph.vertexCount, [...roads, ...added]);
  const belt = [...withBelt.label.keys()].filter((edge) => withBelt.label[edge] === 0);
  const beltCosts = belt.map((edge) =>
    Math.round(BELT_PACE * pace * between(withBelt.tail[edge] ?? 0, withBelt.head[edge] ?? 0)),
  );
  return { graph: withBelt, belt, beltCosts };
}

/** Orders and arcs are made twice, and must be the same. */
function demandTwins(rank: Uint32Array, sooner: Uint32Array, topology: Topology, twin: Topology): void {
  const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
    Array.from(a).every((value, i) => value === b[i]);
  for (const key of ['upFirst', 'upHead', 'parent', 'downFirst', 'downTail', 'downArc', 'slot'] as const)
    if (!isSame(topology[key], twin[key])) throw new Error(`the arcs differ: ${key}`);
  if (!isSame(rank, sooner)) throw new Error('the orders differ');
}

export function prepare(given: City): Subject {
  const prepared = new Map<string, number>();
  const take = <T>(name: string, make: () => T): T => {
    const begun = performance.now();
    const made = make();
    prepared.set(name, performance.now() - begun);
    return made;
  };
  const laid = layOut(given);
  const interchanges = listInterchanges(laid);
  const { graph, belt, beltCosts } = addBelt(laid, interchanges);
  const city = { ...laid, graph };
  const module = compileKernels(new Uint8Array(readFileSync(join(ROOT, 'dist/routing/wasm/kernels.wasm'))));
  if (module === null) throw new Error('this Node has no WebAssembly with vectors');
  const placed = { ...graph, x: city.x, y: city.y };
  const rank = take('order', () => rankByDissection(placed, interchanges));
  const sooner = take('order, WASM', () => rankByDissection(placed, interchanges, createWasmSplit(module)));
  const topology = take('arcs', () => buildTopology(graph, rank));
  const twin = take('arcs, WASM', () => createWasmTopology(module)(graph, rank));
  demandTwins(rank, sooner, topology, twin);
  const spread = (count: number, from: number): readonly number[] =>
    Array.from(
      { length: count },
      (_, i) => (from + Math.floor((i * graph.vertexCount) / count)) % graph.vertexCount,
    );
  return {
    ...{ city, belt, beltCosts, prepared },
    sources: spread(SOURCES, 0),
    targets: spread(TARGETS, 77),
    forward: createDistanceSearch(toForward(graph)),
    backward: createDistanceSearch(toBackward(graph)),
    plain: new Hierarchy(topology, graph.cost, createPlainKernels),
    wasm: new Hierarchy(topology, graph.cost, createWasmKernels(module)),
  };
}
