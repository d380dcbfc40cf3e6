/** The paper's claims in the answer. Those about the road as a condition are judged by the question's own contrast. */
import { judgeClaims as judge, type ClaimsAnswer } from '../claims/judge.ts';
import { judgeCondition } from '../claims/condition-claim.ts';
import { toAttribution } from '../condition/attribution.ts';
import { reachesOther } from '../independence/i-out.ts';
import { listTagged } from '../independence/supplier-times.ts';
import type { AnswerClaim } from '../model/answer-claims.ts';
import type { Attribution } from '../model/answer.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Setting } from '../network/setting.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import { findSlowestState } from './companions.ts';
import type { Question } from './question.ts';
import { listSupplierTimes, timeScenario, type Times } from './times.ts';

/** Whether each tagged tier-1 supplier reaches a group other than its own, without and with the road. */
function listOutAttributions(question: Question, base: Times, build: Times): readonly Attribution[] {
  const groups = question.groups.map(({ group }) => group);
  const reaching = (times: Times): ReadonlyMap<string, boolean> =>
    new Map(
      listTagged(listSupplierTimes(question, times)).map((one) => [
        one.id,
        reachesOther(one, groups, question.cutoffS),
      ]),
    );
  const withRoad = reaching(build);
  return [...reaching(base)].map(([id, without]) => toAttribution(without, withRoad.get(id) ?? false));
}

/** Words for the setting that a condition was judged in. */
function describeSetting({ cutoffS }: Question, { vehicleClass, trafficState }: Setting): string {
  return `${vehicleClass.name}, ${trafficState.name}, ${cutoffS / SECONDS_PER_MINUTE} min`.toLowerCase();
}

/** The same question in the slowest traffic, because free flow alone would mislead. */
function timeSlowest(question: Question): readonly [Times, Times] | null {
  const state = findSlowestState(question);
  if (state === undefined || state.id === question.setting.trafficState.id) return null;
  const setting = { ...question.setting, trafficState: state };
  const time = (scenario: Scenario): Times => timeScenario(question, scenario, setting, false);
  return [time(question.base), time(question.build)];
}

/** Says of a judged condition in which setting it was judged, and what the slowest traffic says. */
function addSettings(question: Question, claim: AnswerClaim): AnswerClaim {
  if (claim.kind !== 'condition' || claim.scenario === null) return claim;
  const why = `${toTitle(describeSetting(question, question.setting))}: ${claim.why}`;
  const slow = timeSlowest(question);
  const record = question.dataset.claims.find(({ id }) => id === claim.id);
  if (slow === null || record === undefined) return { ...claim, why };
  const other = judgeCondition(record, listOutAttributions(question, ...slow));
  const setting = describeSetting(question, slow[0].setting);
  return { ...claim, why: `${why} ${toTitle(setting)}: ${other.verdict}. ${other.why}` };
}

function toTitle(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Every claim of the data set, with what it implies for several claims together. */
export function judgeClaims(question: Question, base: Times, build: Times): ClaimsAnswer {
  const judged = judge(question.dataset, listOutAttributions(question, base, build));
  return { ...judged, claims: judged.claims.map((claim) => addSettings(question, claim)) };
}
