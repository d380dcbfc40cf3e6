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
import { listCompanions } from './answer/companions.ts';
import { evaluateFlowcharts, listVerdictMaps } from './answer/flowcharts.ts';
import { createMemory } from './answer/memory.ts';
import { toQuestion } from './answer/question.ts';
import { countReliable } from './answer/reliability.ts';
import type { AnalysisRequest } from './answer/request.ts';
import { measureIndependence } from './answer/robust-independence.ts';
import { listSupply, listSupplyTiming } from './answer/suppliers.ts';
import type { Analysis } from './model/answer.ts';
import type { Dataset } from './model/dataset.ts';

/**
 * Answers a request: times with their corners, one-hour verdicts with attribution, independence, flowcharts and
 * claims. Times in seconds, lengths in metres, tolls in CNY. Throws DataError with everything wrong in the request.
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
  const verdicts = listVerdicts(timed);
  const cells = listAllCells(timed);
  const companions = listCompanions(question, all);
  const timing = listSupplyTiming(question, build);
  const { claims, ...claimSets } = judgeClaims(question, base, build);
  return {
    schema: 'beltway/analysis@1',
    ...asked,
    cells,
    groups: verdicts.groups,
    attribution: verdicts.attribution,
    independence: all.map((times) => measureIndependence(question, times)),
    curve: listAllCurves(timed),
    companions,
    reliability: countReliable(question, all),
    documented: listSupply(question, build),
    timing,
    flowcharts: evaluateFlowcharts(question, all),
    verdictMaps: listVerdictMaps(question, all),
    claims,
    claimSets,
    sentences: toSentences(timed, verdicts, { population: asked.population, companions, cells, timing }),
    sources: listSourceIds(question),
  };
}
