/**
 * The inner loops of a hierarchy behind one set of names, so that plain arrays and linear memory can take each other's
 * place: here over plain arrays. Both give the same bits.
 */
import { UNREACHED } from '../bucket-queue.ts';
import { changeWeights, createChangeRoom, type ChangeRoom } from './change.ts';
import { relaxFour, seedFour } from './customize-four.ts';
import { relaxTriangles, seedWeights } from './customize.ts';
import { copyWeights, sweepSelected, type Selection } from './selection.ts';
import { sweepLanes } from './sweep-lanes.ts';
import { sweep, type Interleaved } from './sweep.ts';
import type { Topology } from './topology.ts';

/** So many 32-bit integers where the kernels can reach them. Take `array` anew after anything else was allocated. */
export interface Block {
  readonly array: Int32Array;
}

/** Weights of the arcs up and down. */
export interface WeightBlocks {
  readonly up: Block;
  readonly down: Block;
}

/** A selection, and the weights of its arcs stored together. */
export interface SelectionBlocks {
  readonly selection: Selection;
  readonly copy: Block;
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
  /** Four costs an edge, four weights an arc. */
  readonly customizeFour: (cost: Block, weights: WeightBlocks) => void;
  /** Sums by rank. */
  readonly sweep: (weights: WeightBlocks, root: number, sums: Block) => void;
  /** Sums by rank × `LANES` + lane. */
  readonly sweepLanes: (weights: WeightBlocks, roots: Int32Array, sums: Block) => void;
  readonly select: (selection: Selection) => SelectionBlocks;
  readonly releaseSelection: (selected: SelectionBlocks) => void;
  readonly copyWeights: (selected: SelectionBlocks, down: Block, lane: Interleaved) => void;
  /** Sums by place × `SELECTED_LANES` + lane, over the copied weights. */
  readonly sweepSelected: (
    selected: SelectionBlocks,
    up: Block,
    lane: Interleaved,
    roots: Int32Array,
    sums: Block,
  ) => void;
}

/** Kernels for a hierarchy, over arrays of the host. */
export type CreateKernels = (topology: Topology) => Kernels;

/** Kernels in plain TypeScript. */
export function createPlainKernels(topology: Topology): Kernels {
  const arcTo = new Int32Array(topology.vertexCount);
  const alone = new Int32Array(topology.vertexCount).fill(UNREACHED);
  const allocate = (length: number): Block => ({ array: new Int32Array(length) });
  const toWeights = ({ up, down }: WeightBlocks) => ({ up: up.array, down: down.array });
  let room: ChangeRoom | null = null;
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
    customizeFour: (cost, blocks) => {
      const weights = toWeights(blocks);
      seedFour(topology, cost.array, weights);
      relaxFour(topology, weights, arcTo);
    },
    sweep: (weights, root, sums) => sweep(topology, toWeights(weights), root, sums.array),
    sweepLanes: (weights, roots, sums) => sweepLanes(topology, toWeights(weights), roots, sums.array, alone),
    select: (selection) => ({ selection, copy: allocate(selection.arcCount) }),
    releaseSelection: () => {},
    copyWeights: ({ selection, copy }, down, lane) => copyWeights(selection, down.array, copy.array, lane),
    sweepSelected: ({ selection, copy }, up, lane, roots, sums) => {
      const weights = { up: up.array, down: copy.array };
      sweepSelected(topology, selection, weights, roots, sums.array, alone, lane);
    },
  };
}
