import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = 'test/web/**/*.browser.test.ts';
/** Files share the modules they load, and what those keep: loading them anew for each file took a fifth of the time. */
const SHARED = { testTimeout: 60_000, hookTimeout: 60_000, isolate: false };
const WORKERS = Math.max(2, availableParallelism());

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
        test: {
          ...SHARED,
          // Whether a page hangs is asked here, not how busy the machine is.
          testTimeout: 150_000,
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
