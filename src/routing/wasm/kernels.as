/**
 * The kernels of a hierarchy over linear memory: the same bits as their twins in `../hierarchy/`, whose files say what
 * they do. Addresses are in bytes; where the arrays lie is told once by `describe`. Sums and weights are 32-bit integers.
 */
import { at, clear, put, UNREACHED } from './memory';
import { relaxBelow } from './relax';
import {
  arcCount,
  describe,
  downArc,
  downFirst,
  downTail,
  parent,
  upFirst,
  upHead,
  vertexCount,
} from './topology';

export { contract, group, listLower, listSlots, sortArcs } from './build';
export { change, describeChange } from './change';
export { describePart, splitAlong } from './flow';
export { findSum, meet, over } from './pair';
export { clear, describe };

/** Gives every arc the cost of its cheapest edge each way. */
export function seed(slot: usize, edgeCount: i32, cost: usize, up: usize, down: usize): void {
  clear(up, arcCount);
  clear(down, arcCount);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const s = at(slot, edge);
    if (s < 0) continue;
    const to = (s & 1 ? down : up) + ((<usize>(s >> 1)) << 2);
    const value = at(cost, edge);
    if (value < load<i32>(to)) store<i32>(to, value);
  }
}

/**
 * Four sets of costs, so many bytes apart and padded to whole vectors, as four costs an edge. Negative where one of them
 * is not 0 … `UNREACHED`.
 */
export function interleave(sets: usize, bytes: usize, edgeCount: i32, four: usize): i32 {
  const most = i32x4.splat(UNREACHED);
  const end = sets + ((<usize>edgeCount) << 2);
  let signs = i32x4.splat(0);
  let to = four;
  for (let from = sets; from < end; from += 16, to += 64) {
    const a = v128.load(from);
    const b = v128.load(from + bytes);
    const c = v128.load(from + 2 * bytes);
    const d = v128.load(from + 3 * bytes);
    const over = v128.or(v128.or(i32x4.sub(most, a), i32x4.sub(most, b)), v128.or(i32x4.sub(most, c), i32x4.sub(most, d)));
    signs = v128.or(v128.or(signs, over), v128.or(v128.or(a, b), v128.or(c, d)));
    const abLow = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const cdLow = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<i64>(abLow, cdLow, 0, 2), 0);
    v128.store(to, v128.shuffle<i64>(abLow, cdLow, 1, 3), 16);
    v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 0, 2), 32);
    v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 1, 3), 48);
  }
  return i32x4.bitmask(signs) === 0 ? 0 : -1;
}

/** `seed` for four costs an edge, and eight weights an arc: four lanes up, four down. */
export function seedFour(slot: usize, edgeCount: i32, cost: usize, weights: usize): void {
  clear(weights, arcCount << 3);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const s = at(slot, edge);
    if (s < 0) continue;
    const to = weights + ((<usize>s) << 4);
    v128.store(to, i32x4.min_s(v128.load(to), v128.load(cost + ((<usize>edge) << 4))));
  }
}

/** Lowers every arc to the least path over lower ranks. `arcTo` is room for an address by vertex. */
export function relax(up: usize, down: usize, arcTo: usize): void {
  for (let u = 0; u < vertexCount; u += 1) relaxBelow(up, down, arcTo, u);
}

/** The same for eight weights an arc. */
export function relaxFour(weights: usize, arcTo: usize): void {
  for (let u = 0; u < vertexCount; u += 1) {
    const ownEnd = at(upFirst, u + 1);
    for (let arc = at(upFirst, u); arc < ownEnd; arc += 1) put(arcTo, at(upHead, arc), arc << 5);
    const below = at(downFirst, u + 1);
    for (let i = at(downFirst, u); i < below; i += 1) {
      const toU = at(downArc, i);
      const climb = v128.load(weights + ((<usize>toU) << 5), 0);
      const descend = v128.load(weights + ((<usize>toU) << 5), 16);
      const end = upHead + ((<usize>at(upFirst, at(downTail, i) + 1)) << 2);
      let head = upHead + ((<usize>toU + 1) << 2);
      let other = weights + ((<usize>toU + 1) << 5);
      for (; head < end; head += 4, other += 32) {
        const to = weights + <usize>at(arcTo, load<i32>(head));
        v128.store(to, i32x4.min_s(v128.load(to, 0), i32x4.add(descend, v128.load(other, 0))), 0);
        v128.store(to, i32x4.min_s(v128.load(to, 16), i32x4.add(climb, v128.load(other, 16))), 16);
      }
    }
  }
}

/**
 * Sums at what lies above the root; all of it must be `UNREACHED` before. The weight of an arc is at `up` + 4 × (arc ×
 * 2^shift): one lane of eight, or all there is.
 */
function climb(up: usize, shift: i32, root: i32, sums: usize): void {
  put(sums, root, 0);
  for (let v = root; v >= 0; v = at(parent, v)) {
    const sum = at(sums, v);
    if (sum === UNREACHED) continue;
    const end = at(upFirst, v + 1);
    for (let arc = at(upFirst, v); arc < end; arc += 1) {
      const to = sums + ((<usize>at(upHead, arc)) << 2);
      const through = sum + at(up, arc << shift);
      const known = load<i32>(to);
      store<i32>(to, select<i32>(through, known, through < known));
    }
  }
}

