/**
 * Whether water lies between a cell and the stretch of road its connectors lead to. All of them run inside
 * the hull of the two. No water in the hull: every connector is dry. A water line that runs through the hull
 * from one of the two sides between cell and stretch to the other, meeting neither: every connector is wet.
 * Anything else is not decided. A numeric kernel in the plane of the cell's centre; metres.
 */
import type { Water } from '../model/road.ts';
import type { LocalPlane } from '../network/local-plane.ts';
import { createHull, makeHull } from './cell-hull.ts';

/** What is proved of all connectors from a cell to a stretch. */
export const DRY = 0;
export const WET = 1;
export const UNDECIDED = 2;
export type Proved = typeof DRY | typeof WET | typeof UNDECIDED;

/** Nearer than this counts as touching, so that no rounding decides: far above it, far below a metre. */
const TOUCH_M = 1e-3;

/** Pieces of all water lines, in degrees; `line` tells pieces of one line from another's. */
interface Pieces {
  readonly count: number;
  readonly ends: Float64Array;
  readonly line: Int32Array;
}

function listPieces(water: readonly Water[]): Pieces {
  const lines = water.flatMap((one) => one.lines);
  const ends: number[] = [];
  const line: number[] = [];
  for (const [index, points] of lines.entries()) {
    for (let i = 1; i < points.length; i += 1) {
      ends.push(...(points[i - 1] ?? []), ...(points[i] ?? []));
      line.push(index);
    }
  }
  return { count: line.length, ends: Float64Array.from(ends), line: Int32Array.from(line) };
}

/** Part of a piece inside a hull; an edge is −1 where the piece begins or ends inside. */
interface Clip {
  from: number;
  to: number;
  edgeIn: number;
  edgeOut: number;
}

export class WaterJudge {
  readonly #pieces: Pieces;
  /** Pieces near the cell in its plane: x and y of both ends. */
  readonly #near: Float64Array;
  readonly #nearIndex: Int32Array;
  #nearCount = 0;
  #halfX = 0;
  #halfY = 0;
  /** Box of the cell and the stretch asked about. */
  #west = 0;
  #east = 0;
  #south = 0;
  #north = 0;
  readonly #hull = createHull();
  readonly #clip: Clip = { from: 0, to: 1, edgeIn: -1, edgeOut: -1 };

  constructor(water: readonly Water[]) {
    this.#pieces = listPieces(water);
    this.#near = new Float64Array(4 * this.#pieces.count);
    this.#nearIndex = new Int32Array(this.#pieces.count);
  }

  /** Pieces with their box within reach of a point, in order. */
  listNear(plane: LocalPlane, reachM: number): Uint32Array {
    const { ends, count } = this.#pieces;
    const near: number[] = [];
    const isBeyond = (at: number, middle: number, reach: number): boolean => {
      const [from, to] = [(ends[at] as number) - middle, (ends[at + 2] as number) - middle];
      return Math.min(from, to) > reach || Math.max(from, to) < -reach;
    };
    for (let i = 0; i < count; i += 1) {
      const isOut = isBeyond(4 * i, plane.origin[0], reachM / plane.kx);
      if (!isOut && !isBeyond(4 * i + 1, plane.origin[1], reachM / plane.ky)) near.push(i);
    }
    return Uint32Array.from(near);
  }

