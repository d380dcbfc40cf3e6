/**
 * What a scenario wins and loses on the way to every road: milliseconds to the middle of each, without it and with it.
 * Roads are those under the scenario, where a link that an interchange cuts is its parts. What is not reached at all has
 * no time, and so no difference: it is a kind of its own.
 */
import { CLOSED, type ImportedNetwork } from '../model/imported-network.ts';
import { M_PER_KM, MM_PER_M, MS_PER_SECOND, roundHalfUp } from '../units.ts';
import type { City, Site } from './city.ts';
import { toPart } from './ends.ts';
import { toStepMs } from './graph.ts';
import { toSpan } from './pieces.ts';
import type { StepTimes } from './times.ts';

/** A place searched in a city. */
export interface TimedPlace {
  readonly city: City;
  readonly site: Site;
  readonly times: StepTimes;
}

/** Where a step is driven to or from: a share of its whole link, in the direction it is driven. */
const toDriven = (step: number, share: number): number => ((step & 1) === 0 ? share : 1 - share);

/** Milliseconds from where a step is begun to a share of it, or from there to its end. */
function timeOnStep(city: City, step: number, share: number, isFrom: boolean, stepMs: number): number {
  const at = toDriven(step, share);
  if (!city.cuts.pieces.has(step >>> 1))
    return isFrom ? roundHalfUp(at * stepMs) : stepMs - roundHalfUp(at * stepMs);
  const [first, last] = toSpan(city.cuts, step);
  return (isFrom ? toPart(city, step, first, at) : toPart(city, step, at, last)).timeMs;
}

/** Least milliseconds to a point of a link, driven either way; Infinity where there is no way. */
function timePoint({ city, times: { direction, ms } }: TimedPlace, link: number, share: number): number {
  const isFrom = direction === 'from';
  let least = Infinity;
  for (let step = 2 * link; step < 2 * link + 2; step += 1) {
    const near = ms[step] as number;
    const stepMs = near === Infinity ? CLOSED : toStepMs(city.network, city.profile, step);
    if (stepMs === CLOSED) continue;
    least = Math.min(least, near + timeOnStep(city, step, share, isFrom, stepMs));
  }
  return least;
}

/** The same without leaving the link that the place joins. */
function timeJoined({ city, site, times: { direction } }: TimedPlace, link: number, share: number): number {
  const ways = site.connectors.filter((one) => one.link === link);
  const found = ways.flatMap(({ share: joined, timeMs }) =>
    [2 * link, 2 * link + 1].flatMap((step) => {
      if (toStepMs(city.network, city.profile, step) === CLOSED) return [];
      const [place, point] = [toDriven(step, joined), toDriven(step, share)];
      const [from, to] = direction === 'from' ? [place, point] : [point, place];
      return from > to ? [] : [timeMs + toPart(city, step, from, to).timeMs];
    }),
  );
  return Math.min(Infinity, ...found);
}

/** The same to the middle of links that nothing cuts and the place does not join: most of them, one after the other. */
function fillMiddles({ city, times: { direction, ms } }: TimedPlace, middles: Float64Array): void {
  const { forward, backward } = city.network.times[city.profile] as ImportedNetwork['times'][number];
  const isFrom = direction === 'from';
  const timeHalf = (near: number, stepMs: number): number => {
    if (near === Infinity || stepMs === CLOSED) return Infinity;
    const half = roundHalfUp(stepMs / 2);
    return near + (isFrom ? half : stepMs - half);
  };
  for (let link = 0; link < Math.min(middles.length, forward.length); link += 1) {
    const there = timeHalf(ms[2 * link] as number, forward[link] as number);
    const back = timeHalf(ms[2 * link + 1] as number, backward[link] as number);
    middles[link] = Math.min(there, back);
  }
}

/**
 * Milliseconds to the middle of every link of a city, or of the city it is without its scenario; Infinity where there is no
 * way, and for a link that is cut, whose parts have times of their own.
 */
function timeMiddles(place: TimedPlace, on: City): Float64Array {
  const { pieces, partsOf } = on.cuts;
  const { city, site } = place;
  const middles = new Float64Array(on.network.links.from.length).fill(Infinity);
  fillMiddles(place, middles);
  const joined = new Set(site.connectors.map(({ link }) => link));
  for (const link of new Set([...joined, ...pieces.keys()])) {
    const piece = pieces.get(link);
    const own = city === on || piece === undefined ? link : piece.of;
    if (own >= city.network.links.from.length) continue;
    const share = piece === undefined ? 0.5 : (piece.from + piece.to) / 2;
    const ms = timePoint(place, own, share);
    middles[link] = joined.has(own) ? Math.min(ms, timeJoined(place, own, share)) : ms;
  }
  for (const link of partsOf.keys()) middles[link] = Infinity;
  return middles;
}

/** Times to all roads without and with a scenario; of several places, to or from all of them: those of the last. */
export interface RoadChanges {
  /** The city under the scenario. */
  readonly city: City;
  readonly beforeMs: Float64Array;
  readonly afterMs: Float64Array;
}

