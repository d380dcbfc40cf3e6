/**
 * A city's roads ready for any question: weights for the costs of the moment, and what is asked of them. Vertices and
 * edges are those of the graph; sums are by rank (`topology.rank`), `UNREACHED` where nothing leads, in an array that the
 * next question of the same kind writes over.
 */
import { BOTH_FOUR, FOUR } from './customize-four.ts';
import { checkCost, checkCosts, checkLength, type Customized } from './customize.ts';
import {
  createPlainKernels,
  type Block,
  type CreateKernels,
  type Kernels,
  type WeightBlocks,
} from './kernels.ts';
import { toWay } from './pair.ts';
import { SelectedTargets } from './selected-targets.ts';
import { select } from './selection.ts';
import { LANES } from './sweep-lanes.ts';
import { turn, type Direction } from './sweep.ts';
import type { Topology } from './topology.ts';
import { unpackWay } from './unpack.ts';
import { checkVertex } from '../distances.ts';

/** To look at an arc that changed takes as long as to customize so many: 0.8 µs and 26 ns in a city's hierarchy. */
const ARCS_PER_CHANGED = 32;

/** Blocks that not everybody needs, made when they are first asked for. */
interface Rooms {
  lanes: Block | null;
  fourCosts: Block | null;
  fourWeights: Block | null;
}

/**
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 1, 2, 2), head: Uint32Array.of(1, 2), tail: Uint32Array.of(0, 1) };
 * const graph = { vertexCount: 3, edgeCount: 2, ...edges };
 * const topology = buildTopology(graph, Uint32Array.of(0, 2, 1));
 * const hierarchy = new Hierarchy(topology, Int32Array.of(5, 7));
 * hierarchy.sum(0, 2); // → 12
 * hierarchy.path(0, 2); // → [0, 1]
 * const toLast = hierarchy.sweep(2, 'to');
 * [0, 1, 2].map((v) => toLast[topology.rank[v] ?? -1]); // → [12, 7, 0]
 * [...hierarchy.select([2]).sums([0, 1], 'from')]; // → [12, 7]
 * hierarchy.change([1], [UNREACHED]);
 * hierarchy.sum(0, 2) === UNREACHED; // → true
 */
export class Hierarchy {
  readonly topology: Topology;
  readonly kernels: Kernels;
  readonly #cost: Block;
  readonly #weights: WeightBlocks;
  readonly #sums: Block;
  readonly #rooms: Rooms = { lanes: null, fourCosts: null, fourWeights: null };
  #version = 0;

  /** A hierarchy at costs by edge, whole numbers from 0 to `UNREACHED`, which closes an edge; else RangeError. */
  constructor(topology: Topology, cost: Int32Array, createKernels: CreateKernels = createPlainKernels) {
    this.topology = topology;
    this.kernels = createKernels(topology);
    const { arcCount, slot, vertexCount } = topology;
    this.#cost = this.kernels.allocate(slot.length);
    this.#weights = { up: this.kernels.allocate(arcCount), down: this.kernels.allocate(arcCount) };
    this.#sums = this.kernels.allocate(vertexCount);
    this.customize(cost);
  }

