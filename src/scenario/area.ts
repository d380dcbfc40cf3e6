/**
 * Lines and rings drawn by a user, in the plane of longitude and latitude: within a region of a few hundred
 * kilometres a straight line there and a geodesic differ by less than the width of a drawn line.
 */
import type { LonLat } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { toProblem } from './check.ts';

/** Twice the signed area of a triangle: above 0 where c lies left of a → b. */
function cross(a: LonLat, b: LonLat, c: LonLat): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** c, known to be on the line through a and b, lies between them. */
function isBetween(a: LonLat, b: LonLat, c: LonLat): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  );
}

/** Two pieces have a point in common, ends included. */
function meet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  const [abc, abd, cda, cdb] = [cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b))
  );
}

type Piece = readonly [LonLat, LonLat];

function listPieces(line: readonly LonLat[]): readonly Piece[] {
  return line.slice(1).map((to, i): Piece => [line[i] as LonLat, to]);
}

function listSides(ring: readonly LonLat[]): readonly Piece[] {
  return ring.map((from, i): Piece => [from, ring[(i + 1) % ring.length] as LonLat]);
}

/** A ray to the east crosses the ring an odd number of times; a point on the ring is in it. */
function isInside(point: LonLat, ring: readonly LonLat[]): boolean {
  let inside = false;
  for (const [a, b] of listSides(ring)) {
    if (cross(a, b, point) === 0 && isBetween(a, b, point)) return true;
    if (a[1] > point[1] === b[1] > point[1]) continue;
    if (point[0] < a[0] + ((point[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
}

/**
 * A line has a point in common with a ring's area.
 *
 * @example
 * touches([[0, 0], [2, 2]], [[1, 1], [3, 1], [3, 3], [1, 3]]); // → true
 */
export function touches(line: readonly LonLat[], ring: readonly LonLat[]): boolean {
  if (line.some((point) => isInside(point, ring))) return true;
  const sides = listSides(ring);
  return listPieces(line).some(([a, b]) => sides.some(([c, d]) => meet(a, b, c, d)));
}

/** Where on a → b the pieces c – d that meet it do so: 0 … 1; both ends of a part they share. */
function listMeetings([a, b]: Piece, [c, d]: Piece): readonly number[] {
  if (!meet(a, b, c, d)) return [];
  const along = ([x, y]: LonLat): number => {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const squared = dx * dx + dy * dy;
    return squared === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / squared;
  };
  const [abc, abd] = [cross(a, b, c), cross(a, b, d)];
  if (abc === abd) return [along(c), along(d)].map((part) => Math.min(1, Math.max(0, part)));
  const part = abc / (abc - abd);
  return [along([c[0] + part * (d[0] - c[0]), c[1] + part * (d[1] - c[1])])];
}

/**
 * A line lies in a ring's area from end to end: between any two places where it meets the ring its middle is inside.
 *
 * @example
 * liesIn([[1, 1], [2, 2]], [[1, 1], [3, 1], [3, 3], [1, 3]]); // → true
 * liesIn([[0, 0], [2, 2]], [[1, 1], [3, 1], [3, 3], [1, 3]]); // → false
 */
export function liesIn(line: readonly LonLat[], ring: readonly LonLat[]): boolean {
  const sides = listSides(ring);
  return listPieces(line).every(([a, b]) => {
    const stops = [0, 1, ...sides.flatMap((side) => listMeetings([a, b], side))].toSorted((x, y) => x - y);
    const at = (part: number): LonLat => [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
    const middles = stops.slice(1).map((stop, i) => ((stops[i] as number) + stop) / 2);
    return isInside(a, ring) && isInside(b, ring) && middles.every((part) => isInside(at(part), ring));
  });
}

/** Two pieces of a line that are not neighbours meet, or neighbours run back over each other. */
function findCrossing(pieces: readonly Piece[], closed: boolean): readonly [number, number] | null {
  const last = pieces.length - 1;
  for (const [i, [a, b]] of pieces.entries()) {
    for (const [j, [c, d]] of pieces.entries()) {
      if (j <= i) continue;
      const next = j === i + 1;
      if (next || (closed && i === 0 && j === last)) {
        const [tip, before, after] = next ? [b, a, d] : [a, b, c];
        if (cross(before, tip, after) === 0 && isBetween(tip, before, after)) return [i, j];
        if (cross(before, tip, after) === 0 && isBetween(tip, after, before)) return [i, j];
      } else if (meet(a, b, c, d)) return [i, j];
    }
  }
  return null;
}

function checkSimple(pieces: readonly Piece[], closed: boolean, path: string): readonly Problem[] {
  const still = pieces.findIndex(([a, b]) => a[0] === b[0] && a[1] === b[1]);
  if (still >= 0)
    return [
      toProblem(
        `${path}[${still + 1}]`,
        'a point other than the one before',
        pieces[still]?.[1],
        'out-of-range',
      ),
    ];
  const crossing = findCrossing(pieces, closed);
  if (crossing === null) return [];
  const found = `pieces ${crossing[0]} and ${crossing[1]} meet`;
  return [toProblem(path, 'a line that does not cross itself', found, 'contradiction')];
}

/** What is wrong with a line: fewer than two points, a piece without length, a crossing of itself. */
export function checkLine(line: readonly LonLat[], path: string): readonly Problem[] {
  if (line.length < 2) return [toProblem(path, 'at least two points', line, 'out-of-range')];
  return checkSimple(listPieces(line), false, path);
}

/** What is wrong with a ring, whose last point is joined to the first: fewer than three points, or as above. */
export function checkRing(ring: readonly LonLat[], path: string): readonly Problem[] {
  if (ring.length < 3) return [toProblem(path, 'at least three points', ring, 'out-of-range')];
  return checkSimple(listSides(ring), true, path);
}
