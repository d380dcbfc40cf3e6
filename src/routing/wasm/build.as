/** The arcs of a hierarchy: the twin of `../hierarchy/topology.ts`, which says how. All arrays are the caller's. */
import { at, put } from './memory';

function copyWords(from: usize, count: i32, to: usize): void {
  memory.copy(to, from, (<usize>count) << 2);
}

/** Places of the members of each group: `first` has one more than there are groups, `next` is room for as many. */
export function group(
  groupOf: usize,
  count: i32,
  groups: i32,
  first: usize,
  next: usize,
  member: usize,
): void {
  memory.fill(first, 0, (<usize>groups + 1) << 2);
  for (let i = 0; i < count; i += 1) {
    const g = at(groupOf, i);
    if (g >= 0) put(first, g + 1, at(first, g + 1) + 1);
  }
  for (let g = 0; g < groups; g += 1) put(first, g + 1, at(first, g + 1) + at(first, g));
  copyWords(first, groups + 1, next);
  for (let i = 0; i < count; i += 1) {
    const g = at(groupOf, i);
    if (g < 0) continue;
    const place = at(next, g);
    put(member, place, i);
    put(next, g, place + 1);
  }
}

/** Lower end of each edge by rank; −1 = a loop. */
export function listLower(tails: usize, heads: usize, count: i32, lower: usize): void {
  for (let edge = 0; edge < count; edge += 1) {
    const a = at(tails, edge);
    const b = at(heads, edge);
    put(lower, edge, a === b ? -1 : min<i32>(a, b));
  }
}

// Those of the contraction under way.
let seen: usize = 0;
let list: usize = 0;
let listed: i32 = 0;
let lowest: i32 = 0;

@inline function add(v: i32, to: i32): void {
  if (at(seen, to) === v) return;
  put(seen, to, v);
  put(list, listed, to);
  listed += 1;
  if (to < lowest) lowest = to;
}

/**
 * Higher neighbours of each vertex, in no order, in a list of so many places. Returns how many there are; −1 where the
 * list is too short. Ends of edges are ranks; `children` is room for three numbers by vertex.
 */
export function contract(
  vertices: i32,
  tails: usize,
  heads: usize,
  edgeFirst: usize,
  edges: usize,
  first: usize,
  above: usize,
  children: usize,
  found: usize,
  places: i32,
): i32 {
  const nextChild = children + ((<usize>vertices) << 2);
  seen = nextChild + ((<usize>vertices) << 2);
  list = found;
  listed = 0;
  memory.fill(above, 0xff, (<usize>vertices) << 2);
  memory.fill(children, 0xff, (<usize>vertices * 3) << 2);
  put(first, 0, 0);
  for (let v = 0; v < vertices; v += 1) {
    // A vertex has less than all others as neighbours.
    if (places - listed < vertices - v) return -1;
    put(seen, v, v);
    lowest = vertices;
    const edgeEnd = at(edgeFirst, v + 1);
    for (let i = at(edgeFirst, v); i < edgeEnd; i += 1) {
      const edge = at(edges, i);
      add(v, max<i32>(at(tails, edge), at(heads, edge)));
    }
    for (let child = at(children, v); child >= 0; child = at(nextChild, child)) {
      const end = at(first, child + 1);
      for (let arc = at(first, child); arc < end; arc += 1) add(v, at(list, arc));
    }
    put(first, v + 1, listed);
    if (lowest === vertices) continue;
    put(above, v, lowest);
    put(nextChild, v, at(children, lowest));
    put(children, lowest, v);
  }
  return listed;
}

/** Arcs both ways, sorted by both ends. `next` is room for a number by vertex and one more. */
export function sortArcs(
  vertices: i32,
  arcs: i32,
  first: usize,
  found: usize,
  next: usize,
  head: usize,
  tail: usize,
  belowFirst: usize,
  belowTail: usize,
  belowArc: usize,
): void {
  for (let v = 0; v < vertices; v += 1) {
    const end = at(first, v + 1);
    for (let arc = at(first, v); arc < end; arc += 1) put(tail, arc, v);
  }
  group(found, arcs, vertices, belowFirst, next, belowArc);
  for (let i = 0; i < arcs; i += 1) put(belowTail, i, at(tail, at(belowArc, i)));
  copyWords(first, vertices, next);
  for (let v = 0; v < vertices; v += 1) {
    const end = at(belowFirst, v + 1);
    for (let i = at(belowFirst, v); i < end; i += 1) {
      const arc = at(next, at(belowTail, i));
      put(next, at(belowTail, i), arc + 1);
      put(head, arc, v);
      put(belowArc, i, arc);
    }
  }
}

function findArc(first: usize, head: usize, lower: i32, higher: i32): i32 {
  let low = at(first, lower);
  let high = at(first, lower + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(head, middle);
    if (found === higher) return middle;
    if (found < higher) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Slot of each edge, whose ends are ranks. */
export function listSlots(
  tails: usize,
  heads: usize,
  count: i32,
  first: usize,
  head: usize,
  slot: usize,
): void {
  for (let edge = 0; edge < count; edge += 1) {
    const a = at(tails, edge);
    const b = at(heads, edge);
    const arc = a === b ? -1 : findArc(first, head, min<i32>(a, b), max<i32>(a, b));
    put(slot, edge, arc < 0 ? -1 : 2 * arc + (a < b ? 0 : 1));
  }
}
