/**
 * From costs of edges to weights of arcs: each arc costs what the least path over lower ranks costs, either way. From
 * the lowest vertex up, an arc is held against both arcs of every triangle below it.
 */
import { UNREACHED } from '../bucket-queue.ts';
import type { Topology } from './topology.ts';

/** Weights by arc: `up` from its lower end to its higher one, `down` back. `UNREACHED` = no way. */
export interface Weights {
  readonly up: Int32Array;
  readonly down: Int32Array;
}

/** A hierarchy with the weights made of these costs of edges. */
export interface Customized {
  readonly topology: Topology;
  readonly weights: Weights;
  readonly cost: Int32Array;
}

/** Throws RangeError for a cost that is not 0 … `UNREACHED`. */
export function checkCost(value: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value <= UNREACHED))
    throw new RangeError(`cost ${value} is not a whole number from 0 to ${UNREACHED}`);
}

/** Throws RangeError for another number of costs than edges. */
export function checkLength({ slot }: Topology, cost: Int32Array): void {
  if (cost.length !== slot.length)
    throw new RangeError(`${slot.length} costs expected, ${cost.length} given`);
}

/** Throws RangeError for another number of costs than edges, and for a cost that is not 0 … `UNREACHED`. */
export function checkCosts(topology: Topology, cost: Int32Array): void {
  checkLength(topology, cost);
  // A sign bit in either says that one is out of range; which one is looked for only then.
  let signs = 0;
  for (let edge = 0; edge < cost.length; edge += 1)
    signs |= (cost[edge] as number) | (UNREACHED - (cost[edge] as number));
  if (signs < 0) cost.forEach(checkCost);
}

/** Gives every arc the cost of its cheapest edge each way. */
export function seedWeights({ slot }: Topology, cost: Int32Array, { up, down }: Weights): void {
  up.fill(UNREACHED);
  down.fill(UNREACHED);
  for (let edge = 0; edge < slot.length; edge += 1) {
    const at = slot[edge] as number;
    if (at < 0) continue;
    const weights = (at & 1) === 0 ? up : down;
    const value = cost[edge] as number;
    if (value < (weights[at >> 1] as number)) weights[at >> 1] = value;
  }
}

/** Lowers every arc up from a vertex to the least path over lower ranks; those below it have theirs. */
export function relaxBelow(
  { upFirst, upHead, downFirst, downTail, downArc }: Topology,
  { up, down }: Weights,
  arcTo: Int32Array,
  u: number,
): void {
  const ownEnd = upFirst[u + 1] as number;
  for (let arc = upFirst[u] as number; arc < ownEnd; arc += 1) arcTo[upHead[arc] as number] = arc;
  const below = downFirst[u + 1] as number;
  for (let i = downFirst[u] as number; i < below; i += 1) {
    const toU = downArc[i] as number;
    const [climb, descend] = [up[toU] as number, down[toU] as number];
    const end = upFirst[(downTail[i] as number) + 1] as number;
    for (let other = toU + 1; other < end; other += 1) {
      const arc = arcTo[upHead[other] as number] as number;
      const there = descend + (up[other] as number);
      if (there < (up[arc] as number)) up[arc] = there;
      const back = (down[other] as number) + climb;
      if (back < (down[arc] as number)) down[arc] = back;
    }
  }
}

/** The same for all vertices. `arcTo` is room for a number by vertex. */
export function relaxTriangles(topology: Topology, weights: Weights, arcTo: Int32Array): void {
  for (let u = 0; u < topology.vertexCount; u += 1) relaxBelow(topology, weights, arcTo, u);
}
