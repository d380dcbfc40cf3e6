/** By how much the nodes of the roads are moved in a draw, and the drawn lines with them. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import type { Accessible, MoveRoads } from '../network/connectors.ts';
import { createPlane, listVertexShares } from '../network/local-plane.ts';
import type { Box } from '../network/water.ts';
import { findRoadPoints } from './road-points.ts';
import type { Values } from './values.ts';

/** Degrees east and north by number of a node; the last number is that of nodes the data set has not, which stay. */
export interface Shifts {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

function makeShifts({ dataset, at }: Values): Shifts | null {
  const { points, first, second, part } = findRoadPoints(dataset);
  const [east, north] = [new Float64Array(points.length), new Float64Array(points.length)];
  let isMoved = false;
  for (const [point, { id, at: from }] of points.entries()) {
    const to = at.get(id);
    if (to === undefined) continue;
    isMoved = true;
    east[point] = to[0] - from[0];
    north[point] = to[1] - from[1];
  }
  if (!isMoved) return null;
  const join = (moves: Float64Array): Float64Array => {
    const joined = new Float64Array(part.length + 1);
    for (const [node, own] of part.entries()) {
      const [a, b] = [moves[first[node] as number] as number, moves[second[node] as number] as number];
      joined[node] = own * a + (1 - own) * b;
    }
    return joined;
  };
  return { lon: join(east), lat: join(north) };
}

const SHIFTS = new WeakMap<Values, Shifts | null>();

/** The moves of all nodes in a draw; null where none is moved. */
export function findShifts(values: Values): Shifts | null {
  const known = SHIFTS.get(values);
  if (known !== undefined) return known;
  const shifts = makeShifts(values);
  SHIFTS.set(values, shifts);
  return shifts;
}

/** Numbers of the nodes at the ends of links. */
export interface LinkEnds {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Ends of some links of a data set, in their order. */
export function listLinkEnds(dataset: Dataset, links: readonly Link[]): LinkEnds {
  const { numbers } = findRoadPoints(dataset);
  return {
    from: Int32Array.from(links, ({ from }) => numbers.get(from) ?? numbers.size),
    to: Int32Array.from(links, ({ to }) => numbers.get(to) ?? numbers.size),
  };
}

/** What the lines of the roads that places may join are moved by. */
interface Joinable extends LinkEnds {
  /** Part of each line before each of its points. */
  readonly shares: readonly (readonly number[])[];
}

const JOINABLE = new WeakMap<Accessible, Joinable>();

function findJoinable(dataset: Dataset, accessible: Accessible): Joinable {
  const known = JOINABLE.get(accessible);
  if (known !== undefined) return known;
  const { links } = accessible;
  const shares = links.map(({ geometry }) => listVertexShares(createPlane(geometry[0] as LonLat), geometry));
  const joinable = { shares, ...listLinkEnds(dataset, links) };
  JOINABLE.set(accessible, joinable);
  return joinable;
}

/** Room around a box for ends that are moved. */
function widen(
  [west, south, east, north]: Box,
  { lon, lat }: Shifts,
  [a, b]: readonly [number, number],
): Box {
  const [lonA, lonB] = [lon[a] as number, lon[b] as number];
  const [latA, latB] = [lat[a] as number, lat[b] as number];
  return [
    west + Math.min(lonA, lonB),
    south + Math.min(latA, latB),
    east + Math.max(lonA, lonB),
    north + Math.max(latA, latB),
  ];
}

/** Lines are moved when they are asked for: most lie far from every place. */
function moveLines(accessible: Accessible, { shares, from, to }: Joinable, shifts: Shifts): Accessible {
  const { lon, lat } = shifts;
  const endsOf = (link: number) => [from[link] as number, to[link] as number] as const;
  const moved: (readonly LonLat[])[] = [];
  const move = (link: number): readonly LonLat[] => {
    const [tail, head] = endsOf(link);
    const [east, north] = [lon[tail] as number, lat[tail] as number];
    const [onEast, onNorth] = [(lon[head] as number) - east, (lat[head] as number) - north];
    return accessible.lineOf(link).map(([x, y], i) => {
      const share = shares[link]?.[i] ?? 0;
      return [x + east + share * onEast, y + north + share * onNorth];
    });
  };
  return {
    ...accessible,
    boxes: accessible.boxes.map((box, link) => widen(box, shifts, endsOf(link))),
    lineOf: (link) => (moved[link] ??= move(link)),
  };
}

/**
 * Where the roads that places may join lie in a draw: their ends are moved, and what lies between in proportion. Null
 * where they lie as recorded.
 */
export function createMover(values: Values): MoveRoads | null {
  const shifts = findShifts(values);
  if (shifts === null) return null;
  const moved = new Map<Accessible, Accessible>();
  return (accessible) => {
    const known = moved.get(accessible);
    if (known !== undefined) return known;
    const lines = moveLines(accessible, findJoinable(values.dataset, accessible), shifts);
    moved.set(accessible, lines);
    return lines;
  };
}
