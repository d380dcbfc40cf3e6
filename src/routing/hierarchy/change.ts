/**
 * New weights after a few edges changed, the very ones of a customization from nothing. Every triangle of arcs has one
 * lowest vertex; vertices are taken from the lowest up, each once, when all of its arcs are known, and what its
 * triangles now offer is passed on. Only an arc that lost what its weight rested on is made anew from all below it.
 */
import { UNREACHED } from '../bucket-queue.ts';
import { relaxBelow, type Customized } from './customize.ts';
import type { Topology } from './topology.ts';

/** Marks of an arc: it has another weight to come, and one direction or the other has lost what it rested on. */
const TOUCHED = 1;
const LOST_UP = 2;
const LOST_DOWN = 4;

/** Room for changes. Marks and waiting vertices are 0 between two of them. */
export interface ChangeRoom {
  /** By arc: the weight to come while it waits, the one before while it is passed on. */
  readonly up: Int32Array;
  readonly down: Int32Array;
  readonly marks: Uint8Array;
  /** A bit by vertex. */
  readonly waiting: Int32Array;
  readonly arcTo: Int32Array;
}

/** Vertices of one word of `ChangeRoom.waiting`. */
export const WAITING_BITS = 32;

export function createChangeRoom({ arcCount, vertexCount }: Topology): ChangeRoom {
  return {
    up: new Int32Array(arcCount),
    down: new Int32Array(arcCount),
    marks: new Uint8Array(arcCount),
    waiting: new Int32Array(Math.ceil(vertexCount / WAITING_BITS)),
    arcTo: new Int32Array(vertexCount),
  };
}

/** One change under way. */
class Change {
  readonly #now: Customized;
  readonly #room: ChangeRoom;

  constructor(now: Customized, room: ChangeRoom) {
    this.#now = now;
    this.#room = room;
  }

  /** Gives edges their costs; arcs that rested on one of them, or are undercut by one, wait. */
  setCosts(edges: Int32Array, costs: Int32Array): void {
    const { topology, weights, cost } = this.#now;
    const { marks } = this.#room;
    for (const [i, edge] of edges.entries()) {
      const slot = topology.slot[edge] as number;
      const arc = slot >> 1;
      const isUp = (slot & 1) === 0;
      if (slot >= 0 && cost[edge] === (isUp ? weights.up : weights.down)[arc]) {
        this.#touch(arc);
        marks[arc] = (marks[arc] as number) | (isUp ? LOST_UP : LOST_DOWN);
      }
      cost[edge] = costs[i] as number;
    }
    // Of an edge that is named twice, the last cost is its cost.
    for (const edge of edges) {
      const slot = topology.slot[edge] as number;
      if (slot < 0) continue;
      this.#touch(slot >> 1);
      const next = (slot & 1) === 0 ? this.#room.up : this.#room.down;
      next[slot >> 1] = Math.min(next[slot >> 1] as number, cost[edge] as number);
    }
  }

  /** Takes the waiting vertices from the lowest up; returns how many arcs were looked at, −1 past the limit. */
  run(limit: number): number {
    const { waiting } = this.#room;
    let looked = 0;
    for (let word = 0; word < waiting.length; word += 1) {
      for (let bits = waiting[word] as number; bits !== 0; bits = waiting[word] as number) {
        const u = word * WAITING_BITS + WAITING_BITS - 1 - Math.clz32(bits & -bits);
        waiting[word] = bits & (bits - 1);
        if (looked > limit) this.#forget(u);
        else looked += this.#renew(u);
      }
    }
    return looked > limit ? -1 : looked;
  }

