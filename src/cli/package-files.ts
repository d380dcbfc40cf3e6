/** Where the files that come with the program are, seen from `src/cli/` and from the bundle in `dist/bin/`. */
import { fileURLToPath } from 'node:url';

const fromRoot = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export const PACKAGE_JSON = fromRoot('package.json');
/** The data set that is shipped. */
export const SHIPPED_DATA = fromRoot('data');
/** The built page. */
export const BUILT_PAGE = fromRoot('dist/web');
/** The inner loops of the engines, where they were built. */
export const KERNELS = fromRoot('dist/routing/wasm/kernels.wasm');
/** The thread of a sweep. */
export const SWEEP_THREAD = fromRoot('dist/bin/sweep-thread.js');
/** The thread of work on a city. */
export const TASK_THREAD = fromRoot('dist/bin/task-thread.js');
