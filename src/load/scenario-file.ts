/** A scenario of the user's own, from the text of one file, checked like those of a data set. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { toTextProblem } from './json-problem.ts';
import { JsonTextError, readJson } from './json.ts';
import { createReport, type Report, type Spot } from './report.ts';
import { readRow } from './rows.ts';
import { chainScenario } from './scenario-chain.ts';
import { upgradeScenario } from './scenario-upgrade.ts';
import { tryModifications } from './scenario-trial.ts';
import { checkScenarioId } from './scenario-value.ts';
import { scenarioFile } from './scenarios.ts';

/** Either a scenario, with its file in the form of today, and no problem, or no scenario and at least one. */
export interface ReadScenario {
  readonly scenario: Scenario | null;
  readonly file: ScenarioFile | null;
  readonly problems: readonly Problem[];
}

/**
 * Tells what of a scenario does not go with the roads and places of a data set. `own`: how many of its modifications,
 * the last ones, stand in the file; those before them are told where they stand.
 */
export function tryScenario(
  dataset: Dataset,
  scenario: Scenario,
  own: number,
  file: string,
  report: Report,
): void {
  const { modifications, problems } = tryModifications(dataset, scenario);
  for (const problem of problems) report.add({ ...problem, file });
  for (const [i, tried] of modifications.slice(modifications.length - own).entries()) {
    for (const { path, ...problem } of tried.problems)
      report.add({ ...problem, file, path: `modifications[${i}]${path === '' ? '' : `.${path}`}` });
  }
}

/** What a text says, older versions in the form of today's; null after telling what is wrong with its form. */
export function readScenarioText(text: string, spot: Spot, report: Report): ScenarioFile | null {
  try {
    const { value, keyProblems } = readJson(text);
    for (const { keys, code, expected } of keyProblems) report.tell(spot, keys, code, expected, keys.at(-1));
    return readRow(scenarioFile, upgradeScenario(value), spot, report).value;
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    report.add(toTextProblem(spot.file, text, error));
    return null;
  }
}

/**
 * The scenario of a file for a data set. It may stand on a scenario of the data set, on one of the user's that was read
 * before (`ownScenarios`), or on a day. Whatever the text is, it returns; all problems in one go.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : readScenario(dataset, '{}', 'mine.json').scenario; // → null
 */
export function readScenario(dataset: Dataset, text: string, file: string): ReadScenario {
  const report = createReport();
  const spot = { file, keys: [] };
  const read = readScenarioText(text, spot, report);
  if (read !== null) checkScenarioId(dataset, read, spot, report);
  const own = (dataset.ownScenarios ?? []).map(({ scenario }) => scenario);
  const known = [...own, ...dataset.scenarios];
  const find = (id: string): Scenario | undefined => known.find((one) => one.id === id);
  const ids = known.map(({ id }) => id);
  const scenario = read === null ? null : chainScenario(read, find, ids, spot, report);
  if (scenario !== null && read !== null && report.count() === 0)
    tryScenario(dataset, scenario, read.modifications.length, file, report);
  if (report.count() > 0) return { scenario: null, file: null, problems: report.list() };
  return { scenario, file: read, problems: [] };
}
