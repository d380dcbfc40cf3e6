/**
 * A queue of vertices by whole keys, smallest first but for a bucket's width: a circle of buckets, each a list of
 * entries. A search over it corrects what it said too early, so that the order decides how long it takes and not what
 * it finds; an entry whose key has been undercut since is the search's to skip.
 */

/** Cost of an edge that cannot be used, and sum where nothing leads: two of them still fit in 32 bits. */
export const UNREACHED = 0x3fffffff;

/** How the keys are spread over the buckets. */
export interface BucketPlan {
  /** A bucket is 2^shift wide. */
  readonly shift: number;
  /** There are 2^bits of them. */
  readonly bits: number;
}

/** A circle of more buckets costs more to walk than wider ones cost to correct. */
const MAX_BITS = 16;
/** Of the mean cost of an edge: narrower buckets are mostly empty, wider ones are corrected too often. */
const WIDTHS_A_MEAN = 4;
const FIRST_CAPACITY = 1024;

/**
 * The plan for edges of these costs. The order holds where the keys in the queue lie at most the dearest edge, or `span`,
 * apart.
 *
 * @example
 * planBuckets(Int32Array.of(4000, 12_000)); // → { shift: 10, bits: 4 }
 */
export function planBuckets(cost: Int32Array, span = 0): BucketPlan {
  let [sum, most] = [0, span];
  for (let e = 0; e < cost.length; e += 1) {
    const value = cost[e] as number;
    // A closed edge is not walked: it must not widen the circle.
    if (value >= UNREACHED) continue;
    sum += value;
    if (value > most) most = value;
  }
  const width = sum / Math.max(1, cost.length) / WIDTHS_A_MEAN;
  let shift = Math.max(0, Math.floor(Math.log2(Math.max(1, width))));
  while (most >> shift > (1 << MAX_BITS) - 2) shift += 1;
  return { shift, bits: 32 - Math.clz32((most >> shift) + 1) };
}

/** Whether the order holds for keys so far apart. */
export function spans({ shift, bits }: BucketPlan, span: number): boolean {
  return (span >> shift) + 1 < 1 << bits;
}

export class BucketQueue {
  /** Entries still to come, undercut ones included. */
  size = 0;
  /** Key of the entry taken last. */
  key = 0;
  readonly #shift: number;
  readonly #mask: number;
  readonly #first: Int32Array;
  #next = new Int32Array(FIRST_CAPACITY);
  #vertex = new Int32Array(FIRST_CAPACITY);
  #keys = new Int32Array(FIRST_CAPACITY);
  #free = -1;
  #used = 0;
  #at = 0;

  constructor({ shift, bits }: BucketPlan) {
    this.#shift = shift;
    this.#mask = (1 << bits) - 1;
    this.#first = new Int32Array(1 << bits).fill(-1);
  }

  /** Begins at a key that none of the coming ones lies below; the queue must be empty. */
  start(key: number): void {
    this.#at = (key >> this.#shift) & this.#mask;
  }

  push(vertex: number, key: number): void {
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry] as number;
    else {
      entry = this.#used;
      this.#used += 1;
      if (entry === this.#next.length) this.#double();
    }
    const bucket = (key >> this.#shift) & this.#mask;
    this.#next[entry] = this.#first[bucket] as number;
    this.#first[bucket] = entry;
    this.#vertex[entry] = vertex;
    this.#keys[entry] = key;
    this.size += 1;
  }

  /** Takes a vertex of the first bucket that has any; the queue must not be empty. */
  pop(): number {
    while ((this.#first[this.#at] as number) < 0) this.#at = (this.#at + 1) & this.#mask;
    const entry = this.#first[this.#at] as number;
    this.#first[this.#at] = this.#next[entry] as number;
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.size -= 1;
    this.key = this.#keys[entry] as number;
    return this.#vertex[entry] as number;
  }

  #double(): void {
    const capacity = 2 * this.#next.length;
    const grow = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const bigger = new Int32Array(capacity);
      bigger.set(array);
      return bigger;
    };
    this.#next = grow(this.#next);
    this.#vertex = grow(this.#vertex);
    this.#keys = grow(this.#keys);
  }
}
