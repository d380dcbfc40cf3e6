/** The kernels in WebAssembly, compiled when they are not yet. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { compileKernels, type WasmModule } from '../../src/routing/wasm/module.ts';

let bytes: Uint8Array | null = null;

export function readKernels(): Uint8Array {
  if (bytes !== null) return bytes;
  execFileSync(process.execPath, [join(ROOT, 'src/cli/setup.mjs'), 'kernels'], { stdio: 'pipe' });
  bytes = new Uint8Array(readFileSync(join(ROOT, 'dist/routing/wasm/kernels.wasm')));
  return bytes;
}

export function loadKernels(): WasmModule {
  const module = compileKernels(readKernels());
  if (module === null) throw new Error('this Node has no WebAssembly with vectors');
  return module;
}
