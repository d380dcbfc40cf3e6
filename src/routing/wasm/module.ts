/**
 * The kernels of `kernels.as` as the host sees them: compiled bytes, handed in by whoever can read them, since nothing
 * here reads files; and a memory of their own for each hierarchy.
 */

/** What is used of the host's WebAssembly; hosts without it have none of the name. */
interface WasmHost {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
}

declare const WebAssembly: WasmHost | undefined;

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** Addresses are in bytes; `kernels.as` and what it imports say what each function does. */
export interface WasmExports {
  readonly describe: (...addresses: readonly number[]) => void;
  readonly describePart: (...addressesAndCounts: readonly number[]) => void;
  /** Size of the cut, and its sides where it is smaller than the limit. */
  readonly splitAlong: (order: number, terminals: number, limit: number, side: number) => number;
  readonly group: (...addressesAndCounts: readonly number[]) => void;
  readonly listLower: (tails: number, heads: number, count: number, lower: number) => void;
  /** Arcs found, or −1 where there was no room for them. */
  readonly contract: (...addressesAndCounts: readonly number[]) => number;
  readonly sortArcs: (...addressesAndCounts: readonly number[]) => void;
  readonly listSlots: (...addressesAndCounts: readonly number[]) => void;
  readonly describeChange: (...addressesAndCounts: readonly number[]) => void;
  readonly change: (
    cost: number,
    up: number,
    down: number,
    edges: number,
    costs: number,
    count: number,
    limit: number,
  ) => number;
  /** For the weights up and down, two ranks, and the room for the sums from both ends. */
  readonly findSum: (...addressesAndRanks: readonly number[]) => number;
  /** The same with room for the arcs from both ends; `over` is where they met. */
  readonly meet: (...addressesAndRanks: readonly number[]) => number;
  readonly over: { readonly value: number };
  readonly seed: (slot: number, edges: number, cost: number, up: number, down: number) => void;
  readonly interleave: (sets: number, bytes: number, edges: number, four: number) => number;
  readonly seedFour: (slot: number, edges: number, cost: number, weights: number) => void;
  readonly relax: (up: number, down: number, arcTo: number) => void;
  readonly relaxFour: (weights: number, arcTo: number) => void;
  readonly sweep: (up: number, down: number, root: number, sums: number) => void;
  readonly sweepLanes: (
    up: number,
    down: number,
    roots: number,
    count: number,
    sums: number,
    alone: number,
    marks: number,
  ) => void;
  readonly copyWeights: (arcs: number, count: number, weights: number, copy: number) => void;
  readonly copyFour: (arcs: number, count: number, weights: number, copies: number) => void;
  readonly sweepSelected: (...addressesAndCounts: readonly number[]) => void;
}

/** Compiled kernels, good for any number of hierarchies. */
export interface WasmModule {
  readonly instantiate: (memory: WasmMemory) => WasmExports;
  readonly createMemory: () => WasmMemory;
}

/**
 * Compiles the kernels; null where the host has no WebAssembly, or none with vectors: the plain kernels then do the same.
 * Throws what the host throws for bytes that are no module at all.
 */
export function compileKernels(bytes: Uint8Array): WasmModule | null {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return null;
  const host = WebAssembly;
  const module = new host.Module(bytes);
  return {
    instantiate: (memory) => new host.Instance(module, { env: { memory } }).exports as WasmExports,
    createMemory: () => new host.Memory({ initial: 1 }),
  };
}
