/**
 * What a customizable contraction hierarchy (Dibbelt, Strasser and Wagner 2016) knows before any cost: vertices by rank,
 * and an arc between two of them where a path leads over lower ones alone. It is made once for a set of roads; every
 * scenario, vehicle and hour is a set of weights over it. Vertices are named by rank in here.
 */
import type { CostGraph } from '../distances.ts';

export interface Topology {
  readonly vertexCount: number;
  readonly arcCount: number;
  /** Rank by vertex of the graph, and vertex by rank. */
  readonly rank: Uint32Array;
  readonly vertex: Uint32Array;
  /** The arcs of v to higher ranks are upFirst[v] … upFirst[v + 1] − 1, by rank of their heads. */
  readonly upFirst: Int32Array;
  readonly upHead: Int32Array;
  readonly upTail: Int32Array;
  /** Lowest of those heads; −1 = none. All others are reached through it. */
  readonly parent: Int32Array;
  /** The same arcs by head: those into v are downArc[i], from downTail[i], i = downFirst[v] … downFirst[v + 1] − 1. */
  readonly downFirst: Int32Array;
  readonly downTail: Int32Array;
  readonly downArc: Int32Array;
  /** Slot of an edge of the graph: 2 × arc, + 1 where the edge leads down; −1 = a loop. */
  readonly slot: Int32Array;
  /** Edges of slot s: slotEdge[i], i = slotFirst[s] … slotFirst[s + 1] − 1, by number. */
  readonly slotFirst: Int32Array;
  readonly slotEdge: Int32Array;
}

export type Ends = Pick<CostGraph, 'vertexCount' | 'edgeCount' | 'tail' | 'head'>;

/** What makes a topology: in plain TypeScript, or over linear memory. Both make the same. */
export type BuildTopology = (graph: Ends, rank: Uint32Array) => Topology;

/** Throws RangeError unless every vertex has a rank of its own; gives the vertices by rank. */
export function invertRank(rank: Uint32Array, vertexCount: number): Uint32Array {
  const vertex = new Uint32Array(vertexCount).fill(vertexCount);
  for (let v = 0; v < rank.length; v += 1) {
    const r = rank[v] as number;
    if (vertex[r] !== vertexCount) throw new RangeError(`rank ${r} of vertex ${v} is taken, or is none`);
    vertex[r] = v;
  }
  if (rank.length !== vertexCount)
    throw new RangeError(`${vertexCount} ranks expected, ${rank.length} given`);
  return vertex;
}

/** Places of the members of each group, in their order; those of group −1 are left out. */
function groupBy(groups: number, groupOf: Int32Array): [Int32Array, Int32Array] {
  const first = new Int32Array(groups + 1);
  for (let i = 0; i < groupOf.length; i += 1) {
    const group = groupOf[i] as number;
    if (group >= 0) first[group + 1] = (first[group + 1] as number) + 1;
  }
  for (let group = 0; group < groups; group += 1)
    first[group + 1] = (first[group + 1] as number) + (first[group] as number);
  const next = first.slice();
  const member = new Int32Array(first[groups] as number);
  for (let i = 0; i < groupOf.length; i += 1) {
    const group = groupOf[i] as number;
    if (group < 0) continue;
    const at = next[group] as number;
    member[at] = i;
    next[group] = at + 1;
  }
  return [first, member];
}

/** Lower end of each edge by rank; −1 = a loop. */
function listLower({ edgeCount, tail, head }: Ends, rank: Uint32Array): Int32Array {
  const lower = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const [a, b] = [rank[tail[edge] as number] as number, rank[head[edge] as number] as number];
    lower[edge] = a === b ? -1 : Math.min(a, b);
  }
  return lower;
}

/** Higher neighbours of each vertex in no order: those of v are list[upFirst[v]] … list[upFirst[v + 1] − 1]. */
interface Upward {
  readonly upFirst: Int32Array;
  readonly list: Int32Array;
  readonly parent: Int32Array;
}

/** A growing list of heads. */
class Heads {
  list = new Int32Array(1024);
  count = 0;

  push(head: number): void {
    if (this.count === this.list.length) {
      const bigger = new Int32Array(2 * this.count);
      bigger.set(this.list);
      this.list = bigger;
    }
    this.list[this.count] = head;
    this.count += 1;
  }
}

