/**
 * The plane geometry of the backdrop, in degrees: cutting a ring to a box, thinning a line, and the border lines of
 * the topology put together to rings. It reads and writes no file.
 */

/** Cuts a closed ring to one side of a line of the grid (Sutherland and Hodgman). */
function cutSide(ring, axis, limit, sign) {
  const inside = (point) => sign * (point[axis] - limit) <= 0;
  return ring.flatMap((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const share = (limit - before[axis]) / (point[axis] - before[axis]);
    const cut = before.map((value, k) => (k === axis ? limit : value + share * (point[k] - value)));
    if (inside(point)) return inside(before) ? [point] : [cut, point];
    return inside(before) ? [cut] : [];
  });
}

/** The part of an open list of corners that lies in the box `[west, south, east, north]`; no closing point. */
export function cutRing(ring, [west, south, east, north]) {
  const sides = [
    [0, west, -1],
    [0, east, 1],
    [1, south, -1],
    [1, north, 1],
  ];
  return sides.reduce((rest, [axis, limit, sign]) => cutSide(rest, axis, limit, sign), ring);
}

function measureOffset([x, y], [ax, ay], [bx, by]) {
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  const t =
    length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** Keeps the points that lie further from the thinned line than `toTolerance(point)` (Douglas and Peucker). */
export function thin(line, toTolerance) {
  if (line.length < 3) return line;
  const last = line.length - 1;
  let [far, worst] = [0, 0];
  for (let i = 1; i < last; i += 1) {
    const excess = measureOffset(line[i], line[0], line[last]) / toTolerance(line[i]);
    if (excess > worst) [far, worst] = [i, excess];
  }
  if (worst <= 1) return [line[0], line[last]];
  return [...thin(line.slice(0, far + 1), toTolerance).slice(0, -1), ...thin(line.slice(far), toTolerance)];
}

function isSame(one, other) {
  return one !== undefined && one[0] === other[0] && one[1] === other[1];
}

function withoutRepeats(line) {
  return line.filter((point, i) => !isSame(line[i - 1], point));
}

/** Points of a border: named junctions, free points, and stretches of a river of `data/water.geojson`. */
export function traceArc(path, junctions, rivers) {
  const points = path.flatMap((step) => {
    if (typeof step === 'string') return [junctions[step]];
    if (Array.isArray(step)) return [step];
    const river = rivers.get(step.water);
    const stretch = river.slice(Math.min(step.from, step.to), Math.max(step.from, step.to) + 1);
    return step.from <= step.to ? stretch : stretch.toReversed();
  });
  return withoutRepeats(points);
}

/** A closed ring of borders, each from the end of the one before; throws where two do not meet. */
export function joinRing(names, arcs) {
  const lines = names.map((name) =>
    name.startsWith('-') ? arcs.get(name.slice(1)).toReversed() : arcs.get(name),
  );
  lines.forEach((line, i) => {
    const before = lines[(i + lines.length - 1) % lines.length];
    if (!isSame(before[before.length - 1], line[0]))
      throw new Error(`${names[i]} does not begin where the border before it ends`);
  });
  return withoutRepeats(lines.flat());
}

/** Twice the signed area in square degrees; positive where the ring runs against the clock. */
export function measureArea2(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** The closed ring in the direction GeoJSON asks of an outer one. */
export function toOuter(ring) {
  const open = isSame(ring[0], ring[ring.length - 1]) ? ring.slice(0, -1) : ring;
  const turned = measureArea2(open) < 0 ? open.toReversed() : open;
  return [...turned, turned[0]];
}
