/**
 * The whole computation as one pure function: a data set and a request in, an answer out. It composes the rooms
 * and computes nothing itself; the same request on the same data gives the same bytes.
 */
import {
  listAllCells,
  listAllCurves,
  listSourceIds,
  listVerdicts,
  timeQuestion,
  toAskedFields,
  toSentences,
} from './answer/answer-parts.ts';
import { judgeClaims } from './answer/claims.ts';
import { listCompanions, listSlowest } from './answer/companions.ts';
import { evaluateFlowcharts, listVerdictMaps } from './answer/flowcharts.ts';
import { createMemory } from './answer/memory.ts';
import { toQuestion } from './answer/question.ts';
import { countReliable } from './answer/reliability.ts';
import type { AnalysisRequest } from './answer/request.ts';
import { measureIndependence } from './answer/robust-independence.ts';
import { listSupply, listSupplyTiming } from './answer/suppliers.ts';
import { toWhole } from './answer/whole.ts';
import type { Analysis } from './model/answer.ts';
import type { Dataset } from './model/dataset.ts';

/** What two parts of an answer are taken from. */
interface Shared {
  readonly verdicts: ReturnType<typeof listVerdicts>;
  readonly judged: ReturnType<typeof judgeClaims>;
}

/**
 * Answers a request: times with their corners, one-hour verdicts with attribution, independence, flowcharts and
 * claims. Times in seconds, lengths in metres, tolls in CNY. The times are searched at once, every other part when it
 * is first read. Throws DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : analyse(dataset, { base: '2006-07', build: '2010-12' }).schema; // → null
 */
export function analyse(dataset: Dataset, request: AnalysisRequest = {}): Analysis {
  const question = toQuestion(dataset, request, createMemory());
  const timed = timeQuestion(question);
  const { all, base, build } = timed;
  const asked = toAskedFields(question);
  const shared = toWhole<Shared>({
    verdicts: () => listVerdicts(timed),
    judged: () => judgeClaims(question, base, build),
  });
  const { population } = asked;
  const whole: Analysis = toWhole<Analysis>({
    schema: 'beltway/analysis@1',
    ...asked,
    cells: () => listAllCells(timed),
    groups: () => shared.verdicts.groups,
    attribution: () => shared.verdicts.attribution,
    independence: () => all.map((times) => measureIndependence(question, times)),
    curve: () => listAllCurves(timed),
    companions: () => listCompanions(question, all),
    reliability: () => countReliable(question, all),
    documented: () => listSupply(question, build),
    timing: () => listSupplyTiming(question, build),
    flowcharts: () => evaluateFlowcharts(question, all),
    verdictMaps: () => listVerdictMaps(question, all),
    claims: () => shared.judged.claims,
    claimSets: () => {
      const { claims: _, ...claimSets } = shared.judged;
      return claimSets;
    },
    sentences: () => {
      const { cells, timing } = whole;
      const companions = listSlowest(question);
      return toSentences(timed, shared.verdicts, { population, companions, cells, timing });
    },
    sources: () => listSourceIds(question),
  });
  return whole;
}
