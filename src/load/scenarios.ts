/** Files `scenarios/<id>.json`: what a scenario stands on, and what it changes. */
import type * as z from 'zod';

import type { ScenarioFile } from '../model/scenario.ts';
import { isDate, toLastDayOf } from './dates.ts';
import { exactly, id, idList, list, note, record, text } from './fields.ts';
import type { Folder } from './folder.ts';
import { modification } from './modifications.ts';
import type { Report } from './report.ts';
import { type Rows, listSound, readSingles } from './rows.ts';
import { upgradeScenario } from './scenario-upgrade.ts';

/** More are no list that anybody could read, and a mistake of the program that wrote it. */
export const MAX_MODIFICATIONS = 500;

const others = (what: string): z.ZodExactOptional<z.ZodArray<z.ZodString>> =>
  idList(`ids of scenarios that ${what}`, id('a scenario'), 1).exactOptional();

export const dependencies = record('what it needs of other scenarios', {
  prerequisites: others('it has to stand on'),
  corequisites: others('have to be applied with it'),
  conflicts: others('may not be applied with it'),
});

const modifications = list('modifications in order', modification).max(
  MAX_MODIFICATIONS,
  `at most ${MAX_MODIFICATIONS} modifications`,
);

export const scenarioFile = record('a scenario', {
  schema: exactly('beltway/scenario@2'),
  id: id('id of the scenario'),
  title: text('title in English'),
  titleZh: text('title in Chinese').exactOptional(),
  base: id('id of another scenario, or the day whose roads stand (a month means its last day)'),
  dependencies: dependencies.exactOptional(),
  modifications,
  note,
}) satisfies z.ZodType<ScenarioFile>;

/** Reads the scenarios, older versions in the form of today's. */
export function readScenarios(folder: Folder, report: Report): Rows<ScenarioFile> {
  const { files, complete } = folder.scenarios;
  const upgraded = files.map(({ file, value }) => ({ file, value: upgradeScenario(value) }));
  const scenarios = { files: upgraded, complete };
  const rows = readSingles(scenarioFile, { ...folder, scenarios }, 'scenarios', report);
  for (const { spot, value } of listSound(rows)) {
    if (isDate(value.id) && isDate(value.base) && toLastDayOf(value.id) !== toLastDayOf(value.base)) {
      report.tell(spot, ['base'], 'contradiction', `${value.id}, the date its id says`, value.base);
    }
  }
  return rows;
}
