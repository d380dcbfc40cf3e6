/** Splits parts of a road map in WebAssembly, in one memory for all parts: those of parts are never larger. */
import { separate, toTerminals, type SplitPart } from '../order/inertial-flow.ts';
import type { Part } from '../order/part.ts';
import { Arena, type WasmBlock } from './arena.ts';
import type { WasmExports, WasmModule } from './module.ts';

/** A cut that no part reaches. */
const NO_CUT = 0x7fff_ffff;

/** Room for a part of so many vertices and arcs. */
class Room {
  readonly vertices: number;
  readonly arcs: number;
  readonly #kernels: WasmExports;
  readonly #first: WasmBlock;
  readonly #end: WasmBlock;
  readonly #twin: WasmBlock;
  readonly #order: WasmBlock;
  readonly #side: WasmBlock;
  /** Levels twice, next arcs, a queue, marks of arcs and of vertices. */
  readonly #search: readonly WasmBlock[];

  constructor(module: WasmModule, { count, end }: Part) {
    const memory = module.createMemory();
    const arena = new Arena(memory);
    this.#kernels = module.instantiate(memory);
    this.vertices = count;
    this.arcs = end.length;
    this.#first = arena.take(count + 1);
    this.#end = arena.take(end.length);
    this.#twin = arena.take(end.length);
    this.#order = arena.take(count);
    this.#side = arena.take(count);
    const bytes = [end.length, count].map((length) => Math.ceil(length / Int32Array.BYTES_PER_ELEMENT));
    this.#search = [count, count, count, count + 1, ...bytes].map((length) => arena.take(length));
  }

  split(part: Part): Int32Array {
    const { count, first, end, twin, sorted } = part;
    this.#first.array.set(first);
    this.#end.array.set(end);
    this.#twin.array.set(twin);
    const arrays = [this.#first, this.#end, this.#twin, ...this.#search];
    this.#kernels.describePart(count, end.length, ...arrays.map(({ address }) => address));
    let least = NO_CUT;
    for (const order of sorted) {
      this.#order.array.set(order);
      const [from, to] = [this.#order.address, this.#side.address];
      least = this.#kernels.splitAlong(from, toTerminals(count), least, to);
    }
    return separate(part, this.#side.array.subarray(0, count));
  }
}

/** What splits parts over compiled bytes: as `splitPart` does. */
export function createWasmSplit(module: WasmModule): SplitPart {
  let room: Room | null = null;
  return (part) => {
    if (room === null || room.vertices < part.count || room.arcs < part.end.length)
      room = new Room(module, part);
    return room.split(part);
  };
}
