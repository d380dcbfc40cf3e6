/** Blocks of a linear memory that grows: taken at its end, or where one that was given back is large enough. */
import type { Block } from '../hierarchy/kernels.ts';
import type { WasmMemory } from './module.ts';

const PAGE_BYTES = 65_536;
/** A line of the processor's cache: no block shares one with another. */
const ALIGN_BYTES = 64;

/** A block with its place. The memory's growth makes older arrays useless: `array` is made anew then. */
export class WasmBlock implements Block {
  readonly address: number;
  readonly length: number;
  readonly bytes: number;
  readonly #memory: WasmMemory;
  #array: Int32Array | null = null;

  constructor(memory: WasmMemory, address: number, length: number, bytes: number) {
    this.#memory = memory;
    this.address = address;
    this.length = length;
    this.bytes = bytes;
  }

  get array(): Int32Array {
    if (this.#array?.buffer !== this.#memory.buffer)
      this.#array = new Int32Array(this.#memory.buffer, this.address, this.length);
    return this.#array;
  }
}

export class Arena {
  readonly #memory: WasmMemory;
  #end = ALIGN_BYTES;
  #free: WasmBlock[] = [];

  constructor(memory: WasmMemory) {
    this.#memory = memory;
  }

  /** So many zeros. Throws RangeError where the host has no more memory. */
  take(length: number): WasmBlock {
    const bytes = Math.ceil((length * Int32Array.BYTES_PER_ELEMENT) / ALIGN_BYTES) * ALIGN_BYTES;
    const reused = this.#free
      .filter((block) => block.bytes >= bytes)
      .toSorted((a, b) => a.bytes - b.bytes)[0];
    if (reused !== undefined) {
      this.#free = this.#free.filter((block) => block !== reused);
      const block = new WasmBlock(this.#memory, reused.address, length, reused.bytes);
      block.array.fill(0);
      return block;
    }
    const address = this.#end;
    this.#end += bytes;
    const missing = this.#end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    return new WasmBlock(this.#memory, address, length, bytes);
  }

  /** Numbers of the host, copied. */
  put(array: Int32Array | Uint32Array): WasmBlock {
    const block = this.take(array.length);
    block.array.set(array);
    return block;
  }

  give(block: WasmBlock): void {
    this.#free.push(block);
  }
}
