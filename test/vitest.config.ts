import { defineConfig } from 'vitest/config';

/** One project, Node environment. Long counts run when BELTWAY_LONG=1 (npm run test:long). */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
