/** Two skims of the same pairs side by side: with − without, and who crosses the cutoff. */
import { MS_PER_SECOND } from '../units.ts';
import type { Skim } from './skim.ts';

/** One pair. */
export interface Change {
  readonly origin: string;
  readonly destination: string;
  /** Infinity = unreachable. */
  readonly withoutMs: number;
  readonly withMs: number;
  /** With − without; −Infinity = newly reachable, Infinity = cut off, null = unreachable in both. */
  readonly differenceMs: number | null;
  /** gained: within the cutoff only with; lost: only without. */
  readonly flip: 'gained' | 'lost' | null;
}

/** Difference of two times, either of which may be Infinity. */
function subtract(withMs: number, withoutMs: number): number | null {
  return withMs === Infinity && withoutMs === Infinity ? null : withMs - withoutMs;
}

function toFlip(withMs: number, withoutMs: number, cutoffMs: number): Change['flip'] {
  if (withMs <= cutoffMs === withoutMs <= cutoffMs) return null;
  return withMs <= cutoffMs ? 'gained' : 'lost';
}

/**
 * Every pair of the first skim in both, in its order. The cutoff is in seconds and inclusive. Throws RangeError
 * where the second skim lacks a pair.
 */
export function compareSkims(without: Skim, withRoad: Skim, cutoffS: number): readonly Change[] {
  return without.cells.map(({ origin, destination, timeMs: withoutMs }) => {
    const { timeMs: withMs } = withRoad.find(origin, destination);
    const flip = toFlip(withMs, withoutMs, cutoffS * MS_PER_SECOND);
    return { origin, destination, withoutMs, withMs, differenceMs: subtract(withMs, withoutMs), flip };
  });
}
