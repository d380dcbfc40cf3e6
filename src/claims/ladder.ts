/**
 * The ladder that a time claim climbs: six levels from "even the crow would be too slow" to "also in the peak",
 * each at least as slow as the one before. It stops at the first level that fails and so says what the claim
 * would need. Claims are compared here; nothing of them sets a speed.
 */

/** 0 straight line, 1 least distance, 2 signed limits, 3 free flow, 4 off-peak, 5 peak. */
export const LEVELS = [
  'straight-line',
  'least-distance',
  'signed-limits',
  'free-flow',
  'off-peak',
  'peak',
] as const;
export type Level = (typeof LEVELS)[number];

/** mid: parameters at their values; fast and slow: all at their favourable or unfavourable ends. */
export const LADDER_CORNERS = ['mid', 'fast', 'slow'] as const;
export type LadderCorner = (typeof LADDER_CORNERS)[number];

const TIME_VERDICTS = [
  'impossible',
  'above-limits',
  'limit-only',
  'free-flow-only',
  'off-peak-only',
  'supported',
  'cannot-tell',
] as const;
export type TimeVerdict = (typeof TIME_VERDICTS)[number];

/** Verdict by the number of levels passed. */
const BY_LEVELS_PASSED = [
  'impossible',
  'impossible',
  'above-limits',
  'limit-only',
  'free-flow-only',
  'off-peak-only',
  'supported',
] as const satisfies readonly TimeVerdict[];

/** Time in ms at a level and corner; Infinity where there is no way. */
export type LadderTime = (level: Level, corner: LadderCorner) => number;

export interface LadderResult {
  /** The verdict, or `cannot-tell` where the favourable and the unfavourable corner disagree. */
  readonly verdict: TimeVerdict;
  /** What every corner says by itself. */
  readonly corners: Readonly<Record<LadderCorner, TimeVerdict>>;
  /** First level that fails at the middle values; null = none. */
  readonly failsAt: Level | null;
}

/**
 * Climbs the ladder for a time that must not exceed `limitMs` (the claim and its tolerance, inclusive).
 *
 * @example
 * climbLadder(2700000, () => 2700000).verdict; // → 'supported'
 * climbLadder(2700000, (level) => (level === 'peak' ? 2700001 : 0)).verdict; // → 'off-peak-only'
 */
export function climbLadder(limitMs: number, timeAt: LadderTime): LadderResult {
  const passed = (corner: LadderCorner): number => {
    const failing = LEVELS.findIndex((level) => !(timeAt(level, corner) <= limitMs));
    return failing === -1 ? LEVELS.length : failing;
  };
  const toWord = (corner: LadderCorner): TimeVerdict => BY_LEVELS_PASSED[passed(corner)] ?? 'impossible';
  const corners = { mid: toWord('mid'), fast: toWord('fast'), slow: toWord('slow') };
  const verdict = corners.fast === corners.slow ? corners.mid : 'cannot-tell';
  return { verdict, corners, failsAt: LEVELS[passed('mid')] ?? null };
}

/**
 * Order of two verdicts, the better first; `cannot-tell` has no place in it and is compared by its middle values.
 *
 * @example
 * rankVerdict('supported') > rankVerdict('limit-only'); // → true
 */
export function rankVerdict(verdict: TimeVerdict): number {
  return TIME_VERDICTS.indexOf(verdict);
}
