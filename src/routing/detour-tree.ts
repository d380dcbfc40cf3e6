/**
 * Closing one edge after another under a tree of least sums, when it is done ten thousand times (`repair.ts` closes any
 * edges together). What hangs below the edge is sought anew not by sums but by what is added to them: along the tree
 * nothing is, so that whatever gets in at the closed edge's own end carries all that hangs there, and only what a better
 * way reaches is looked at.
 */
import { BucketQueue, planBuckets, UNREACHED } from './bucket-queue.ts';
import { createDistanceSearch, type Arcs } from './distances.ts';
import { listTails, toPreorder, type Preorder } from './preorder.ts';

/** Arcs between places. */
interface Detours {
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** What the way over this arc costs more than the least one to its head. */
  readonly added: Int32Array;
  readonly edge: Int32Array;
}

/**
 * The arcs between places, each with what it adds to the sum at its head over the least one. What hangs together lies
 * together; arcs that are closed or lead to what is not reached are left out. `from` is where the edges come from: the
 * arc's place, or its end.
 */
function renumber(
  { first, end, cost, edge }: Arcs,
  { vertex, place }: Preorder,
  sums: Int32Array,
  from: 'place' | 'end',
): Detours {
  const local = {
    first: new Int32Array(vertex.length + 1),
    end: new Int32Array(end.length),
    added: new Int32Array(end.length),
    edge: new Int32Array(end.length),
  };
  let count = 0;
  for (const [i, v] of vertex.entries()) {
    for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1) {
      const other = end[arc] as number;
      const to = place[other] as number;
      const rise = (sums[v] as number) - (sums[other] as number);
      const added = (cost[arc] as number) + (from === 'place' ? rise : -rise);
      if (to < 0 || added >= UNREACHED || (cost[arc] as number) >= UNREACHED) continue;
      local.end[count] = to;
      local.added[count] = added;
      local.edge[count] = edge === null ? arc : (edge[arc] as number);
      count += 1;
    }
    local.first[i + 1] = count;
  }
  return local;
}

const NONE = new Int32Array(0);

export class DetourTree {
  readonly #preorder: Preorder;
  readonly #along: Detours;
  readonly #against: Detours;
  readonly #queue: BucketQueue;
  /** Edge by which a place is reached; −1 at the root. */
  readonly #edge: Int32Array;
  /** Sums by place, with all open. */
  readonly #open: Int32Array;
  /** What the closed edge adds; `UNREACHED` = as much as at its own end. */
  readonly #added: Int32Array;
  readonly #touched: number[] = [];
  /** Watched vertices by place, and how many of them stand before each place. */
  readonly #watched: Int32Array;
  readonly #before: Int32Array;
  /** Places below the closed edge, its own end first; −1 = nothing is closed. */
  #from = -1;
  #behind = -1;

