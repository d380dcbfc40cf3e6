/**
 * "The belt is a condition for independence": held against who reaches another group without it. A condition is
 * necessary: one supplier that is free without the road shows that the road was not necessary for that one.
 */
import type { Attribution } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { countAttributions } from '../condition/attribution.ts';
import type { RecordJudgement } from './records.ts';

/**
 * Judges a condition by the attribution of "reaches a group other than its own" of every tagged tier-1 supplier.
 * A claim without a scenario speaks of something this model does not compute.
 */
export function judgeCondition(claim: Claim, attributions: readonly Attribution[]): RecordJudgement {
  if (claim.scenario === null) {
    return {
      verdict: 'cannot-tell',
      why: 'Nothing that is computed here decides it: it names no state of the road.',
    };
  }
  const counts = countAttributions(attributions);
  const [before, because] = [counts['yes-in-both'] + counts['yes-to-no'], counts['no-to-yes']];
  const why = `Of ${attributions.length} placed tier-1 suppliers with a keiretsu, ${before} reach another group without the belt, so it was not necessary for them; ${because} do so only with it; ${counts['no-in-both']} do not even with it.`;
  if (before === 0) return { verdict: because > 0 ? 'supported' : 'cannot-tell', why };
  return { verdict: because === 0 ? 'contradicted' : 'holds-for-some', why };
}
