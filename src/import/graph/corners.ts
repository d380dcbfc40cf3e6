/** Which points of roads are corners: where a driver may turn, stop at a barrier, or be told how to go on. */
import { ACCESS } from '../roads/access.ts';
import type { PointTraits } from '../roads/point-traits.ts';
import { NOWHERE, type Points } from './points.ts';
import type { RoadStore } from './road-store.ts';

/** Nobody passes. */
export function isBlocked(traits: PointTraits | undefined): boolean {
  return traits?.access.every((one) => one === ACCESS.closed) ?? false;
}

/** Somebody does not, or only with business there. */
export function isBarrier(traits: PointTraits | undefined): boolean {
  return traits?.access.some((one) => one !== ACCESS.open) ?? false;
}

/**
 * Calls for every run of places of a way whose points are there, each place once where a point repeats. A way that
 * leaves the file and comes back has several runs.
 */
export function eachRun(
  { refStart }: Pick<RoadStore, 'refStart'>,
  { ofRef, lonE7 }: Points,
  way: number,
  visit: (places: readonly number[]) => void,
): void {
  let run: number[] = [];
  for (let place = refStart[way] as number; place < (refStart[way + 1] as number); place += 1) {
    const point = ofRef[place] as number;
    if (lonE7[point] === NOWHERE) {
      if (run.length > 1) visit(run);
      run = [];
    } else if (run.length === 0 || ofRef[run.at(-1) as number] !== point) run.push(place);
  }
  if (run.length > 1) visit(run);
}

/**
 * Marks by point: ends of roads, points that several roads or one road twice pass, barriers, and the points whose ids
 * are in `viaIds`, of which turn restrictions speak.
 */
export function findCorners(roads: RoadStore, points: Points, viaIds: ReadonlySet<number>): Uint8Array {
  const { ofRef, id, traits } = points;
  const isCorner = new Uint8Array(id.length);
  const isPassed = new Uint8Array(id.length);
  for (let way = 0; way < roads.wayId.length; way += 1) {
    eachRun(roads, points, way, (places) => {
      for (const [i, place] of places.entries()) {
        const point = ofRef[place] as number;
        const isEnd = i === 0 || i === places.length - 1;
        if (isEnd || isPassed[point] === 1) isCorner[point] = 1;
        isPassed[point] = 1;
      }
    });
  }
  for (const [point, found] of traits) if (isBarrier(found)) isCorner[point] = 1;
  for (const [point, one] of id.entries()) if (isPassed[point] === 1 && viaIds.has(one)) isCorner[point] = 1;
  return isCorner;
}
