/**
 * Marks that would cover one another on the screen stand beside each other: where to draw them at a zoom, the
 * same every time. It moves the drawing only; the place itself stays where the data say.
 */
import type { LonLat } from '../../src/index.ts';

export interface Mark {
  readonly lon: number;
  readonly lat: number;
  /** Half the mark's width in pixels. */
  readonly radius: number;
}

/** Side of the world in pixels at zoom 0, as the map draws it. */
const WORLD_PX = 512;
/** Room between two marks in pixels. */
const GAP_PX = 1.5;
const ROUNDS = 60;

/** Pixels of a coordinate in the Mercator projection at a zoom. */
export function toPixels(lon: number, lat: number, zoom: number): [number, number] {
  const scale = WORLD_PX * 2 ** zoom;
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [((lon + 180) / 360) * scale, (0.5 - y / (2 * Math.PI)) * scale];
}

/** The coordinate of a pixel: the other way round. */
export function toCoordinate(x: number, y: number, zoom: number): LonLat {
  const scale = WORLD_PX * 2 ** zoom;
  const lat = (Math.atan(Math.exp((0.5 - y / scale) * 2 * Math.PI)) * 360) / Math.PI - 90;
  return [(x / scale) * 360 - 180, lat];
}

/** Pushes one pair apart by what they overlap; true where it did. */
function part(at: [number, number][], marks: readonly Mark[], i: number, j: number): boolean {
  const [a, b, p, q] = [marks[i], marks[j], at[i], at[j]];
  if (a === undefined || b === undefined || p === undefined || q === undefined) return false;
  const need = a.radius + b.radius + GAP_PX;
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const far = Math.hypot(dx, dy);
  if (far >= need) return false;
  // Two marks on the same spot part along a direction of their own, so that three do not stay in a row.
  const angle = far < 0.01 ? i * 2.4 : Math.atan2(dy, dx);
  const push = (need - far) / 2;
  const [x, y] = [Math.cos(angle) * push, Math.sin(angle) * push];
  at[i] = [p[0] - x, p[1] - y];
  at[j] = [q[0] + x, q[1] + y];
  return true;
}

/** Coordinates to draw the marks at, in the order given; those that touch nothing stay where they are. */
export function spreadMarks(marks: readonly Mark[], zoom: number): readonly LonLat[] {
  const home = marks.map(({ lon, lat }) => toPixels(lon, lat, zoom));
  const at = home.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < marks.length; i += 1) {
      for (let j = i + 1; j < marks.length; j += 1) moved = part(at, marks, i, j) || moved;
    }
    if (!moved) break;
  }
  return marks.map(({ lon, lat }, i) => {
    const [x, y] = at[i] ?? [0, 0];
    return x === home[i]?.[0] && y === home[i]?.[1] ? [lon, lat] : toCoordinate(x, y, zoom);
  });
}
