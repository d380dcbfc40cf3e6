/** Lines with fewer points, for looking at them from afar: Douglas and Peucker's rule on the plane. */

/** Squared distance of a point from the stretch between two others. */
function toDistance2(xs: Float64Array, ys: Float64Array, point: number, from: number, to: number): number {
  const [ax, ay] = [xs[from] as number, ys[from] as number];
  const [dx, dy] = [(xs[to] as number) - ax, (ys[to] as number) - ay];
  const [px, py] = [(xs[point] as number) - ax, (ys[point] as number) - ay];
  const length2 = dx * dx + dy * dy;
  const part = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
  return (px - part * dx) ** 2 + (py - part * dy) ** 2;
}

/**
 * Places of the points that are kept, the first and the last always: no other one is farther than the tolerance from
 * the line that is left.
 */
export function keepPoints(xs: Float64Array, ys: Float64Array, tolerance: number): readonly number[] {
  const last = xs.length - 1;
  const kept = new Set([0, last]);
  const open: (readonly [number, number])[] = [[0, last]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    let [far, most] = [0, tolerance * tolerance];
    for (let i = from + 1; i < to; i += 1) {
      const distance2 = toDistance2(xs, ys, i, from, to);
      if (distance2 > most) [far, most] = [i, distance2];
    }
    if (far === 0) continue;
    kept.add(far);
    open.push([from, far], [far, to]);
  }
  return [...kept].toSorted((a, b) => a - b);
}
