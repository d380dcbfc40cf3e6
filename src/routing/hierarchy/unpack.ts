/**
 * From the arcs of a hierarchy to edges of the graph: an arc is its cheapest edge where that costs as much, else the two
 * arcs over the lowest vertex that sums to it. Of parallel edges of one cost the first; costs of edges sum to the arc's.
 */
import type { Customized } from './customize.ts';
import type { Way } from './pair.ts';

/** First edge of a slot that costs as much; −1 = none does. */
function findEdge(
  { topology: { slotFirst, slotEdge }, cost }: Customized,
  slot: number,
  sum: number,
): number {
  for (let i = slotFirst[slot] as number; i < (slotFirst[slot + 1] as number); i += 1) {
    const edge = slotEdge[i] as number;
    if (cost[edge] === sum) return edge;
  }
  return -1;
}

/** The arcs from the lower vertex of a triangle to the tail and to the head of an arc, over which it is reached. */
function findTriangle(
  { topology, weights }: Customized,
  slot: number,
  sum: number,
): readonly [number, number] {
  const { upTail, upHead, downFirst, downTail, downArc } = topology;
  const { up, down } = weights;
  const [tail, head] = [upTail[slot >> 1] as number, upHead[slot >> 1] as number];
  let [i, j] = [downFirst[tail] as number, downFirst[head] as number];
  while (i < (downFirst[tail + 1] as number) && j < (downFirst[head + 1] as number)) {
    const difference = (downTail[i] as number) - (downTail[j] as number);
    if (difference === 0) {
      const [toTail, toHead] = [downArc[i] as number, downArc[j] as number];
      const [first, second] = (slot & 1) === 0 ? [toTail, toHead] : [toHead, toTail];
      if ((down[first] as number) + (up[second] as number) === sum) return [first, second];
    }
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  throw new RangeError(
    `arc ${slot >> 1} does not cost what lies below it: weights and costs are of different times`,
  );
}

/** Edges of a way over a hierarchy, in order. */
export function unpackWay(customized: Customized, way: Way): readonly number[] {
  const { up, down } = customized.weights;
  const edges: number[] = [];
  // Slots still to unpack, the next one last.
  const slots = [...way.up.map((arc) => 2 * arc), ...way.down.map((arc) => 2 * arc + 1)].toReversed();
  for (let slot = slots.pop(); slot !== undefined; slot = slots.pop()) {
    const sum = ((slot & 1) === 0 ? up : down)[slot >> 1] as number;
    const edge = findEdge(customized, slot, sum);
    if (edge >= 0) edges.push(edge);
    else {
      const [first, second] = findTriangle(customized, slot, sum);
      slots.push(2 * second, 2 * first + 1);
    }
  }
  return edges;
}