/** From the lowest up: the higher neighbours of a vertex are its own and those of its children, without itself. */
function contract(graph: Ends, rank: Uint32Array): Upward {
  const { vertexCount, tail, head } = graph;
  const [edgeFirst, edges] = groupBy(vertexCount, listLower(graph, rank));
  const upFirst = new Int32Array(vertexCount + 1);
  const parent = new Int32Array(vertexCount).fill(-1);
  const firstChild = new Int32Array(vertexCount).fill(-1);
  const nextChild = new Int32Array(vertexCount).fill(-1);
  const seen = new Int32Array(vertexCount).fill(-1);
  const heads = new Heads();
  let lowest = vertexCount;
  const add = (v: number, to: number): void => {
    if (seen[to] === v) return;
    seen[to] = v;
    heads.push(to);
    if (to < lowest) lowest = to;
  };
  for (let v = 0; v < vertexCount; v += 1) {
    seen[v] = v;
    lowest = vertexCount;
    for (let i = edgeFirst[v] as number; i < (edgeFirst[v + 1] as number); i += 1) {
      const edge = edges[i] as number;
      add(v, Math.max(rank[tail[edge] as number] as number, rank[head[edge] as number] as number));
    }
    for (let child = firstChild[v] as number; child >= 0; child = nextChild[child] as number) {
      const stop = upFirst[child + 1] as number;
      for (let arc = upFirst[child] as number; arc < stop; arc += 1) add(v, heads.list[arc] as number);
    }
    upFirst[v + 1] = heads.count;
    if (lowest === vertexCount) continue;
    parent[v] = lowest;
    nextChild[v] = firstChild[lowest] as number;
    firstChild[lowest] = v;
  }
  return { upFirst, list: heads.list.subarray(0, heads.count), parent };
}

type Arcs = Pick<Topology, 'upHead' | 'upTail' | 'downFirst' | 'downTail' | 'downArc'>;

/** Arcs both ways: sorted by tail into the lists of their heads, then by head into those of their tails. */
function sortArcs({ upFirst, list }: Upward, vertexCount: number): Arcs {
  const arcCount = list.length;
  const tails = new Int32Array(arcCount);
  for (let v = 0; v < vertexCount; v += 1) tails.fill(v, upFirst[v], upFirst[v + 1]);
  const [downFirst, places] = groupBy(vertexCount, list);
  const downTail = places.map((place) => tails[place] as number);
  const [upHead, downArc] = [new Int32Array(arcCount), new Int32Array(arcCount)];
  const next = upFirst.slice();
  for (let v = 0; v < vertexCount; v += 1) {
    const end = downFirst[v + 1] as number;
    for (let i = downFirst[v] as number; i < end; i += 1) {
      const arc = next[downTail[i] as number] as number;
      next[downTail[i] as number] = arc + 1;
      upHead[arc] = v;
      downArc[i] = arc;
    }
  }
  return { upHead, upTail: tails, downFirst, downTail, downArc };
}

/** The arc between two ranks, the lower first; −1 = there is none. */
export function findArc(
  { upFirst, upHead }: Pick<Topology, 'upFirst' | 'upHead'>,
  lower: number,
  higher: number,
): number {
  let [low, high] = [upFirst[lower] as number, (upFirst[lower + 1] as number) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const head = upHead[middle] as number;
    if (head === higher) return middle;
    if (head < higher) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * The hierarchy over a graph for ranks by vertex. Throws RangeError for ranks that are no order of the vertices.
 *
 * @example
 * const edges = { tail: Uint32Array.of(0, 1), head: Uint32Array.of(1, 2) };
 * const { arcCount, parent } = buildTopology({ vertexCount: 3, edgeCount: 2, ...edges }, Uint32Array.of(2, 0, 1));
 * arcCount; // → 3
 * [...parent]; // → [1, 2, -1]
 */
export function buildTopology(graph: Ends, rank: Uint32Array): Topology {
  const { vertexCount, edgeCount, tail, head } = graph;
  const vertex = invertRank(rank, vertexCount);
  const upward = contract(graph, rank);
  const { upFirst, parent } = upward;
  const { upHead, ...arcs } = sortArcs(upward, vertexCount);
  const arcCount = upHead.length;
  const slot = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const [a, b] = [rank[tail[edge] as number] as number, rank[head[edge] as number] as number];
    const arc = a === b ? -1 : findArc({ upFirst, upHead }, Math.min(a, b), Math.max(a, b));
    slot[edge] = arc < 0 ? -1 : 2 * arc + (a < b ? 0 : 1);
  }
  const [slotFirst, slotEdge] = groupBy(2 * arcCount, slot);
  return {
    ...{ vertexCount, arcCount, rank, vertex, upFirst, upHead, parent, ...arcs },
    ...{ slot, slotFirst, slotEdge },
  };
}
