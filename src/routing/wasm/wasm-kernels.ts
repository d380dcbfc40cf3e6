/** The kernels of a hierarchy in WebAssembly with vectors, over a memory of its own. */
import { UNREACHED } from '../bucket-queue.ts';
import { WAITING_BITS } from '../hierarchy/change.ts';
import { FOUR } from '../hierarchy/customize-four.ts';
import {
  COPIES,
  FIRST_LANE_COPY,
  OWN_COPY,
  type Block,
  type CreateKernels,
  type Kernels,
  type SelectionBlocks,
} from '../hierarchy/kernels.ts';
import { SELECTED_LANES, type Selection } from '../hierarchy/selection.ts';
import { LANES } from '../hierarchy/sweep-lanes.ts';
import type { Interleaved } from '../hierarchy/sweep.ts';
import type { Topology } from '../hierarchy/topology.ts';
import { Arena, WasmBlock } from './arena.ts';
import type { WasmExports, WasmModule } from './module.ts';
import { createWasmTopology } from './wasm-topology.ts';

/** A selection whose arrays lie in the memory too. */
interface WasmSelection extends SelectionBlocks {
  readonly copies: WasmBlock;
  readonly place: WasmBlock;
  readonly first: WasmBlock;
  readonly head: WasmBlock;
  readonly arc: WasmBlock;
}

/** Address of a block of this memory. */
function toAddress(block: Block): number {
  if (!(block instanceof WasmBlock)) throw new TypeError('a block of other kernels');
  return block.address;
}

/** Address of a copy of the weights. */
function toCopy({ selection, copies }: WasmSelection, copy: number): number {
  return copies.address + copy * selection.arcCount * Int32Array.BYTES_PER_ELEMENT;
}

/** Weights lie a power of two apart. */
const toShift = ({ stride }: Interleaved): number => Math.log2(stride);

class WasmKernels implements Kernels {
  readonly kind = 'wasm';
  readonly #arena: Arena;
  readonly #exports: WasmExports;
  readonly #topology: Topology;
  readonly #slot: WasmBlock;
  /** Room for a number, a sum and a mark by vertex, and for roots. */
  readonly #arcTo: WasmBlock;
  readonly #alone: WasmBlock;
  readonly #marks: WasmBlock;
  readonly #roots: WasmBlock;
  /** Whether the room for changes was taken: not every hierarchy is ever changed. */
  #isChangeable = false;

  /** Four sets of costs one after the other. */
  #sets: WasmBlock | null = null;
  /** Sums from both ends of a pair, and arcs from both. */
  #sides: readonly [WasmBlock, WasmBlock, WasmBlock, WasmBlock] | null = null;

  constructor(module: WasmModule, topology: Topology) {
    const memory = module.createMemory();
    this.#arena = new Arena(memory);
    this.#exports = module.instantiate(memory);
    const { vertexCount, arcCount, upFirst, upHead, parent, downFirst, downTail, downArc, slot } = topology;
    const arrays = [upFirst, upHead, parent, downFirst, downTail, downArc].map((array) =>
      this.#arena.put(array),
    );
    this.#exports.describe(vertexCount, arcCount, ...arrays.map(({ address }) => address));
    this.#topology = topology;
    this.#slot = this.#arena.put(slot);
    this.#arcTo = this.allocate(vertexCount);
    this.#alone = this.allocate(vertexCount);
    this.#alone.array.fill(UNREACHED);
    this.#marks = this.allocate(Math.ceil(vertexCount / Int32Array.BYTES_PER_ELEMENT));
    this.#roots = this.allocate(LANES);
  }

  readonly allocate = (length: number): WasmBlock => this.#arena.take(length);

  readonly release = (block: Block): void => {
    if (block instanceof WasmBlock) this.#arena.give(block);
  };

