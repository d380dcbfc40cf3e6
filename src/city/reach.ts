/** Roads that a place reaches within a time, or from which it is reached: links whole, and cut where the time ends. */
import { CLOSED, type ImportedNetwork } from '../model/imported-network.ts';
import type { LonLat } from '../model/source.ts';
import { MM_PER_M } from '../units.ts';
import type { City, Site } from './city.ts';
import { toStepMs } from './graph.ts';
import { cutLine, toLine } from './line.ts';
import { toOwnShare } from './pieces.ts';
import type { ReachDirection, StepTimes } from './times.ts';

/** A piece of a link within the time, as drawn. */
export interface ReachedPiece {
  readonly link: number;
  readonly line: readonly LonLat[];
  readonly lengthM: number;
}

/** From and to, as shares of a link's drawn length. */
type Interval = readonly [from: number, to: number];

/** A piece of a step as it is drawn. */
function toDrawn(step: number, from: number, to: number): Interval {
  return (step & 1) === 0 ? [from, to] : [1 - to, 1 - from];
}

/** What of a step is driven within a time: from its beginning on, or up to its end where it is driven near. */
function findInterval(
  { network, profile }: City,
  { direction, ms }: StepTimes,
  step: number,
  cutoffMs: number,
): Interval | null {
  const stepMs = toStepMs(network, profile, step);
  const left = cutoffMs - (ms[step] as number);
  if (stepMs === CLOSED || left < 0) return null;
  const share = stepMs === 0 ? 1 : Math.min(1, left / stepMs);
  return direction === 'from' ? toDrawn(step, 0, share) : toDrawn(step, 1 - share, 1);
}

/** What is driven of the links that a place joins itself, from where it joins them. */
function listOwn(
  { network, profile, cuts }: City,
  { connectors }: Site,
  direction: ReachDirection,
  cutoffMs: number,
): ReadonlyMap<number, readonly Interval[]> {
  const own = new Map<number, Interval[]>();
  for (const { link, share, timeMs } of connectors) {
    for (const step of [2 * link, 2 * link + 1]) {
      const stepMs = toStepMs(network, profile, step);
      if (stepMs === CLOSED || timeMs > cutoffMs) continue;
      const at = toOwnShare(cuts, step, (step & 1) === 0 ? share : 1 - share);
      const reach = stepMs === 0 ? 1 : (cutoffMs - timeMs) / stepMs;
      const interval =
        direction === 'from'
          ? toDrawn(step, at, Math.min(1, at + reach))
          : toDrawn(step, Math.max(0, at - reach), at);
      own.set(link, [...(own.get(link) ?? []), interval]);
    }
  }
  return own;
}

/** Intervals that touch, as one. */
function unite(intervals: readonly Interval[]): readonly Interval[] {
  const united: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  return united.filter(([from, to]) => to > from);
}

/** A part of a link within the time, as shares of its drawn length. */
export interface ReachedPart {
  readonly link: number;
  readonly from: number;
  readonly to: number;
}

/** By link, either way: when it is begun, and when it has been driven from end to end. */
interface LinkMs {
  readonly begunMs: Float64Array;
  readonly doneMs: Float64Array;
}

const LINK_MS = new WeakMap<StepTimes, LinkMs>();

/** Found once for a place, which is asked how far it reaches within one time after another. */
function findLinkMs({ network, profile }: City, times: StepTimes): LinkMs {
  const known = LINK_MS.get(times);
  if (known !== undefined) return known;
  const { ms } = times;
  const { forward, backward } = network.times[profile] as ImportedNetwork['times'][number];
  const [begunMs, doneMs] = [new Float64Array(forward.length), new Float64Array(forward.length)];
  for (let link = 0; link < forward.length; link += 1) {
    const [there, back] = [ms[2 * link] as number, ms[2 * link + 1] as number];
    const [thereMs, backMs] = [forward[link] as number, backward[link] as number];
    begunMs[link] = Math.min(there, back);
    doneMs[link] = Math.min(
      thereMs === CLOSED ? Infinity : there + thereMs,
      backMs === CLOSED ? Infinity : back + backMs,
    );
  }
  const found = { begunMs, doneMs };
  LINK_MS.set(times, found);
  return found;
}

const WHOLE = new WeakMap<ImportedNetwork, readonly ReachedPart[]>();

/** Every link whole, made once: most of what is reached is, again and again. */
function findWhole(network: ImportedNetwork): readonly ReachedPart[] {
  const known = WHOLE.get(network);
  if (known !== undefined) return known;
  const whole = Array.from(network.links.from, (_, link): ReachedPart => ({ link, from: 0, to: 1 }));
  WHOLE.set(network, whole);
  return whole;
}

/** Parts of all links within a time, each link's in their drawn order: what is counted where nothing is drawn. */
export function listReachedParts(
  city: City,
  site: Site,
  times: StepTimes,
  cutoffMs: number,
): readonly ReachedPart[] {
  const own = listOwn(city, site, times.direction, cutoffMs);
  const { begunMs, doneMs } = findLinkMs(city, times);
  const whole = findWhole(city.network);
  const joins = [...own.keys()].toSorted((a, b) => a - b);
  const parts: ReachedPart[] = [];
  let at = 0;
  for (let link = 0; link < whole.length; link += 1) {
    const isJoined = joins[at] === link;
    if (isJoined) at += 1;
    if ((doneMs[link] as number) <= cutoffMs) {
      parts.push(whole[link] as ReachedPart);
      continue;
    }
    if ((begunMs[link] as number) > cutoffMs && !isJoined) continue;
    const forward = findInterval(city, times, 2 * link, cutoffMs);
    const backward = findInterval(city, times, 2 * link + 1, cutoffMs);
    const joined = own.get(link);
    if (forward === null && backward === null && joined === undefined) continue;
    const driven = [forward, backward].filter((one) => one !== null);
    for (const [from, to] of unite([...driven, ...(joined ?? [])])) parts.push({ link, from, to });
  }
  return parts;
}

/** Metres of a part of a link. */
function toPartM({ network }: City, { link, from, to }: ReachedPart): number {
  return (to - from) * ((network.links.lengthMm[link] as number) / MM_PER_M);
}

/** Parts of links as they are drawn. */
export function toPieces(city: City, parts: readonly ReachedPart[]): readonly ReachedPiece[] {
  return parts.map((part) => {
    const line = toLine(city.network, part.link);
    const isWhole = part.from === 0 && part.to === 1;
    return {
      link: part.link,
      line: isWhole ? line : cutLine(line, part.from, part.to),
      lengthM: toPartM(city, part),
    };
  });
}

/** Pieces of all links within a time, each link's in their drawn order. */
export function listReachedPieces(
  city: City,
  site: Site,
  times: StepTimes,
  cutoffMs: number,
): readonly ReachedPiece[] {
  return toPieces(city, listReachedParts(city, site, times, cutoffMs));
}