  /** Turns to a cell of half sizes around a point: only the pieces given will be asked about. */
  turnTo({ origin, kx, ky }: LocalPlane, halfX: number, halfY: number, pieces: Uint32Array): void {
    const { ends } = this.#pieces;
    const [lon, lat] = origin;
    this.#halfX = halfX;
    this.#halfY = halfY;
    this.#nearCount = pieces.length;
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i] as number;
      this.#near[4 * i] = ((ends[4 * piece] as number) - lon) * kx;
      this.#near[4 * i + 1] = ((ends[4 * piece + 1] as number) - lat) * ky;
      this.#near[4 * i + 2] = ((ends[4 * piece + 2] as number) - lon) * kx;
      this.#near[4 * i + 3] = ((ends[4 * piece + 3] as number) - lat) * ky;
      this.#nearIndex[i] = piece;
    }
  }

  /** What is proved of the connectors from the cell to the stretch from a to b. */
  judge(ax: number, ay: number, bx: number, by: number): Proved {
    if (!this.#isAnyNear(ax, ay, bx, by)) return DRY;
    makeHull(this.#hull, this.#halfX, this.#halfY, ax, ay, bx, by);
    let touched = false;
    /** Edge through which the line now inside came in; −1 = it cannot part the two. */
    let cameIn = -1;
    let before = -2;
    for (let i = 0; i < this.#nearCount; i += 1) {
      if (!this.#isNextTo(before, i)) cameIn = -1;
      before = this.#nearIndex[i] as number;
      if (!this.#isNear(4 * i) || !this.#clipPiece(4 * i)) {
        cameIn = -1;
        continue;
      }
      touched = true;
      const { edgeIn, edgeOut } = this.#clip;
      if (edgeIn >= 0) cameIn = this.#hull.side[edgeIn] === 1 ? edgeIn : -1;
      if (cameIn >= 0 && this.#meetsEither(4 * i, ax, ay, bx, by)) cameIn = -1;
      if (edgeOut < 0) continue;
      if (cameIn >= 0 && edgeOut !== cameIn && this.#hull.side[edgeOut] === 1 && this.#hull.sides === 2)
        return WET;
      cameIn = -1;
    }
    return touched ? UNDECIDED : DRY;
  }

  /** Some piece has its box in that of cell and stretch. */
  #isAnyNear(ax: number, ay: number, bx: number, by: number): boolean {
    this.#west = Math.min(-this.#halfX, ax, bx) - TOUCH_M;
    this.#east = Math.max(this.#halfX, ax, bx) + TOUCH_M;
    this.#south = Math.min(-this.#halfY, ay, by) - TOUCH_M;
    this.#north = Math.max(this.#halfY, ay, by) + TOUCH_M;
    for (let i = 0; i < this.#nearCount; i += 1) if (this.#isNear(4 * i)) return true;
    return false;
  }

  #isNear(at: number): boolean {
    const near = this.#near;
    const [x1, x2] = [near[at] as number, near[at + 2] as number];
    if ((x1 < this.#west && x2 < this.#west) || (x1 > this.#east && x2 > this.#east)) return false;
    const [y1, y2] = [near[at + 1] as number, near[at + 3] as number];
    return !((y1 < this.#south && y2 < this.#south) || (y1 > this.#north && y2 > this.#north));
  }

  #isNextTo(before: number, i: number): boolean {
    const index = this.#nearIndex[i] as number;
    return index === before + 1 && this.#pieces.line[index] === this.#pieces.line[before];
  }

  /** Part of a piece inside the hull (Cyrus–Beck), the hull taken a little larger; false = none. */
  #clipPiece(at: number): boolean {
    const [hull, clip, near] = [this.#hull, this.#clip, this.#near];
    const [x, y] = [near[at] as number, near[at + 1] as number];
    const [dx, dy] = [(near[at + 2] as number) - x, (near[at + 3] as number) - y];
    clip.from = 0;
    clip.to = 1;
    clip.edgeIn = -1;
    clip.edgeOut = -1;
    for (let i = 0; i < hull.count; i += 1) {
      const [cornerX, cornerY] = [hull.x[i] as number, hull.y[i] as number];
      const next = (i + 1) % hull.count;
      const edgeX = (hull.x[next] as number) - cornerX;
      const edgeY = (hull.y[next] as number) - cornerY;
      const inside = edgeX * (y - cornerY) - edgeY * (x - cornerX) + TOUCH_M * Math.hypot(edgeX, edgeY);
      const gain = edgeX * dy - edgeY * dx;
      if (gain === 0 && inside < 0) return false;
      if (gain === 0) continue;
      const part = -inside / gain;
      if (gain > 0 && part > clip.from) {
        clip.from = part;
        clip.edgeIn = i;
      } else if (gain < 0 && part < clip.to) {
        clip.to = part;
        clip.edgeOut = i;
      }
    }
    return clip.from <= clip.to;
  }

  /** A piece touches the cell, or may touch the stretch. */
  #meetsEither(at: number, ax: number, ay: number, bx: number, by: number): boolean {
    const near = this.#near;
    const [x1, y1] = [near[at] as number, near[at + 1] as number];
    const [x2, y2] = [near[at + 2] as number, near[at + 3] as number];
    return (
      meetsBox(x1, y1, x2 - x1, y2 - y1, this.#halfX + TOUCH_M, this.#halfY + TOUCH_M) ||
      !(isBeside(x1, y1, x2, y2, ax, ay, bx, by) || isBeside(ax, ay, bx, by, x1, y1, x2, y2))
    );
  }
}

/** Both other points lie on one side of the line through the first two, clear of it. */
function isBeside(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const clear = TOUCH_M * Math.hypot(dx, dy);
  const a = dx * (ay - y1) - dy * (ax - x1);
  const b = dx * (by - y1) - dy * (bx - x1);
  return (a > clear && b > clear) || (a < -clear && b < -clear);
}

/** A segment from a point meets the box around the origin (Liang–Barsky). */
function meetsBox(x: number, y: number, dx: number, dy: number, halfX: number, halfY: number): boolean {
  let [from, to] = [0, 1];
  const clips = [-dx, x + halfX, dx, halfX - x, -dy, y + halfY, dy, halfY - y];
  for (let i = 0; i < 8; i += 2) {
    const [p, q] = [clips[i] as number, clips[i + 1] as number];
    if (p === 0 && q < 0) return false;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from <= to;
}
