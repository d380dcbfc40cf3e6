/** Four sets of costs customized side by side: weight of an arc in lane s at arc × 4 + s. */
import { UNREACHED } from '../bucket-queue.ts';
import type { Weights } from './customize.ts';
import type { Topology } from './topology.ts';

/** Sets of costs that are customized at once: one vector of 128 bits. */
export const FOUR = 4;

/** Four sets of costs as four numbers an edge, written in one pass: a pass a set would fetch every line four times. */
export function interleave(costs: readonly Int32Array[], four: Int32Array): void {
  const [a, b, c, d] = costs as readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let edge = 0; edge < a.length; edge += 1) {
    const to = edge * FOUR;
    four[to] = a[edge] as number;
    four[to + 1] = b[edge] as number;
    four[to + 2] = c[edge] as number;
    four[to + 3] = d[edge] as number;
  }
}

/** Gives every arc the cost of its cheapest edge each way; `cost` has four numbers an edge. */
export function seedFour({ slot }: Topology, cost: Int32Array, { up, down }: Weights): void {
  up.fill(UNREACHED);
  down.fill(UNREACHED);
  for (let edge = 0; edge < slot.length; edge += 1) {
    const at = slot[edge] as number;
    if (at < 0) continue;
    const weights = (at & 1) === 0 ? up : down;
    const [from, to] = [edge * FOUR, (at >> 1) * FOUR];
    for (let lane = 0; lane < FOUR; lane += 1) {
      const value = cost[from + lane] as number;
      if (value < (weights[to + lane] as number)) weights[to + lane] = value;
    }
  }
}

/** Lowers every arc to the least path over lower ranks. `arcTo` is room for a number by vertex. */
export function relaxFour(topology: Topology, { up, down }: Weights, arcTo: Int32Array): void {
  const { vertexCount, upFirst, upHead, downFirst, downTail, downArc } = topology;
  for (let u = 0; u < vertexCount; u += 1) {
    const ownEnd = upFirst[u + 1] as number;
    for (let arc = upFirst[u] as number; arc < ownEnd; arc += 1) arcTo[upHead[arc] as number] = arc * FOUR;
    const below = downFirst[u + 1] as number;
    for (let i = downFirst[u] as number; i < below; i += 1) {
      const toU = downArc[i] as number;
      const end = upFirst[(downTail[i] as number) + 1] as number;
      for (let other = toU + 1; other < end; other += 1) {
        const arc = arcTo[upHead[other] as number] as number;
        for (let lane = 0; lane < FOUR; lane += 1) {
          const there = (down[toU * FOUR + lane] as number) + (up[other * FOUR + lane] as number);
          if (there < (up[arc + lane] as number)) up[arc + lane] = there;
          const back = (down[other * FOUR + lane] as number) + (up[toU * FOUR + lane] as number);
          if (back < (down[arc + lane] as number)) down[arc + lane] = back;
        }
      }
    }
  }
}
