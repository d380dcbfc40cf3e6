/** Scenarios side by side: one column each, read off the same times as a comparison of two. */
import type { Dataset } from '../model/dataset.ts';
import type { ScenarioColumn, ScenarioTable } from '../model/scenario-table.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { addWhatIfPlaces } from '../scenario/what-if.ts';
import { toAnswerClock } from './answer-clock.ts';
import { toCommand } from './command.ts';
import { createMemory, type Memory } from './memory.ts';
import { toQuestion, type Question } from './question.ts';
import { collect, toProblem } from './request-checks.ts';
import type { AnalysisRequest } from './request.ts';
import { measurePairs } from './scenario-pairs.ts';
import { hasEstimatedToll, measureRoads } from './scenario-roads.ts';
import { timeScenario } from './times.ts';

type Shared = Omit<
  AnalysisRequest,
  | 'base'
  | 'build'
  | 'beside'
  | 'origins'
  | 'destinations'
  | 'valueOfTimeCnyPerH'
  | 'arrangement'
  | 'criticalLevel'
>;

/** What may be asked of a table: toll is reported, never minimised. */
export interface ScenarioTableRequest extends Shared {
  /** Ids, days, or names of the caller's own; left out = base, third column and build of the data set. */
  readonly columns?: readonly string[] | undefined;
}

/** More columns than anybody compares at a glance. */
const MOST_COLUMNS = 40;

const CAPTION =
  'The same suppliers and makers in every column; pairs of a supplier and a maker within the minutes, and without any way. iOut: share of tier-1 suppliers with a keiretsu that reach a maker outside it; i2: share of suppliers that reach two makers. Mean: minutes of all pairs, none where one has no way; on estimates: its share on estimated lengths and connectors. Worst: the longest trip of any supplier to a maker. Toll: mean of the fastest ways of all pairs, one way; it is not minimised. Built: drawn in the scenario; opened and closed: against the first column; kilometres of main line, both directions once. In brackets: every parameter at one end of its range, then at the other; ≈ where that says something else. Road records are changed: no response of traffic is modelled.';

interface Named {
  readonly scenario: Scenario;
  readonly state: RoadState;
}

/** All scenarios, each with its roads. Throws DataError with everything wrong in them. */
function listNamed(dataset: Dataset, { columns, scenarios }: ScenarioTableRequest): readonly Named[] {
  const { base, beside, build } = dataset.header.defaults;
  const names = columns ?? [base, ...(beside === null ? [] : [beside]), build];
  const problems: Problem[] = [];
  if (names.length === 0 || names.length > MOST_COLUMNS)
    problems.push(toProblem('columns', `1 to ${MOST_COLUMNS} scenarios`, names.length));
  const named = names.flatMap((name, i) => {
    if (names.indexOf(name) !== i) problems.push(toProblem(`columns[${i}]`, 'every scenario once', name));
    const found = collect(problems, () => {
      const scenario = findScenario(dataset, name, scenarios);
      return { scenario, state: applyScenario(dataset, scenario) };
    });
    return found === null ? [] : [found];
  });
  if (problems.length > 0) throw new DataError(problems);
  return named;
}

function toColumn(question: Question, { scenario, state }: Named, first: RoadState): ScenarioColumn {
  const times = timeScenario(question, scenario, question.setting, true);
  const { id, title, titleZh, date } = scenario;
  return {
    ...{ id, title, titleZh, date },
    ...measurePairs(question, times),
    tollEstimated: hasEstimatedToll(state),
    ...measureRoads(question.dataset, state, first),
  };
}

/** The question that all columns share: the places of every scenario are places of each. */
function toShared(
  dataset: Dataset,
  request: ScenarioTableRequest,
  named: readonly Named[],
  memory: Memory,
): Question {
  const { columns: _, ...rest } = request;
  const places = addWhatIfPlaces(
    dataset,
    named.map(({ scenario }) => scenario),
  );
  const id = request.columns?.[0] ?? dataset.header.defaults.base;
  return toQuestion(places, { ...rest, base: id, build: id, destinations: [] }, memory);
}

/**
 * The measures of some scenarios side by side. `memory` keeps times between tables. Throws DataError with everything
 * wrong in the request and in its scenarios.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : compareScenarios(dataset, { columns: ['2006-07', '2010-12'] }).pairs; // → null
 */
export function compareScenarios(
  dataset: Dataset,
  request: ScenarioTableRequest = {},
  memory: Memory = createMemory(),
): ScenarioTable {
  const named = listNamed(dataset, request);
  const question = toShared(dataset, request, named, memory);
  const { header, digest } = dataset;
  const { setting, groups, cutoffS, toleranceS, plantDate, population, origins } = question;
  const suppliers = origins.filter(({ kind }) => kind === 'supplier');
  const first = named[0] as Named;
  const { columns = [], ...rest } = request;
  return {
    schema: 'beltway/scenario-table@1',
    data: { id: header.id, title: header.title, digest },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    clock: toAnswerClock(setting),
    ...{ cutoffS, toleranceS },
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    plantDate,
    population: population.id,
    suppliers: suppliers.length,
    sites: new Set(suppliers.map(({ site }) => site)).size,
    pairs: suppliers.length * groups.length,
    scenarios: named.map((one) => toColumn(question, one, first.state)),
    caption: CAPTION,
    command: toCommand(['scenario', 'compare', ...columns], rest),
  };
}
