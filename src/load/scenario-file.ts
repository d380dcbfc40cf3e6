/** A scenario of the user's own, from the text of one file, checked like those of a data set. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import { findConnectors } from '../network/connectors.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario } from '../scenario/apply.ts';
import { addWhatIfPlaces } from '../scenario/what-if.ts';
import { JsonTextError, readJson } from './json.ts';
import { createReport, type Report, type Spot } from './report.ts';
import { readRow } from './rows.ts';
import { chainScenario } from './scenario-chain.ts';
import { upgradeScenario } from './scenario-upgrade.ts';
import { checkScenarioId } from './scenario-value.ts';
import { scenarioFile } from './scenarios.ts';

/** Either a scenario, with its file in the form of today, and no problem, or no scenario and at least one. */
export interface ReadScenario {
  readonly scenario: Scenario | null;
  readonly file: ScenarioFile | null;
  readonly problems: readonly Problem[];
}

function addAll(error: unknown, file: string, report: Report): void {
  if (!(error instanceof DataError)) throw error;
  for (const problem of error.problems) report.add({ ...problem, file });
}

/** Sites that a scenario adds or moves, each within reach of a road. */
function tryPlaces(dataset: Dataset, scenario: Scenario, file: string, report: Report): void {
  const { zones, plants } = addWhatIfPlaces(dataset, [scenario]);
  const state = applyScenario(dataset, scenario);
  const places = [...zones, ...plants].map(({ id }) => id).filter((id) => state.at.has(id));
  for (const id of places) {
    try {
      findConnectors(state.dataset, { id, at: state.at.get(id) ?? [NaN, NaN] });
    } catch (error) {
      addAll(error, file, report);
    }
  }
}

/** Tells what of a scenario does not go with the roads and places of a data set. */
export function tryScenario(dataset: Dataset, scenario: Scenario, file: string, report: Report): void {
  try {
    applyScenario(dataset, scenario);
  } catch (error) {
    addAll(error, file, report);
    return;
  }
  tryPlaces(dataset, scenario, file, report);
}

function readText(text: string, spot: Spot, report: Report): ScenarioFile | null {
  try {
    const { value, keyProblems } = readJson(text);
    for (const { keys, code, expected } of keyProblems) report.tell(spot, keys, code, expected, keys.at(-1));
    return readRow(scenarioFile, upgradeScenario(value), spot, report).value;
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const { expected, code } = error;
    report.add({ file: spot.file, path: '', expected, found: 'other text', code });
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
  const read = readText(text, spot, report);
  if (read !== null) checkScenarioId(dataset, read, spot, report);
  const own = (dataset.ownScenarios ?? []).map(({ scenario }) => scenario);
  const known = [...own, ...dataset.scenarios];
  const find = (id: string): Scenario | undefined => known.find((one) => one.id === id);
  const ids = known.map(({ id }) => id);
  const scenario = read === null ? null : chainScenario(read, find, ids, spot, report);
  if (scenario !== null && report.count() === 0) tryScenario(dataset, scenario, file, report);
  if (report.count() > 0) return { scenario: null, file: null, problems: report.list() };
  return { scenario, file: read, problems: [] };
}
