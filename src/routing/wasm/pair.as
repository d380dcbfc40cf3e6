/** One vertex to one vertex: the twin of `../hierarchy/pair.ts`, which says how. */
import { at, put, UNREACHED } from './memory';
import { parent, upFirst, upHead } from './topology';

/** The vertex that the last pair was found to meet at; −1 = none. */
export let over: i32 = -1;

/** Stores without branches, as in `relaxBelow`. */
@inline function relaxUp(sums: usize, by: usize, weights: usize, v: i32, limit: i32, keepsArcs: bool): void {
  const sum = at(sums, v);
  if (sum >= limit) return;
  const end = at(upFirst, v + 1);
  for (let arc = at(upFirst, v); arc < end; arc += 1) {
    const head = (<usize>at(upHead, arc)) << 2;
    const through = sum + at(weights, arc);
    const known = load<i32>(sums + head);
    const isLess = through < known;
    store<i32>(sums + head, select<i32>(through, known, isLess));
    if (keepsArcs) store<i32>(by + head, select<i32>(arc, load<i32>(by + head), isLess));
  }
}

/** Least sum between two ranks. All sums are `UNREACHED` before and after. */
@inline function search(
  up: usize,
  down: usize,
  source: i32,
  target: i32,
  fromSums: usize,
  fromBy: usize,
  toSums: usize,
  toBy: usize,
  keepsArcs: bool,
): i32 {
  put(fromSums, source, 0);
  put(toSums, target, 0);
  let s = source;
  let t = target;
  let sum = UNREACHED;
  over = -1;
  while (s !== t) {
    if (t < 0 || (s >= 0 && s < t)) {
      relaxUp(fromSums, fromBy, up, s, UNREACHED, keepsArcs);
      s = at(parent, s);
    } else {
      relaxUp(toSums, toBy, down, t, UNREACHED, keepsArcs);
      t = at(parent, t);
    }
  }
  for (; s >= 0; s = at(parent, s)) {
    const here = at(fromSums, s) + at(toSums, s);
    if (here < sum) {
      sum = here;
      over = s;
    }
    relaxUp(fromSums, fromBy, up, s, sum, keepsArcs);
    relaxUp(toSums, toBy, down, s, sum, keepsArcs);
  }
  for (let v = source; v >= 0; v = at(parent, v)) put(fromSums, v, UNREACHED);
  for (let v = target; v >= 0; v = at(parent, v)) put(toSums, v, UNREACHED);
  return sum;
}

/** The least sum between two ranks. */
export function findSum(
  up: usize,
  down: usize,
  source: i32,
  target: i32,
  fromSums: usize,
  toSums: usize,
): i32 {
  return search(up, down, source, target, fromSums, 0, toSums, 0, false);
}

/** The same, with the arcs by which each side was reached. */
export function meet(
  up: usize,
  down: usize,
  source: i32,
  target: i32,
  fromSums: usize,
  toSums: usize,
  fromBy: usize,
  toBy: usize,
): i32 {
  return search(up, down, source, target, fromSums, fromBy, toSums, toBy, true);
}
