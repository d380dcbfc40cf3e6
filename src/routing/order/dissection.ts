/**
 * The order in which a hierarchy contracts the vertices of a road map: nested dissection. What separates the map stands
 * last, then the halves in turn; a half is a stretch of ranks. Vertices between which edges will come and go can be
 * reserved for the very end, where a change touches little.
 */
import { LEFT, RIGHT, SEPARATOR, splitPart, type SplitPart } from './inertial-flow.ts';
import { MAX_LEAF, orderByMinimumDegree } from './minimum-degree.ts';
import { extractPart, labelPieces, toWhole, type Part, type PlacedGraph } from './part.ts';

/** A part whose vertices get the ranks from `from` on. */
interface Task {
  readonly part: Part;
  readonly from: number;
}

function rankLeaf({ part, from }: Task, rank: Uint32Array): void {
  for (const [i, v] of orderByMinimumDegree(part).entries()) rank[part.vertex[v] as number] = from + i;
}

/** Marked vertices of a part, mark after mark, from the same rank on. */
function listMarked(part: Part, marks: Int32Array, wanted: readonly number[], from: number): readonly Task[] {
  let next = from;
  return wanted.map((mark) => {
    const task = { part: extractPart(part, marks, mark), from: next };
    next += task.part.count;
    return task;
  });
}

/** What is left to rank of a part: its pieces, or its halves once the separator between them has its ranks. */
function divide({ part, from }: Task, rank: Uint32Array, split: SplitPart): readonly Task[] {
  const { piece, pieces } = labelPieces(part);
  // Half of the pieces at a time: thousands of islands one by one would take for ever.
  if (pieces > 1) {
    const half = piece.map((number) => (2 * number < pieces ? LEFT : RIGHT));
    return listMarked(part, half, [LEFT, RIGHT], from);
  }
  const side = split(part);
  const halves = listMarked(part, side, [LEFT, RIGHT], from);
  let next = halves.reduce((sum, half) => sum + half.part.count, from);
  for (let v = 0; v < part.count; v += 1) {
    if (side[v] !== SEPARATOR) continue;
    rank[part.vertex[v] as number] = next;
    next += 1;
  }
  return halves;
}

/**
 * Rank of every vertex, 0 = contracted first. `reserved` vertices get the highest ranks, in their order; `split` of
 * `createWasmSplit` gives the same order sooner. Throws RangeError for a reserved vertex that is none, or is named twice.
 *
 * @example
 * const path = { vertexCount: 3, tail: Uint32Array.of(0, 1), head: Uint32Array.of(1, 2) };
 * const placed = { ...path, x: Int32Array.of(0, 1, 2), y: new Int32Array(3) };
 * [...rankByDissection(placed)]; // → [0, 1, 2]
 * [...rankByDissection(placed, [0])]; // → [2, 0, 1]
 */
export function rankByDissection(
  graph: PlacedGraph,
  reserved: readonly number[] = [],
  split: SplitPart = splitPart,
): Uint32Array {
  const { vertexCount } = graph;
  const rank = new Uint32Array(vertexCount);
  const isReserved = new Int32Array(vertexCount);
  for (const [i, v] of reserved.entries()) {
    if (isReserved[v] !== 0) throw new RangeError(`${v} is no vertex, or reserved already`);
    isReserved[v] = 1;
    rank[v] = vertexCount - reserved.length + i;
  }
  const tasks: Task[] = [{ part: extractPart(toWhole(graph), isReserved, 0), from: 0 }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (task.part.count <= MAX_LEAF) rankLeaf(task, rank);
    else tasks.push(...divide(task, rank, split));
  }
  return rank;
}
