/**
 * The shortest new road between two nodes that are there, as long as their geodesic times a detour factor, that makes a
 * goal hold. Every pair of nodes is looked at. A new road is driven along at most once on a fastest way, so that a trip
 * with it is its time to one end, the road, and the time from the other end. A pair is passed over without a geodesic
 * where the straight line through the earth, which is never longer, is already too long, or helps no trip.
 */
import { measureGeodesicM } from '../geodesic.ts';
import type { LonLat } from '../model/source.ts';
import { MM_PER_M, roundHalfUp, WGS84_A_M, WGS84_F } from '../units.ts';
import type { Around } from './around.ts';
import type { Goal } from './goal.ts';

/** A node of the roads and its vertex. */
export interface NodeAt {
  readonly id: string;
  readonly vertex: number;
  readonly at: LonLat;
}

export interface NewLink {
  readonly from: NodeAt;
  readonly to: NodeAt;
  readonly lengthMm: number;
  readonly timesMs: Float64Array;
}

export interface NewLinkSearch {
  readonly around: Around;
  readonly goal: Goal;
  /** In the order in which equally long roads are told apart. */
  readonly nodes: readonly NodeAt[];
  /** Milliseconds on a road of a length in mm, which never fall with it. */
  readonly toMs: (lengthMm: number) => number;
  readonly detour: number;
  readonly budgetMm: number;
}

export interface NewLinkResult {
  readonly found: NewLink | null;
  /** Pairs whose trips were added up. */
  readonly tried: number;
}

type Point = readonly [x: number, y: number, z: number];

/** Metres from the middle of the earth, on the ellipsoid. */
function toPoint([lon, lat]: LonLat): Point {
  const [lambda, phi] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const e2 = WGS84_F * (2 - WGS84_F);
  const radiusM = WGS84_A_M / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const flat = radiusM * Math.cos(phi);
  return [flat * Math.cos(lambda), flat * Math.sin(lambda), radiusM * (1 - e2) * Math.sin(phi)];
}

/** What sines may be off by, in mm, many times over. */
const SLACK_MM = 1;

/** No geodesic is shorter than this many mm. */
function toChordMm(a: Point, b: Point): number {
  const metres = Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
  return Math.max(0, metres * MM_PER_M - SLACK_MM);
}

/** A trip that is not within the cutoff yet, and the times around it by vertex. */
interface Open {
  readonly trip: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

function listOpen({ roads: { trips }, timesMs, from, to }: Around, { cutoffMs }: Goal): readonly Open[] {
  return trips.flatMap((trip, i): readonly Open[] => {
    const [before, after] = [from.get(trip.from), to.get(trip.to)];
    if (before === undefined || after === undefined || (timesMs[i] as number) <= cutoffMs) return [];
    return [{ trip: i, from: before, to: after }];
  });
}

/** A trip over a road of so many ms between two vertices, whichever way is faster. */
function timeOver({ from, to }: Open, a: number, b: number, ms: number): number {
  const along = (from[a] as number) + ms + (to[b] as number);
  const back = (from[b] as number) + ms + (to[a] as number);
  return Math.min(along, back);
}

/** Times of all trips with a road between two vertices. */
function timeWithRoad(
  { timesMs }: Around,
  open: readonly Open[],
  a: number,
  b: number,
  ms: number,
): Float64Array {
  const times = timesMs.slice();
  for (const one of open) times[one.trip] = Math.min(times[one.trip] as number, timeOver(one, a, b, ms));
  return times;
}

/** Looks at every pair of nodes; yields after each first node of them. */
export function* findNewLink(search: NewLinkSearch): Generator<void, NewLinkResult> {
  const { around, goal, nodes, toMs, detour, budgetMm } = search;
  const open = listOpen(around, goal);
  const points = nodes.map(({ at }) => toPoint(at));
  let found: NewLink | null = null;
  let tried = 0;
  for (const [i, from] of nodes.entries()) {
    for (let k = i + 1; k < nodes.length; k += 1) {
      const to = nodes[k] as NodeAt;
      const leastMm = toChordMm(points[i] as Point, points[k] as Point) * detour;
      if (leastMm > (found === null ? budgetMm : found.lengthMm)) continue;
      const leastMs = toMs(leastMm);
      if (!open.some((one) => timeOver(one, from.vertex, to.vertex, leastMs) <= goal.cutoffMs)) continue;
      tried += 1;
      const lengthMm = roundHalfUp(measureGeodesicM(from.at, to.at) * detour * MM_PER_M);
      // Two nodes at one point are no road.
      if (lengthMm === 0 || lengthMm > budgetMm || lengthMm >= (found?.lengthMm ?? Infinity)) continue;
      const timesMs = timeWithRoad(around, open, from.vertex, to.vertex, toMs(lengthMm));
      if (goal.isMet(timesMs)) found = { from, to, lengthMm, timesMs };
    }
    yield;
  }
  return { found, tried };
}