  /**
   * The tree from a root along arcs; `against` are the same edges the other way. `watched` are the vertices whose
   * sums matter: closing an edge above none of them changes nothing. Throws RangeError for a root that is no vertex.
   */
  constructor(along: Arcs, against: Arcs, root: number, watched: Iterable<number>) {
    const last = new Int32Array(along.vertexCount);
    const sums = createDistanceSearch(along)(root, undefined, last);
    const tails = listTails(along);
    const parent = last.map((arc) => (arc < 0 ? -1 : (tails[arc] as number)));
    this.#preorder = toPreorder(along.vertexCount, root, parent);
    const { vertex, place } = this.#preorder;
    this.#along = renumber(along, this.#preorder, sums, 'place');
    this.#against = renumber(against, this.#preorder, sums, 'end');
    this.#open = vertex.map((v) => sums[v] as number);
    this.#added = new Int32Array(vertex.length).fill(UNREACHED);
    this.#edge = vertex.map((v) => {
      const arc = last[v] as number;
      return arc < 0 ? -1 : (along.edge?.[arc] ?? arc);
    });
    const marks = new Uint8Array(vertex.length);
    for (const v of watched) if ((place[v] as number) >= 0) marks[place[v] as number] = 1;
    this.#before = new Int32Array(vertex.length + 1);
    for (const [i, mark] of marks.entries()) this.#before[i + 1] = (this.#before[i] as number) + mark;
    this.#watched = vertex.filter((_, i) => marks[i] === 1);
    this.#queue = new BucketQueue(planBuckets(this.#along.added));
  }

  /** Least sum from the root, with what is closed closed; `UNREACHED` where nothing leads. */
  sum(vertex: number): number {
    const place = this.#preorder.place[vertex] as number;
    if (place < 0) return UNREACHED;
    const open = this.#open[place] as number;
    if (place < this.#from || place >= this.#behind || this.#from < 0) return open;
    const added = Math.min(this.#added[place] as number, this.#added[this.#from] as number);
    return Math.min(open + added, UNREACHED);
  }

  /** Least sum with all open. */
  openSum(vertex: number): number {
    const place = this.#preorder.place[vertex] as number;
    return place < 0 ? UNREACHED : (this.#open[place] as number);
  }

  /** Edge by which a vertex is reached with all open; −1 at the root and where unreached. */
  edgeTo(vertex: number): number {
    const place = this.#preorder.place[vertex] as number;
    return place < 0 ? -1 : (this.#edge[place] as number);
  }

  /**
   * Closes the edge by which a vertex is reached, and gives the watched vertices whose sums may have changed: those
   * below it. Where it gives none, nothing is closed: no sum that matters would change.
   */
  close(vertex: number): Int32Array {
    if (this.#from >= 0) throw new RangeError('an edge is closed already');
    const from = this.#preorder.place[vertex] as number;
    if (from < 0 || this.#edge[from] === -1) return NONE;
    const to = this.#preorder.behind[vertex] as number;
    const [firstBelow, behindBelow] = [this.#before[from] as number, this.#before[to] as number];
    if (firstBelow === behindBelow) return NONE;
    this.#from = from;
    this.#behind = to;
    this.#queue.start(0);
    this.#seed(this.#edge[from] as number);
    this.#spread();
    return this.#watched.subarray(firstBelow, behindBelow);
  }

  /** Opens the closed edge again. */
  undo(): void {
    for (const place of this.#touched) this.#added[place] = UNREACHED;
    this.#touched.length = 0;
    this.#from = -1;
  }

  /** A way to a place that adds so much; one that adds no less than at the closed edge's own end is not needed. */
  #offer(place: number, added: number): void {
    const known = this.#added[place] as number;
    if (added >= known || added >= (this.#added[this.#from] as number)) return;
    if (known === UNREACHED) this.#touched.push(place);
    this.#added[place] = added;
    this.#queue.push(place, added);
  }

  /** Queues what is reached from outside. The closed edge leads to the first place alone. */
  #seed(closed: number): void {
    const { first, end, added, edge } = this.#against;
    const [from, behind] = [this.#from, this.#behind];
    for (let arc = first[from] as number; arc < (first[from + 1] as number); arc += 1) {
      const tail = end[arc] as number;
      if (tail >= from && tail < behind) continue;
      if (edge[arc] !== closed) this.#offer(from, added[arc] as number);
    }
    const most = this.#added[from] as number;
    for (let place = from + 1; place < behind; place += 1) {
      const stop = first[place + 1] as number;
      for (let arc = first[place] as number; arc < stop; arc += 1) {
        const tail = end[arc] as number;
        if ((added[arc] as number) >= most || (tail >= from && tail < behind)) continue;
        this.#offer(place, added[arc] as number);
      }
    }
  }

  #spread(): void {
    const { first, end, added } = this.#along;
    const [from, behind, queue] = [this.#from, this.#behind, this.#queue];
    while (queue.size > 0) {
      const place = queue.pop();
      const sum = queue.key;
      if (sum !== this.#added[place]) continue;
      const stop = first[place + 1] as number;
      for (let arc = first[place] as number; arc < stop; arc += 1) {
        const to = end[arc] as number;
        if (to >= from && to < behind) this.#offer(to, sum + (added[arc] as number));
      }
    }
  }
}
