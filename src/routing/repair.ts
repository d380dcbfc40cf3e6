/**
 * Closing one edge after another, or several at once, under a tree of least sums: only what hangs below a closed edge is
 * sought anew, from its neighbours that do not hang there. Undoing is a copy. One search a root, then each closing costs
 * what it changes.
 */
import { BucketQueue, planBuckets, UNREACHED } from './bucket-queue.ts';
import { createDistanceSearch, settle, type Arcs } from './distances.ts';
import { listTails, toPreorder, type Preorder } from './preorder.ts';

const NONE = new Int32Array(0);

/** Places of the tree below a vertex: the first, and the one behind the last. */
type Stretch = readonly [from: number, behind: number];

/** The vertex that each edge reaches in the tree; −1 = the edge is not in it. */
function listReached(edgeCount: number, last: Int32Array, toEdge: (arc: number) => number): Int32Array {
  const reached = new Int32Array(edgeCount).fill(-1);
  for (const [vertex, arc] of last.entries()) if (arc >= 0) reached[toEdge(arc)] = vertex;
  return reached;
}

/** Stretches in order, without those that lie within another. */
function dropInner(stretches: readonly Stretch[]): readonly Stretch[] {
  const outer: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a[0] - b[0]))
    if (stretch[0] >= (outer.at(-1)?.[1] ?? 0)) outer.push(stretch);
  return outer;
}

export class RepairableTree {
  /** Least sums from the root, with what is closed closed; `UNREACHED` where nothing leads. */
  readonly sums: Int32Array;
  readonly #along: Arcs;
  readonly #against: Arcs;
  readonly #queue: BucketQueue;
  readonly #last: Int32Array;
  readonly #preorder: Preorder;
  /** Watched vertices by place, and how many of them stand before each place. */
  readonly #watched: Int32Array;
  readonly #before: Int32Array;
  readonly #saved: Int32Array;
  readonly #reached: Int32Array;
  /** By edge: 1 = closed. */
  readonly #closed: Uint8Array;
  /** What the closed edges changed; empty = nothing is closed. */
  #cutOff: readonly Stretch[] = [];

  /**
   * The tree from a root along arcs; `against` are the same edges the other way. `watched` are the vertices whose
   * sums matter: closing an edge above none of them changes nothing. Throws RangeError for a root that is no vertex.
   */
  constructor(along: Arcs, against: Arcs, root: number, watched: Iterable<number>) {
    const { vertexCount } = along;
    this.#along = along;
    this.#against = against;
    this.#last = new Int32Array(vertexCount);
    this.sums = createDistanceSearch(along)(root, undefined, this.#last);
    const tails = listTails(along);
    const parent = this.#last.map((arc) => (arc < 0 ? -1 : (tails[arc] as number)));
    this.#preorder = toPreorder(vertexCount, root, parent);
    this.#saved = new Int32Array(vertexCount);
    this.#reached = listReached(along.end.length, this.#last, (arc) => along.edge?.[arc] ?? arc);
    this.#closed = new Uint8Array(along.end.length);
    const marks = new Uint8Array(vertexCount + 1);
    for (const v of watched)
      if ((this.sums[v] as number) < UNREACHED) marks[this.#preorder.place[v] as number] = 1;
    this.#before = new Int32Array(vertexCount + 1);
    for (let i = 0; i < vertexCount; i += 1)
      this.#before[i + 1] = (this.#before[i] as number) + (marks[i] as number);
    this.#watched = this.#preorder.vertex.filter((_, i) => marks[i] === 1);
    // What is sought anew begins at most one edge behind the farthest vertex of the tree.
    const farthest = this.sums.reduce((most, sum) => (sum < UNREACHED ? Math.max(most, sum) : most), 0);
    const dearest = along.cost.reduce((most, cost) => (cost < UNREACHED ? Math.max(most, cost) : most), 0);
    this.#queue = new BucketQueue(planBuckets(along.cost, farthest + dearest));
  }

  /** Edge by which a vertex is reached; −1 at the root and where unreached. */
  edgeTo(vertex: number): number {
    const arc = this.#last[vertex] as number;
    return arc < 0 ? -1 : (this.#along.edge?.[arc] ?? arc);
  }

  /**
   * Closes the edge by which a vertex is reached, and gives the watched vertices whose sums may have changed: those
   * below it. Only their sums, and those of what else hangs there, are then right for the closed edge.
   */
  close(vertex: number): Int32Array {
    const edge = this.edgeTo(vertex);
    return this.closeEdges(edge < 0 ? [] : [edge]);
  }

  /** The same of any edges closed together, in the tree or not. */
  closeEdges(edges: readonly number[]): Int32Array {
    if (this.#cutOff.length > 0) throw new RangeError('an edge is closed already');
    const stretches = this.#listBelow(edges);
    const watched = stretches.map((stretch) => this.#listWatched(stretch)).filter(({ length }) => length > 0);
    if (watched.length === 0) return NONE;
    this.#cutOff = stretches;
    // All of them, watched below or not: what lost its way must not lend its old sum to another.
    for (const stretch of stretches) this.#cut(stretch);
    for (const edge of edges) this.#closed[edge] = 1;
    this.#queue.start(stretches.reduce((least, stretch) => Math.min(least, this.#seed(stretch)), UNREACHED));
    settle(this.#along, this.#queue, this.sums, null, this.#closed);
    for (const edge of edges) this.#closed[edge] = 0;
    const [only = NONE, ...more] = watched;
    return more.length === 0 ? only : Int32Array.from(watched.flatMap((vertices) => [...vertices]));
  }

  /** Opens the closed edges again. */
  undo(): void {
    const { vertex } = this.#preorder;
    for (const [from, behind] of this.#cutOff)
      for (let i = from; i < behind; i += 1) this.sums[vertex[i] as number] = this.#saved[i] as number;
    this.#cutOff = [];
  }

  #listBelow(edges: readonly number[]): readonly Stretch[] {
    const { place, behind } = this.#preorder;
    const roots = edges.map((edge) => this.#reached[edge] as number).filter((vertex) => vertex >= 0);
    return dropInner(roots.map((vertex) => [place[vertex] as number, behind[vertex] as number]));
  }

  #listWatched([from, behind]: Stretch): Int32Array {
    return this.#watched.subarray(this.#before[from], this.#before[behind]);
  }

  #cut([from, behind]: Stretch): void {
    const { vertex } = this.#preorder;
    for (let i = from; i < behind; i += 1) {
      const v = vertex[i] as number;
      this.#saved[i] = this.sums[v] as number;
      this.sums[v] = UNREACHED;
    }
  }

  /** Queues what is reached from outside, and gives its nearest; vertices cut off cannot lead anywhere yet. */
  #seed([from, behind]: Stretch): number {
    const { first, end, cost, edge } = this.#against;
    const { vertex } = this.#preorder;
    const [sums, queue, closed] = [this.sums, this.#queue, this.#closed];
    let nearest = UNREACHED;
    for (let i = from; i < behind; i += 1) {
      const v = vertex[i] as number;
      let best = UNREACHED;
      const stop = first[v + 1] as number;
      for (let arc = first[v] as number; arc < stop; arc += 1) {
        const through = (sums[end[arc] as number] as number) + (cost[arc] as number);
        if (through < best && closed[edge === null ? arc : (edge[arc] as number)] === 0) best = through;
      }
      if (best === UNREACHED) continue;
      sums[v] = best;
      queue.push(v, best);
      if (best < nearest) nearest = best;
    }
    return nearest;
  }
}
