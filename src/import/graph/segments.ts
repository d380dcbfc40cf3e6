/** Roads cut at their corners. */
import { eachRun, isBarrier, isBlocked } from './corners.ts';
import { measureM } from './distance.ts';
import { createGrowing, type Growing } from './growing.ts';
import type { Points } from './points.ts';
import type { RoadStore } from './road-store.ts';

/** Stretches of one way between two corners, as columns, in the order of the ways. */
export interface Segments {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Index of the way. */
  readonly way: Uint32Array;
  /** First and last place in the roads' refs. */
  readonly refFrom: Uint32Array;
  readonly refTo: Uint32Array;
  readonly lengthM: Float64Array;
  /** Part of a ferry's own time, whole milliseconds; −1 where it gives none. */
  readonly givenMs: Float64Array;
  /** Point of each corner: a barrier that nobody passes is a corner of its own for each road that ends there. */
  readonly cornerPoint: Uint32Array;
  /** Corners that must stay, whatever meets there. */
  readonly isFixed: Uint8Array;
}

interface Columns {
  readonly from: Growing<Uint32Array>;
  readonly to: Growing<Uint32Array>;
  readonly way: Growing<Uint32Array>;
  readonly refFrom: Growing<Uint32Array>;
  readonly refTo: Growing<Uint32Array>;
  readonly lengthM: Growing<Float64Array>;
  readonly givenMs: Growing<Float64Array>;
}

function createColumns(): Columns {
  const whole = (): Growing<Uint32Array> => createGrowing((length) => new Uint32Array(length));
  const float = (): Growing<Float64Array> => createGrowing((length) => new Float64Array(length));
  return {
    from: whole(),
    to: whole(),
    way: whole(),
    refFrom: whole(),
    refTo: whole(),
    lengthM: float(),
    givenMs: float(),
  };
}

/** Numbers corners as they are met; a barrier that nobody passes is a new one each time. */
function createNumbering(points: Points): { toCorner: (point: number) => number; list: () => Uint32Array } {
  const cornerOf = new Int32Array(points.id.length).fill(-1);
  const cornerPoint = createGrowing((length) => new Uint32Array(length));
  const toCorner = (point: number): number => {
    const known = cornerOf[point] as number;
    if (known >= 0 && !isBlocked(points.traits.get(point))) return known;
    const corner = cornerPoint.length();
    cornerOf[point] = corner;
    cornerPoint.push(point);
    return corner;
  };
  return { toCorner, list: () => cornerPoint.finish() };
}

/** Places in a run where it is cut, with the metres before each since the last one. */
function findCuts(
  places: readonly number[],
  { ofRef, lonE7, latE7 }: Points,
  isCorner: Uint8Array,
): readonly { readonly at: number; readonly lengthM: number }[] {
  const cuts: { at: number; lengthM: number }[] = [];
  let sumM = 0;
  for (let i = 1; i < places.length; i += 1) {
    const [a, b] = [ofRef[places[i - 1] as number] as number, ofRef[places[i] as number] as number];
    sumM += measureM(lonE7[a] as number, latE7[a] as number, lonE7[b] as number, latE7[b] as number);
    if (isCorner[b] !== 1) continue;
    cuts.push({ at: i, lengthM: sumM });
    sumM = 0;
  }
  return cuts;
}

/** A time shared by length: differences of its rounded running sums; −1 where there is none. */
export function shareMs(durationS: number | null, lengthsM: readonly number[]): readonly number[] {
  if (durationS === null) return lengthsM.map(() => -1);
  const allM = lengthsM.reduce((sum, one) => sum + one, 0);
  let [sumM, before] = [0, 0];
  return lengthsM.map((one) => {
    sumM += one;
    const until = Math.round(allM === 0 ? 0 : (durationS * 1000 * sumM) / allM);
    const share = until - before;
    before = until;
    return share;
  });
}

/** Cuts all roads at the points marked. */
export function cutRoads(roads: RoadStore, points: Points, isCorner: Uint8Array): Segments {
  const { ofRef, traits } = points;
  const columns = createColumns();
  const { toCorner, list } = createNumbering(points);
  const cut = (way: number, places: readonly number[]): void => {
    const cuts = findCuts(places, points, isCorner);
    const durationS = roads.traits[roads.wayTraits[way] as number]?.durationS ?? null;
    const shares = shareMs(
      durationS,
      cuts.map((one) => one.lengthM),
    );
    let start = places[0] as number;
    for (const [i, { at, lengthM }] of cuts.entries()) {
      const end = places[at] as number;
      columns.from.push(toCorner(ofRef[start] as number));
      columns.to.push(toCorner(ofRef[end] as number));
      columns.way.push(way);
      columns.refFrom.push(start);
      columns.refTo.push(end);
      columns.lengthM.push(lengthM);
      columns.givenMs.push(shares[i] ?? -1);
      start = end;
    }
  };
  for (let way = 0; way < roads.wayId.length; way += 1) {
    eachRun(roads, points, way, (places) => cut(way, places));
  }
  const cornerPoint = list();
  return {
    count: columns.lengthM.length(),
    from: columns.from.finish(),
    to: columns.to.finish(),
    way: columns.way.finish(),
    refFrom: columns.refFrom.finish(),
    refTo: columns.refTo.finish(),
    lengthM: columns.lengthM.finish(),
    givenMs: columns.givenMs.finish(),
    cornerPoint,
    isFixed: Uint8Array.from(cornerPoint, (point) => (isBarrier(traits.get(point)) ? 1 : 0)),
  };
}
