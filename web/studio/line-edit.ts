/**
 * A drawn road as its line changes: interchanges stay with their vertices, a vertex that was moved connects to what it
 * was put on where it connected before, and the ends connect to what they are put on.
 */
import type { BuildModification, Interchange, LonLat } from '../../src/index.ts';
import type { Roads } from './roads.ts';
import { findSnap, toFilePoint } from './snap.ts';

/** A vertex this near a node or road was put on it, in metres. */
const ON_ROAD_M = 2;

function isSamePoint(a: LonLat | undefined, b: LonLat | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** How many vertices at the beginning, and at the end, are the same in both lines. */
function countSame(
  before: readonly LonLat[],
  after: readonly LonLat[],
): { readonly first: number; readonly last: number } {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && isSamePoint(before[first], after[first])) first += 1;
  let last = 0;
  while (last < most - first && isSamePoint(before.at(-1 - last), after.at(-1 - last))) last += 1;
  return { first, last };
}

/** The interchange of a vertex with what it was put on; none where that is nothing. */
function snapVertex(roads: Roads, line: readonly LonLat[], vertex: number): readonly Interchange[] {
  const at = line[vertex];
  const snap = at === undefined ? null : findSnap(roads, at, ON_ROAD_M);
  if (snap === null) return [];
  return 'node' in snap ? [{ vertex, node: snap.node }] : [{ vertex, link: snap.link, share: snap.share }];
}

/** The road with another line. */
export function changeLine(
  road: BuildModification,
  drawn: readonly (readonly [number, number])[],
  roads: Roads,
): BuildModification {
  const line = drawn.map(toFilePoint);
  const { first, last } = countSame(road.line, line);
  const [oldEnd, newEnd] = [road.line.length - last, line.length - last];
  const kept = road.interchanges.flatMap((one): readonly Interchange[] => {
    if (one.vertex < first) return [one];
    return one.vertex < oldEnd ? [] : [{ ...one, vertex: one.vertex + newEnd - oldEnd }];
  });
  const isEnd = (vertex: number): boolean => vertex === 0 || vertex === line.length - 1;
  const connected = new Set(road.interchanges.map(({ vertex }) => vertex));
  // Where as many vertices are new as were old they were moved.
  const isMoved = oldEnd === newEnd;
  const snapped = line.flatMap((_, vertex): readonly Interchange[] => {
    if (vertex < first || vertex >= newEnd) return [];
    const connects = isEnd(vertex) || (isMoved && connected.has(vertex));
    return connects ? snapVertex(roads, line, vertex) : [];
  });
  const interchanges = [...kept, ...snapped].toSorted((a, b) => a.vertex - b.vertex);
  return { ...road, line, interchanges };
}

/** A new road through points: it connects at its two ends, where they are on something. */
export function drawRoad(
  road: BuildModification,
  points: readonly (readonly [number, number])[],
  roads: Roads,
): BuildModification {
  const line = points.map(toFilePoint);
  const ends = [...new Set([0, line.length - 1])];
  return { ...road, line, interchanges: ends.flatMap((vertex) => snapVertex(roads, line, vertex)) };
}
