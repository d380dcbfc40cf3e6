/** Sweeps from several roots side by side: sum of rank v in lane s at v × lanes + s. */
import { UNREACHED } from '../bucket-queue.ts';
import type { Weights } from './customize.ts';
import { ALONE, climb, type Interleaved } from './sweep.ts';
import type { Topology } from './topology.ts';

/** Roots that one sweep takes: as many 32-bit sums as fill four vectors of 128 bits. */
export const LANES = 16;

/** Climbs one root after another in `alone`, which is `UNREACHED` everywhere before and after, and spreads the sums. */
export function climbLanes(
  topology: Topology,
  up: Int32Array,
  roots: Int32Array,
  alone: Int32Array,
  put: (vertex: number, lane: number, sum: number) => void,
  weights: Interleaved = ALONE,
): void {
  for (const [lane, root] of roots.entries()) {
    climb(topology, up, root, alone, weights);
    for (let v = root; v >= 0; v = topology.parent[v] as number) {
      put(v, lane, alone[v] as number);
      alone[v] = UNREACHED;
    }
  }
}

/** Least sums from up to `LANES` roots; lanes without a root stay `UNREACHED`. */
export function sweepLanes(
  topology: Topology,
  { up, down }: Weights,
  roots: Int32Array,
  sums: Int32Array,
  alone: Int32Array,
): void {
  const { vertexCount, upFirst, upHead } = topology;
  sums.fill(UNREACHED);
  climbLanes(topology, up, roots, alone, (vertex, lane, sum) => {
    sums[vertex * LANES + lane] = sum;
  });
  for (let v = vertexCount - 1; v >= 0; v -= 1) {
    const own = v * LANES;
    const end = upFirst[v + 1] as number;
    for (let arc = upFirst[v] as number; arc < end; arc += 1) {
      const other = (upHead[arc] as number) * LANES;
      const weight = down[arc] as number;
      for (let lane = 0; lane < LANES; lane += 1) {
        const through = (sums[other + lane] as number) + weight;
        if (through < (sums[own + lane] as number)) sums[own + lane] = through;
      }
    }
  }
}
