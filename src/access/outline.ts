/**
 * Outlines of sets of cells as they are: every hole and island kept, nothing smoothed. GeoJSON polygons by
 * the right-hand rule (outer rings counter-clockwise, holes clockwise), rings that touch themselves parted at
 * the touching corner. Cells that share only a corner are two polygons.
 */
import type { LonLat } from '../model/source.ts';
import type { Lattice } from './lattice.ts';

/** Rings are closed: the last point is the first. */
export interface Outline {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}

/** Directions in which an outline runs, the cell on its left: east, north, west, south. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/** A corner of cells and the directions that outlines leave it in, a bit each. */
interface Corners {
  readonly columns: number;
  readonly leaving: Uint8Array;
}

function listCorners({ columns, rows }: Lattice, isIn: Uint8Array): Corners {
  const across = columns + 1;
  const leaving = new Uint8Array(across * (rows + 1));
  const mark = (corner: number, direction: number): void => {
    leaving[corner] = (leaving[corner] as number) | (1 << direction);
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      if (isIn[cell] !== 1) continue;
      const corner = row * across + column;
      if (row === 0 || isIn[cell - columns] !== 1) mark(corner, 0);
      if (column === columns - 1 || isIn[cell + 1] !== 1) mark(corner + 1, 1);
      if (row === rows - 1 || isIn[cell + columns] !== 1) mark(corner + across + 1, 2);
      if (column === 0 || isIn[cell - 1] !== 1) mark(corner + across, 3);
    }
  }
  return { columns, leaving };
}

/** Left first: where two cells touch at a corner the outline stays with its own. */
function chooseDirection(leaving: number, coming: number): number {
  for (const turn of [1, 0, 3]) {
    const direction = (coming + turn) % 4;
    if ((leaving & (1 << direction)) !== 0) return direction;
  }
  return -1;
}

/** Corners of one closed outline, in order, from a corner and direction; they are taken off. */
function followOutline({ columns, leaving }: Corners, start: number, first: number): readonly number[] {
  const across = columns + 1;
  const path: number[] = [];
  let [at, direction] = [start, first];
  do {
    path.push(at);
    leaving[at] = (leaving[at] as number) & ~(1 << direction);
    at += (STEP_X[direction] as number) + (STEP_Y[direction] as number) * across;
    if (at !== start) direction = chooseDirection(leaving[at] as number, direction);
    else break;
  } while (direction >= 0);
  return path;
}

/** Parts an outline wherever it comes back to a corner, so that every ring passes each corner once. */
function partRings(path: readonly number[]): readonly (readonly number[])[] {
  const rings: (readonly number[])[] = [];
  const open: number[] = [];
  const place = new Map<number, number>();
  for (const corner of path) {
    const before = place.get(corner);
    if (before !== undefined) {
      const ring = open.splice(before);
      for (const one of ring) place.delete(one);
      rings.push(ring);
    }
    place.set(corner, open.length);
    open.push(corner);
  }
  rings.push(open);
  return rings;
}

/** The cell on the left of the way from one corner to the next. */
function findCell(columns: number, corner: number, next: number): number {
  const across = columns + 1;
  const [row, column] = [Math.floor(corner / across), corner % across];
  const by = next - corner;
  const [left, down] = [by === across || by === -1 ? 1 : 0, by === -1 || by === -across ? 1 : 0];
  return (row - down) * columns + column - left;
}

/** Twice the area of a ring in cells: above 0 where it runs counter-clockwise. */
function measureRing(across: number, ring: readonly number[]): number {
  let sum = 0;
  for (const [i, corner] of ring.entries()) {
    const next = ring[(i + 1) % ring.length] as number;
    const [x, y] = [corner % across, Math.floor(corner / across)];
    sum += x * Math.floor(next / across) - (next % across) * y;
  }
  return sum;
}

