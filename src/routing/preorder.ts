/** The order of a tree in which everything below a vertex stands in one stretch behind it. */
import type { Arcs } from './distances.ts';

/** The tree in the order in which a walk from the root first meets its vertices: what hangs below v is a stretch. */
export interface Preorder {
  /** Vertex by place; the reached ones alone. */
  readonly vertex: Int32Array;
  /** Place by vertex; −1 = not reached. */
  readonly place: Int32Array;
  /** Place behind the last vertex below each vertex. */
  readonly behind: Int32Array;
}

/** Vertex an arc comes from, by arc. */
export function listTails({ vertexCount, first, end }: Arcs): Int32Array {
  const tails = new Int32Array(end.length);
  for (let v = 0; v < vertexCount; v += 1) tails.fill(v, first[v], first[v + 1]);
  return tails;
}

/** Children are chained from the last to the first; unreached vertices have no place. */
export function toPreorder(vertexCount: number, root: number, parent: Int32Array): Preorder {
  const firstChild = new Int32Array(vertexCount).fill(-1);
  const nextChild = new Int32Array(vertexCount).fill(-1);
  for (let v = 0; v < vertexCount; v += 1) {
    const up = parent[v] as number;
    if (up < 0) continue;
    nextChild[v] = firstChild[up] as number;
    firstChild[up] = v;
  }
  const vertex = new Int32Array(vertexCount);
  const [place, behind] = [new Int32Array(vertexCount).fill(-1), new Int32Array(vertexCount).fill(-1)];
  let [count, at] = [0, root];
  while (at >= 0) {
    place[at] = count;
    vertex[count] = at;
    count += 1;
    let next = firstChild[at] as number;
    while (next < 0 && at >= 0) {
      behind[at] = count;
      next = nextChild[at] as number;
      at = parent[at] as number;
    }
    at = next;
  }
  return { vertex: vertex.subarray(0, count), place, behind };
}
