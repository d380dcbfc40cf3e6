/** The kernels of a hierarchy in WebAssembly with vectors, over a memory of its own. */
import { UNREACHED } from '../bucket-queue.ts';
import { WAITING_BITS } from '../hierarchy/change.ts';
import type { Block, CreateKernels, Kernels, SelectionBlocks } from '../hierarchy/kernels.ts';
import { SELECTED_LANES, type Selection } from '../hierarchy/selection.ts';
import { LANES } from '../hierarchy/sweep-lanes.ts';
import type { Interleaved } from '../hierarchy/sweep.ts';
import type { Topology } from '../hierarchy/topology.ts';
import { Arena, WasmBlock } from './arena.ts';
import type { WasmExports, WasmModule } from './module.ts';

/** A selection whose arrays lie in the memory too. */
interface WasmSelection extends SelectionBlocks {
  readonly copy: WasmBlock;
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

/** One weight in four lies 2 × 2 apart. */
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

  constructor(module: WasmModule, topology: Topology) {
    const memory = module.createMemory();
    this.#arena = new Arena(memory);
    this.#exports = module.instantiate(memory);
    const { vertexCount, arcCount, upFirst, upHead, parent, downFirst, downTail, downArc, slot } = topology;
    const arrays = [upFirst, upHead, parent, downFirst, downTail, downArc].map((array) => this.#put(array));
    this.#exports.describe(vertexCount, arcCount, ...arrays.map(({ address }) => address));
    this.#topology = topology;
    this.#slot = this.#put(slot);
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
    const [from, to] = [this.#put(edges), this.#put(costs)];
    const looked = this.#exports.change(
      ...([toAddress(cost), toAddress(up), toAddress(down)] as const),
      ...([from.address, to.address, edges.length] as const),
      limit,
    );
    this.release(from);
    this.release(to);
    return looked;
  };

  readonly customizeFour: Kernels['customizeFour'] = (cost, { up, down }) => {
    const [slot, edges] = [this.#slot.address, this.#slot.length];
    this.#exports.seedFour(slot, edges, toAddress(cost), toAddress(up), toAddress(down));
    this.#exports.relaxFour(toAddress(up), toAddress(down), this.#arcTo.address);
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
    copy: this.allocate(selection.arcCount),
    place: this.#put(selection.place),
    first: this.#put(selection.first),
    head: this.#put(selection.head),
    arc: this.#put(selection.arc),
  });

  readonly releaseSelection: Kernels['releaseSelection'] = (selected) => {
    const { copy, place, first, head, arc } = selected as WasmSelection;
    for (const block of [copy, place, first, head, arc]) this.release(block);
  };

  readonly copyWeights: Kernels['copyWeights'] = (selected, down, place) => {
    const { selection, arc, copy } = selected as WasmSelection;
    const weights = toAddress(down) + place.lane * Int32Array.BYTES_PER_ELEMENT;
    this.#exports.copyWeights(arc.address, selection.arcCount, weights, toShift(place), copy.address);
  };

  readonly sweepSelected: Kernels['sweepSelected'] = (selected, up, lane, roots, sums) => {
    const { selection, place, first, head, copy } = selected as WasmSelection;
    this.#roots.array.set(roots.subarray(0, SELECTED_LANES));
    this.#exports.sweepSelected(
      toAddress(up) + lane.lane * Int32Array.BYTES_PER_ELEMENT,
      toShift(lane),
      place.address,
      selection.vertexCount,
      ...[first, head, copy, this.#roots].map(({ address }) => address),
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
    const arrays = [slotFirst, slotEdge, upTail].map((array) => this.#put(array).address);
    this.#exports.describeChange(this.#slot.address, ...arrays, ...rooms, words, this.#arcTo.address);
    this.#isChangeable = true;
  }

  #put(array: Int32Array): WasmBlock {
    const block = this.allocate(array.length);
    block.array.set(array);
    return block;
  }
}

/** Kernels over compiled bytes; the plain ones where there are none. */
export function createWasmKernels(module: WasmModule): CreateKernels {
  return (topology) => new WasmKernels(module, topology);
}