/** Corners at which a ring turns, as a closed line. */
function toLine({ columns, lons, lats }: Lattice, ring: readonly number[]): readonly LonLat[] {
  const across = columns + 1;
  const turns = ring.filter((corner, i) => {
    const before = ring[(i + ring.length - 1) % ring.length] as number;
    return (ring[(i + 1) % ring.length] as number) - corner !== corner - before;
  });
  const points = turns.map((corner): LonLat => {
    return [lons[corner % across] as number, lats[Math.floor(corner / across)] as number];
  });
  const [first] = points;
  return first === undefined ? [] : [...points, first];
}

/** Numbers the sets of cells that share edges, from 1 on; 0 outside. */
function labelCells({ columns, rows }: Lattice, isIn: Uint8Array): Uint32Array {
  const label = new Uint32Array(isIn.length);
  const stack: number[] = [];
  let count = 0;
  const visit = (cell: number): void => {
    if (isIn[cell] !== 1 || label[cell] !== 0) return;
    label[cell] = count;
    stack.push(cell);
  };
  for (let start = 0; start < isIn.length; start += 1) {
    if (isIn[start] !== 1 || label[start] !== 0) continue;
    count += 1;
    visit(start);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      const column = cell % columns;
      if (column > 0) visit(cell - 1);
      if (column < columns - 1) visit(cell + 1);
      if (cell >= columns) visit(cell - columns);
      if (cell < columns * (rows - 1)) visit(cell + columns);
    }
  }
  return label;
}

function listRings(lattice: Lattice, isIn: Uint8Array): readonly (readonly number[])[] {
  const corners = listCorners(lattice, isIn);
  const rings: (readonly number[])[] = [];
  for (let corner = 0; corner < corners.leaving.length; corner += 1) {
    while (corners.leaving[corner] !== 0) {
      const direction =
        31 - Math.clz32((corners.leaving[corner] as number) & -(corners.leaving[corner] as number));
      rings.push(...partRings(followOutline(corners, corner, direction)));
    }
  }
  return rings;
}

/**
 * The outline of the cells marked 1, by cell from the south-west in rows. Polygons and rings stand in the
 * order of their most southern, then western corner.
 *
 * @example
 * const [lons, lats] = [Float64Array.of(113, 113.1, 113.2), Float64Array.of(23, 23.1)];
 * const lattice = { columns: 2, rows: 1, lons, lats, areaKm2: Float64Array.of(113) };
 * traceOutline(lattice, Uint8Array.of(1, 0)).coordinates;
 * // → [[[[113, 23], [113.1, 23], [113.1, 23.1], [113, 23.1], [113, 23]]]]
 */
export function traceOutline(lattice: Lattice, isIn: Uint8Array): Outline {
  const label = labelCells(lattice, isIn);
  const polygons = new Map<number, { outer: readonly LonLat[]; holes: (readonly LonLat[])[] }>();
  for (const ring of listRings(lattice, isIn)) {
    const id = label[findCell(lattice.columns, ring[0] as number, ring[1] as number)] as number;
    const polygon = polygons.get(id) ?? { outer: [], holes: [] };
    polygons.set(id, polygon);
    const line = toLine(lattice, ring);
    if (measureRing(lattice.columns + 1, ring) > 0) polygon.outer = line;
    else polygon.holes.push(line);
  }
  return {
    type: 'MultiPolygon',
    coordinates: [...polygons.values()].map(({ outer, holes }) => [outer, ...holes]),
  };
}

/**
 * Square kilometres of the cells marked 1, on the WGS84 ellipsoid.
 *
 * @example
 * const [lons, lats] = [Float64Array.of(113, 113.1, 113.2), Float64Array.of(23, 23.1)];
 * const lattice = { columns: 2, rows: 1, lons, lats, areaKm2: Float64Array.of(113) };
 * measureAreaKm2(lattice, Uint8Array.of(1, 1)); // → 226
 */
export function measureAreaKm2({ columns, rows, areaKm2 }: Lattice, isIn: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    let count = 0;
    for (let column = 0; column < columns; column += 1) count += isIn[row * columns + column] as number;
    sum += count * (areaKm2[row] as number);
  }
  return sum;
}