  readonly customize: Kernels['customize'] = (cost, { up, down }) => {
    const [slot, edges] = [this.#slot.address, this.#slot.length];
    this.#exports.seed(slot, edges, toAddress(cost), toAddress(up), toAddress(down));
    this.#exports.relax(toAddress(up), toAddress(down), this.#arcTo.address);
  };

  readonly change: Kernels['change'] = (cost, { up, down }, edges, costs, limit) => {
    if (!this.#isChangeable) this.#prepareChange();
    const [from, to] = [this.#arena.put(edges), this.#arena.put(costs)];
    const looked = this.#exports.change(
      ...([toAddress(cost), toAddress(up), toAddress(down)] as const),
      ...([from.address, to.address, edges.length] as const),
      limit,
    );
    this.release(from);
    this.release(to);
    return looked;
  };

  readonly interleave: Kernels['interleave'] = (costs, four) => {
    const edges = this.#slot.length;
    const stride = Math.ceil(edges / FOUR) * FOUR;
    const sets = (this.#sets ??= this.allocate(stride * FOUR));
    for (const [lane, cost] of costs.entries()) sets.array.set(cost, lane * stride);
    const bytes = stride * Int32Array.BYTES_PER_ELEMENT;
    return this.#exports.interleave(sets.address, bytes, edges, toAddress(four));
  };

  readonly customizeFour: Kernels['customizeFour'] = (cost, weights) => {
    const [slot, edges] = [this.#slot.address, this.#slot.length];
    this.#exports.seedFour(slot, edges, toAddress(cost), toAddress(weights));
    this.#exports.relaxFour(toAddress(weights), this.#arcTo.address);
  };

  readonly findSum: Kernels['findSum'] = ({ up, down }, source, target) => {
    const [fromSums, toSums] = (this.#sides ??= this.#createSides());
    const rooms = [fromSums.address, toSums.address];
    return this.#exports.findSum(toAddress(up), toAddress(down), source, target, ...rooms);
  };

  readonly meet: Kernels['meet'] = ({ up, down }, source, target) => {
    const sides = (this.#sides ??= this.#createSides());
    const rooms = sides.map(({ address }) => address);
    const sum = this.#exports.meet(toAddress(up), toAddress(down), source, target, ...rooms);
    const [, , fromBy, toBy] = sides;
    return { sum, over: this.#exports.over.value, fromBy: fromBy.array, toBy: toBy.array };
  };

  readonly sweep: Kernels['sweep'] = ({ up, down }, root, sums) =>
    this.#exports.sweep(toAddress(up), toAddress(down), root, toAddress(sums));

  readonly sweepLanes: Kernels['sweepLanes'] = ({ up, down }, roots, sums) => {
    this.#roots.array.set(roots);
    const rooms = [this.#alone.address, this.#marks.address] as const;
    const [from, count] = [this.#roots.address, roots.length];
    this.#exports.sweepLanes(toAddress(up), toAddress(down), from, count, toAddress(sums), ...rooms);
  };

  readonly select = (selection: Selection): WasmSelection => ({
    selection,
    copies: this.allocate(selection.arcCount * COPIES),
    place: this.#arena.put(selection.place),
    first: this.#arena.put(selection.first),
    head: this.#arena.put(selection.head),
    arc: this.#arena.put(selection.arc),
  });

  readonly releaseSelection: Kernels['releaseSelection'] = (selected) => {
    const { copies, place, first, head, arc } = selected as WasmSelection;
    for (const block of [copies, place, first, head, arc]) this.release(block);
  };

  readonly copyWeights: Kernels['copyWeights'] = (selected, down) => {
    const { selection, arc } = selected as WasmSelection;
    const to = toCopy(selected as WasmSelection, OWN_COPY);
    this.#exports.copyWeights(arc.address, selection.arcCount, toAddress(down), to);
  };

  readonly copyFour: Kernels['copyFour'] = (selected, weights, first) => {
    const { selection, arc } = selected as WasmSelection;
    const from = toAddress(weights) + first * Int32Array.BYTES_PER_ELEMENT;
    const to = toCopy(selected as WasmSelection, FIRST_LANE_COPY);
    this.#exports.copyFour(arc.address, selection.arcCount, from, to);
  };

  readonly sweepSelected: Kernels['sweepSelected'] = (selected, copy, up, lane, roots, sums) => {
    const { selection, place, first, head } = selected as WasmSelection;
    this.#roots.array.set(roots.subarray(0, SELECTED_LANES));
    this.#exports.sweepSelected(
      toAddress(up) + lane.lane * Int32Array.BYTES_PER_ELEMENT,
      toShift(lane),
      place.address,
      selection.vertexCount,
      ...[first.address, head.address, toCopy(selected as WasmSelection, copy), this.#roots.address],
      roots.length,
      ...[toAddress(sums), this.#alone.address],
    );
  };

  #prepareChange(): void {
    const { arcCount, vertexCount, slotFirst, slotEdge, upTail } = this.#topology;
    const words = Math.ceil(vertexCount / WAITING_BITS);
    const [up, down] = [this.allocate(arcCount), this.allocate(arcCount)];
    const marks = this.allocate(Math.ceil(arcCount / Int32Array.BYTES_PER_ELEMENT));
    const rooms = [up, down, marks, this.allocate(words)].map(({ address }) => address);
    const arrays = [slotFirst, slotEdge, upTail].map((array) => this.#arena.put(array).address);
    this.#exports.describeChange(this.#slot.address, ...arrays, ...rooms, words, this.#arcTo.address);
    this.#isChangeable = true;
  }

  #createSides(): readonly [WasmBlock, WasmBlock, WasmBlock, WasmBlock] {
    const { vertexCount } = this.#topology;
    const take = (): WasmBlock => this.allocate(vertexCount);
    const sides = [take(), take(), take(), take()] as const;
    for (const sums of [sides[0], sides[1]]) sums.array.fill(UNREACHED);
    return sides;
  }
}

/** Kernels over compiled bytes; the plain ones where there are none. */
export function createWasmKernels(module: WasmModule): CreateKernels {
  const create = (topology: Topology): Kernels => new WasmKernels(module, topology);
  return Object.assign(create, { buildTopology: createWasmTopology(module) });
}
