/** What is drawn for a random graph: an order, other costs. */
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import type { Graph } from '../../src/routing/graph.ts';
import { rankByDissection } from '../../src/routing/order/dissection.ts';
import type { Random } from '../scene/random.ts';

/** Any order of the vertices must do: a good one of scattered vertices, or one that means nothing. */
export function rankSomehow(graph: Graph, random: Random): Uint32Array {
  const { vertexCount } = graph;
  const scatter = (): Int32Array => Int32Array.from({ length: vertexCount }, () => random.int(0, 99));
  if (random.once(2)) return rankByDissection({ ...graph, x: scatter(), y: scatter() });
  const rank = Uint32Array.from({ length: vertexCount }, (_, v) => v);
  for (let v = 0; v < vertexCount; v += 1) {
    const other = random.int(v, vertexCount - 1);
    [rank[v], rank[other]] = [rank[other] ?? 0, rank[v] ?? 0];
  }
  return rank;
}

/** Costs like those of the graph, some edges dearer, cheaper or closed. */
export function drawCosts(graph: Graph, random: Random): Int32Array {
  return graph.cost.map((cost) => {
    if (random.once(8)) return UNREACHED;
    return random.once(2) ? cost : random.int(0, 2 * cost + 2);
  });
}

/** Whether two lists are the same, number by number: far quicker than to have them compared as any values may be. */
export function isSame(a: ArrayLike<number>, b: ArrayLike<number | undefined>): boolean {
  for (let i = 0; i < a.length; i += 1) if (!Object.is(a[i], b[i])) return false;
  return a.length === b.length;
}