/** Least sums from the root to every rank. */
export function sweep(up: usize, down: usize, root: i32, sums: usize): void {
  clear(sums, vertexCount);
  climb(up, 0, root, sums);
  let head = upHead + ((<usize>arcCount) << 2);
  let weight = down + ((<usize>arcCount) << 2);
  for (let v = vertexCount - 1; v >= 0; v -= 1) {
    let best = at(sums, v);
    const first = upHead + ((<usize>at(upFirst, v)) << 2);
    while (head > first) {
      head -= 4;
      weight -= 4;
      const through = at(sums, load<i32>(head)) + load<i32>(weight);
      best = select<i32>(through, best, through < best);
    }
    put(sums, v, best);
  }
}

/**
 * Least sums from up to sixteen roots, at `sums` + 64 × rank + 4 × lane. Only what lies above a root is cleared before,
 * and marked: all else begins unreached in a register. `alone` is `UNREACHED` by vertex, before and after; `marks` are
 * bytes by vertex, 0 before and after.
 */
export function sweepLanes(
  up: usize,
  down: usize,
  roots: usize,
  count: i32,
  sums: usize,
  alone: usize,
  marks: usize,
): void {
  for (let lane = 0; lane < count; lane += 1) {
    const root = at(roots, lane);
    climb(up, 0, root, alone);
    for (let v = root; v >= 0; v = at(parent, v)) {
      const own = sums + ((<usize>v) << 6);
      if (load<u8>(marks + <usize>v) === 0) {
        clear(own, 16);
        store<u8>(marks + <usize>v, 1);
      }
      store<i32>(own + ((<usize>lane) << 2), at(alone, v));
      put(alone, v, UNREACHED);
    }
  }
  const none = i32x4.splat(UNREACHED);
  let head = upHead + ((<usize>arcCount) << 2);
  let weight = down + ((<usize>arcCount) << 2);
  for (let v = vertexCount - 1; v >= 0; v -= 1) {
    const own = sums + ((<usize>v) << 6);
    let a = none;
    let b = none;
    let c = none;
    let d = none;
    if (load<u8>(marks + <usize>v) !== 0) {
      store<u8>(marks + <usize>v, 0);
      a = v128.load(own, 0);
      b = v128.load(own, 16);
      c = v128.load(own, 32);
      d = v128.load(own, 48);
    }
    const first = upHead + ((<usize>at(upFirst, v)) << 2);
    while (head > first) {
      head -= 4;
      weight -= 4;
      const other = sums + ((<usize>load<i32>(head)) << 6);
      const w = v128.load32_splat(weight);
      a = i32x4.min_s(a, i32x4.add(v128.load(other, 0), w));
      b = i32x4.min_s(b, i32x4.add(v128.load(other, 16), w));
      c = i32x4.min_s(c, i32x4.add(v128.load(other, 32), w));
      d = i32x4.min_s(d, i32x4.add(v128.load(other, 48), w));
    }
    v128.store(own, a, 0);
    v128.store(own, b, 16);
    v128.store(own, c, 32);
    v128.store(own, d, 48);
  }
}

/** The weights of chosen arcs, stored together. */
export function copyWeights(arcs: usize, count: i32, weights: usize, copy: usize): void {
  for (let i = 0; i < count; i += 1) put(copy, i, at(weights, at(arcs, i)));
}

/** The same for four lanes an arc, eight weights apart: a copy a lane, one after the other. */
export function copyFour(arcs: usize, count: i32, weights: usize, copies: usize): void {
  const bytes = (<usize>count) << 2;
  for (let i = 0; i < count; i += 1) {
    const four = v128.load(weights + ((<usize>at(arcs, i)) << 5));
    const to = copies + ((<usize>i) << 2);
    v128.store_lane<i32>(to, four, 0);
    v128.store_lane<i32>(to + bytes, four, 1);
    v128.store_lane<i32>(to + 2 * bytes, four, 2);
    v128.store_lane<i32>(to + 3 * bytes, four, 3);
  }
}

/** Least sums from up to eight roots to the chosen places, at `sums` + 32 × place + 4 × lane. */
export function sweepSelected(
  up: usize,
  shift: i32,
  place: usize,
  chosen: i32,
  first: usize,
  heads: usize,
  copy: usize,
  roots: usize,
  count: i32,
  sums: usize,
  alone: usize,
): void {
  clear(sums, chosen << 3);
  for (let lane = 0; lane < count; lane += 1) {
    const root = at(roots, lane);
    climb(up, shift, root, alone);
    for (let v = root; v >= 0; v = at(parent, v)) {
      const p = at(place, v);
      if (p >= 0) store<i32>(sums + ((<usize>p) << 5) + ((<usize>lane) << 2), at(alone, v));
      put(alone, v, UNREACHED);
    }
  }
  let head = heads;
  let weight = copy;
  for (let p = 0; p < chosen; p += 1) {
    const own = sums + ((<usize>p) << 5);
    let a = v128.load(own, 0);
    let b = v128.load(own, 16);
    const end = heads + ((<usize>at(first, p + 1)) << 2);
    for (; head < end; head += 4, weight += 4) {
      const other = sums + ((<usize>load<i32>(head)) << 5);
      const w = v128.load32_splat(weight);
      a = i32x4.min_s(a, i32x4.add(v128.load(other, 0), w));
      b = i32x4.min_s(b, i32x4.add(v128.load(other, 16), w));
    }
    v128.store(own, a, 0);
    v128.store(own, b, 16);
  }
}
