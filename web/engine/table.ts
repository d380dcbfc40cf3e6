/** Scenarios side by side in the worker, and the question of the page as the command line is asked it. */
import {
  compareScenarios,
  createMemory,
  type AnalysisRequest,
  type Dataset,
  type ScenarioTable,
  type ScenarioTableRequest,
} from '../../src/index.ts';
import { toPlain } from './plain.ts';

/** Minutes added for "about an hour" where nothing is said, in seconds. */
const TOLERANCE_S = 600;

/** What is asked of columns: the question of the page without its two scenarios. */
export function toTableRequest(
  request: AnalysisRequest,
  columns: readonly string[],
  scenarios: AnalysisRequest['scenarios'],
): ScenarioTableRequest {
  const { base: _, build: _build, criticalLevel: _level, ...plain } = toPlain(request);
  const { toleranceS, departS, arriveByS } = request;
  return {
    ...{ ...plain, columns, scenarios },
    ...(toleranceS === TOLERANCE_S ? {} : { toleranceS }),
    ...{ departS, arriveByS },
  };
}

/** Tables of one worker: a column that was timed for one is timed for the next. */
export function createTables(): (dataset: Dataset, request: ScenarioTableRequest) => ScenarioTable {
  const memory = createMemory();
  return (dataset, request) => compareScenarios(dataset, request, memory);
}
