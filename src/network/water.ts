/**
 * Whether a straight connector meets drawn water. Lines are compared as drawn, straight in degrees; touching
 * counts as meeting. Water's width is for the map only.
 */
import type { Water } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';

/** Above 0 where c lies left of the way from a to b, 0 on its line. */
function toSide(a: LonLat, b: LonLat, c: LonLat): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function isApart(a: LonLat, b: LonLat, c: LonLat, d: LonLat, axis: 0 | 1): boolean {
  return (
    Math.max(a[axis], b[axis]) < Math.min(c[axis], d[axis]) ||
    Math.max(c[axis], d[axis]) < Math.min(a[axis], b[axis])
  );
}

/**
 * Two segments, a–b and c–d, have a point in common.
 *
 * @example
 * segmentsMeet([0, 0], [2, 2], [0, 2], [2, 0]); // → true
 * segmentsMeet([0, 0], [1, 0], [0, 1], [1, 1]); // → false
 */
export function segmentsMeet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  if (isApart(a, b, c, d, 0) || isApart(a, b, c, d, 1)) return false;
  return toSide(a, b, c) * toSide(a, b, d) <= 0 && toSide(c, d, a) * toSide(c, d, b) <= 0;
}

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A stretch of a shore from one drawn point to the next. */
export type Shore = readonly [from: LonLat, to: LonLat];

function isOutside([a, b]: Shore, [west, south, east, north]: Box): boolean {
  return (
    Math.max(a[0], b[0]) < west ||
    Math.min(a[0], b[0]) > east ||
    Math.max(a[1], b[1]) < south ||
    Math.min(a[1], b[1]) > north
  );
}

const SHORES = new WeakMap<readonly Water[], readonly Shore[]>();

function listShores(water: readonly Water[]): readonly Shore[] {
  const known = SHORES.get(water);
  if (known !== undefined) return known;
  const lines = water.flatMap((one) => one.lines);
  const shores = lines.flatMap((line) => line.slice(1).map((to, i): Shore => [line[i] as LonLat, to]));
  SHORES.set(water, shores);
  return shores;
}

/**
 * Shores that a way inside a box could meet: whoever asks for many ways near one place looks at these alone.
 *
 * @example
 * listShoresNear([], [113, 23, 114, 24]); // → []
 */
export function listShoresNear(water: readonly Water[], box: Box): readonly Shore[] {
  return listShores(water).filter((shore) => !isOutside(shore, box));
}

/**
 * The straight way between two points meets one of some shores.
 *
 * @example
 * crossesShore([[[0, 1], [1, 0]]], [0, 0], [1, 1]); // → true
 */
export function crossesShore(shores: readonly Shore[], from: LonLat, to: LonLat): boolean {
  return shores.some(([a, b]) => segmentsMeet(from, to, a, b));
}

/**
 * The straight way between two points meets a line of the water.
 *
 * @example
 * crossesWater([], [113.2, 23.4], [113.3, 23.4]); // → false
 */
export function crossesWater(water: readonly Water[], from: LonLat, to: LonLat): boolean {
  return crossesShore(listShores(water), from, to);
}
