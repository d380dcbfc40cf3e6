/**
 * Closing edges under a tree of least sums, one set after another, ten thousand times. What hangs below a closed edge is
 * sought anew not by sums but by what is added to them: along the tree nothing is, so that whatever gets in at the closed
 * edge's own end carries all that hangs there, down to the next closed edge, and only what a better way reaches is looked
 * at.
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

/** Places of the tree below a vertex: the first, and the one behind the last. */
type Stretch = readonly [from: number, behind: number];

/** Stretches in order, without those that lie within another. */
function dropInner(stretches: readonly Stretch[]): readonly Stretch[] {
  const outer: Stretch[] = [];
  for (const stretch of stretches) if (stretch[0] >= (outer.at(-1)?.[1] ?? 0)) outer.push(stretch);
  return outer;
}

/** The place that each edge leads to in the tree; −1 = the edge is not in it. */
function listReached(edgeCount: number, edgeTo: Int32Array): Int32Array {
  const reached = new Int32Array(edgeCount).fill(-1);
  for (const [place, edge] of edgeTo.entries()) if (edge >= 0) reached[edge] = place;
  return reached;
}

export class DetourTree {
  readonly #preorder: Preorder;
  readonly #along: Detours;
  readonly #against: Detours;
  readonly #queue: BucketQueue;
  /** Edge by which a place is reached; −1 at the root. */
  readonly #edge: Int32Array;
  readonly #reached: Int32Array;
  /** By edge: 1 = closed. */
  readonly #closed: Uint8Array;
  /** Sums by place, with all open. */
  readonly #open: Int32Array;
  /** What the closed edges add; `UNREACHED` = as much as at the carrier. */
  readonly #added: Int32Array;
  readonly #touched: number[] = [];
  /** Of what hangs below a closed edge the place at the end of the nearest one; −1 = nothing closed is above. */
  readonly #carrier: Int32Array;
  /** Watched vertices by place, and how many of them stand before each place. */
  readonly #watched: Int32Array;
  readonly #before: Int32Array;
  /** What hangs below the closed edges; empty = nothing is closed. */
  #below: readonly Stretch[] = [];
  /** Whether ways may lead from below one closed edge to below another. */
  #isSplit = false;

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
    this.#carrier = new Int32Array(vertex.length).fill(-1);
    this.#edge = vertex.map((v) => {
      const arc = last[v] as number;
      return arc < 0 ? -1 : (along.edge?.[arc] ?? arc);
    });
    this.#reached = listReached(along.end.length, this.#edge);
    this.#closed = new Uint8Array(along.end.length);
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
    const carrier = this.#carrier[place] as number;
    if (carrier < 0) return open;
    const added = Math.min(this.#added[place] as number, this.#added[carrier] as number);
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
   * Closes edges together, in the tree or not, and gives the watched vertices whose sums may have changed: those below
   * them. Where it gives none, nothing is closed: no sum that matters would change.
   */
  close(edges: readonly number[]): Int32Array {
    if (this.#below.length > 0) throw new RangeError('an edge is closed already');
    const heads = edges.map((edge) => this.#reached[edge] as number).filter((place) => place >= 0);
    const stretches = heads
      .toSorted((a, b) => a - b)
      .map((place): Stretch => [place, this.#findBehind(place)]);
    const below = dropInner(stretches);
    const watched = below.map((stretch) => this.#listWatched(stretch)).filter(({ length }) => length > 0);
    if (watched.length === 0) return NONE;
    this.#below = below;
    this.#isSplit = stretches.length > 1;
    // The inner ones after those they lie in.
    for (const [from, behind] of stretches) this.#carrier.fill(from, from, behind);
    for (const edge of edges) this.#closed[edge] = 1;
    this.#queue.start(0);
    for (const stretch of below) this.#seed(stretch);
    this.#spread();
    for (const edge of edges) this.#closed[edge] = 0;
    const [only = NONE, ...more] = watched;
    return more.length === 0 ? only : Int32Array.from(watched.flatMap((vertices) => [...vertices]));
  }

  /** Opens the closed edges again. */
  undo(): void {
    for (const place of this.#touched) this.#added[place] = UNREACHED;
    this.#touched.length = 0;
    for (const [from, behind] of this.#below) this.#carrier.fill(-1, from, behind);
    this.#below = [];
  }

  #findBehind(place: number): number {
    return this.#preorder.behind[this.#preorder.vertex[place] as number] as number;
  }

  #listWatched([from, behind]: Stretch): Int32Array {
    return this.#watched.subarray(this.#before[from], this.#before[behind]);
  }

  /** Takes a way that adds less than is known of a place and of its carrier, unless its last edge is closed. */
  #offer(place: number, added: number, edge: number): void {
    if (this.#closed[edge] === 1) return;
    if (this.#added[place] === UNREACHED) this.#touched.push(place);
    this.#added[place] = added;
    this.#queue.push(place, added);
  }

  /** Queues what is reached from outside. A carrier stands before all that it carries. */
  #seed([from, behind]: Stretch): void {
    const { first, end, added, edge } = this.#against;
    const [carrier, best] = [this.#carrier, this.#added];
    for (let place = from; place < behind; place += 1) {
      const by = carrier[place] as number;
      const stop = first[place + 1] as number;
      for (let arc = first[place] as number; arc < stop; arc += 1) {
        const through = added[arc] as number;
        if (through >= (best[by] as number) || (carrier[end[arc] as number] as number) >= 0) continue;
        if (through < (best[place] as number)) this.#offer(place, through, edge[arc] as number);
      }
    }
  }

  #spread(): void {
    const queue = this.#queue;
    while (queue.size > 0) {
      const place = queue.pop();
      const sum = queue.key;
      if (sum !== this.#added[place]) continue;
      if (this.#isSplit && this.#carrier[place] === place) this.#leave(place, this.#findBehind(place), sum);
      else this.#leave(place, place + 1, sum);
    }
  }

  /**
   * Goes on from a place, which stands for all that it carries where there are several carriers: those need not be queued
   * for their own sake, but lead to what hangs below other closed edges.
   */
  #leave(head: number, behind: number, sum: number): void {
    const { first, end, added, edge } = this.#along;
    const [carrier, best] = [this.#carrier, this.#added];
    for (let place = head; place < behind; place += 1) {
      if (place > head && carrier[place] !== head) continue;
      const stop = first[place + 1] as number;
      for (let arc = first[place] as number; arc < stop; arc += 1) {
        const to = end[arc] as number;
        const by = carrier[to] as number;
        if (by < 0) continue;
        const through = sum + (added[arc] as number);
        if (through < (best[to] as number) && through < (best[by] as number))
          this.#offer(to, through, edge[arc] as number);
      }
    }
  }
}
