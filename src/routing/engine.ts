/**
 * One way to ask the roads of a village and of a metropolis: which engine answers is decided by size, and all give the
 * same sums. Vertices and edges are those of the graph; sums are whole and below `UNREACHED`, which says that nothing
 * leads there. Between equal paths no order is kept (`tree.ts` has one).
 */
import { createBucketEngine } from './bucket-engine.ts';
import type { CostGraph } from './distances.ts';
import { createHierarchyEngine } from './hierarchy-engine.ts';
import { createPlainKernels, type CreateKernels } from './hierarchy/kernels.ts';
import type { Direction } from './hierarchy/sweep.ts';
import { rankByDissection } from './order/dissection.ts';
import type { PlacedGraph } from './order/part.ts';

export type EngineKind = 'buckets' | 'hierarchy';

/** Targets asked again and again. */
export interface Targets {
  /** Sums between roots and targets: that of target i and root j at i × roots + j. */
  readonly sums: (roots: ArrayLike<number>, direction: Direction) => Int32Array;
  /** Ends their use. */
  readonly release: () => void;
}

export interface Engine {
  readonly kind: EngineKind;
  /** Other costs for all edges, `UNREACHED` = closed. Throws RangeError for what is no such cost. */
  readonly setCosts: (cost: Int32Array) => void;
  /** Other costs for a few edges. Throws RangeError for what is no edge or no such cost. */
  readonly changeCosts: (edges: ArrayLike<number>, costs: ArrayLike<number>) => void;
  /** Sums between a root and every vertex, in an array of the caller's. */
  readonly sums: (root: number, direction: Direction) => Int32Array;
  readonly select: (targets: ArrayLike<number>) => Targets;
  readonly sum: (source: number, target: number) => number;
  /** Edges of a path of that sum; null where there is none. */
  readonly path: (source: number, target: number) => readonly number[] | null;
}

export interface EngineOptions {
  /** Vertices between which edges will be opened and closed: changes there are then cheap. */
  readonly reserved?: readonly number[];
  /** Ranks from an earlier `rankByDissection` of the same roads. */
  readonly rank?: Uint32Array;
  /** Kernels of `createWasmKernels` (default: the plain ones). */
  readonly createKernels?: CreateKernels;
}

/** Where six trees over buckets take as long as one customization and six sweeps, ordering left aside. */
const SMALL_VERTICES = 5000;

/**
 * The engine for so many vertices. A search over buckets needs nothing prepared and takes 0.04 ms at a thousand
 * vertices, so that up to a few thousand everything is simply searched again after an edit; it grows with the whole map.
 * A hierarchy is ordered first, for seconds at a city's size, and then gives a tree in a quarter of the time, a matrix
 * in a tenth and a pair in a hundredth.
 */
export function chooseEngine(vertexCount: number): EngineKind {
  return vertexCount <= SMALL_VERTICES ? 'buckets' : 'hierarchy';
}

/**
 * An engine at the costs of the graph, whole numbers from 0 to `UNREACHED`; else RangeError.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 1, 2, 2), head: Uint32Array.of(1, 2), tail: Uint32Array.of(0, 1) };
 * const place = { x: Int32Array.of(0, 1, 2), y: new Int32Array(3) };
 * const engine = createEngine({ vertexCount: 3, edgeCount: 2, ...edges, ...place, cost: Int32Array.of(5, 7) });
 * [...engine.sums(2, 'to')]; // → [12, 7, 0]
 * engine.changeCosts([1], [UNREACHED]);
 * engine.path(0, 2); // → null
 */
export function createEngine(
  graph: CostGraph & PlacedGraph,
  { reserved = [], rank, createKernels = createPlainKernels }: EngineOptions = {},
  kind: EngineKind = chooseEngine(graph.vertexCount),
): Engine {
  if (kind === 'buckets') return createBucketEngine(graph);
  return createHierarchyEngine(graph, rank ?? rankByDissection(graph, reserved), createKernels);
}
