/**
 * Four sets of costs customized side by side. An arc's eight weights lie together, since every triangle needs both
 * directions: that up in lane s at arc × 8 + s, that down at arc × 8 + 4 + s.
 */
import { UNREACHED } from '../bucket-queue.ts';
import type { Interleaved } from './sweep.ts';
import type { Topology } from './topology.ts';

/** Sets of costs that are customized at once: one vector of 128 bits. */
export const FOUR = 4;
/** Weights of an arc. */
export const BOTH_FOUR = 2 * FOUR;

/** Where the weights of a lane lie. */
export function findLane(lane: number): { readonly up: Interleaved; readonly down: Interleaved } {
  return { up: { stride: BOTH_FOUR, lane }, down: { stride: BOTH_FOUR, lane: FOUR + lane } };
}

/**
 * Four sets of costs as four numbers an edge, written in one pass: a pass a set would fetch every line four times. A
 * negative answer says that one of them is not 0 … `UNREACHED`.
 */
export function interleave(costs: readonly Int32Array[], four: Int32Array): number {
  const [a, b, c, d] = costs as readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  let signs = 0;
  for (let edge = 0; edge < a.length; edge += 1) {
    const to = edge * FOUR;
    const [p, q, r, s] = [a[edge] as number, b[edge] as number, c[edge] as number, d[edge] as number];
    signs |= p | q | r | s | (UNREACHED - p) | (UNREACHED - q) | (UNREACHED - r) | (UNREACHED - s);
    four[to] = p;
    four[to + 1] = q;
    four[to + 2] = r;
    four[to + 3] = s;
  }
  return signs;
}

/** Gives every arc the cost of its cheapest edge each way; `cost` has four numbers an edge. */
export function seedFour({ slot }: Topology, cost: Int32Array, weights: Int32Array): void {
  weights.fill(UNREACHED);
  for (let edge = 0; edge < slot.length; edge += 1) {
    const at = slot[edge] as number;
    if (at < 0) continue;
    const [from, to] = [edge * FOUR, at * FOUR];
    for (let lane = 0; lane < FOUR; lane += 1) {
      const value = cost[from + lane] as number;
      if (value < (weights[to + lane] as number)) weights[to + lane] = value;
    }
  }
}

/** Lowers every arc to the least path over lower ranks. `arcTo` is room for a number by vertex. */
export function relaxFour(topology: Topology, weights: Int32Array, arcTo: Int32Array): void {
  const { vertexCount, upFirst, upHead, downFirst, downTail, downArc } = topology;
  for (let u = 0; u < vertexCount; u += 1) {
    const ownEnd = upFirst[u + 1] as number;
    for (let arc = upFirst[u] as number; arc < ownEnd; arc += 1) arcTo[upHead[arc] as number] = arc;
    const below = downFirst[u + 1] as number;
    for (let i = downFirst[u] as number; i < below; i += 1) {
      const toU = downArc[i] as number;
      const climb = toU * BOTH_FOUR;
      const descend = climb + FOUR;
      const end = upFirst[(downTail[i] as number) + 1] as number;
      for (let other = toU + 1; other < end; other += 1) {
        const up = (arcTo[upHead[other] as number] as number) * BOTH_FOUR;
        const down = up + FOUR;
        const on = other * BOTH_FOUR;
        for (let lane = 0; lane < FOUR; lane += 1) {
          const there = (weights[descend + lane] as number) + (weights[on + lane] as number);
          if (there < (weights[up + lane] as number)) weights[up + lane] = there;
          const back = (weights[on + FOUR + lane] as number) + (weights[climb + lane] as number);
          if (back < (weights[down + lane] as number)) weights[down + lane] = back;
        }
      }
    }
  }
}
