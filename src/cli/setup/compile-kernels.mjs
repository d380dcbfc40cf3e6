/**
 * Compiles the kernels of `src/routing/wasm/` into the file named by the argument. AssemblyScript is TypeScript in looks
 * alone, so its sources end in `.as`, where no other tool takes them for what they are not; its compiler is told that
 * they end in `.ts`.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import asc from 'assemblyscript/asc';
import { ROOT } from './process.mjs';

const SOURCES = join(ROOT, 'src', 'routing', 'wasm');
/** No bounds checks, no garbage collector, four lanes of 32 bits, and the caller's memory. */
const OPTIONS = [
  '-O3',
  '--noAssert',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--importMemory',
  '--noExportMemory',
];

const [out] = process.argv.slice(2);
const target = resolve(out);
mkdirSync(dirname(target), { recursive: true });
const { error } = await asc.main(['kernels.ts', '--outFile', target, ...OPTIONS], {
  readFile: (name) => {
    const path = join(SOURCES, name.replace(/\.ts$/, '.as'));
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  },
  writeFile: (name, contents) => writeFileSync(name, contents),
  stderr: process.stderr,
  listFiles: () => readdirSync(SOURCES).map((name) => name.replace(/\.as$/, '.ts')),
});
if (error) {
  console.error(error.message);
  process.exitCode = 1;
}
