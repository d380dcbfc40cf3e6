/** A scenario of the user's own for an imported network, from the text of one file: the same form as for a data set. */
import { checkCityScenario } from '../city/scenario/apply.ts';
import type { CityTrial } from '../city/scenario/draft.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { createReport, type Report, type Spot } from './report.ts';
import { chainScenario } from './scenario-chain.ts';
import { readScenarioText, type ReadScenario } from './scenario-file.ts';

const MONTH_OR_DAY = /^\d{4}-\d{2}/;
const PLACE = /^modifications\[(\d+)\]/;

/** An id that would hide a day or a scenario that was read before. */
function checkOwnId(id: string, known: readonly Scenario[], spot: Spot, report: Report): void {
  if (known.some((one) => one.id === id))
    report.tell(spot, ['id'], 'duplicate-id', 'an id that no scenario beside it has', id);
  if (MONTH_OR_DAY.test(id)) report.tell(spot, ['id'], 'contradiction', 'an id that is no date', id);
}

/** Modifications of the file stand behind those it stands on: counted as in the file. */
function toOwnPath({ path, ...problem }: Problem, before: number): Problem {
  return { ...problem, path: path.replace(PLACE, (_, i: string) => `modifications[${Number(i) - before}]`) };
}

/**
 * The scenario of a file for a city. It may stand on one that was read before (`known`), or on a day: a road to come is
 * open on it only where a modification opens it. Whatever the text is, it returns; all problems in one go.
 */
export function readCityScenario(
  trial: CityTrial,
  text: string,
  file: string,
  known: readonly Scenario[] = [],
): ReadScenario {
  const report = createReport();
  const spot = { file, keys: [] };
  const read = readScenarioText(text, spot, report);
  if (read !== null) checkOwnId(read.id, known, spot, report);
  const find = (id: string): Scenario | undefined => known.find((one) => one.id === id);
  const ids = known.map(({ id }) => id);
  const scenario = read === null ? null : chainScenario(read, find, ids, spot, report);
  if (scenario !== null && read !== null && report.count() === 0) {
    const before = scenario.modifications.length - read.modifications.length;
    for (const problem of checkCityScenario(trial, scenario))
      report.add({ ...toOwnPath(problem, before), file });
  }
  if (report.count() > 0) return { scenario: null, file: null, problems: report.list() };
  return { scenario, file: read, problems: [] };
}
