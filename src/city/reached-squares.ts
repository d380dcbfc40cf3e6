/**
 * How much ground roads open up: the squares of a lattice that they pass through. A rule of thumb that is the same for
 * every city; it knows nothing of what stands on the ground.
 */
import type { ImportedNetwork } from '../model/imported-network.ts';
import type { LonLat } from '../model/source.ts';
import { createPlane } from '../network/local-plane.ts';
import type { City } from './city.ts';
import { cutLine, toLine } from './line.ts';
import type { ReachedPart } from './reach.ts';

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

/** Numbers of squares one after the other, in as much room as they take. */
class SquareList {
  #squares = new Uint32Array(1024);
  #begun = 0;
  count = 0;

  /** Goes on with something else, whose first square may be the last of what was before. */
  begin(): void {
    this.#begun = this.count;
  }

  push(square: number): void {
    if (this.count > this.#begun && this.#squares[this.count - 1] === square) return;
    if (this.count === this.#squares.length) {
      const more = new Uint32Array(2 * this.count);
      more.set(this.#squares);
      this.#squares = more;
    }
    this.#squares[this.count] = square;
    this.count += 1;
  }

  get squares(): Uint32Array {
    return this.#squares.subarray(0, this.count);
  }
}

/** Adds every square that a straight stretch passes through, from one crossing of a line to the next. */
function passStretch(
  { toColumn, toRow, columns, rows }: Lattice,
  [fromLon, fromLat]: LonLat,
  [toLon, toLat]: LonLat,
  passed: SquareList,
): void {
  const pass = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= columns || row >= rows) return;
    passed.push(row * columns + column);
  };
  const [x, y, endX, endY] = [toColumn(fromLon), toRow(fromLat), toColumn(toLon), toRow(toLat)];
  let [column, row] = [Math.floor(x), Math.floor(y)];
  const [lastColumn, lastRow] = [Math.floor(endX), Math.floor(endY)];
  pass(column, row);
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
    pass(column, row);
  }
}

function passLine(lattice: Lattice, line: readonly LonLat[], passed: SquareList): void {
  for (const [i, to] of line.slice(1).entries()) passStretch(lattice, line[i] as LonLat, to, passed);
}

/** The lattice of a network, and the squares of its links: those of link l are squares[start[l]] … squares[start[l + 1] − 1]. */
interface LinkSquares {
  readonly lattice: Lattice;
  readonly start: Uint32Array;
  readonly squares: Uint32Array;
}

const OF_LINKS = new WeakMap<ImportedNetwork, LinkSquares>();

/** Found once for a network: most of what is reached is whole links, again and again. */
function findLinkSquares(network: ImportedNetwork): LinkSquares {
  const known = OF_LINKS.get(network);
  if (known !== undefined) return known;
  const lattice = createLattice(network);
  const passed = new SquareList();
  const links = network.links.from.length;
  const start = new Uint32Array(links + 1);
  for (let link = 0; link < links; link += 1) {
    passed.begin();
    passLine(lattice, toLine(network, link), passed);
    start[link + 1] = passed.count;
  }
  const found = { lattice, start, squares: passed.squares };
  OF_LINKS.set(network, found);
  return found;
}

/** Marks squares and counts those that are new. */
class Marks {
  readonly #bits: Uint32Array;
  count = 0;

  constructor({ columns, rows }: Lattice) {
    this.#bits = new Uint32Array(Math.ceil((columns * rows) / 32));
  }

  mark(squares: Uint32Array, from: number, to: number): void {
    const bits = this.#bits;
    for (let i = from; i < to; i += 1) {
      const square = squares[i] as number;
      const [word, bit] = [square >>> 5, 1 << (square & 31)];
      const before = bits[word] as number;
      if ((before & bit) !== 0) continue;
      bits[word] = before | bit;
      this.count += 1;
    }
  }
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
  const { lattice, start, squares } = findLinkSquares(network);
  const marks = new Marks(lattice);
  const cut = new SquareList();
  for (const { link, from, to } of parts) {
    if (from === 0 && to === 1) marks.mark(squares, start[link] as number, start[link + 1] as number);
    else passLine(lattice, cutLine(toLine(network, link), from, to), cut);
  }
  marks.mark(cut.squares, 0, cut.count);
  const areaKm2 = (marks.count * lattice.sideM ** 2) / M2_PER_KM2;
  return { sideM: lattice.sideM, squares: marks.count, areaKm2 };
}
