/**
 * A smaller graph in which the kept vertices lie as far apart as before: all others that have few neighbours are taken
 * out, and the ways over them become arcs of their own. Kept edges stay themselves, so that closing one means the same.
 */
import { UNREACHED } from './bucket-queue.ts';
import type { CostGraph } from './distances.ts';

/** More would leave more arcs than they take away. */
const MOST_NEIGHBOURS = 4;
/** An arc that is no kept edge. */
export const NO_EDGE = -1;

/** A graph whose edges are kept ones of another, or ways over what was taken out. */
export interface ThinGraph extends CostGraph {
  /** Vertex here by vertex there; −1 = taken out. */
  readonly place: Int32Array;
  /** Edge there by edge here; `NO_EDGE` = a way. */
  readonly edge: Int32Array;
}

interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly edge: number;
  cost: number;
}

/** Arcs into and out of each vertex that is still there. */
interface Lists {
  readonly into: Arc[][];
  readonly out: Arc[][];
}

function toLists(
  { vertexCount, edgeCount, tail, head, cost }: CostGraph,
  edgeOf: (edge: number) => number,
): Lists {
  const lists: Lists = {
    into: Array.from({ length: vertexCount }, () => []),
    out: Array.from({ length: vertexCount }, () => []),
  };
  for (let e = 0; e < edgeCount; e += 1) {
    const [from, to] = [tail[e] as number, head[e] as number];
    if (from === to || (cost[e] as number) >= UNREACHED) continue;
    add(lists, { tail: from, head: to, cost: cost[e] as number, edge: edgeOf(e) });
  }
  return lists;
}

/** Adds an arc, or lowers the one that is there; kept edges stand apart. */
function add({ into, out }: Lists, arc: Arc): void {
  const beside = out[arc.tail] as Arc[];
  if (arc.edge === NO_EDGE) {
    for (const twin of beside) {
      if (twin.head !== arc.head || twin.edge !== NO_EDGE) continue;
      if (arc.cost < twin.cost) twin.cost = arc.cost;
      return;
    }
  }
  beside.push(arc);
  into[arc.head]?.push(arc);
}

function remove(arcs: Arc[], arc: Arc): void {
  arcs[arcs.indexOf(arc)] = arcs.at(-1) as Arc;
  arcs.pop();
}

/** Finds the neighbours of one vertex after another, marking each with the question's number. */
class Neighbours {
  /** Those found last. */
  readonly list: number[] = [];
  readonly #marks: Int32Array;
  #question = 0;

  constructor(vertexCount: number) {
    this.#marks = new Int32Array(vertexCount);
  }

  /** Whether a vertex has at most so many. */
  find({ into, out }: Lists, vertex: number, most: number): boolean {
    this.#question += 1;
    this.list.length = 0;
    for (const { tail } of into[vertex] as Arc[]) if (this.#add(tail) > most) return false;
    for (const { head } of out[vertex] as Arc[]) if (this.#add(head) > most) return false;
    return true;
  }

  #add(vertex: number): number {
    if (this.#marks[vertex] !== this.#question) this.list.push(vertex);
    this.#marks[vertex] = this.#question;
    return this.list.length;
  }
}

function takeOut(lists: Lists, vertex: number): void {
  const [into, out] = [lists.into[vertex] as Arc[], lists.out[vertex] as Arc[]];
  for (const arc of into) remove(lists.out[arc.tail] as Arc[], arc);
  for (const arc of out) remove(lists.into[arc.head] as Arc[], arc);
  lists.into[vertex] = [];
  lists.out[vertex] = [];
  for (const { tail, cost } of into) {
    for (const { head, cost: more } of out) {
      if (tail === head || cost + more >= UNREACHED) continue;
      add(lists, { tail, head, cost: cost + more, edge: NO_EDGE });
    }
  }
}

/** Those with fewer neighbours first: what they leave behind makes the others' fewer. */
function takeOutAll(lists: Lists, isKept: Uint8Array): Uint8Array {
  const isOut = new Uint8Array(isKept.length);
  const neighbours = new Neighbours(isKept.length);
  for (let most = 1; most <= MOST_NEIGHBOURS; most += 1) {
    const stack = Array.from(isKept.keys()).filter((v) => isKept[v] === 0 && isOut[v] === 0);
    for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
      if (isOut[v] === 1 || !neighbours.find(lists, v, most)) continue;
      takeOut(lists, v);
      isOut[v] = 1;
      for (const to of neighbours.list) if (isKept[to] === 0) stack.push(to);
    }
  }
  return isOut;
}

function toGraph({ out }: Lists, isOut: Uint8Array): ThinGraph {
  const place = new Int32Array(isOut.length).fill(-1);
  let vertexCount = 0;
  for (const [v, gone] of isOut.entries()) {
    if (gone === 1) continue;
    place[v] = vertexCount;
    vertexCount += 1;
  }
  const edgeCount = out.reduce((sum, arcs) => sum + arcs.length, 0);
  const firstOut = new Uint32Array(vertexCount + 1);
  const [tail, head] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  const [cost, edge] = [new Int32Array(edgeCount), new Int32Array(edgeCount)];
  let count = 0;
  for (const [v, arcs] of out.entries()) {
    const from = place[v] as number;
    if (from < 0) continue;
    for (const arc of arcs) {
      tail[count] = from;
      head[count] = place[arc.head] as number;
      cost[count] = arc.cost;
      edge[count] = arc.edge;
      count += 1;
    }
    firstOut[from + 1] = count;
  }
  return { vertexCount, edgeCount, firstOut, tail, head, cost, edge, place };
}

/**
 * The graph without what need not be kept. `edgeOf` names each edge that is kept, or gives `NO_EDGE`; the ends of kept
 * edges must be kept.
 *
 * @example
 * const ends = { firstOut: Uint32Array.of(0, 1, 2, 2), tail: Uint32Array.of(0, 1), head: Uint32Array.of(1, 2) };
 * const road = { vertexCount: 3, edgeCount: 2, ...ends, cost: Int32Array.of(5, 7) };
 * const thin = thinGraph(road, Uint8Array.of(1, 0, 1), () => NO_EDGE);
 * [...thin.cost]; // → [12]
 * [...thin.place]; // → [0, -1, 1]
 */
export function thinGraph(graph: CostGraph, isKept: Uint8Array, edgeOf: (edge: number) => number): ThinGraph {
  const lists = toLists(graph, edgeOf);
  return toGraph(lists, takeOutAll(lists, isKept));
}
