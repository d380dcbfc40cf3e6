/**
 * A time claim judged from one origin: the ladder for the fastest route and for the fastest over the belt, and,
 * where even the signed limits are too slow, the speed that would make it true.
 */
import type { AnswerClaim } from '../model/answer-claims.ts';
import type { Claim } from '../model/claim.ts';
import { MS_PER_SECOND, roundHalfUp, toMinutesText } from '../units.ts';
import type { ClaimTimer, Way } from './claim-timer.ts';
import { climbLadder, LADDER_CORNERS, LEVELS, rankVerdict, type LadderResult, type Level } from './ladder.ts';
import { findNeededSpeed, type NeededSpeed } from './needed-speed.ts';
import type { ClaimPlace } from './places.ts';

/** Seconds at one level; null where there is no way. */
interface LevelTime {
  readonly level: Level;
  readonly timeS: number | null;
  readonly lowS: number | null;
  readonly highS: number | null;
  readonly viaBeltS: number | null;
}

export interface TimeJudgement extends AnswerClaim {
  readonly verdict: LadderResult['verdict'];
  /** Claimed time and tolerance: what a time must not exceed. */
  readonly limitS: number;
  /** What the middle, favourable and unfavourable values say by themselves. */
  readonly corners: LadderResult['corners'];
  /** The verdict if the trip must use the belt; null where no way over it exists. */
  readonly viaBeltVerdict: LadderResult['verdict'] | null;
  /** Needed speed over the legal maximum. */
  readonly neededFactor: number | null;
  readonly levels: readonly LevelTime[];
}

/** Judges a claim that has a time, from one origin to the nearest of its destinations. */
export function judgeTime(
  claim: Claim,
  claimedS: number,
  toleranceS: number,
  from: ClaimPlace,
  to: readonly ClaimPlace[],
  legalKmh: number,
  timer: ClaimTimer,
): TimeJudgement {
  const limitMs = (claimedS + toleranceS) * MS_PER_SECOND;
  const climb = (way: Way): LadderResult =>
    climbLadder(limitMs, (level, corner) => timer.timeAt(from, to, level, corner, way));
  const result = climb('fastest');
  const tooSlowAtLimits = ['impossible', 'above-limits'].includes(result.corners.mid);
  const needed = tooSlowAtLimits
    ? findNeededSpeed(limitMs, legalKmh, (kmh) => timer.timeAtSpeed(from, to, kmh))
    : null;
  const freeMs = timer.timeAt(from, to, 'free-flow', 'mid', 'fastest');
  const viaBeltMs = timer.timeAt(from, to, 'free-flow', 'mid', 'via-belt');
  return {
    ...{ id: claim.id, kind: claim.kind, text: claim.text, from: claim.from, to: claim.to },
    ...{ claimedS, scenario: claim.scenario, origin: from.id, limitS: claimedS + toleranceS },
    computedS: toSeconds(freeMs),
    viaBeltS: toSeconds(viaBeltMs),
    verdict: result.verdict,
    corners: result.corners,
    viaBeltVerdict: Number.isFinite(viaBeltMs) ? climb('via-belt').verdict : null,
    neededKmh: needed?.neededKmh ?? null,
    neededFactor: needed?.factor ?? null,
    why: toWhy(result, needed, tooSlowAtLimits, freeMs, claimedS, toleranceS),
    levels: listLevelTimes(from, to, timer),
  };
}

function listLevelTimes(
  from: ClaimPlace,
  to: readonly ClaimPlace[],
  timer: ClaimTimer,
): readonly LevelTime[] {
  return LEVELS.map((level) => {
    const [mid, fast, slow] = LADDER_CORNERS.map((corner) =>
      toSeconds(timer.timeAt(from, to, level, corner, 'fastest')),
    );
    const viaBelt =
      level === 'straight-line' ? null : toSeconds(timer.timeAt(from, to, level, 'mid', 'via-belt'));
    return { level, timeS: mid ?? null, lowS: fast ?? null, highS: slow ?? null, viaBeltS: viaBelt };
  });
}

const MEANING: Readonly<Record<Exclude<LadderResult['verdict'], 'cannot-tell'>, string>> = {
  impossible: 'It does not hold at any lawful speed on these roads.',
  'above-limits': 'It holds only above the signed limits.',
  'limit-only': 'It holds only at the signed limits without any delay.',
  'free-flow-only': 'It holds in free flow only.',
  'off-peak-only': 'It holds off-peak, not in the peak.',
  supported: 'It holds in every traffic state, also in the peak.',
};

function toWhy(
  { verdict, corners }: LadderResult,
  needed: NeededSpeed | null,
  tooSlowAtLimits: boolean,
  freeMs: number,
  claimedS: number,
  toleranceS: number,
): string {
  const sentences = [verdict === 'cannot-tell' ? toDisagreement(corners) : MEANING[verdict]];
  if (needed !== null) sentences.push(toNeededText(needed));
  else if (tooSlowAtLimits) sentences.push('No expressway speed would do: the other roads take too long.');
  if (freeMs < (claimedS - toleranceS) * MS_PER_SECOND) {
    const [computed, claimed] = [toMinutesText(freeMs / MS_PER_SECOND), toMinutesText(claimedS)];
    sentences.push(`The model is quicker than said: ${computed} against ${claimed} min in free flow.`);
  }
  return sentences.join(' ');
}

/** What is open, and what holds whatever the values are. */
function toDisagreement({ mid, fast, slow }: LadderResult['corners']): string {
  const range = `It depends on the parameters: ${fast} at their favourable ends, ${mid} at their values, ${slow} at their unfavourable ends.`;
  const atLimits = rankVerdict('limit-only');
  if (rankVerdict(fast) < atLimits) return `${range} Within the signed limits it holds at no values.`;
  if (rankVerdict(slow) >= atLimits)
    return `${range} At the signed limits without any delay it holds at all values.`;
  return range;
}

function toNeededText({ neededKmh, factor }: NeededSpeed): string {
  const speed = `It needs ${neededKmh.toFixed(1)} km/h on every expressway, ${factor.toFixed(2)} times the legal maximum`;
  return factor > 1 ? `${speed}.` : `${speed}, where signs allow less.`;
}

/** Whole milliseconds, as every time of an answer; the straight line is the only one that needs it. */
function toSeconds(timeMs: number): number | null {
  return Number.isFinite(timeMs) ? roundHalfUp(timeMs) / MS_PER_SECOND : null;
}
