/**
 * A scenario as an answer carries it: what it stands on is among its modifications already, so that it needs no other
 * file. It is checked like a file; whether it goes with the roads is for `applyScenario`.
 */
import type * as z from 'zod';

import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { date, id, idList, list, note, record, text } from './fields.ts';
import { modification } from './modifications.ts';
import type { Report, Spot } from './report.ts';
import { readRow } from './rows.ts';
import { dependencies, MAX_MODIFICATIONS } from './scenarios.ts';

/** Scenarios that stand on one another bring the modifications of each. */
const MAX_TOGETHER = 10 * MAX_MODIFICATIONS;

export const scenarioValue = record('a scenario', {
  id: id('id of the scenario'),
  title: text('title in English'),
  titleZh: text('title in Chinese'),
  date: date('the day whose roads stand'),
  modifications: list('modifications in order, those of the scenarios it stands on first', modification).max(
    MAX_TOGETHER,
    `at most ${MAX_TOGETHER} modifications`,
  ),
  standsOn: idList('ids of the scenarios it stands on', id('a scenario'), 0).exactOptional(),
  dependencies: dependencies.exactOptional(),
  missing: idList('ids of scenarios that it needs beside it', id('a scenario'), 1).exactOptional(),
  note,
}) satisfies z.ZodType<Scenario>;

const MONTH_OR_DAY = /^\d{4}-\d{2}/;

/** An id that would hide a scenario of the data set, or a day. */
export function checkScenarioId(
  dataset: Dataset,
  { id: name }: Pick<Scenario, 'id'>,
  spot: Spot,
  report: Report,
): void {
  if (dataset.scenarios.some((one) => one.id === name))
    report.tell(spot, ['id'], 'duplicate-id', 'an id that no scenario of the data set has', name);
  if (MONTH_OR_DAY.test(name)) report.tell(spot, ['id'], 'contradiction', 'an id that is no date', name);
}

/** The scenario of a value that nobody vouches for; null after telling what is wrong with it. */
export function checkScenarioValue(
  dataset: Dataset,
  value: unknown,
  spot: Spot,
  report: Report,
): Scenario | null {
  const before = report.count();
  const scenario = readRow(scenarioValue, value, spot, report).value;
  if (scenario === null) return null;
  checkScenarioId(dataset, scenario, spot, report);
  if (!MONTH_OR_DAY.test(scenario.date))
    report.tell(spot, ['date'], 'out-of-range', 'a date YYYY-MM or YYYY-MM-DD', scenario.date);
  return report.count() === before ? scenario : null;
}
