/**
 * The inner loops of a hierarchy behind one set of names, so that plain arrays and linear memory can take each other's
 * place: here over plain arrays. Both give the same bits.
 */
import { UNREACHED } from '../bucket-queue.ts';
import { changeWeights, createChangeRoom, type ChangeRoom } from './change.ts';
import { FOUR, interleave, relaxFour, seedFour } from './customize-four.ts';
import { relaxTriangles, seedWeights } from './customize.ts';
import { createSide, meet, type Meeting, type Side } from './pair.ts';
import { copyFour, copyWeights, sweepSelected, type Selection } from './selection.ts';
import { sweepLanes } from './sweep-lanes.ts';
import { sweep, type Interleaved } from './sweep.ts';
import type { BuildTopology, Topology } from './topology.ts';

/** So many 32-bit integers where the kernels can reach them. Take `array` anew after anything else was allocated. */
export interface Block {
  readonly array: Int32Array;
}

/** Weights of the arcs up and down. */
export interface WeightBlocks {
  readonly up: Block;
  readonly down: Block;
}

/** A selection, and the weights of its arcs stored together: those of the hierarchy, then those of each lane of four. */
export interface SelectionBlocks {
  readonly selection: Selection;
  readonly copies: Block;
}

/** Copies of the weights in a selection: that of the hierarchy, and from the next on those of the lanes. */
export const OWN_COPY = 0;
export const FIRST_LANE_COPY = 1;
export const COPIES = FIRST_LANE_COPY + FOUR;

/** A meeting, and the arcs by which vertices were last reached from either end: those of the way are of this pair. */
interface Pair extends Meeting {
  readonly fromBy: Int32Array;
  readonly toBy: Int32Array;
}

export interface Kernels {
  readonly kind: 'plain' | 'wasm';
  /** Zeros. */
  readonly allocate: (length: number) => Block;
  /** Gives a block back; it must not be used any more. */
  readonly release: (block: Block) => void;
  readonly customize: (cost: Block, weights: WeightBlocks) => void;
  /**
   * Other costs for a few edges, and the weights for them. Returns how many arcs were looked at; −1 for more than the
   * limit: the costs are written then, and all must be customized.
   */
  readonly change: (
    cost: Block,
    weights: WeightBlocks,
    edges: Int32Array,
    costs: Int32Array,
    limit: number,
  ) => number;
  /** Four sets of costs as four costs an edge. Negative where one of them is not 0 … `UNREACHED`. */
  readonly interleave: (costs: readonly Int32Array[], four: Block) => number;
  /** Four costs an edge, `BOTH_FOUR` weights an arc. */
  readonly customizeFour: (cost: Block, weights: Block) => void;
  /** Least sum between two ranks. */
  readonly findSum: (weights: WeightBlocks, source: number, target: number) => number;
  /** Where a way between two ranks meets, and the arcs up to there. */
  readonly meet: (weights: WeightBlocks, source: number, target: number) => Pair;
  /** Sums by rank. */
  readonly sweep: (weights: WeightBlocks, root: number, sums: Block) => void;
  /** Sums by rank × `LANES` + lane. */
  readonly sweepLanes: (weights: WeightBlocks, roots: Int32Array, sums: Block) => void;
  readonly select: (selection: Selection) => SelectionBlocks;
  readonly releaseSelection: (selected: SelectionBlocks) => void;
  readonly copyWeights: (selected: SelectionBlocks, down: Block) => void;
  /** All lanes, the first of them at `first` of an arc's weights. */
  readonly copyFour: (selected: SelectionBlocks, weights: Block, first: number) => void;
  /** Sums by place × `SELECTED_LANES` + lane, over one of the copies. */
  readonly sweepSelected: (
    selected: SelectionBlocks,
    copy: number,
    up: Block,
    lane: Interleaved,
    roots: Int32Array,
    sums: Block,
  ) => void;
}

/** Makes the kernels of a hierarchy; some have a way of their own to make its topology too, which is the same. */
export interface CreateKernels {
  (topology: Topology): Kernels;
  readonly buildTopology?: BuildTopology;
}

/** Kernels in plain TypeScript. */
export function createPlainKernels(topology: Topology): Kernels {
  const arcTo = new Int32Array(topology.vertexCount);
  const alone = new Int32Array(topology.vertexCount).fill(UNREACHED);
  const allocate = (length: number): Block => ({ array: new Int32Array(length) });
  const toWeights = ({ up, down }: WeightBlocks) => ({ up: up.array, down: down.array });
  /** From a copy on. */
  const toCopy = ({ selection, copies }: SelectionBlocks, copy: number): Int32Array =>
    copies.array.subarray(copy * selection.arcCount);
  let room: ChangeRoom | null = null;
  let sides: readonly [Side, Side] | null = null;
  const meetSides = (weights: WeightBlocks, source: number, target: number): Pair => {
    sides ??= [createSide(topology.vertexCount), createSide(topology.vertexCount)];
    const [from, to] = sides;
    const meeting = meet(topology, toWeights(weights), source, target, from, to);
    return { ...meeting, fromBy: from.by, toBy: to.by };
  };
  return {
    kind: 'plain',
    allocate,
    release: () => {},
    customize: (cost, blocks) => {
      const weights = toWeights(blocks);
      seedWeights(topology, cost.array, weights);
      relaxTriangles(topology, weights, arcTo);
    },
    change: (cost, blocks, edges, costs, limit) => {
      room ??= createChangeRoom(topology);
      const now = { topology, weights: toWeights(blocks), cost: cost.array };
      return changeWeights(now, edges, costs, limit, room);
    },
    interleave: (costs, four) => interleave(costs, four.array),
    customizeFour: (cost, weights) => {
      seedFour(topology, cost.array, weights.array);
      relaxFour(topology, weights.array, arcTo);
    },
    findSum: (weights, source, target) => meetSides(weights, source, target).sum,
    meet: meetSides,
    sweep: (weights, root, sums) => sweep(topology, toWeights(weights), root, sums.array),
    sweepLanes: (weights, roots, sums) => sweepLanes(topology, toWeights(weights), roots, sums.array, alone),
    select: (selection) => ({ selection, copies: allocate(selection.arcCount * COPIES) }),
    releaseSelection: () => {},
    copyWeights: (selected, down) => copyWeights(selected.selection, down.array, toCopy(selected, OWN_COPY)),
    copyFour: (selected, weights, first) =>
      copyFour(selected.selection, weights.array, first, toCopy(selected, FIRST_LANE_COPY)),
    sweepSelected: (selected, copy, up, lane, roots, sums) => {
      const { selection } = selected;
      const weights = { up: up.array, down: toCopy(selected, copy) };
      sweepSelected(topology, selection, weights, roots, sums.array, alone, lane);
    },
  };
}
