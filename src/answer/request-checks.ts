/** What can be wrong in the values of a request, each told by its field; names of places and groups are `question.ts`. */
import { listPopulation, POPULATIONS } from '../condition/population.ts';
import { arrangeNodes } from '../flowchart/order.ts';
import type { Dataset } from '../model/dataset.ts';
import { DataError, type Problem } from '../problems.ts';
import { isDate } from '../scenario/dates.ts';
import type { AnalysisRequest } from './request.ts';

/** Runs a step and keeps its problems instead of stopping at the first. */
export function collect<T>(problems: Problem[], step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** A problem of the request itself. */
export function toProblem(path: string, expected: string, found: unknown): Problem {
  return { file: 'request', path, expected, found: JSON.stringify(found) ?? 'nothing', code: 'out-of-range' };
}

function checkSeconds(path: string, value: number, least: number): readonly Problem[] {
  const fine = Number.isFinite(value) && value >= least && value <= 86_400;
  return fine ? [] : [toProblem(path, `seconds from ${least} to 86400`, value)];
}

/** `own` is a population only where the user gave sites. */
function checkPopulation(dataset: Dataset, request: AnalysisRequest): readonly Problem[] {
  const { population = '2006' } = request;
  const hasOwn = listPopulation(dataset.suppliers, 'own', '2000').placed.length > 0;
  const valid = POPULATIONS.filter((id) => id !== 'own' || hasOwn);
  const hint = population === 'own' ? ' (own needs sites of your own)' : '';
  return valid.includes(population)
    ? []
    : [toProblem('population', `one of ${valid.join(', ')}${hint}`, population)];
}

function checkDay({ asOf }: AnalysisRequest): readonly Problem[] {
  const expected = 'a date YYYY, YYYY-MM or YYYY-MM-DD of the calendar';
  return asOf === undefined || isDate(asOf) ? [] : [toProblem('asOf', expected, asOf)];
}

function checkLevel({ criticalLevel: level }: AnalysisRequest): readonly Problem[] {
  const fine = level === undefined || (level >= 0 && level <= 1);
  return fine ? [] : [toProblem('criticalLevel', 'a share from 0 to 1', level)];
}

/** Charts that do not exist, and nodes that a chart does not have. */
function checkArrangement(dataset: Dataset, { arrangement = {} }: AnalysisRequest): readonly Problem[] {
  const ids = dataset.flowcharts.map(({ id }) => id);
  return Object.entries(arrangement).flatMap(([id, one]) => {
    const chart = dataset.flowcharts.find((other) => other.id === id);
    if (chart === undefined) return [toProblem('arrangement', `a flowchart: ${ids.join(', ')}`, id)];
    const problems: Problem[] = [];
    collect(problems, () => arrangeNodes(chart, one));
    return problems.map((problem) => ({
      ...problem,
      file: 'request',
      path: `arrangement.${id}.${problem.path}`,
    }));
  });
}

/** Everything that can be wrong in itself, whatever the rest of the request says. */
export function checkValues(dataset: Dataset, request: AnalysisRequest): Problem[] {
  const { parameters } = dataset;
  return [
    ...checkSeconds('cutoffS', request.cutoffS ?? parameters.cutoffS.value, 1),
    ...checkSeconds('toleranceS', request.toleranceS ?? parameters.toleranceS.value, 0),
    ...checkPopulation(dataset, request),
    ...checkDay(request),
    ...checkLevel(request),
    ...checkArrangement(dataset, request),
  ];
}

/** Values that make something else than time count, or times of an hour: refused where closed roads or draws are asked for. */
export function checkTimeAlone(
  { valueOfTimeCnyPerH, departS, arriveByS }: AnalysisRequest,
  what: string,
): readonly Problem[] {
  const refuse = (path: string, value: number | null | undefined, expected: string): readonly Problem[] =>
    value === undefined || value === null
      ? []
      : [{ file: 'request', path, expected, found: String(value), code: 'contradiction' }];
  return [
    ...refuse('valueOfTimeCnyPerH', valueOfTimeCnyPerH, `none: ${what} minimise time alone`),
    ...refuse('departS', departS, `no clock: ${what} are of a traffic state`),
    ...refuse('arriveByS', arriveByS, `no clock: ${what} are of a traffic state`),
  ];
}
