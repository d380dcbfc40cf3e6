/** One answer in each form it is given in. */
import type { Block } from './block.ts';

/** How an answer is said in each form; only the one asked for is made. */
export interface Forms {
  readonly text: () => readonly Block[];
  readonly json: () => unknown;
  readonly csv?: () => string;
  readonly geojson?: () => string;
}
