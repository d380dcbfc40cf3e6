/**
 * The hull of a cell and a stretch of road: everything between the two. A numeric kernel in the plane of the
 * cell's centre; metres.
 */

/** Corners of a hull counter-clockwise; `side[i]`: the edge from i on leads between cell and stretch. */
export interface Hull {
  count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly side: Uint8Array;
  sides: number;
}

/** Four corners of the cell, two ends of the stretch, and one to tell a hull that does not close. */
const MOST_CORNERS = 7;

/** Room for a hull, to be filled again and again. */
export function createHull(): Hull {
  return {
    count: 0,
    x: new Float64Array(MOST_CORNERS),
    y: new Float64Array(MOST_CORNERS),
    side: new Uint8Array(MOST_CORNERS),
    sides: 0,
  };
}

/** Hull of a box around the origin and the stretch a–b, counter-clockwise (gift wrapping over six points). */
export function makeHull(
  hull: Hull,
  halfX: number,
  halfY: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const xs = [-halfX, halfX, halfX, -halfX, ax, bx];
  const ys = [-halfY, -halfY, halfY, halfY, ay, by];
  let start = 0;
  for (let i = 1; i < 6; i += 1) if (isLower(xs, ys, i, start)) start = i;
  hull.count = 0;
  hull.sides = 0;
  let at = start;
  do {
    const next = findNext(xs, ys, at);
    hull.x[hull.count] = xs[at] as number;
    hull.y[hull.count] = ys[at] as number;
    const side = at < 4 === next < 4 ? 0 : 1;
    hull.side[hull.count] = side;
    hull.sides += side;
    hull.count += 1;
    at = next;
  } while (at !== start && hull.count < MOST_CORNERS);
}

function isLower(xs: readonly number[], ys: readonly number[], i: number, than: number): boolean {
  const difference = (ys[i] as number) - (ys[than] as number);
  return difference < 0 || (difference === 0 && (xs[i] as number) < (xs[than] as number));
}

/** The point with no other to the right of the way to it; the farthest of several in one direction. */
function findNext(xs: readonly number[], ys: readonly number[], at: number): number {
  const [x, y] = [xs[at] as number, ys[at] as number];
  let best = -1;
  for (let i = 0; i < 6; i += 1) {
    const [dx, dy] = [(xs[i] as number) - x, (ys[i] as number) - y];
    if (dx === 0 && dy === 0) continue;
    if (best < 0) {
      best = i;
      continue;
    }
    const [bestX, bestY] = [(xs[best] as number) - x, (ys[best] as number) - y];
    const turn = bestX * dy - bestY * dx;
    if (turn < 0 || (turn === 0 && Math.hypot(dx, dy) > Math.hypot(bestX, bestY))) best = i;
  }
  return best;
}
