import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Whether a test hangs is what its time is for: full counts take minutes, more of them beside other work. */
const PATIENCE = process.env['BELTWAY_LONG'] === '1' ? 20 : 1;

const BROWSER_TESTS = 'test/web/**/*.browser.test.ts';
const WORKERS = Math.max(2, availableParallelism());

const ROOT = new URL('..', import.meta.url).pathname;
const SOURCES = join(ROOT, 'src') + sep;
const COMPILED_SOURCES = join(ROOT, 'dist');

/** The compiled module of a source file, where a file imports one. */
function toCompiled(source: string, importer: string | undefined): string | null {
  if (importer === undefined || !source.startsWith('.') || !source.endsWith('.ts')) return null;
  const path = resolve(dirname(importer), source);
  if (!path.startsWith(SOURCES)) return null;
  const compiled = join(COMPILED_SOURCES, relative(SOURCES, path).replace(/\.ts$/, '.js'));
  return existsSync(compiled) ? compiled : null;
}

/**
 * Files share the modules they load, and what those keep: loading them anew for each file took a fifth of the time. Node
 * loads what is compiled by itself: rewritten for the tests it took ten seconds of a processor more, in each project.
 */
const SHARED = {
  testTimeout: PATIENCE * 60_000,
  hookTimeout: PATIENCE * 60_000,
  isolate: false,
  server: { deps: { external: [new RegExp(`^${escape(COMPILED_SOURCES)}/`)] } },
};

/** Text that a pattern finds as it is. */
function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/**
 * Tests of `npm test`, which has compiled the sources, load what it made: nothing is compiled twice, and a tenth of the time
 * goes. A run by hand takes the sources as they are.
 */
const isCompiled = process.env['BELTWAY_COMPILED'] === '1';
const COMPILED = {
  plugins: isCompiled ? [{ name: 'compiled', enforce: 'pre' as const, resolveId: toCompiled }] : [],
};

/**
 * Two projects: `node`, a file a processor, and after it `browser`, three files at a time: a page waits for its timers too.
 * Long counts run when BELTWAY_LONG=1 (npm run test:long).
 */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        ...COMPILED,
        test: {
          ...SHARED,

          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [BROWSER_TESTS],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        extends: true,
        ...COMPILED,
        test: {
          ...SHARED,

          // Whether a page hangs is asked here, not how busy the machine is.
          testTimeout: PATIENCE * 150_000,
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: ['test/web/harness/start.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
