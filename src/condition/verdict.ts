/**
 * The one-hour verdict on a time: drive time, one way, without loading. The cutoff is inclusive; "about an hour"
 * is the cutoff plus a tolerance that is data, not a fudge.
 */
import { MS_PER_SECOND, toMinutesText } from '../units.ts';
import type { GroupVerdict } from '../model/answer.ts';
import { isWithin } from '../access/origin-times.ts';

/** Every one-hour number is shown with this. */
export const DRIVE_TIME_NOTE = 'Drive time, one way, without loading.';

/**
 * strict: t ≤ T; tolerant: T < t ≤ T + tolerance; unreachable: there is no way at all; no: the rest.
 *
 * @example
 * toVerdict(3600000, 3600, 600); // → 'strict'
 * toVerdict(3600001, 3600, 600); // → 'tolerant'
 * toVerdict(4200001, 3600, 600); // → 'no'
 * toVerdict(Infinity, 3600, 600); // → 'unreachable'
 */
export function toVerdict(timeMs: number, cutoffS: number, toleranceS: number): GroupVerdict {
  if (isWithin(timeMs, cutoffS)) return 'strict';
  if (isWithin(timeMs, cutoffS + toleranceS)) return 'tolerant';
  return Number.isFinite(timeMs) ? 'no' : 'unreachable';
}

/**
 * Whether the verdict passes: strictly, or with the tolerance.
 *
 * @example
 * passes('tolerant', 'strict'); // → false
 * passes('tolerant', 'tolerant'); // → true
 */
export function passes(verdict: GroupVerdict, reading: 'strict' | 'tolerant'): boolean {
  return verdict === 'strict' || (reading === 'tolerant' && verdict === 'tolerant');
}

/**
 * Whether the strict condition holds at all, some or no values of the parameters' ranges. Time is monotone in
 * every parameter, so the times of the two extreme corners decide it exactly.
 *
 * @example
 * toCorners(3000000, 3600000, 3600); // → 'all'
 * toCorners(3000000, 3600001, 3600); // → 'some'
 * toCorners(3600001, Infinity, 3600); // → 'none'
 */
export function toCorners(lowMs: number, highMs: number, cutoffS: number): 'all' | 'some' | 'none' {
  if (isWithin(highMs, cutoffS)) return 'all';
  return isWithin(lowMs, cutoffS) ? 'some' : 'none';
}

/**
 * How far inside (positive) or outside (negative) the cutoff a time is, in ms; −Infinity when unreachable.
 *
 * @example
 * toSlackMs(3000000, 3600); // → 600000
 */
export function toSlackMs(timeMs: number, cutoffS: number): number {
  return cutoffS * MS_PER_SECOND - timeMs;
}

/**
 * A time in ms as minutes with one decimal, for sentences; never compared.
 *
 * @example
 * toMinutesLabel(3606000); // → '60.1 min'
 * toMinutesLabel(Infinity); // → 'no way'
 */
export function toMinutesLabel(timeMs: number): string {
  return Number.isFinite(timeMs) ? `${toMinutesText(timeMs / MS_PER_SECOND)} min` : 'no way';
}
