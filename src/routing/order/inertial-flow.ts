/**
 * A small set of vertices that splits a part of a road map in two: the least cut between the first and the last
 * quarter of its vertices along each of four directions (Schild and Sommer 2015), then the boundary of the smallest.
 * Flows are found by Dinic's algorithm on edges of capacity one, and given up once they reach the best cut so far.
 */
import type { Part } from './part.ts';

/** Share of the vertices that must end up on either side. */
const TERMINALS = 0.25;

/** Sides of a split. */
export const SEPARATOR = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Arrays of one part, used again for each direction. */
interface Flow {
  readonly part: Part;
  /** 1 = used along the arc, −1 = used against it. */
  readonly used: Int8Array;
  readonly level: Int32Array;
  readonly next: Int32Array;
  readonly queue: Int32Array;
  /** `LEFT` = source, `RIGHT` = sink, 0 = neither. */
  readonly role: Uint8Array;
}

/** Gives every vertex its distance from the sources over what is left; true where a sink is reached. */
function layer({ part, used, level, queue, role }: Flow): boolean {
  const { first, end } = part;
  let [size, reached] = [0, false];
  for (let v = 0; v < part.count; v += 1) {
    level[v] = role[v] === LEFT ? 0 : -1;
    if (role[v] !== LEFT) continue;
    queue[size] = v;
    size += 1;
  }
  for (let i = 0; i < size; i += 1) {
    const v = queue[i] as number;
    const stop = first[v + 1] as number;
    for (let arc = first[v] as number; arc < stop; arc += 1) {
      const to = end[arc] as number;
      if ((level[to] as number) >= 0 || (used[arc] as number) > 0) continue;
      level[to] = (level[v] as number) + 1;
      if (role[to] === RIGHT) reached = true;
      queue[size] = to;
      size += 1;
    }
    // What lies behind the first sinks is on no shortest way.
    if (reached && i + 1 < size && (level[queue[i + 1] as number] as number) > (level[v] as number))
      return true;
  }
  return reached;
}

/** The next arc that leads one layer on; −1 where all are used up. */
function findNext({ part, used, level, next }: Flow, v: number): number {
  const stop = part.first[v + 1] as number;
  const deeper = (level[v] as number) + 1;
  for (let arc = next[v] as number; arc < stop; arc += 1) {
    if ((used[arc] as number) < 1 && level[part.end[arc] as number] === deeper) {
      next[v] = arc;
      return arc;
    }
  }
  next[v] = stop;
  return -1;
}

/** Sends one more unit from a source over the layers, if there is a way. */
function augment(flow: Flow, source: number, trail: Int32Array): boolean {
  const { part, used, next, role } = flow;
  let [v, depth] = [source, 0];
  while (role[v] !== RIGHT) {
    const arc = findNext(flow, v);
    if (arc >= 0) {
      trail[depth] = arc;
      depth += 1;
      v = part.end[arc] as number;
    } else if (depth === 0) return false;
    else {
      depth -= 1;
      v = part.end[part.twin[trail[depth] as number] as number] as number;
      next[v] = (next[v] as number) + 1;
    }
  }
  for (let i = 0; i < depth; i += 1) {
    const arc = trail[i] as number;
    const twin = part.twin[arc] as number;
    used[arc] = (used[arc] as number) + 1;
    used[twin] = (used[twin] as number) - 1;
  }
  return true;
}

/** Size of the least cut between sources and sinks; `limit` where it is no smaller. Leaves the layers of the end. */
function cut(flow: Flow, limit: number): number {
  const { part, level, next, role, queue } = flow;
  const trail = queue;
  let size = 0;
  flow.used.fill(0);
  while (layer(flow)) {
    next.set(part.first.subarray(0, part.count));
    for (let v = 0; v < part.count; v += 1) {
      if (role[v] !== LEFT || level[v] !== 0) continue;
      while (augment(flow, v, trail)) {
        size += 1;
        if (size >= limit) return limit;
      }
    }
  }
  return size;
}

/** Marks what still reaches a sink; the rest is the largest left side that this cut allows. */
function layerBackwards({ part, used, level, queue, role }: Flow): void {
  let size = 0;
  for (let v = 0; v < part.count; v += 1) {
    level[v] = role[v] === RIGHT ? -1 : 0;
    if (role[v] !== RIGHT) continue;
    queue[size] = v;
    size += 1;
  }
  for (let i = 0; i < size; i += 1) {
    const v = queue[i] as number;
    const stop = part.first[v + 1] as number;
    for (let arc = part.first[v] as number; arc < stop; arc += 1) {
      const to = part.end[arc] as number;
      if ((level[to] as number) < 0 || (used[part.twin[arc] as number] as number) > 0) continue;
      level[to] = -1;
      queue[size] = to;
      size += 1;
    }
  }
}

function countLeft(level: Int32Array): number {
  let count = 0;
  for (let v = 0; v < level.length; v += 1) if ((level[v] as number) >= 0) count += 1;
  return count;
}

/** Of the two outermost places of the cut the more even one, as left and right. */
function toSides(flow: Flow): Int32Array {
  const { part, level } = flow;
  const near = level.slice();
  layerBackwards(flow);
  const uneven = (left: number): number => Math.abs(2 * left - part.count);
  const best = uneven(countLeft(near)) <= uneven(countLeft(level)) ? near : level;
  return best.map((at) => (at >= 0 ? LEFT : RIGHT));
}

/** Puts the boundary of the side that has the smaller one between the sides. */
export function separate({ count, first, end }: Part, side: Int32Array): Int32Array {
  const boundary: [number[], number[]] = [[], []];
  for (let v = 0; v < count; v += 1) {
    const stop = first[v + 1] as number;
    for (let arc = first[v] as number; arc < stop; arc += 1) {
      if (side[end[arc] as number] === side[v]) continue;
      boundary[side[v] === LEFT ? 0 : 1].push(v);
      break;
    }
  }
  const [left, right] = boundary;
  const separated = side.slice();
  for (const v of left.length <= right.length ? left : right) separated[v] = SEPARATOR;
  return separated;
}

/** Vertices at either end of a direction. */
export function toTerminals(count: number): number {
  return Math.max(1, Math.floor(count * TERMINALS));
}

/** What splits a part: in plain TypeScript, or over linear memory. Both do the same. */
export type SplitPart = (part: Part) => Int32Array;

/** `SEPARATOR`, `LEFT` or `RIGHT` of every vertex of a connected part of at least four. */
export function splitPart(part: Part): Int32Array {
  const { count } = part;
  const flow: Flow = {
    part,
    used: new Int8Array(part.end.length),
    level: new Int32Array(count),
    next: new Int32Array(count),
    queue: new Int32Array(count + 1),
    role: new Uint8Array(count),
  };
  const terminals = toTerminals(count);
  let least = Infinity;
  let side: Int32Array = new Int32Array(count);
  for (const order of part.sorted) {
    flow.role.fill(0);
    for (const v of order.subarray(0, terminals)) flow.role[v] = LEFT;
    for (const v of order.subarray(count - terminals)) flow.role[v] = RIGHT;
    const size = cut(flow, least);
    if (size >= least) continue;
    least = size;
    side = toSides(flow);
  }
  return separate(part, side);
}
