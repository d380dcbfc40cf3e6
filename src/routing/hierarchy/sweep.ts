/**
 * One vertex to all over a hierarchy, without a queue: up from the root to the top, then every vertex from the top down
 * looks at its arcs once. Sums are by rank. Towards the root instead of from it: the two weight arrays swapped.
 */
import { UNREACHED } from '../bucket-queue.ts';
import type { Weights } from './customize.ts';
import type { Topology } from './topology.ts';

/** Whether sums lead from the root or to it. */
export type Direction = 'from' | 'to';

/** Weights in whatever holds them. */
interface Turnable<T> {
  readonly up: T;
  readonly down: T;
}

/** Weights as a sweep in a direction sees them. */
export function turn<T>({ up, down }: Turnable<T>, direction: Direction): Turnable<T> {
  return direction === 'from' ? { up, down } : { up: down, down: up };
}

/** Where weights of an arc lie that share an array with others: arc × stride + lane. */
export interface Interleaved {
  readonly stride: number;
  readonly lane: number;
}

/** One weight an arc. */
export const ALONE: Interleaved = { stride: 1, lane: 0 };

/** Sums at what lies above the root, as far as they lead upwards; all of it must be `UNREACHED` before. */
export function climb(
  { upFirst, upHead, parent }: Topology,
  up: Int32Array,
  root: number,
  sums: Int32Array,
  { stride, lane } = ALONE,
): void {
  sums[root] = 0;
  for (let v = root; v >= 0; v = parent[v] as number) {
    const sum = sums[v] as number;
    if (sum === UNREACHED) continue;
    const end = upFirst[v + 1] as number;
    for (let arc = upFirst[v] as number; arc < end; arc += 1) {
      const head = upHead[arc] as number;
      const through = sum + (up[arc * stride + lane] as number);
      if (through < (sums[head] as number)) sums[head] = through;
    }
  }
}

/** Least sums from the root to every rank. */
export function sweep(topology: Topology, { up, down }: Weights, root: number, sums: Int32Array): void {
  const { vertexCount, upFirst, upHead } = topology;
  sums.fill(UNREACHED);
  climb(topology, up, root, sums);
  let arc = topology.arcCount - 1;
  for (let v = vertexCount - 1; v >= 0; v -= 1) {
    let best = sums[v] as number;
    for (const first = upFirst[v] as number; arc >= first; arc -= 1) {
      const through = (sums[upHead[arc] as number] as number) + (down[arc] as number);
      if (through < best) best = through;
    }
    sums[v] = best;
  }
}
