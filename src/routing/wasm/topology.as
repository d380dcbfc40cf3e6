/** Where the arrays of a hierarchy lie, told once: they stay where they are. */

export let vertexCount: i32 = 0;
export let arcCount: i32 = 0;
export let upFirst: usize = 0;
export let upHead: usize = 0;
export let parent: usize = 0;
export let downFirst: usize = 0;
export let downTail: usize = 0;
export let downArc: usize = 0;

/** Where the arrays of the hierarchy lie. */
export function describe(
  vertices: i32,
  arcs: i32,
  first: usize,
  head: usize,
  above: usize,
  belowFirst: usize,
  belowTail: usize,
  belowArc: usize,
): void {
  vertexCount = vertices;
  arcCount = arcs;
  upFirst = first;
  upHead = head;
  parent = above;
  downFirst = belowFirst;
  downTail = belowTail;
  downArc = belowArc;
}
