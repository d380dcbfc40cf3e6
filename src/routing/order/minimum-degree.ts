/** The order in which the last few vertices of a dissection are eliminated: fewest neighbours first. */
import type { Part } from './part.ts';

/** As many as a mask of bits holds with room to spare. */
export const MAX_LEAF = 16;

function countBits(mask: number): number {
  let [rest, count] = [mask, 0];
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Vertices of a part of at most `MAX_LEAF`, the one to eliminate first in front. Eliminating a vertex makes its
 * neighbours neighbours of each other; the smaller number goes first among equals.
 */
export function orderByMinimumDegree({ count, first, end }: Part): readonly number[] {
  const neighbours = Array.from({ length: count }, (_, v) => {
    let mask = 0;
    for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1)
      mask |= 1 << (end[arc] as number);
    return mask;
  });
  const order: number[] = [];
  let left = 2 ** count - 1;
  while (left !== 0) {
    let [best, fewest] = [-1, Infinity];
    for (let v = 0; v < count; v += 1) {
      const degree = countBits((neighbours[v] as number) & left);
      if ((left & (1 << v)) === 0 || degree >= fewest) continue;
      best = v;
      fewest = degree;
    }
    left &= ~(1 << best);
    order.push(best);
    const around = (neighbours[best] as number) & left;
    for (let v = 0; v < count; v += 1)
      if ((around & (1 << v)) !== 0) neighbours[v] = (neighbours[v] as number) | (around & ~(1 << v));
  }
  return order;
}
