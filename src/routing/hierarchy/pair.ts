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

/** Sums from one end upwards, and the arc by which each vertex was reached. */
interface Side {
  readonly sums: Int32Array;
  readonly by: Int32Array;
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

function listArcs({ upTail }: Topology, { by }: Side, from: number, to: number): readonly number[] {
  const arcs: number[] = [];
  for (let v = to; v !== from; v = upTail[arcs.at(-1) as number] as number) arcs.push(by[v] as number);
  return arcs;
}

function createSide(vertexCount: number): Side {
  return { sums: new Int32Array(vertexCount).fill(UNREACHED), by: new Int32Array(vertexCount) };
}

export class PairSearch {
  readonly #topology: Topology;
  readonly #from: Side;
  readonly #to: Side;

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#from = createSide(topology.vertexCount);
    this.#to = createSide(topology.vertexCount);
  }

  /** Least sum between two ranks; `UNREACHED` where there is no way. */
  findSum(weights: Weights, source: number, target: number): number {
    const { sum } = this.#meet(weights, source, target);
    this.#clear(source, target);
    return sum;
  }

  /** A way of the least sum; null where there is none. */
  findWay(weights: Weights, source: number, target: number): Way | null {
    const { sum, over } = this.#meet(weights, source, target);
    const toWay = (): Way => ({
      sum,
      up: listArcs(this.#topology, this.#from, source, over).toReversed(),
      down: listArcs(this.#topology, this.#to, target, over),
    });
    const way = over < 0 ? null : toWay();
    this.#clear(source, target);
    return way;
  }

  /** The least sum and the vertex it leads over; −1 = none. */
  #meet(
    { up, down }: Weights,
    source: number,
    target: number,
  ): { readonly sum: number; readonly over: number } {
    const { parent } = this.#topology;
    const [from, to] = [this.#from, this.#to];
    from.sums[source] = 0;
    to.sums[target] = 0;
    let [s, t, sum, over] = [source, target, UNREACHED, -1];
    while (s !== t) {
      if (t < 0 || (s >= 0 && s < t)) {
        relaxUp(this.#topology, from, up, s, UNREACHED);
        s = parent[s] as number;
      } else {
        relaxUp(this.#topology, to, down, t, UNREACHED);
        t = parent[t] as number;
      }
    }
    for (; s >= 0; s = parent[s] as number) {
      const here = (from.sums[s] as number) + (to.sums[s] as number);
      if (here < sum) [sum, over] = [here, s];
      relaxUp(this.#topology, from, up, s, sum);
      relaxUp(this.#topology, to, down, s, sum);
    }
    return { sum, over };
  }

  #clear(source: number, target: number): void {
    const { parent } = this.#topology;
    for (let v = source; v >= 0; v = parent[v] as number) this.#from.sums[v] = UNREACHED;
    for (let v = target; v >= 0; v = parent[v] as number) this.#to.sums[v] = UNREACHED;
  }
}
