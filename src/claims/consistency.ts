/**
 * What claims that share one origin say of the way between their destinations, without any model: by the triangle
 * inequality t(A → B) is at least t(origin → B) − t(origin → A). The model's times between the plants stand beside.
 */
import { MS_PER_SECOND } from '../units.ts';
import type { LadderCorner, Level } from './ladder.ts';

export interface SharedClaim {
  readonly id: string;
  /** Plant the claim ends at. */
  readonly to: string;
  readonly claimedS: number;
  readonly toleranceS: number;
}

export interface ConsistencyRule {
  readonly set: string;
  readonly from: string;
  readonly to: string;
  /** Least seconds from one to the other as the claims are printed. */
  readonly leastS: number;
  /** The same with the rounding of both claims. */
  readonly leastWithRoundingS: number;
}

/** One rule for each ordered pair of destinations with a bound above 0, in the order of the claims. */
export function listRules(set: string, claims: readonly SharedClaim[]): readonly ConsistencyRule[] {
  return claims.flatMap((near) =>
    claims
      .filter((far) => far.to !== near.to && far.claimedS > near.claimedS)
      .map((far) => {
        const leastS = far.claimedS - near.claimedS;
        const rounding = far.toleranceS + near.toleranceS;
        return { set, from: near.to, to: far.to, leastS, leastWithRoundingS: Math.max(0, leastS - rounding) };
      }),
  );
}

export interface ConsistencyCheck extends ConsistencyRule {
  readonly level: Level;
  /** The model's time; null where there is no way. */
  readonly timeS: number | null;
  /** holds: as printed; within-rounding: only with the rounding; violated: the claims cannot share an origin. */
  readonly verdict: 'holds' | 'within-rounding' | 'violated';
}

/** Sets a rule against a time in ms between the two plants at a level. */
export function checkRule(rule: ConsistencyRule, level: Level, timeMs: number): ConsistencyCheck {
  const timeS = timeMs / MS_PER_SECOND;
  const reached = timeS >= rule.leastS ? 'holds' : 'within-rounding';
  const verdict = timeS >= rule.leastWithRoundingS ? reached : 'violated';
  return { ...rule, level, timeS: Number.isFinite(timeS) ? timeS : null, verdict };
}

/** Middle values. */
export const RULE_CORNER: LadderCorner = 'mid';

/** Levels whose times somebody could drive; a straight line or 120 km/h everywhere bounds nothing from below. */
export const RULE_LEVELS: readonly Level[] = ['signed-limits', 'free-flow', 'off-peak', 'peak'];
