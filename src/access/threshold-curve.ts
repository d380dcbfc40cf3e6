/**
 * The threshold curve: which share of the suppliers, and of their sites, passes for each whole number of
 * minutes. It shows how far a verdict rests on the one hour; it is strict (no tolerance) and smooths nothing.
 */
import { SECONDS_PER_MINUTE } from '../units.ts';
import { countSites, findTimeMs, isWithin, type OriginTimes } from './origin-times.ts';

/** Ends of the curve in whole minutes (MODEL, one-hour condition). */
export const CURVE_FROM_MIN = 20;
export const CURVE_TO_MIN = 120;

export interface CurvePoint {
  readonly cutoffMin: number;
  /** Share of the suppliers within the cutoff, 0..1. */
  readonly share: number;
  /** Share of the sites with at least one supplier within the cutoff, 0..1. */
  readonly shareOfSites: number;
}

/**
 * Share that reaches a group for every whole minute from 20 to 120. An empty list gives an empty curve: a share
 * of nobody is not 0.
 *
 * @example
 * const one = { id: 'S1', site: 'Z1', timesMs: new Map([['nissan', 1260000]]) };
 * thresholdCurve([one], 'nissan').slice(0, 2);
 * // → [{ "cutoffMin": 20, "share": 0, "shareOfSites": 0 }, { "cutoffMin": 21, "share": 1, "shareOfSites": 1 }]
 */
export function thresholdCurve(origins: readonly OriginTimes[], group: string): readonly CurvePoint[] {
  return toCurve(origins, (origin) => findTimeMs(origin, group));
}

/**
 * The same for the slowest of several groups: who reaches all of them.
 *
 * @example
 * const one = { id: 'S1', site: 'Z1', timesMs: new Map([['nissan', 1200000], ['honda', 1260000]]) };
 * thresholdCurveAll([one], ['nissan', 'honda']).map((point) => point.share).slice(0, 2); // → [0, 1]
 */
export function thresholdCurveAll(
  origins: readonly OriginTimes[],
  groups: readonly string[],
): readonly CurvePoint[] {
  return toCurve(origins, (origin) => Math.max(...groups.map((group) => findTimeMs(origin, group))));
}

function toCurve(
  origins: readonly OriginTimes[],
  timeMs: (origin: OriginTimes) => number,
): readonly CurvePoint[] {
  if (origins.length === 0) return [];
  const sites = countSites(origins);
  return Array.from({ length: CURVE_TO_MIN - CURVE_FROM_MIN + 1 }, (_, index) => {
    const cutoffMin = CURVE_FROM_MIN + index;
    const passing = origins.filter((origin) => isWithin(timeMs(origin), cutoffMin * SECONDS_PER_MINUTE));
    return { cutoffMin, share: passing.length / origins.length, shareOfSites: countSites(passing) / sites };
  });
}
