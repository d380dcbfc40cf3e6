/** The order of points along a Hilbert curve: neighbours on the map stand near one another in memory. */

/** Cells of the curve along one side: 2^16, so that a place on it fits 32 bits. */
const SIDE = 1 << 16;

/** Place of a cell on the curve. */
function toPlace(column: number, row: number): number {
  let [x, y, place] = [column, row, 0];
  for (let side = SIDE >>> 1; side > 0; side >>>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    place += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) [x, y] = [SIDE - 1 - x, SIDE - 1 - y];
      [x, y] = [y, x];
    }
  }
  return place;
}

/** Places of points in the order of the curve over their bounds; equal cells keep their order. */
export function orderByHilbert(xs: Int32Array, ys: Int32Array): Uint32Array {
  const [left, bottom] = [least(xs), least(ys)];
  const extent = Math.max(1, -least(xs.map((x) => -x)) - left, -least(ys.map((y) => -y)) - bottom);
  const toCell = (value: number, from: number): number =>
    Math.min(SIDE - 1, Math.floor(((value - from) / extent) * SIDE));
  const place = Float64Array.from(xs, (x, i) => toPlace(toCell(x, left), toCell(ys[i] as number, bottom)));
  return Uint32Array.from(xs.keys()).toSorted((a, b) => (place[a] as number) - (place[b] as number) || a - b);
}

function least(values: Int32Array): number {
  let found = Infinity;
  for (const value of values) if (value < found) found = value;
  return found === Infinity ? 0 : found;
}
