/** The kernels in WebAssembly, for the questions that are long enough to want them. */
import { existsSync, readFileSync } from 'node:fs';
import { compileKernels, createWasmKernels, type CreateKernels } from '../index.ts';
import { KERNELS } from './package-files.ts';

/** The kernels; undefined where they were not built, or Node has no vectors: the plain ones then do the same. */
export function openKernels(): CreateKernels | undefined {
  const kernels = existsSync(KERNELS) ? compileKernels(readFileSync(KERNELS)) : null;
  return kernels === null ? undefined : createWasmKernels(kernels);
}
