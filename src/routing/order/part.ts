/**
 * A part of a road graph without directions, costs or parallel edges, as the dissection cuts it into ever smaller ones:
 * vertices numbered from 0, each arc with the one that leads back, and the vertices sorted along four directions.
 */

export interface Part {
  readonly count: number;
  /** Vertex of the whole graph, by vertex of the part. */
  readonly vertex: Int32Array;
  /** The arcs of v are first[v] … first[v + 1] − 1. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Arc that leads back. */
  readonly twin: Int32Array;
  /** All vertices by x, y, x + y and x − y. */
  readonly sorted: readonly Int32Array[];
}

/** Ends of the edges of a graph and where its vertices lie, in whole numbers. */
export interface PlacedGraph {
  readonly vertexCount: number;
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** Pairs of neighbours a < b, each once, as a × count + b, sorted. */
function listPairs({ vertexCount, tail, head }: PlacedGraph): Float64Array {
  const keys = new Float64Array(tail.length);
  let count = 0;
  for (let e = 0; e < tail.length; e += 1) {
    const [a, b] = [tail[e] as number, head[e] as number];
    if (a === b) continue;
    keys[count] = Math.min(a, b) * vertexCount + Math.max(a, b);
    count += 1;
  }
  const sorted = keys.subarray(0, count).toSorted();
  return sorted.filter((key, i) => i === 0 || key !== sorted[i - 1]);
}

/** The order of vertices by a number each, by vertex among equals. */
function sortBy(count: number, value: (vertex: number) => number): Int32Array {
  let least = Infinity;
  for (let v = 0; v < count; v += 1) least = Math.min(least, value(v));
  const keys = new Float64Array(count);
  for (let v = 0; v < count; v += 1) keys[v] = (value(v) - least) * count + v;
  return Int32Array.from(keys.toSorted(), (key) => key % count);
}

/** The whole graph as one part. */
export function toWhole(graph: PlacedGraph): Part {
  const { vertexCount, x, y } = graph;
  const pairs = listPairs(graph);
  const first = new Int32Array(vertexCount + 1);
  const ends = Array.from(pairs, (key): [number, number] => [
    Math.floor(key / vertexCount),
    key % vertexCount,
  ]);
  for (const pair of ends) for (const v of pair) first[v + 1] = (first[v + 1] as number) + 1;
  for (let v = 0; v < vertexCount; v += 1) first[v + 1] = (first[v + 1] as number) + (first[v] as number);
  const next = first.slice();
  const [end, twin] = [new Int32Array(2 * pairs.length), new Int32Array(2 * pairs.length)];
  for (const [a, b] of ends) {
    const [there, back] = [next[a] as number, next[b] as number];
    next[a] = there + 1;
    next[b] = back + 1;
    [end[there], end[back]] = [b, a];
    [twin[there], twin[back]] = [back, there];
  }
  const at = (array: Int32Array, v: number): number => array[v] as number;
  const sorted = [
    (v: number) => at(x, v),
    (v: number) => at(y, v),
    (v: number) => at(x, v) + at(y, v),
    (v: number) => at(x, v) - at(y, v),
  ].map((value) => sortBy(vertexCount, value));
  return { count: vertexCount, vertex: Int32Array.from(x.keys()), first, end, twin, sorted };
}

/** What of a part carries a mark, numbered anew in the same order. */
export function extractPart(part: Part, marks: Int32Array, mark: number): Part {
  const place = new Int32Array(part.count).fill(-1);
  let [count, arcs] = [0, 0];
  for (let v = 0; v < part.count; v += 1) {
    if (marks[v] !== mark) continue;
    place[v] = count;
    count += 1;
    arcs += (part.first[v + 1] as number) - (part.first[v] as number);
  }
  const vertex = new Int32Array(count);
  const first = new Int32Array(count + 1);
  const [end, arcOf] = [new Int32Array(arcs), new Int32Array(part.end.length)];
  const kept = new Int32Array(arcs);
  arcs = 0;
  for (let v = 0; v < part.count; v += 1) {
    const at = place[v] as number;
    if (at < 0) continue;
    vertex[at] = part.vertex[v] as number;
    const stop = part.first[v + 1] as number;
    for (let arc = part.first[v] as number; arc < stop; arc += 1) {
      const to = place[part.end[arc] as number] as number;
      if (to < 0) continue;
      end[arcs] = to;
      kept[arcs] = arc;
      arcOf[arc] = arcs;
      arcs += 1;
    }
    first[at + 1] = arcs;
  }
  const twin = new Int32Array(arcs);
  for (let arc = 0; arc < arcs; arc += 1)
    twin[arc] = arcOf[part.twin[kept[arc] as number] as number] as number;
  const sorted = part.sorted.map((order) => pick(order, place, count));
  return { count, vertex, first, end: end.subarray(0, arcs), twin, sorted };
}

function pick(order: Int32Array, place: Int32Array, count: number): Int32Array {
  const picked = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < order.length; i += 1) {
    const v = place[order[i] as number] as number;
    if (v < 0) continue;
    picked[at] = v;
    at += 1;
  }
  return picked;
}

/** Number of the connected piece of every vertex, from 0, and how many there are. */
export function labelPieces({ count, first, end }: Part): { piece: Int32Array; pieces: number } {
  const piece = new Int32Array(count).fill(-1);
  const stack = new Int32Array(count);
  let pieces = 0;
  for (let start = 0; start < count; start += 1) {
    if ((piece[start] as number) >= 0) continue;
    piece[start] = pieces;
    stack[0] = start;
    for (let size = 1; size > 0;) {
      size -= 1;
      const v = stack[size] as number;
      const stop = first[v + 1] as number;
      for (let arc = first[v] as number; arc < stop; arc += 1) {
        const to = end[arc] as number;
        if ((piece[to] as number) >= 0) continue;
        piece[to] = pieces;
        stack[size] = to;
        size += 1;
      }
    }
    pieces += 1;
  }
  return { piece, pieces };
}
