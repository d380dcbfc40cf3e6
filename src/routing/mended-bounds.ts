/**
 * Bounds after some edges cost something else, from those before: what hangs below such an edge is forgotten and found
 * again from what is around it, and whatever has become nearer is offered its new way. What a close or a slow road costs
 * is then the part of the map behind it and not the whole.
 */
import { reverse, type BoundSeed, type SeededBounds } from './bounds.ts';
import { UNREACHED } from './bucket-queue.ts';
import type { Graph } from './graph.ts';
import { createBoundsQueue, searchNearBounds, settleBounds } from './near-bounds.ts';

export interface Bounded {
  readonly graph: Graph;
  readonly bounds: SeededBounds;
}

export interface Mended {
  readonly bounds: SeededBounds;
  /** 1 for vertices whose sums or least ways may not be what they were. */
  readonly isOther: Uint8Array;
}

/** Vertices whose kept ways lead over one of some edges. */
function listLost(
  { graph, bounds }: Bounded,
  edges: readonly number[],
  isLost: Uint8Array,
): readonly number[] {
  const { firstIn, edge: edgesIn } = reverse(graph);
  const lost: number[] = [];
  const lose = (e: number): void => {
    const vertex = graph.tail[e] as number;
    if (bounds.edge[vertex] !== e || isLost[vertex] === 1) return;
    isLost[vertex] = 1;
    lost.push(vertex);
  };
  for (const e of edges) lose(e);
  for (let i = 0; i < lost.length; i += 1) {
    const vertex = lost[i] as number;
    for (let k = firstIn[vertex] as number; k < (firstIn[vertex + 1] as number); k += 1)
      lose(edgesIn[k] as number);
  }
  return lost;
}

/** Whether an edge lies on a least way from its tail. */
function isTight({ graph, bounds }: Bounded, e: number, closedFrom: number): boolean {
  const [tail, head, cost] = [graph.tail[e] as number, graph.head[e] as number, graph.cost[e] as number];
  const sum = (bounds.first[head] as number) + cost;
  if (cost >= closedFrom || sum === Infinity || sum !== bounds.first[tail]) return false;
  return (bounds.second[head] as number) + (graph.length[e] as number) === bounds.second[tail];
}

/** A row of vertices, each once. */
class Marks {
  readonly list: number[] = [];
  readonly isMarked: Uint8Array;

  constructor(vertexCount: number) {
    this.isMarked = new Uint8Array(vertexCount);
  }

  add(vertex: number): void {
    if (this.isMarked[vertex] === 1) return;
    this.isMarked[vertex] = 1;
    this.list.push(vertex);
  }
}

/**
 * Bounds to the same seeds over the same edges at other costs, again and again from one set of bounds: each time what the
 * last time wrote is put back first.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 1, 2, 2), head: Uint32Array.of(1, 2), tail: Uint32Array.of(0, 1) };
 * const more = { length: Float64Array.of(1, 1), label: Int32Array.of(0, 1) };
 * const graph = { vertexCount: 3, edgeCount: 2, ...edges, ...more, cost: Int32Array.of(5, 7) };
 * const seeds = [{ vertex: 2, first: 0, second: 0 }];
 * const sums = { first: Float64Array.of(12, 7, 0), second: Float64Array.of(2, 1, 0) };
 * const mender = new BoundsMender({ graph, bounds: { ...sums, edge: Int32Array.of(0, 1, -1) } }, seeds);
 * const { bounds, isOther } = mender.mend({ ...graph, cost: Int32Array.of(6, 7) }, [0]);
 * [...bounds.first]; // → [13, 7, 0]
 * [...isOther]; // → [1, 0, 0]
 */
export class BoundsMender {
  readonly #before: Bounded;
  readonly #seeds: readonly BoundSeed[];
  readonly #closedFrom: number;
  readonly #bounds: SeededBounds;
  /** Vertices whose sums are not those before, some of them twice. */
  #touched: number[] = [];

  /** Edges of a cost from `closedFrom` on are left out; the bounds must be those of the graph, and stay as they are. */
  constructor(before: Bounded, seeds: readonly BoundSeed[], closedFrom = Infinity) {
    const { first, second, edge } = before.bounds;
    this.#before = before;
    this.#seeds = seeds;
    this.#closedFrom = closedFrom;
    this.#bounds = { first: first.slice(), second: second.slice(), edge: edge.slice() };
  }

