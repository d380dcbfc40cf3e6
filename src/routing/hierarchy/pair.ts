/**
 * One vertex to one vertex over a hierarchy: both ends climb to what lies above both, the lower one first, and the least
 * sum over a common vertex is the answer. A few hundred vertices are looked at, whatever the size of the map.
 */
import { UNREACHED } from '../bucket-queue.ts';
import type { Weights } from './customize.ts';
import type { Topology } from './topology.ts';

/** The arcs of a way over a hierarchy: first up, then down, each list in the order in which it is driven. */
export interface Way {
  readonly sum: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** The least sum between two ranks, and the vertex it leads over; −1 = there is no way. */
export interface Meeting {
  readonly sum: number;
  readonly over: number;
}

/** By vertex: sums from one end upwards, `UNREACHED` between two pairs, and the arc by which it was reached last. */
export interface Side {
  readonly sums: Int32Array;
  readonly by: Int32Array;
}

export function createSide(vertexCount: number): Side {
  return { sums: new Int32Array(vertexCount).fill(UNREACHED), by: new Int32Array(vertexCount) };
}

function relaxUp(
  { upFirst, upHead }: Topology,
  { sums, by }: Side,
  weights: Int32Array,
  v: number,
  limit: number,
): void {
  const sum = sums[v] as number;
  if (sum >= limit) return;
  const end = upFirst[v + 1] as number;
  for (let arc = upFirst[v] as number; arc < end; arc += 1) {
    const head = upHead[arc] as number;
    const through = sum + (weights[arc] as number);
    if (through >= (sums[head] as number)) continue;
    sums[head] = through;
    by[head] = arc;
  }
}

function clear({ parent }: Topology, { sums }: Side, end: number): void {
  for (let v = end; v >= 0; v = parent[v] as number) sums[v] = UNREACHED;
}

/** Where the ways from one rank and to another meet. */
export function meet(
  topology: Topology,
  { up, down }: Weights,
  source: number,
  target: number,
  from: Side,
  to: Side,
): Meeting {
  const { parent } = topology;
  from.sums[source] = 0;
  to.sums[target] = 0;
  let [s, t, sum, over] = [source, target, UNREACHED, -1];
  while (s !== t) {
    if (t < 0 || (s >= 0 && s < t)) {
      relaxUp(topology, from, up, s, UNREACHED);
      s = parent[s] as number;
    } else {
      relaxUp(topology, to, down, t, UNREACHED);
      t = parent[t] as number;
    }
  }
  for (; s >= 0; s = parent[s] as number) {
    const here = (from.sums[s] as number) + (to.sums[s] as number);
    if (here < sum) [sum, over] = [here, s];
    relaxUp(topology, from, up, s, sum);
    relaxUp(topology, to, down, s, sum);
  }
  clear(topology, from, source);
  clear(topology, to, target);
  return { sum, over };
}

function listArcs({ upTail }: Topology, by: Int32Array, end: number, over: number): readonly number[] {
  const arcs: number[] = [];
  for (let v = over; v !== end; v = upTail[arcs.at(-1) as number] as number) arcs.push(by[v] as number);
  return arcs;
}

/** The way of a meeting, by the arcs that both of its sides were reached by. */
export function toWay(
  topology: Topology,
  { sum, over }: Meeting,
  source: number,
  target: number,
  fromBy: Int32Array,
  toBy: Int32Array,
): Way {
  return {
    sum,
    up: listArcs(topology, fromBy, source, over).toReversed(),
    down: listArcs(topology, toBy, target, over),
  };
}
