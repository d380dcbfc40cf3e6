/**
 * A line between two points that is a given number of millimetres long: a detour factor as something that can be drawn.
 * It swings about the straight line in even waves and says nothing of where a road would run. Its coordinates have six
 * decimals, so that it is as long again when it is read from a file.
 */
import { measureLineM } from '../geodesic.ts';
import type { LonLat } from '../model/source.ts';
import { createPlane } from '../network/local-plane.ts';
import { MM_PER_M } from '../units.ts';

/** Turns of the line: more of them where fewer would leave the region. */
const TURNS = [6, 24, 96] as const;
/**
 * Part of a wave before the first turn. Less than a half, so that the first stroke is steeper than the others: moving
 * the first turn and moving the second then change the length by steps that have nothing in common.
 */
const FIRST = 0.35;
const PLACES = 1e6;
/** Halvings of the swing: 50 leave less than the last decimal of a coordinate. */
const HALVINGS = 50;
/** Last decimals by which the first two turns are moved until the millimetre fits. */
const MOVES = 6;

const round = (value: number): number => Math.round(value * PLACES) / PLACES;

/**
 * A point with the decimals that a file has.
 *
 * @example
 * roundPoint([113.31367100000001, 23.0347321]); // → [113.313671, 23.034732]
 */
export function roundPoint([lon, lat]: LonLat): LonLat {
  return [round(lon), round(lat)];
}

const toMm = (line: readonly LonLat[]): number => Math.round(measureLineM(line) * MM_PER_M);

/** Turns that lie so many times the distance of the ends beside the straight line, on both sides by turns. */
function swing(from: LonLat, to: LonLat, count: number, times: number): readonly LonLat[] {
  const { kx, ky } = createPlane(from);
  const [east, north] = [(to[0] - from[0]) * kx, (to[1] - from[1]) * ky];
  const turns = Array.from({ length: count }, (_, i): LonLat => {
    const along = (i + (i === 0 ? FIRST : 0.5)) / count;
    const aside = i % 2 === 0 ? times : -times;
    const [x, y] = [along * east - aside * north, along * north + aside * east];
    return [round(from[0] + x / kx), round(from[1] + y / ky)];
  });
  return [from, ...turns, to];
}

/** The line with one of its points moved by last decimals. */
function nudge(line: readonly LonLat[], at: number, right: number, up: number): readonly LonLat[] {
  return line.map(([lon, lat], i) =>
    i === at ? [round(lon + right / PLACES), round(lat + up / PLACES)] : [lon, lat],
  );
}

/** Moves of a point, none first. */
function listMoves(): readonly (readonly [right: number, up: number])[] {
  const steps = Array.from({ length: 2 * MOVES + 1 }, (_, i) => i - MOVES);
  return steps
    .flatMap((right) => steps.map((up) => [right, up] as const))
    .toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b));
}

/** The line with its first two turns moved so that it is exactly so long; null where no move makes it so. */
function fit(line: readonly LonLat[], lengthMm: number): readonly LonLat[] | null {
  const moves = listMoves();
  const [head, rest] = [line.slice(0, 4), line.slice(4)];
  const restM = measureLineM(line.slice(3));
  for (const [right, up] of moves) {
    const moved = nudge(head, 1, right, up);
    for (const [further, above] of moves) {
      const both = nudge(moved, 2, further, above);
      if (Math.round((measureLineM(both) + restM) * MM_PER_M) !== lengthMm) continue;
      if (toMm([...both, ...rest]) === lengthMm) return [...both, ...rest];
    }
  }
  return null;
}

/** The line with so many turns that is as long as can be and no longer. */
function bend(from: LonLat, to: LonLat, count: number, lengthMm: number): readonly LonLat[] {
  let [least, most] = [0, lengthMm / toMm([from, to])];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (least + most) / 2;
    if (toMm(swing(from, to, count, middle)) > lengthMm) most = middle;
    else least = middle;
  }
  return swing(from, to, count, least);
}

/**
 * A line of a length between two points within a region; where the millimetre cannot be met (a detour of next to
 * nothing), one that is a little shorter. The length is at least the geodesic.
 *
 * @example
 * const line = drawWindingLine([113.2, 23.1], [113.3, 23.1], 12_300_000, () => true);
 * line.length; // → 8
 */
export function drawWindingLine(
  from: LonLat,
  to: LonLat,
  lengthMm: number,
  isInside: (at: LonLat) => boolean,
): readonly LonLat[] {
  const straight = [from, to];
  if (toMm(straight) >= lengthMm) return straight;
  let nearest: readonly LonLat[] = straight;
  for (const count of TURNS) {
    nearest = bend(from, to, count, lengthMm);
    if (nearest.every(isInside)) break;
  }
  return fit(nearest, lengthMm) ?? nearest;
}
