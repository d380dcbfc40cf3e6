/**
 * The inner loop of a search over buckets: a queue as in `bucket-queue.ts`, written out over arrays of its own. Reading a
 * queue's fields at every step took a tenth of the time.
 */
import { UNREACHED, type BucketPlan } from './bucket-queue.ts';
import type { Arcs } from './distances.ts';

/** An entry of the queue: the next one of its bucket or of the free ones, a vertex, and its key. */
const ENTRY = 3;
const VERTEX = 1;
const KEY = 2;
const NONE = -1;
const FIRST_CAPACITY = 4096;

/**
 * Marks arcs into a dead end: all that leads on from their end leads back to where they begin. A quarter of a city's
 * vertices are the ends of such streets, and need no turn in a queue.
 */
function markDeadEnds({ vertexCount, first, end }: Arcs): Uint8Array {
  const isDead = new Uint8Array(end.length);
  for (let v = 0; v < vertexCount; v += 1) {
    for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1) {
      const to = end[arc] as number;
      const stop = first[to + 1] as number;
      let onward = first[to] as number;
      while (onward < stop && end[onward] === v) onward += 1;
      if (onward === stop) isDead[arc] = 1;
    }
  }
  return isDead;
}

function double(entries: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(2 * entries.length);
  bigger.set(entries);
  return bigger;
}

function findLeast(vertices: readonly number[], sums: Int32Array): number {
  let least = UNREACHED;
  for (const vertex of vertices) least = Math.min(least, sums[vertex] as number);
  return least;
}

/**
 * Settles whatever vertices lead to, each begun at its sum; `last`, where given, gets the arc by which a vertex was
 * reached.
 */
export type Settle = (begun: readonly number[], sums: Int32Array, last: Int32Array | null) => void;

/** Settles over arcs whose costs do not change while it is used; keys lie no farther apart than the plan spans. */
export function createSettle(arcs: Arcs, { shift, bits }: BucketPlan): Settle {
  const { first, end, cost } = arcs;
  const isDead = markDeadEnds(arcs);
  const mask = (1 << bits) - 1;
  /** First entry of each bucket. */
  const heads = new Int32Array(1 << bits).fill(NONE);
  let entries = new Int32Array(ENTRY * FIRST_CAPACITY);
  return (begun, sums, last) => {
    let [free, used, size] = [NONE, begun.length, begun.length];
    while (ENTRY * used > entries.length) entries = double(entries);
    for (const [entry, vertex] of begun.entries()) {
      const key = sums[vertex] as number;
      const bucket = (key >> shift) & mask;
      entries.set([heads[bucket] as number, vertex, key], ENTRY * entry);
      heads[bucket] = entry;
    }
    let at = (findLeast(begun, sums) >> shift) & mask;
    while (size > 0) {
      let taken = heads[at] as number;
      while (taken < 0) {
        at = (at + 1) & mask;
        taken = heads[at] as number;
      }
      const from = ENTRY * taken;
      const vertex = entries[from + VERTEX] as number;
      const key = entries[from + KEY] as number;
      heads[at] = entries[from] as number;
      entries[from] = free;
      free = taken;
      size -= 1;
      // Undercut since.
      if (key !== sums[vertex]) continue;
      const stop = first[vertex + 1] as number;
      for (let arc = first[vertex] as number; arc < stop; arc += 1) {
        const to = end[arc] as number;
        const through = key + (cost[arc] as number);
        if (through >= (sums[to] as number)) continue;
        sums[to] = through;
        if (last !== null) last[to] = arc;
        if (isDead[arc] === 1) continue;
        let entry = free;
        if (entry >= 0) free = entries[ENTRY * entry] as number;
        else {
          entry = used;
          used += 1;
          if (ENTRY * entry === entries.length) entries = double(entries);
        }
        const bucket = (through >> shift) & mask;
        const into = ENTRY * entry;
        entries[into] = heads[bucket] as number;
        entries[into + VERTEX] = to;
        entries[into + KEY] = through;
        heads[bucket] = entry;
        size += 1;
      }
    }
  };
}
