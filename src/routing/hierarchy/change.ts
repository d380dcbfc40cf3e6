/**
 * New weights after a few edges changed: an arc is looked at again when one of its edges changed or an arc below it did
 * so that it may matter, the lowest first. Gives the very weights of a customization from nothing.
 */
import { UNREACHED } from '../bucket-queue.ts';
import { checkCost, type Customized } from './customize.ts';
import { findArc, type Topology } from './topology.ts';

/** Arcs to look at again, the lowest first, each once: a binary heap and a mark by arc. */
class ArcQueue {
  size = 0;
  #heap = new Int32Array(256);
  readonly #isQueued: Uint8Array;

  constructor(arcCount: number) {
    this.#isQueued = new Uint8Array(arcCount);
  }

  push(arc: number): void {
    if (this.#isQueued[arc] === 1) return;
    this.#isQueued[arc] = 1;
    if (this.size === this.#heap.length) {
      const bigger = new Int32Array(2 * this.size);
      bigger.set(this.#heap);
      this.#heap = bigger;
    }
    let at = this.size;
    this.size += 1;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = this.#heap[(at - 1) >> 1] as number;
      if (above < arc) break;
      this.#heap[at] = above;
    }
    this.#heap[at] = arc;
  }

  pop(): number {
    const heap = this.#heap;
    const lowest = heap[0] as number;
    this.#isQueued[lowest] = 0;
    this.size -= 1;
    const moved = heap[this.size] as number;
    let at = 0;
    for (let below = 1; below < this.size; below = 2 * at + 1) {
      if (below + 1 < this.size && (heap[below + 1] as number) < (heap[below] as number)) below += 1;
      if ((heap[below] as number) >= moved) break;
      heap[at] = heap[below] as number;
      at = below;
    }
    heap[at] = moved;
    return lowest;
  }
}

/** Changes weights edge by edge, with the costs that they are for. */
export class Changer {
  readonly #topology: Topology;
  readonly #queue: ArcQueue;
  #customized: Customized;

  constructor(customized: Customized) {
    this.#customized = customized;
    this.#topology = customized.topology;
    this.#queue = new ArcQueue(customized.topology.arcCount);
  }

  /**
   * Gives edges other costs and returns how many arcs were looked at. Weights and costs are written to. Throws
   * RangeError, before anything is written, for an edge that is none and a cost that is not 0 … `UNREACHED`.
   */
  change(customized: Customized, edges: ArrayLike<number>, costs: ArrayLike<number>): number {
    this.#customized = customized;
    const { slot } = this.#topology;
    for (let i = 0; i < edges.length; i += 1) {
      if (slot[edges[i] as number] === undefined) throw new RangeError(`${edges[i]} is no edge`);
      checkCost(costs[i] as number);
    }
    for (let i = 0; i < edges.length; i += 1) {
      const edge = edges[i] as number;
      customized.cost[edge] = costs[i] as number;
      const at = slot[edge] as number;
      if (at >= 0) this.#queue.push(at >> 1);
    }
    let looked = 0;
    for (; this.#queue.size > 0; looked += 1) this.#renew(this.#queue.pop());
    return looked;
  }

  #renew(arc: number): void {
    const { up, down } = this.#customized.weights;
    const [oldUp, oldDown] = [up[arc] as number, down[arc] as number];
    up[arc] = this.#findCheapest(2 * arc);
    down[arc] = this.#findCheapest(2 * arc + 1);
    this.#relax(arc);
    if (up[arc] !== oldUp || down[arc] !== oldDown) this.#pushAbove(arc, oldUp, oldDown);
  }

  /** Cost of the cheapest edge of a slot. */
  #findCheapest(slot: number): number {
    const { slotFirst, slotEdge } = this.#topology;
    let least = UNREACHED;
    for (let i = slotFirst[slot] as number; i < (slotFirst[slot + 1] as number); i += 1)
      least = Math.min(least, this.#customized.cost[slotEdge[i] as number] as number);
    return least;
  }

  /** Lowers an arc over every vertex below both its ends. */
  #relax(arc: number): void {
    const { upHead, upTail, downFirst, downTail, downArc } = this.#topology;
    const { up, down } = this.#customized.weights;
    const [tail, head] = [upTail[arc] as number, upHead[arc] as number];
    let [i, j] = [downFirst[tail] as number, downFirst[head] as number];
    const [endI, endJ] = [downFirst[tail + 1] as number, downFirst[head + 1] as number];
    let [least, leastBack] = [up[arc] as number, down[arc] as number];
    while (i < endI && j < endJ) {
      const difference = (downTail[i] as number) - (downTail[j] as number);
      if (difference === 0) {
        const [toTail, toHead] = [downArc[i] as number, downArc[j] as number];
        least = Math.min(least, (down[toTail] as number) + (up[toHead] as number));
        leastBack = Math.min(leastBack, (down[toHead] as number) + (up[toTail] as number));
      }
      if (difference <= 0) i += 1;
      if (difference >= 0) j += 1;
    }
    up[arc] = least;
    down[arc] = leastBack;
  }

  /** Queues the arcs whose weight rested on the old ways over this arc's lower end, or is undercut by the new ones. */
  #pushAbove(arc: number, oldUp: number, oldDown: number): void {
    const { upFirst, upHead, upTail } = this.#topology;
    const { up, down } = this.#customized.weights;
    const [tail, head] = [upTail[arc] as number, upHead[arc] as number];
    const [newUp, newDown] = [up[arc] as number, down[arc] as number];
    for (let other = upFirst[tail] as number; other < (upFirst[tail + 1] as number); other += 1) {
      if (other === arc) continue;
      const far = upHead[other] as number;
      const above = findArc(this.#topology, Math.min(head, far), Math.max(head, far));
      // From the head of this arc to that of the other one, and back.
      const [onward, backward] = head < far ? [up, down] : [down, up];
      const [climb, descend] = [up[other] as number, down[other] as number];
      const [there, back] = [onward[above] as number, backward[above] as number];
      const isTouched =
        (there < UNREACHED && there === oldDown + climb) ||
        (back < UNREACHED && back === descend + oldUp) ||
        newDown + climb < there ||
        descend + newUp < back;
      if (isTouched) this.#queue.push(above);
    }
  }
}
