/** The question that a view of trips asks: the request as it is checked for every answer, without a third scenario. */
import type { Dataset } from '../model/dataset.ts';
import { toQuestion, type Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';

/** Checks a request. Throws DataError with everything wrong in it. */
export function toTripQuestion(dataset: Dataset, request: AnalysisRequest): Question {
  return toQuestion(dataset, { ...request, beside: null });
}