  #forget(u: number): void {
    const { upFirst } = this.#now.topology;
    this.#room.marks.fill(0, upFirst[u], upFirst[u + 1]);
  }

  #touch(arc: number): void {
    const { up, down, marks, waiting } = this.#room;
    if (marks[arc] !== 0) return;
    const { topology, weights } = this.#now;
    marks[arc] = TOUCHED;
    up[arc] = weights.up[arc] as number;
    down[arc] = weights.down[arc] as number;
    const tail = topology.upTail[arc] as number;
    const word = Math.floor(tail / WAITING_BITS);
    waiting[word] = (waiting[word] as number) | (1 << (tail % WAITING_BITS));
  }

  /** Gives the waiting arcs of a vertex their weights, and passes on what that changes. */
  #renew(u: number): number {
    const { topology, weights } = this.#now;
    const { marks } = this.#room;
    const [first, end] = [topology.upFirst[u] as number, topology.upFirst[u + 1] as number];
    let [looked, isAnew] = [0, false];
    for (let arc = first; arc < end; arc += 1) {
      if (marks[arc] === 0) continue;
      looked += 1;
      if (this.#swap(arc)) isAnew = true;
    }
    if (isAnew) relaxBelow(topology, weights, this.#room.arcTo, u);
    let last = -1;
    for (let arc = first; arc < end; arc += 1) {
      if (marks[arc] === 0) continue;
      const isChanged = weights.up[arc] !== this.#room.up[arc] || weights.down[arc] !== this.#room.down[arc];
      marks[arc] = isChanged ? TOUCHED : 0;
      if (isChanged) last = arc;
    }
    this.#passOn(first, end, last);
    marks.fill(0, first, last + 1);
    return looked;
  }

  /** Puts the weights to come in place of those before; true where one of them must be made anew, and begins so. */
  #swap(arc: number): boolean {
    const { up, down } = this.#now.weights;
    const { up: nextUp, down: nextDown, marks } = this.#room;
    const [oldUp, oldDown, mark] = [up[arc] as number, down[arc] as number, marks[arc] as number];
    // What is undercut needs nothing that it rested on.
    const isUp = (mark & LOST_UP) !== 0 && nextUp[arc] === oldUp;
    const isDown = (mark & LOST_DOWN) !== 0 && nextDown[arc] === oldDown;
    up[arc] = isUp ? this.#findCheapest(2 * arc) : (nextUp[arc] as number);
    down[arc] = isDown ? this.#findCheapest(2 * arc + 1) : (nextDown[arc] as number);
    nextUp[arc] = oldUp;
    nextDown[arc] = oldDown;
    return isUp || isDown;
  }

  /** Cost of the cheapest edge of a slot. */
  #findCheapest(slot: number): number {
    const { slotFirst, slotEdge } = this.#now.topology;
    let least = UNREACHED;
    for (let i = slotFirst[slot] as number; i < (slotFirst[slot + 1] as number); i += 1)
      least = Math.min(least, this.#now.cost[slotEdge[i] as number] as number);
    return least;
  }

  /** Offers the arcs above a vertex what its triangles cost now; those without a marked arc cost what they did. */
  #passOn(first: number, end: number, last: number): void {
    const { upFirst, upHead } = this.#now.topology;
    const { up, down } = this.#now.weights;
    const { up: beforeUp, down: beforeDown, marks } = this.#room;
    for (let low = first; low <= last; low += 1) {
      const isLow = marks[low] !== 0;
      const stop = isLow ? end : last + 1;
      const [lowUp, lowDown] = [up[low] as number, down[low] as number];
      const [oldUp, oldDown] = isLow
        ? [beforeUp[low] as number, beforeDown[low] as number]
        : [lowUp, lowDown];
      let above = upFirst[upHead[low] as number] as number;
      for (let high = low + 1; high < stop; high += 1) {
        const isHigh = marks[high] !== 0;
        if (!isLow && !isHigh) continue;
        while (upHead[above] !== upHead[high]) above += 1;
        const [highUp, highDown] = [up[high] as number, down[high] as number];
        const onward = oldDown + (isHigh ? (beforeUp[high] as number) : highUp);
        const back = (isHigh ? (beforeDown[high] as number) : highDown) + oldUp;
        if (onward !== lowDown + highUp) this.#offer(above, LOST_UP, onward, lowDown + highUp);
        if (back !== highDown + lowUp) this.#offer(above, LOST_DOWN, back, highDown + lowUp);
      }
    }
  }

  /** A triangle below an arc costs something else now. */
  #offer(arc: number, mark: number, before: number, now: number): void {
    const { marks } = this.#room;
    const next = mark === LOST_UP ? this.#room.up : this.#room.down;
    const weight = (mark === LOST_UP ? this.#now.weights.up : this.#now.weights.down)[arc] as number;
    if (now < ((marks[arc] === 0 ? weight : next[arc]) as number)) {
      this.#touch(arc);
      next[arc] = now;
    } else if (before === weight && weight < UNREACHED) {
      this.#touch(arc);
      marks[arc] = (marks[arc] as number) | mark;
    }
  }
}

/**
 * Gives edges other costs; costs and weights are written to. Returns how many arcs were looked at; −1 for more than the
 * limit: the costs are written then, and the weights are those of no costs until all are customized.
 */
export function changeWeights(
  now: Customized,
  edges: Int32Array,
  costs: Int32Array,
  limit: number,
  room: ChangeRoom,
): number {
  const change = new Change(now, room);
  change.setCosts(edges, costs);
  return change.run(limit);
}
