/**
 * The load room: text of the files of a data folder → a data set, or all its problems at once. It reads no
 * files itself and changes nothing; what a site's distance from the road means is for `network/`.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Problem } from '../problems.ts';
import { buildDataset } from './build.ts';
import { type FileTexts, readFolder } from './folder.ts';
import { checkDays } from './day-checks.ts';
import { checkGeography } from './geography.ts';
import { checkReferences } from './references.ts';
import { createReport } from './report.ts';
import { listSound } from './rows.ts';
import { checkRoads } from './roads.ts';
import { checkVehicles } from './speeds.ts';
import { chainScenarios } from './scenario-chain.ts';
import { tryScenario } from './scenario-file.ts';
import { readTables } from './tables.ts';

export type { FileTexts } from './folder.ts';
export { createSchemaDoor, DATA_SCHEMAS } from './schemas.ts';
export type { SchemaDoor, Schemas } from './schemas.ts';

/** Either a data set and no problem, or no data set and at least one. */
export interface LoadResult {
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a data folder given as text by file name (`highways/n2r.geojson`). Whatever the text
 * is, it returns: all problems of all files in one go, up to 500 and a last one that counts the rest.
 *
 * @example
 * const { dataset, problems } = loadDataset(new Map([['dataset.json', '']]));
 * dataset; // → null
 * problems[0]?.expected; // → 'JSON text, not an empty file'
 */
export function loadDataset(files: FileTexts): LoadResult {
  const report = createReport();
  const folder = readFolder(files, report);
  const tables = readTables(folder, report);
  checkReferences(tables, report);
  checkRoads(tables, report);
  checkGeography(tables, report);
  checkVehicles(tables, report);
  const scenarios = chainScenarios(tables.scenarios, report);
  if (report.count() > 0) return { dataset: null, problems: report.list() };
  const dataset = buildDataset(tables, folder, scenarios);
  if (dataset !== null) {
    checkDays(dataset, report);
    for (const { value } of listSound(tables.scenarios)) {
      const scenario = scenarios.find(({ id }) => id === value.id);
      if (scenario === undefined) continue;
      const { length } = value.modifications;
      tryScenario(dataset, scenario, length, `scenarios/${value.id}.json`, report);
    }
  }
  return report.count() > 0 ? { dataset: null, problems: report.list() } : { dataset, problems: [] };
}
