/**
 * How far every point of a cell is from a straight piece of road, and where along it the nearest point lies,
 * said by a few samples: on each part of the cell the two are linear, or the distance alone is convex and
 * the other constant, so that a sum of both with positive weight on the distance is nowhere above the
 * greatest sample nor below the least. A numeric kernel in the plane of the cell's centre; metres.
 */

/** Corners of a cell, counter-clockwise, in half widths and half heights. */
const CORNER_X = [-1, 1, 1, -1] as const;
const CORNER_Y = [-1, -1, 1, 1] as const;

/** Four corners, two points on each of three lines, two ends. */
const MOST_SAMPLES = 12;

/** A straight piece from a to b in the cell's plane. */
export interface Stretch {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

export class CellSamples {
  count = 0;
  readonly distanceM = new Float64Array(MOST_SAMPLES);
  /** Metres along the piece of the nearest point. */
  readonly alongM = new Float64Array(MOST_SAMPLES);
  /** Exact least and greatest distance of a point of the cell. */
  leastM = 0;
  mostM = 0;
  /** Stretch in which all nearest points lie. */
  fromM = 0;
  toM = 0;
  lengthM = 0;
  readonly #along = new Float64Array(4);
  readonly #across = new Float64Array(4);

  /** Samples a cell of half sizes around the origin against the piece from a to b. */
  take(halfX: number, halfY: number, { ax, ay, bx, by }: Stretch): void {
    const lengthM = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    const ux = lengthM === 0 ? 1 : (bx - ax) / lengthM;
    const uy = lengthM === 0 ? 0 : (by - ay) / lengthM;
    let first = Infinity;
    let last = -Infinity;
    this.#start(lengthM);
    for (let i = 0; i < 4; i += 1) {
      const x = (CORNER_X[i] as number) * halfX - ax;
      const y = (CORNER_Y[i] as number) * halfY - ay;
      this.#along[i] = x * ux + y * uy;
      this.#across[i] = x * uy - y * ux;
      this.#add(this.#along[i] as number, this.#across[i] as number);
      first = Math.min(first, this.#along[i] as number);
      last = Math.max(last, this.#along[i] as number);
    }
    this.#addCrossings();
    if (first < 0) this.#addEnd(toCellM(ax, ay, halfX, halfY), 0);
    if (last > lengthM) this.#addEnd(toCellM(bx, by, halfX, halfY), lengthM);
    this.fromM = clamp(first, lengthM);
    this.toM = clamp(last, lengthM);
  }

  #start(lengthM: number): void {
    this.count = 0;
    this.lengthM = lengthM;
    this.leastM = Infinity;
    this.mostM = 0;
  }

  #add(along: number, across: number): void {
    const foot = clamp(along, this.lengthM);
    this.#addEnd(Math.sqrt(across ** 2 + (along - foot) ** 2), foot);
  }

  #addEnd(distanceM: number, alongM: number): void {
    this.distanceM[this.count] = distanceM;
    this.alongM[this.count] = alongM;
    this.count += 1;
    if (distanceM < this.leastM) this.leastM = distanceM;
    if (distanceM > this.mostM) this.mostM = distanceM;
  }

  /** Where the road's own line, and the lines square to it at its two ends, cross the cell's edges. */
  #addCrossings(): void {
    for (let i = 0; i < 4; i += 1) {
      const j = (i + 1) % 4;
      const along = this.#along[i] as number;
      const across = this.#across[i] as number;
      const alongBy = (this.#along[j] as number) - along;
      const acrossBy = (this.#across[j] as number) - across;
      this.#addBetween(-along / alongBy, along, across, alongBy, acrossBy);
      this.#addBetween((this.lengthM - along) / alongBy, along, across, alongBy, acrossBy);
      this.#addBetween(-across / acrossBy, along, across, alongBy, acrossBy);
    }
  }

  #addBetween(part: number, along: number, across: number, alongBy: number, acrossBy: number): void {
    if (part > 0 && part < 1) this.#add(along + part * alongBy, across + part * acrossBy);
  }
}

function clamp(along: number, lengthM: number): number {
  return Math.min(lengthM, Math.max(0, along));
}

/** Distance of a point from the cell. */
function toCellM(x: number, y: number, halfX: number, halfY: number): number {
  return Math.hypot(Math.max(0, Math.abs(x) - halfX), Math.max(0, Math.abs(y) - halfY));
}
