/** Questions that end at the same few vertices: what lies above them is gathered once, its weights when they changed. */
import { findLane, FOUR } from './customize-four.ts';
import type { Hierarchy } from './hierarchy.ts';
import { FIRST_LANE_COPY, OWN_COPY, type Block, type SelectionBlocks, type WeightBlocks } from './kernels.ts';
import { SELECTED_LANES, type Selection } from './selection.ts';
import { ALONE, turn, type Direction } from './sweep.ts';

/** The weights of the moment, and a number that changes with them. */
export interface Moment {
  readonly version: number;
  readonly weights: WeightBlocks;
  readonly four: Block | null;
}

export class SelectedTargets {
  readonly selection: Selection;
  readonly #hierarchy: Hierarchy;
  readonly #now: () => Moment;
  readonly #blocks: SelectionBlocks;
  readonly #sums: Block;
  /** What the copied weights are of: the hierarchy's own, and those of the lanes. */
  #copied = '';
  #copiedFour = '';

  constructor(hierarchy: Hierarchy, selection: Selection, now: () => Moment) {
    this.#hierarchy = hierarchy;
    this.#now = now;
    this.selection = selection;
    this.#blocks = hierarchy.kernels.select(selection);
    this.#sums = hierarchy.kernels.allocate(selection.vertexCount * SELECTED_LANES);
  }

  /**
   * Least sums between roots and the targets, target by target: that of target i and root j at i × roots + j. `lane` asks
   * one of the four sets of costs instead of the hierarchy's own. Throws RangeError for a lane that is not there and a
   * root that is no vertex.
   */
  sums(roots: ArrayLike<number>, direction: Direction, lane: number | null = null): Int32Array {
    const ranks = this.#hierarchy.toRanks(roots, Infinity);
    const found = new Int32Array(this.selection.target.length * ranks.length);
    for (let from = 0; from < ranks.length; from += SELECTED_LANES) {
      const some = ranks.subarray(from, from + SELECTED_LANES);
      this.#read(this.#sweep(some, direction, lane), some.length, from, ranks.length, found);
    }
    return found;
  }

  /** Gives the memory back; the targets must not be asked any more. */
  release(): void {
    this.#hierarchy.kernels.releaseSelection(this.#blocks);
    this.#hierarchy.kernels.release(this.#sums);
  }

  /** Copies the weights where they are not those copied last, then sweeps. */
  #sweep(ranks: Int32Array, direction: Direction, lane: number | null): Int32Array {
    if (lane === null) this.#sweepOwn(ranks, direction);
    else this.#sweepLane(ranks, direction, lane);
    return this.#sums.array;
  }

  #sweepOwn(ranks: Int32Array, direction: Direction): void {
    const { kernels } = this.#hierarchy;
    const { version, weights } = this.#now();
    const { up, down } = turn(weights, direction);
    if (this.#copied !== `${version} ${direction}`) kernels.copyWeights(this.#blocks, down);
    this.#copied = `${version} ${direction}`;
    kernels.sweepSelected(this.#blocks, OWN_COPY, up, ALONE, ranks, this.#sums);
  }

  #sweepLane(ranks: Int32Array, direction: Direction, lane: number): void {
    const { kernels } = this.#hierarchy;
    const { version, four } = this.#now();
    if (four === null || !(lane >= 0 && lane < FOUR))
      throw new RangeError(`there is no set of costs ${lane}`);
    const { up, down } = turn(findLane(lane), direction);
    if (this.#copiedFour !== `${version} ${direction}`)
      kernels.copyFour(this.#blocks, four, down.lane - lane);
    this.#copiedFour = `${version} ${direction}`;
    kernels.sweepSelected(this.#blocks, FIRST_LANE_COPY + lane, four, up, ranks, this.#sums);
  }

  #read(sums: Int32Array, lanes: number, from: number, columns: number, found: Int32Array): void {
    const { target } = this.selection;
    for (let i = 0; i < target.length; i += 1) {
      const at = (target[i] as number) * SELECTED_LANES;
      for (let lane = 0; lane < lanes; lane += 1)
        found[i * columns + from + lane] = sums[at + lane] as number;
    }
  }
}
