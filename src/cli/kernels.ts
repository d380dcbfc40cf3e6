/** The kernels in WebAssembly, for what is long enough to want them. */
import { existsSync, readFileSync } from 'node:fs';
import {
  compileKernels,
  createWasmKernels,
  createWasmSplit,
  type CreateKernels,
  type SplitPart,
  type WasmModule,
} from '../index.ts';
import { KERNELS } from './package-files.ts';

/** Null where they were not built, or Node has no vectors: the plain ones then do the same. */
function openModule(): WasmModule | null {
  return existsSync(KERNELS) ? compileKernels(readFileSync(KERNELS)) : null;
}

/** Kernels of a hierarchy; undefined for the plain ones. */
export function openKernels(): CreateKernels | undefined {
  const module = openModule();
  return module === null ? undefined : createWasmKernels(module);
}

/** What splits a map for its order; undefined for the plain one. */
export function openSplit(): SplitPart | undefined {
  const module = openModule();
  return module === null ? undefined : createWasmSplit(module);
}
