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

function lineMeets(line: readonly LonLat[], from: LonLat, to: LonLat): boolean {
  for (let i = 1; i < line.length; i += 1) {
    if (segmentsMeet(from, to, line[i - 1] as LonLat, line[i] as LonLat)) return true;
  }
  return false;
}

/**
 * The straight way between two points meets a line of the water.
 *
 * @example
 * crossesWater([], [113.2, 23.4], [113.3, 23.4]); // → false
 */
export function crossesWater(water: readonly Water[], from: LonLat, to: LonLat): boolean {
  return water.some(({ lines }) => lines.some((line) => lineMeets(line, from, to)));
}
