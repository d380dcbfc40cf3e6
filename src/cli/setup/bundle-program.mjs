/**
 * Bundles the command line into the folder named by the argument: one file to read where there were a thousand, which
 * took Node most of a second. Names and lines stay readable in what a program that breaks prints.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { ROOT } from './process.mjs';

/** The program, and the threads of a sweep and of work on a city. */
const ENTRIES = {
  beltway: 'main.ts',
  'sweep-thread': 'sweep/worker.ts',
  'task-thread': 'threads/worker.ts',
};
/** Starts threads with files of its own. */
const LEFT_OUT = ['piscina'];

const [out] = process.argv.slice(2);
const sources = Object.entries(ENTRIES).map(([name, file]) => [name, join(ROOT, 'src', 'cli', file)]);
await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: LEFT_OUT },
  build: {
    ssr: true,
    target: 'node20',
    outDir: resolve(out),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(sources.filter(([, path]) => existsSync(path))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
});
