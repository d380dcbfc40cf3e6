/** The paper's claims in the answer. Those about the road as a condition are judged by the question's own contrast. */
import { judgeClaims as judge, type ClaimsAnswer } from '../claims/judge.ts';
import { toAttribution } from '../condition/attribution.ts';
import { reachesOther } from '../independence/i-out.ts';
import { listTagged } from '../independence/supplier-times.ts';
import type { Attribution } from '../model/answer.ts';
import type { Question } from './question.ts';
import { listSupplierTimes, type Times } from './times.ts';

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

/** Every claim of the data set, with what it implies for several claims together. */
export function judgeClaims(question: Question, base: Times, build: Times): ClaimsAnswer {
  return judge(question.dataset, listOutAttributions(question, base, build));
}
