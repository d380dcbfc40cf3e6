/**
 * Several claims about one district, judged together: do they hold from one and the same origin? The best origin
 * of each claim by itself is given too, and labelled for what it is: the charitable reading.
 */
import type { ClaimTimer } from './claim-timer.ts';
import { climbLadder, rankVerdict, type LadderResult, type TimeVerdict } from './ladder.ts';
import type { TimeJudgement } from './judge-time.ts';
import type { ClaimPlace } from './places.ts';

/** What must not take longer than so many ms. */
export interface TimedClaim {
  readonly id: string;
  readonly limitMs: number;
  readonly to: readonly ClaimPlace[];
}

interface JointOrigin {
  readonly origin: string;
  readonly verdict: TimeVerdict;
  readonly corners: LadderResult['corners'];
}

export interface JointJudgement {
  /** Label that the claims share. */
  readonly set: string;
  readonly claims: readonly string[];
  /** Every origin with the ladder of all claims together. */
  readonly origins: readonly JointOrigin[];
  /** Origins from which all claims hold in free flow at the middle values. */
  readonly holdInFreeFlow: readonly string[];
  /** The origin that comes farthest at the middle values; null without any origin. */
  readonly best: JointOrigin | null;
}

/** The ladder of several claims from each origin: a level is passed when every claim passes it. */
export function judgeJointly(
  set: string,
  claims: readonly TimedClaim[],
  origins: readonly ClaimPlace[],
  timer: ClaimTimer,
): JointJudgement {
  const judged = origins.map((from): JointOrigin => {
    const { verdict, corners } = climbLadder(0, (level, corner) =>
      Math.max(
        ...claims.map(({ to, limitMs }) => timer.timeAt(from, to, level, corner, 'fastest') - limitMs),
      ),
    );
    return { origin: from.id, verdict, corners };
  });
  const freeFlow = rankVerdict('free-flow-only');
  return {
    set,
    claims: claims.map(({ id }) => id),
    origins: judged,
    holdInFreeFlow: judged
      .filter(({ corners }) => rankVerdict(corners.mid) >= freeFlow)
      .map(({ origin }) => origin),
    best: judged.toSorted((a, b) => rankVerdict(b.corners.mid) - rankVerdict(a.corners.mid))[0] ?? null,
  };
}

const CHARITABLE = 'charitable: the best origin of this claim alone';

export interface BestOrigin {
  readonly claim: string;
  readonly origin: string;
  readonly verdict: TimeVerdict;
  readonly computedS: number | null;
  readonly reading: typeof CHARITABLE;
}

/** Of each claim the origin that comes farthest, the quicker one between equals. */
export function listBestOrigins(judgements: readonly TimeJudgement[]): readonly BestOrigin[] {
  const claims = [...new Set(judgements.map(({ id }) => id))];
  return claims.flatMap((claim) => {
    const [best] = judgements.filter(({ id }) => id === claim).toSorted(compareJudgements);
    if (best === undefined || best.origin === null) return [];
    const { origin, verdict, computedS } = best;
    return [{ claim, origin, verdict, computedS, reading: CHARITABLE }];
  });
}

function compareJudgements(a: TimeJudgement, b: TimeJudgement): number {
  const difference = rankVerdict(b.corners.mid) - rankVerdict(a.corners.mid);
  if (difference !== 0) return difference;
  const [timeA, timeB] = [a.computedS ?? Infinity, b.computedS ?? Infinity];
  return timeA === timeB ? 0 : timeA - timeB;
}
