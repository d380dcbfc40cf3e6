/** Compiles the kernels in WebAssembly when one of their sources changed. They are optional: the library runs without. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, listFiles, readText } from './files.mjs';
import { ROOT, step } from './process.mjs';

const KERNELS = join(ROOT, 'dist', 'routing', 'wasm', 'kernels.wasm');
const STAMP = join(ROOT, 'dist', '.beltway-kernels');
const COMPILER = 'src/cli/setup/compile-kernels.mjs';

/** False where they do not compile. A project without them has nothing to do. */
export async function buildKernels() {
  const sources = listFiles('src', /\.as$/);
  if (sources.length === 0) return true;
  const hash = hashFiles(['package-lock.json', COMPILER, ...sources]);
  if (existsSync(KERNELS) && readText(STAMP) === hash) return true;
  rmSync(STAMP, { force: true });
  // Beside the old ones, then in their place: whoever reads them has the whole of one or of the other.
  const fresh = `${KERNELS}-${process.pid}`;
  if (!(await step('kernels', process.execPath, [join(ROOT, COMPILER), fresh]))) return false;
  renameSync(fresh, KERNELS);
  writeFileSync(STAMP, hash);
  return true;
}
