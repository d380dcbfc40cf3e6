/** The shipped data, loaded once, and answers to questions about them, for tests of the answer panel. */
import {
  analyseQuick,
  createMemory,
  type AnalysisRequest,
  type Dataset,
  type QuickAnalysis,
} from '../../src/index.ts';
import { SHIPPED } from '../data-sets.ts';

export const DATASET: Dataset = SHIPPED;
const memory = createMemory();

/** An answer as the page gets it. */
export function ask(request: AnalysisRequest = {}): QuickAnalysis {
  return analyseQuick(DATASET, { beside: null, ...request }, memory);
}

export const WITHOUT = '2010-without-belt';
export const WITH = '2010-with-belt';