  /** Other costs for all edges. */
  customize(cost: Int32Array): void {
    checkCosts(this.topology, cost);
    this.#cost.array.set(cost);
    this.kernels.customize(this.#cost, this.#weights);
    this.#version += 1;
  }

  /**
   * Other costs for some edges: the same as customizing all, and quicker as long as they touch little. Returns how many
   * arcs were looked at. Throws RangeError, before anything is written, for what is no edge or no such cost.
   */
  change(edges: ArrayLike<number>, costs: ArrayLike<number>): number {
    const { slot, arcCount } = this.topology;
    for (let i = 0; i < edges.length; i += 1) {
      if (slot[edges[i] as number] === undefined) throw new RangeError(`${edges[i]} is no edge`);
      checkCost(costs[i] as number);
    }
    this.#version += 1;
    const limit = Math.floor(arcCount / ARCS_PER_CHANGED);
    const changed = [Int32Array.from(edges), Int32Array.from(costs)] as const;
    const looked = this.kernels.change(this.#cost, this.#weights, ...changed, limit);
    if (looked >= 0) return looked;
    this.kernels.customize(this.#cost, this.#weights);
    return arcCount;
  }

  /** Four other sets of costs beside these, for `SelectedTargets` to ask. */
  customizeFour(costs: readonly Int32Array[]): void {
    if (costs.length !== FOUR) throw new RangeError(`${FOUR} sets of costs expected, ${costs.length} given`);
    for (const cost of costs) checkLength(this.topology, cost);
    const { slot, arcCount } = this.topology;
    const rooms = this.#rooms;
    rooms.fourCosts ??= this.kernels.allocate(slot.length * FOUR);
    if (this.kernels.interleave(costs, rooms.fourCosts) < 0)
      for (const cost of costs) checkCosts(this.topology, cost);
    // Only now: a lane that was never customized cannot be asked.
    rooms.fourWeights ??= this.kernels.allocate(arcCount * BOTH_FOUR);
    this.kernels.customizeFour(rooms.fourCosts, rooms.fourWeights);
    this.#version += 1;
  }

  /** The weights and costs of the moment, until anything else is asked. */
  get customized(): Customized {
    const { up, down } = this.#weights;
    return { topology: this.topology, weights: { up: up.array, down: down.array }, cost: this.#cost.array };
  }

  /** Least sums between a root and all vertices. */
  sweep(root: number, direction: Direction): Int32Array {
    checkVertex(this.topology.vertexCount, root);
    const weights = turn(this.#weights, direction);
    this.kernels.sweep(weights, this.topology.rank[root] as number, this.#sums);
    return this.#sums.array;
  }

  /** The same for up to `LANES` roots: sum of rank r for root i at r × `LANES` + i. */
  sweepLanes(roots: ArrayLike<number>, direction: Direction): Int32Array {
    const ranks = this.toRanks(roots, LANES);
    this.#rooms.lanes ??= this.kernels.allocate(this.topology.vertexCount * LANES);
    this.kernels.sweepLanes(turn(this.#weights, direction), ranks, this.#rooms.lanes);
    return this.#rooms.lanes.array;
  }

  /** Vertices that many questions will end at; `SelectedTargets.release` gives the memory back. */
  select(targets: ArrayLike<number>): SelectedTargets {
    const selection = select(this.topology, this.toRanks(targets, Infinity));
    return new SelectedTargets(this, selection, () => ({
      version: this.#version,
      weights: this.#weights,
      four: this.#rooms.fourWeights,
    }));
  }

  /** Least sum between two vertices. */
  sum(source: number, target: number): number {
    const [from, to] = this.toRanks([source, target], 2);
    return this.kernels.findSum(this.#weights, from as number, to as number);
  }

  /** Edges of a least path between two vertices, whose costs sum to `sum`; null where there is none. */
  path(source: number, target: number): readonly number[] | null {
    const [from, to] = this.toRanks([source, target], 2);
    const pair = this.kernels.meet(this.#weights, from as number, to as number);
    if (pair.over < 0) return null;
    const way = toWay(this.topology, pair, from as number, to as number, pair.fromBy, pair.toBy);
    return unpackWay(this.customized, way);
  }

  /** Ranks of at most so many vertices. Throws RangeError for more, and for what is no vertex. */
  toRanks(vertices: ArrayLike<number>, most: number): Int32Array {
    if (vertices.length > most)
      throw new RangeError(`at most ${most} vertices at once, ${vertices.length} given`);
    return Int32Array.from(vertices, (vertex) => {
      checkVertex(this.topology.vertexCount, vertex);
      return this.topology.rank[vertex] as number;
    });
  }
}
