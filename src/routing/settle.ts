/**
 * The inner loop of a search over buckets: a queue as in `bucket-queue.ts`, written out over arrays of its own, and with
 * as few choices as can be. Reading a queue's fields at every step took a tenth of the time, and guessing wrong whether an
 * arc betters its end – half of them lead back – as much again.
 */
import { UNREACHED, type BucketPlan } from './bucket-queue.ts';
import type { Arcs } from './distances.ts';

/** An entry of the queue: the place of the next one in its bucket, and a vertex. */
const ENTRY = 2;
const VERTEX = 1;
const NONE = -1;
const FIRST_CAPACITY = 4096;

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
export function createSettle(arcs: Arcs, plan: BucketPlan): Settle {
  /** First entry of each bucket. */
  const begins = new Int32Array(1 << plan.bits).fill(NONE);
  let kept = new Int32Array(ENTRY * FIRST_CAPACITY);
  return (begun, sums, last) => {
    // All that the loops read is a variable of this function: those of the one around it are read anew at every step.
    const { first, end, cost } = arcs;
    const { shift } = plan;
    const heads = begins;
    const mask = heads.length - 1;
    let entries = kept;
    let used = 0;
    let taken = 0;
    while (ENTRY * begun.length > entries.length) entries = double(entries);
    for (const vertex of begun) {
      const bucket = ((sums[vertex] as number) >> shift) & mask;
      entries[used] = heads[bucket] as number;
      entries[used + VERTEX] = vertex;
      heads[bucket] = used;
      used += ENTRY;
    }
    let at = (findLeast(begun, sums) >> shift) & mask;
    while (taken < used) {
      let entry = heads[at] as number;
      if (entry < 0) {
        at = (at + 1) & mask;
        continue;
      }
      // All of a bucket is taken at once; what comes into it meanwhile is a list of its own.
      heads[at] = NONE;
      do {
        const vertex = entries[entry + VERTEX] as number;
        entry = entries[entry] as number;
        taken += ENTRY;
        const key = sums[vertex] as number;
        // Undercut since, and settled in the bucket of that sum.
        if (((key >> shift) & mask) !== at) continue;
        const stop = first[vertex + 1] as number;
        let arc = first[vertex] as number;
        while (used + ENTRY * (stop - arc) > entries.length) entries = double(entries);
        for (; arc < stop; arc += 1) {
          const to = end[arc] as number;
          const through = (key + (cost[arc] as number)) | 0;
          const known = sums[to] as number;
          const less = (through - known) | 0;
          // All bits where the way is better, none where it is not.
          const better = less >> 31;
          sums[to] = known + (less & better);
          if (last !== null && better !== 0) last[to] = arc;
          const bucket = (through >> shift) & mask;
          const head = heads[bucket] as number;
          // Where the way is no better the entry stays free, and its bucket as it was.
          entries[used] = head;
          entries[used + VERTEX] = to;
          heads[bucket] = head ^ ((head ^ used) & better);
          used = (used - ENTRY * better) | 0;
        }
      } while (entry >= 0);
    }
    kept = entries;
  };
}
