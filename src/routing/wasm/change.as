/** New weights after a few edges changed: the twin of `../hierarchy/change.ts`, which says how and why. */
import { at, put, UNREACHED } from './memory';
import { relaxBelow } from './relax';
import { upFirst, upHead } from './topology';

const TOUCHED: i32 = 1;
const LOST_UP: i32 = 2;
const LOST_DOWN: i32 = 4;

let slot: usize = 0;
let slotFirst: usize = 0;
let slotEdge: usize = 0;
let upTail: usize = 0;
let nextUp: usize = 0;
let nextDown: usize = 0;
/** Bytes by arc. */
let marks: usize = 0;
/** Bits by vertex, in so many words. */
let waiting: usize = 0;
let words: i32 = 0;
let arcTo: usize = 0;

// Those of the change under way.
let cost: usize = 0;
let up: usize = 0;
let down: usize = 0;

/** Where the rest of the hierarchy and the room for changes lie; the room is all zeros. */
export function describeChange(
  slotOf: usize,
  firstOf: usize,
  edgeOf: usize,
  tail: usize,
  roomUp: usize,
  roomDown: usize,
  markOf: usize,
  waitingVertices: usize,
  wordCount: i32,
  addressTo: usize,
): void {
  slot = slotOf;
  slotFirst = firstOf;
  slotEdge = edgeOf;
  upTail = tail;
  nextUp = roomUp;
  nextDown = roomDown;
  marks = markOf;
  waiting = waitingVertices;
  words = wordCount;
  arcTo = addressTo;
}

@inline function markOf(arc: i32): i32 {
  return <i32>load<u8>(marks + <usize>arc);
}

@inline function setMark(arc: i32, mark: i32): void {
  store<u8>(marks + <usize>arc, <u8>mark);
}

function touch(arc: i32): void {
  if (markOf(arc) !== 0) return;
  setMark(arc, TOUCHED);
  put(nextUp, arc, at(up, arc));
  put(nextDown, arc, at(down, arc));
  const tail = at(upTail, arc);
  put(waiting, tail >> 5, at(waiting, tail >> 5) | (1 << (tail & 31)));
}

function setCosts(edges: usize, costs: usize, count: i32): void {
  for (let i = 0; i < count; i += 1) {
    const edge = at(edges, i);
    const s = at(slot, edge);
    const isUp = (s & 1) === 0;
    if (s >= 0 && at(cost, edge) === at(isUp ? up : down, s >> 1)) {
      touch(s >> 1);
      setMark(s >> 1, markOf(s >> 1) | (isUp ? LOST_UP : LOST_DOWN));
    }
    put(cost, edge, at(costs, i));
  }
  for (let i = 0; i < count; i += 1) {
    const edge = at(edges, i);
    const s = at(slot, edge);
    if (s < 0) continue;
    touch(s >> 1);
    const next = s & 1 ? nextDown : nextUp;
    put(next, s >> 1, min<i32>(at(next, s >> 1), at(cost, edge)));
  }
}

function findCheapest(s: i32): i32 {
  let least = UNREACHED;
  const end = at(slotFirst, s + 1);
  for (let i = at(slotFirst, s); i < end; i += 1) least = min<i32>(least, at(cost, at(slotEdge, i)));
  return least;
}

function swap(arc: i32): bool {
  const oldUp = at(up, arc);
  const oldDown = at(down, arc);
  const mark = markOf(arc);
  const isUp = (mark & LOST_UP) !== 0 && at(nextUp, arc) === oldUp;
  const isDown = (mark & LOST_DOWN) !== 0 && at(nextDown, arc) === oldDown;
  put(up, arc, isUp ? findCheapest(2 * arc) : at(nextUp, arc));
  put(down, arc, isDown ? findCheapest(2 * arc + 1) : at(nextDown, arc));
  put(nextUp, arc, oldUp);
  put(nextDown, arc, oldDown);
  return isUp || isDown;
}

function offer(arc: i32, weights: usize, next: usize, mark: i32, before: i32, now: i32): void {
  const weight = at(weights, arc);
  if (now < (markOf(arc) === 0 ? weight : at(next, arc))) {
    touch(arc);
    put(next, arc, now);
  } else if (before === weight && weight < UNREACHED) {
    touch(arc);
    setMark(arc, markOf(arc) | mark);
  }
}

function passOn(first: i32, end: i32, last: i32): void {
  for (let low = first; low <= last; low += 1) {
    const isLow = markOf(low) !== 0;
    const stop = isLow ? end : last + 1;
    const lowUp = at(up, low);
    const lowDown = at(down, low);
    const oldUp = isLow ? at(nextUp, low) : lowUp;
    const oldDown = isLow ? at(nextDown, low) : lowDown;
    let above = at(upFirst, at(upHead, low));
    for (let high = low + 1; high < stop; high += 1) {
      const isHigh = markOf(high) !== 0;
      if (!isLow && !isHigh) continue;
      const head = at(upHead, high);
      while (at(upHead, above) !== head) above += 1;
      const highUp = at(up, high);
      const highDown = at(down, high);
      const onward = oldDown + (isHigh ? at(nextUp, high) : highUp);
      const back = (isHigh ? at(nextDown, high) : highDown) + oldUp;
      if (onward !== lowDown + highUp) offer(above, up, nextUp, LOST_UP, onward, lowDown + highUp);
      if (back !== highDown + lowUp) offer(above, down, nextDown, LOST_DOWN, back, highDown + lowUp);
    }
  }
}

function renew(u: i32): i32 {
  const first = at(upFirst, u);
  const end = at(upFirst, u + 1);
  let looked = 0;
  let isAnew = false;
  for (let arc = first; arc < end; arc += 1) {
    if (markOf(arc) === 0) continue;
    looked += 1;
    if (swap(arc)) isAnew = true;
  }
  if (isAnew) relaxBelow(up, down, arcTo, u);
  let last = -1;
  for (let arc = first; arc < end; arc += 1) {
    if (markOf(arc) === 0) continue;
    const isChanged = at(up, arc) !== at(nextUp, arc) || at(down, arc) !== at(nextDown, arc);
    setMark(arc, isChanged ? TOUCHED : 0);
    if (isChanged) last = arc;
  }
  passOn(first, end, last);
  for (let arc = first; arc <= last; arc += 1) setMark(arc, 0);
  return looked;
}

function forget(u: i32): void {
  const end = at(upFirst, u + 1);
  for (let arc = at(upFirst, u); arc < end; arc += 1) setMark(arc, 0);
}

/** Gives so many edges other costs; returns how many arcs were looked at, −1 past the limit. */
export function change(
  costOf: usize,
  weightsUp: usize,
  weightsDown: usize,
  edges: usize,
  costs: usize,
  count: i32,
  limit: i32,
): i32 {
  cost = costOf;
  up = weightsUp;
  down = weightsDown;
  setCosts(edges, costs, count);
  let looked = 0;
  for (let word = 0; word < words; word += 1) {
    for (let bits = at(waiting, word); bits !== 0; bits = at(waiting, word)) {
      const u = (word << 5) + ctz<i32>(bits);
      put(waiting, word, bits & (bits - 1));
      if (looked > limit) forget(u);
      else looked += renew(u);
    }
  }
  return looked > limit ? -1 : looked;
}