function timeLast(places: readonly TimedPlace[], on: City): Float64Array {
  const [first, ...others] = places.map((place) => timeMiddles(place, on));
  if (first === undefined) throw new RangeError('no places');
  for (const other of others)
    for (let link = 0; link < first.length; link += 1)
      first[link] = Math.max(first[link] as number, other[link] as number);
  return first;
}

/** Compares what the same places reach without and with a scenario. Throws RangeError where there are none. */
export function compareRoads(before: readonly TimedPlace[], after: readonly TimedPlace[]): RoadChanges {
  const city = after[0]?.city;
  if (city === undefined) throw new RangeError('no places');
  return { city, beforeMs: timeLast(before, city), afterMs: timeLast(after, city) };
}

export type ChangeKind = 'won' | 'same' | 'lost' | 'only-with' | 'only-without';

/** Seconds from which a change counts, and where greater ones begin: what is less shows as 0.0 minutes. */
const CHANGE_LIMITS_S = [3, 60, 300] as const;

/** Roads that win or lose about as much. */
export interface ChangeClass {
  readonly kind: ChangeKind;
  /** Seconds won or lost, from and to before; null = any more, and where there is no difference to tell. */
  readonly fromS: number | null;
  readonly toS: number | null;
  readonly roadKm: number;
  readonly links: number;
}

const [LEAST_S, ...MORE_S] = CHANGE_LIMITS_S;
const STEPS = CHANGE_LIMITS_S.map((fromS, i) => ({ fromS, toS: MORE_S[i] ?? null }));

/** The classes from most won to most lost, then roads that there is a way to with or without the scenario alone. */
export const CHANGE_CLASSES: readonly Pick<ChangeClass, 'kind' | 'fromS' | 'toS'>[] = [
  ...STEPS.toReversed().map((step) => ({ kind: 'won' as const, ...step })),
  { kind: 'same', fromS: 0, toS: LEAST_S },
  ...STEPS.map((step) => ({ kind: 'lost' as const, ...step })),
  { kind: 'only-with', fromS: null, toS: null },
  { kind: 'only-without', fromS: null, toS: null },
];
const LIMITS_MS = CHANGE_LIMITS_S.map((limitS) => limitS * MS_PER_SECOND);
const SAME = STEPS.length;
const ONLY_WITH = 2 * STEPS.length + 1;

/** Class of a road by its place in the list; −1 for one that there is no way to at all. */
export function findChangeClass(beforeMs: number, afterMs: number): number {
  if (beforeMs === Infinity) return afterMs === Infinity ? -1 : ONLY_WITH;
  if (afterMs === Infinity) return ONLY_WITH + 1;
  const change = Math.abs(afterMs - beforeMs);
  let size = 0;
  while (size < LIMITS_MS.length && change >= (LIMITS_MS[size] as number)) size += 1;
  return afterMs < beforeMs ? SAME - size : SAME + size;
}

/** A road, its kind of change, and milliseconds to its middle. */
export interface RoadChange {
  readonly link: number;
  readonly kind: ChangeKind;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** Links whose middle is within a time without the scenario or with it, in their order. */
function listWithin({ beforeMs, afterMs }: RoadChanges, cutoffMs: number): readonly number[] {
  const within: number[] = [];
  for (let link = 0; link < beforeMs.length; link += 1)
    if (Math.min(beforeMs[link] as number, afterMs[link] as number) <= cutoffMs) within.push(link);
  return within;
}

/** Roads whose middle is within a time without the scenario or with it, in the order of their links. */
export function listRoadChanges(changes: RoadChanges, cutoffMs: number): readonly RoadChange[] {
  return listWithin(changes, cutoffMs).map((link) => {
    const [beforeMs, afterMs] = [changes.beforeMs[link] as number, changes.afterMs[link] as number];
    const kind = CHANGE_CLASSES[findChangeClass(beforeMs, afterMs)]?.kind ?? 'same';
    return { link, kind, beforeMs, afterMs };
  });
}

/** Kilometres and links of every class within a time; parts of one link are one. */
export function countChanges(changes: RoadChanges, cutoffMs: number): readonly ChangeClass[] {
  const { city, beforeMs, afterMs } = changes;
  const { lengthMm } = city.network.links;
  const { pieces } = city.cuts;
  const baseCount = city.base.links.from.length;
  const sums = CHANGE_CLASSES.map(() => ({ mm: 0, links: 0, cut: new Set<number>() }));
  for (const link of listWithin(changes, cutoffMs)) {
    const sum = sums[findChangeClass(beforeMs[link] as number, afterMs[link] as number)];
    if (sum === undefined) continue;
    sum.mm += lengthMm[link] as number;
    const piece = link < baseCount ? undefined : pieces.get(link);
    if (piece === undefined) sum.links += 1;
    else sum.cut.add(piece.of);
  }
  return CHANGE_CLASSES.map((one, i) => {
    const { mm = 0, links = 0, cut = new Set() } = sums[i] ?? {};
    return { ...one, roadKm: mm / MM_PER_M / M_PER_KM, links: links + cut.size };
  });
}
