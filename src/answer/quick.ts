/** The answer in a few milliseconds: everything of the whole one but what takes longest. */
import type { Analysis, AnswerCompanion, AnswerIndependence } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import {
  listAllCells,
  listAllCurves,
  listSourceIds,
  listVerdicts,
  timeQuestion,
  toAskedFields,
  toSentences,
} from './answer-parts.ts';
import { listSlowest } from './companions.ts';
import { evaluateFlowcharts, listVerdictMaps } from './flowcharts.ts';
import type { Memory } from './memory.ts';
import { toQuestion } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { listSupply, listSupplyTiming, measureQuickly } from './suppliers.ts';

/** The answer without what takes longest: claims, closing roads one by one, and most companions. */
export interface QuickAnalysis extends Omit<
  Analysis,
  'schema' | 'independence' | 'companions' | 'reliability' | 'claims' | 'claimSets'
> {
  readonly independence: readonly Omit<AnswerIndependence, 'robustMin'>[];
  /** Base and build in the slowest traffic for the same vehicle; empty where that is the question's own. */
  readonly slowest: readonly AnswerCompanion[];
}

/**
 * The answer to a request in a few milliseconds, for one that is changed again and again: equal to `analyse` in
 * every field they share. The memory keeps times between questions; a list that a change did not touch (cells and
 * curve, where only the cutoff changed) is the same array as before. Throws DataError as `analyse` does.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : analyseQuick(dataset, { cutoffS: 2700 }, createMemory()).slowest; // → null
 */
export function analyseQuick(dataset: Dataset, request: AnalysisRequest, memory: Memory): QuickAnalysis {
  const question = toQuestion(dataset, request, memory);
  const timed = timeQuestion(question);
  const { all, build } = timed;
  const asked = toAskedFields(question);
  const verdicts = listVerdicts(timed);
  const cells = listAllCells(timed);
  const slowest = listSlowest(question);
  const timing = listSupplyTiming(question, build);
  const { population } = asked;
  return {
    ...asked,
    cells,
    groups: verdicts.groups,
    attribution: verdicts.attribution,
    independence: all.map((times) => measureQuickly(question, times)),
    curve: listAllCurves(timed),
    slowest,
    documented: listSupply(question, build),
    timing,
    flowcharts: evaluateFlowcharts(question, all),
    verdictMaps: listVerdictMaps(question, all),
    sentences: toSentences(timed, verdicts, { population, companions: slowest, cells, timing }),
    sources: listSourceIds(question),
  };
}
