/**
 * How much ground roads open up: the squares of a lattice that they pass through. A rule of thumb that is the same for
 * every city; it knows nothing of what stands on the ground.
 */
import type { ImportedNetwork } from '../model/imported-network.ts';
import { createPlane } from '../network/local-plane.ts';
import type { City } from './city.ts';
import { cutLine, toLine } from './line.ts';
import type { ReachedPart } from './reach.ts';
import { E7 } from '../units.ts';

/** Side of a square in metres: about a block. Doubled for maps so wide that there would be more than the most. */
const SIDE_M = 100;
const MOST_SQUARES = 2 ** 26;
const M2_PER_KM2 = 1_000_000;

/** Squares over the bounds of a network, in rows from its south-western corner. */
interface Lattice {
  readonly sideM: number;
  readonly columns: number;
  readonly rows: number;
  readonly toColumn: (lon: number) => number;
  readonly toRow: (lat: number) => number;
}

function createLattice({ notes }: ImportedNetwork): Lattice {
  const [west, south, east, north] = notes.bounds;
  const { kx, ky } = createPlane([(west + east) / 2, (south + north) / 2]);
  const [width, height] = [(east - west) * kx, (north - south) * ky];
  const count = (lengthM: number, sideM: number): number => Math.floor(lengthM / sideM) + 1;
  let sideM = SIDE_M;
  while (count(width, sideM) * count(height, sideM) > MOST_SQUARES) sideM *= 2;
  return {
    sideM,
    columns: count(width, sideM),
    rows: count(height, sideM),
    toColumn: (lon) => ((lon - west) * kx) / sideM,
    toRow: (lat) => ((lat - south) * ky) / sideM,
  };
}

/** Part of a stretch before it crosses the next line of the lattice, and between two lines. */
function toCrossings(at: number, delta: number): readonly [next: number, between: number] {
  if (delta === 0) return [Infinity, Infinity];
  const line = delta > 0 ? Math.floor(at) + 1 : Math.floor(at);
  return [(line - at) / delta, Math.abs(1 / delta)];
}

/** Marks squares and counts those that are new. */
class Marks {
  readonly #lattice: Lattice;
  readonly #bits: Uint32Array;
  count = 0;
  constructor(lattice: Lattice) {
    this.#lattice = lattice;
    this.#bits = new Uint32Array(Math.ceil((lattice.columns * lattice.rows) / 32));
  }

  #mark(column: number, row: number): void {
    const { columns, rows } = this.#lattice;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return;
    const square = row * columns + column;
    const [word, bit] = [square >>> 5, 1 << (square & 31)];
    const before = this.#bits[word] as number;
    if ((before & bit) !== 0) return;
    this.#bits[word] = before | bit;
    this.count += 1;
  }

  /** Every square that a straight stretch passes through, from one crossing of a line to the next. */
  markStretch(fromLon: number, fromLat: number, toLon: number, toLat: number): void {
    const { toColumn, toRow } = this.#lattice;
    const [x, y, endX, endY] = [toColumn(fromLon), toRow(fromLat), toColumn(toLon), toRow(toLat)];
    let [column, row] = [Math.floor(x), Math.floor(y)];
    const [lastColumn, lastRow] = [Math.floor(endX), Math.floor(endY)];
    this.#mark(column, row);
    const [firstX, betweenX] = toCrossings(x, endX - x);
    const [firstY, betweenY] = toCrossings(y, endY - y);
    let [nextX, nextY] = [firstX, firstY];
    while (column !== lastColumn || row !== lastRow) {
      // Rounding may not lead past the last square.
      if (row === lastRow || (column !== lastColumn && nextX < nextY)) {
        column += Math.sign(lastColumn - column);
        nextX += betweenX;
      } else {
        row += Math.sign(lastRow - row);
        nextY += betweenY;
      }
      this.#mark(column, row);
    }
  }
}

/** Marks a whole link, without making a line of it. */
function markLink({ nodes, links, shape }: ImportedNetwork, link: number, marks: Marks): void {
  const [from, to] = [links.from[link] as number, links.to[link] as number];
  let [lon, lat] = [(nodes.lonE7[from] as number) / E7, (nodes.latE7[from] as number) / E7];
  const goOn = (nextLon: number, nextLat: number): void => {
    marks.markStretch(lon, lat, nextLon, nextLat);
    [lon, lat] = [nextLon, nextLat];
  };
  for (let i = links.shapeStart[link] as number; i < (links.shapeStart[link + 1] as number); i += 1)
    goOn((shape.lonE7[i] as number) / E7, (shape.latE7[i] as number) / E7);
  goOn((nodes.lonE7[to] as number) / E7, (nodes.latE7[to] as number) / E7);
}

/** Ground that parts of roads open up. */
export interface Ground {
  /** Squares of this side are counted. */
  readonly sideM: number;
  readonly squares: number;
  readonly areaKm2: number;
}

/** Squares that parts of links pass through, each once. */
export function measureGround({ network }: City, parts: readonly ReachedPart[]): Ground {
  const lattice = createLattice(network);
  const marks = new Marks(lattice);
  for (const { link, from, to } of parts) {
    if (from === 0 && to === 1) markLink(network, link, marks);
    else {
      const line = cutLine(toLine(network, link), from, to);
      for (const [i, [lon, lat]] of line.slice(1).entries()) {
        const [beforeLon, beforeLat] = line[i] as (typeof line)[number];
        marks.markStretch(beforeLon, beforeLat, lon, lat);
      }
    }
  }
  const areaKm2 = (marks.count * lattice.sideM ** 2) / M2_PER_KM2;
  return { sideM: lattice.sideM, squares: marks.count, areaKm2 };
}
