/** The least cut of a part along one direction: the twin of `../order/inertial-flow.ts`, which says how. */
import { at, put } from './memory';

const LEFT: u8 = 1;
const RIGHT: u8 = 2;

let count: i32 = 0;
let arcs: i32 = 0;
let first: usize = 0;
let end: usize = 0;
let twin: usize = 0;
let level: usize = 0;
let near: usize = 0;
let next: usize = 0;
let queue: usize = 0;
/** Signed bytes by arc, and bytes by vertex. */
let used: usize = 0;
let role: usize = 0;

/** Where a part lies, and room for a search over it: three numbers by vertex, a queue, bytes by arc and by vertex. */
export function describePart(
  vertices: i32,
  arcCount: i32,
  firstOf: usize,
  endOf: usize,
  twinOf: usize,
  levels: usize,
  nearLevels: usize,
  nextArcs: usize,
  queued: usize,
  usedArcs: usize,
  roles: usize,
): void {
  count = vertices;
  arcs = arcCount;
  first = firstOf;
  end = endOf;
  twin = twinOf;
  level = levels;
  near = nearLevels;
  next = nextArcs;
  queue = queued;
  used = usedArcs;
  role = roles;
}

@inline function usedOf(arc: i32): i32 {
  return <i32>load<i8>(used + <usize>arc);
}

@inline function use(arc: i32, by: i32): void {
  store<i8>(used + <usize>arc, <i8>(usedOf(arc) + by));
}

@inline function roleOf(v: i32): u8 {
  return load<u8>(role + <usize>v);
}

function layer(): bool {
  let size = 0;
  let reached = false;
  for (let v = 0; v < count; v += 1) {
    const isSource = roleOf(v) === LEFT;
    put(level, v, isSource ? 0 : -1);
    if (!isSource) continue;
    put(queue, size, v);
    size += 1;
  }
  for (let i = 0; i < size; i += 1) {
    const v = at(queue, i);
    const deeper = at(level, v) + 1;
    const stop = at(first, v + 1);
    for (let arc = at(first, v); arc < stop; arc += 1) {
      const to = at(end, arc);
      if (at(level, to) >= 0 || usedOf(arc) > 0) continue;
      put(level, to, deeper);
      if (roleOf(to) === RIGHT) reached = true;
      put(queue, size, to);
      size += 1;
    }
    if (reached && i + 1 < size && at(level, at(queue, i + 1)) > at(level, v)) return true;
  }
  return reached;
}

function findNext(v: i32): i32 {
  const stop = at(first, v + 1);
  const deeper = at(level, v) + 1;
  for (let arc = at(next, v); arc < stop; arc += 1) {
    if (usedOf(arc) < 1 && at(level, at(end, arc)) === deeper) {
      put(next, v, arc);
      return arc;
    }
  }
  put(next, v, stop);
  return -1;
}

function augment(source: i32): bool {
  let v = source;
  let depth = 0;
  while (roleOf(v) !== RIGHT) {
    const arc = findNext(v);
    if (arc >= 0) {
      put(queue, depth, arc);
      depth += 1;
      v = at(end, arc);
    } else if (depth === 0) return false;
    else {
      depth -= 1;
      v = at(end, at(twin, at(queue, depth)));
      put(next, v, at(next, v) + 1);
    }
  }
  for (let i = 0; i < depth; i += 1) {
    const arc = at(queue, i);
    use(arc, 1);
    use(at(twin, arc), -1);
  }
  return true;
}

function cut(limit: i32): i32 {
  let size = 0;
  memory.fill(used, 0, <usize>arcs);
  while (layer()) {
    memory.copy(next, first, (<usize>count) << 2);
    for (let v = 0; v < count; v += 1) {
      if (roleOf(v) !== LEFT || at(level, v) !== 0) continue;
      while (augment(v)) {
        size += 1;
        if (size >= limit) return limit;
      }
    }
  }
  return size;
}

function layerBackwards(): void {
  let size = 0;
  for (let v = 0; v < count; v += 1) {
    const isSink = roleOf(v) === RIGHT;
    put(level, v, isSink ? -1 : 0);
    if (!isSink) continue;
    put(queue, size, v);
    size += 1;
  }
  for (let i = 0; i < size; i += 1) {
    const v = at(queue, i);
    const stop = at(first, v + 1);
    for (let arc = at(first, v); arc < stop; arc += 1) {
      const to = at(end, arc);
      if (at(level, to) < 0 || usedOf(at(twin, arc)) > 0) continue;
      put(level, to, -1);
      put(queue, size, to);
      size += 1;
    }
  }
}

function findUneven(levels: usize): i32 {
  let left = 0;
  for (let v = 0; v < count; v += 1) if (at(levels, v) >= 0) left += 1;
  return abs<i32>(2 * left - count);
}

function markSides(side: usize): void {
  memory.copy(near, level, (<usize>count) << 2);
  layerBackwards();
  const best = findUneven(near) <= findUneven(level) ? near : level;
  for (let v = 0; v < count; v += 1) put(side, v, at(best, v) >= 0 ? LEFT : RIGHT);
}

/** The least cut between the ends of an order; its sides where it is smaller than the limit, else the limit. */
export function splitAlong(order: usize, terminals: i32, limit: i32, side: usize): i32 {
  memory.fill(role, 0, <usize>count);
  for (let i = 0; i < terminals; i += 1) store<u8>(role + <usize>at(order, i), LEFT);
  for (let i = count - terminals; i < count; i += 1) store<u8>(role + <usize>at(order, i), RIGHT);
  const size = cut(limit);
  if (size < limit) markSides(side);
  return size;
}
