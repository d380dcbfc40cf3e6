/**
 * What runs in the page: one edge after the other of a large city costs something else, and the sums of all vertices from
 * one place are there again. Compiled like all else, but served to Chromium: it must import nothing but the kernels' room.
 */
import { UNREACHED } from '../../../src/routing/bucket-queue.ts';
import { createDistanceSearch, toForward } from '../../../src/routing/distances.ts';
import { Hierarchy } from '../../../src/routing/hierarchy/hierarchy.ts';
import { compileKernels } from '../../../src/routing/wasm/module.ts';
import { createWasmKernels } from '../../../src/routing/wasm/wasm-kernels.ts';
import { createWasmTopology } from '../../../src/routing/wasm/wasm-topology.ts';

/** Half an hour: how far the isochrone reaches that is counted. */
const CUTOFF_MS = 1_800_000;
const CHECKED = 4;
const TIMED = 61;
const STEP = 7919;

/** Columns of a city whose vertices are numbered by rank. */
export interface EditCity {
  readonly vertexCount: number;
  readonly firstOut: Uint32Array;
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  readonly cost: Int32Array;
}

/** Milliseconds of each edit with its isochrone, in the order they were made. */
export interface EditTimes {
  readonly edits: readonly number[];
  readonly searches: readonly number[];
  readonly prepareMs: number;
  /** Most arcs that an edit looked at. */
  readonly looked: number;
  /** Vertices within half an hour after the last edit. */
  readonly reached: number;
  readonly arcs: number;
}

async function fetchBytes(path: string): Promise<ArrayBuffer> {
  return (await fetch(path)).arrayBuffer();
}

async function fetchCity(): Promise<EditCity> {
  const [firstOut, tail, head, cost] = await Promise.all(
    ['first_out', 'tail', 'head', 'cost'].map((name) => fetchBytes(`/city/${name}`)),
  );
  if (firstOut === undefined || tail === undefined || head === undefined || cost === undefined)
    throw new Error('no city');
  return {
    vertexCount: firstOut.byteLength / 4 - 1,
    ...{ firstOut: new Uint32Array(firstOut), tail: new Uint32Array(tail), head: new Uint32Array(head) },
    cost: new Int32Array(cost),
  };
}

function countReached(sums: Int32Array): number {
  let count = 0;
  for (let v = 0; v < sums.length; v += 1) if ((sums[v] as number) <= CUTOFF_MS) count += 1;
  return count;
}

/** Edits a hierarchy and the costs of a search alike. */
class Editor {
  readonly #hierarchy: Hierarchy;
  readonly #graph: EditCity & { readonly edgeCount: number };
  readonly #cost: Int32Array;
  readonly root: number;
  reached = 0;
  looked = 0;

  constructor(hierarchy: Hierarchy, city: EditCity) {
    this.#hierarchy = hierarchy;
    this.#graph = { ...city, edgeCount: city.head.length, cost: city.cost.slice() };
    this.#cost = city.cost;
    this.root = city.vertexCount >> 1;
  }

  /** The i-th edge is closed, or opened again at another cost: milliseconds until the isochrone is counted. */
  edit(i: number): number {
    const edge = (i * STEP * STEP) % this.#graph.edgeCount;
    const cost = i % 3 === 0 ? UNREACHED : 2 * (this.#cost[edge] as number);
    const begun = performance.now();
    const looked = this.#hierarchy.change([edge], [cost]);
    this.reached = countReached(this.#hierarchy.sweep(this.root, 'from'));
    const ms = performance.now() - begun;
    this.#graph.cost[edge] = cost;
    this.looked = Math.max(this.looked, looked);
    return ms;
  }

  /** Milliseconds of a search of its own. Throws where one sum is another. */
  check(): number {
    const sums = this.#hierarchy.sweep(this.root, 'from');
    const search = createDistanceSearch(toForward(this.#graph));
    const begun = performance.now();
    const expected = search(this.root);
    const ms = performance.now() - begun;
    for (let v = 0; v < expected.length; v += 1)
      if (sums[v] !== expected[v]) throw new Error(`the engines do not agree at vertex ${v}`);
    return ms;
  }
}

/** Answers are held against a search over buckets before anything is timed, and once more at the end. */
export async function timeEdits(): Promise<EditTimes> {
  const [city, bytes] = await Promise.all([fetchCity(), fetchBytes('/kernels.wasm')]);
  const module = compileKernels(new Uint8Array(bytes));
  if (module === null) throw new Error('this browser has no WebAssembly with vectors');
  const begun = performance.now();
  const graph = { ...city, edgeCount: city.head.length };
  const rank = Uint32Array.from({ length: city.vertexCount }, (_, v) => v);
  const topology = createWasmTopology(module)(graph, rank);
  const editor = new Editor(new Hierarchy(topology, city.cost, createWasmKernels(module)), city);
  const prepareMs = performance.now() - begun;
  const searches = Array.from({ length: CHECKED }, (_, i) => {
    editor.edit(i);
    return editor.check();
  });
  const edits = Array.from({ length: TIMED }, (_, i) => editor.edit(CHECKED + i));
  searches.push(editor.check());
  const { reached, looked } = editor;
  return { edits, searches, prepareMs, reached, looked, arcs: topology.arcCount };
}