  /**
   * `changed` are all edges whose cost, or whatever else counts about them, is not what it was before. Says what
   * `searchNearBounds` says of the sums, and of the edges to them any that fits; until the next time.
   */
  mend(graph: Graph, changed: readonly number[]): Mended {
    this.#restore();
    const { vertexCount, firstOut } = graph;
    const isLost = new Uint8Array(vertexCount);
    const lost = listLost(this.#before, changed, isLost);
    for (const vertex of lost) this.#write(vertex, Infinity, Infinity, -1);
    for (const { vertex, first, second } of this.#seeds)
      if (isLost[vertex] === 1) this.#offer(vertex, first, second, -1);
    for (const vertex of lost)
      for (let e = firstOut[vertex] as number; e < (firstOut[vertex + 1] as number); e += 1)
        this.#offerBy(graph, e);
    for (const e of changed) this.#offerBy(graph, e);
    if (this.#settle(graph)) return { bounds: this.#bounds, isOther: this.#markOther(graph, changed) };
    const anew = searchNearBounds(graph, this.#seeds, this.#closedFrom);
    return { bounds: anew, isOther: new Uint8Array(vertexCount).fill(1) };
  }

  #restore(): void {
    const [{ first, second, edge }, before] = [this.#bounds, this.#before.bounds];
    for (const vertex of this.#touched) {
      first[vertex] = before.first[vertex] as number;
      second[vertex] = before.second[vertex] as number;
      edge[vertex] = before.edge[vertex] as number;
    }
    this.#touched = [];
  }

  #write(vertex: number, sum: number, other: number, by: number): void {
    this.#bounds.first[vertex] = sum;
    this.#bounds.second[vertex] = other;
    this.#bounds.edge[vertex] = by;
    this.#touched.push(vertex);
  }

  /** Writes what is less. */
  #offer(vertex: number, sum: number, other: number, by: number): void {
    const known = this.#bounds.first[vertex] as number;
    if (sum > known || (sum === known && other >= (this.#bounds.second[vertex] as number))) return;
    this.#write(vertex, sum, other, by);
  }

  /** The way over an edge, from wherever it leads to. */
  #offerBy({ head, tail, cost, length }: Graph, e: number): void {
    const to = head[e] as number;
    const [sum, other] = [this.#bounds.first[to] as number, this.#bounds.second[to] as number];
    if (sum === Infinity || (cost[e] as number) >= this.#closedFrom) return;
    this.#offer(tail[e] as number, sum + (cost[e] as number), other + (length[e] as number), e);
  }

  /** Settles what has new sums; false as soon as one does not fit. The plan is that of the costs before. */
  #settle(graph: Graph): boolean {
    const { first } = this.#bounds;
    const waiting = this.#touched.filter((vertex) => first[vertex] !== Infinity);
    let [low, high] = [Infinity, 0];
    for (const vertex of waiting) {
      low = Math.min(low, first[vertex] as number);
      high = Math.max(high, first[vertex] as number);
    }
    if (high >= UNREACHED) return false;
    const queue = createBoundsQueue(this.#before.graph.cost, high - Math.min(low, high));
    queue.start(Math.min(low, high));
    for (const vertex of waiting) queue.push(vertex, first[vertex] as number);
    const search = { graph, queue, closedFrom: this.#closedFrom, touched: this.#touched };
    return settleBounds({ ...search, ...this.#bounds });
  }

  /** Marks what has other sums, what a changed edge led or leads on, and everything whose ways pass there. */
  #markOther(graph: Graph, changed: readonly number[]): Uint8Array {
    const others = new Marks(graph.vertexCount);
    const after = { graph, bounds: this.#bounds };
    const [old, now] = [this.#before.bounds, this.#bounds];
    for (const v of this.#touched)
      if (old.first[v] !== now.first[v] || old.second[v] !== now.second[v]) others.add(v);
    const isOnWay = (e: number): boolean =>
      isTight(this.#before, e, this.#closedFrom) || isTight(after, e, this.#closedFrom);
    for (const e of changed) if (isOnWay(e)) others.add(graph.tail[e] as number);
    const { firstIn, edge: edgesIn } = reverse(graph);
    for (let i = 0; i < others.list.length; i += 1) {
      const vertex = others.list[i] as number;
      for (let k = firstIn[vertex] as number; k < (firstIn[vertex + 1] as number); k += 1)
        if (isOnWay(edgesIn[k] as number)) others.add(graph.tail[edgesIn[k] as number] as number);
    }
    return others.isMarked;
  }
}
