/** Vertices in the order of a Hilbert curve through the plane: neighbours on the map become neighbours in memory. */

/** The curve visits a square of 2^16 by 2^16 cells: its numbers stay exact. */
const BITS = 16;

/** Number of a cell along the curve. */
function toPlace(cellX: number, cellY: number): number {
  let [x, y, place] = [cellX, cellY, 0];
  for (let size = 2 ** (BITS - 1); size >= 1; size /= 2) {
    const [right, upper] = [x & size ? 1 : 0, y & size ? 1 : 0];
    place += size * size * ((3 * right) ^ upper);
    if (upper === 1) continue;
    if (right === 1) [x, y] = [2 ** BITS - 1 - x, 2 ** BITS - 1 - y];
    [x, y] = [y, x];
  }
  return place;
}

/**
 * Rank of every vertex along the curve; vertices of one cell by number. Coordinates are whole numbers of any unit.
 *
 * @example
 * [...rankByHilbert(Int32Array.of(0, 9, 9, 0), Int32Array.of(0, 0, 9, 9))]; // → [0, 3, 2, 1]
 */
export function rankByHilbert(x: Int32Array, y: Int32Array): Uint32Array {
  const count = x.length;
  let [west, south, width] = [Infinity, Infinity, 1];
  for (let v = 0; v < count; v += 1) {
    west = Math.min(west, x[v] as number);
    south = Math.min(south, y[v] as number);
  }
  for (let v = 0; v < count; v += 1)
    width = Math.max(width, (x[v] as number) - west + 1, (y[v] as number) - south + 1);
  const keys = new Float64Array(count);
  for (let v = 0; v < count; v += 1) {
    const cellX = Math.floor((((x[v] as number) - west) * 2 ** BITS) / width);
    const cellY = Math.floor((((y[v] as number) - south) * 2 ** BITS) / width);
    keys[v] = toPlace(cellX, cellY) * count + v;
  }
  return toRank(keys.toSorted(), count);
}

/** Keys are something × count + vertex. */
function toRank(sorted: Float64Array, count: number): Uint32Array {
  const rank = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) rank[(sorted[i] as number) % count] = i;
  return rank;
}
