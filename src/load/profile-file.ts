/** A day of traffic of the user's own, from the text of one file, checked like those of a data set. */
import type { Dataset } from '../model/dataset.ts';
import type { Profile } from '../model/day.ts';
import type { Problem } from '../problems.ts';
import { checkProfile } from './day-checks.ts';
import { toTextProblem } from './json-problem.ts';
import { JsonTextError, readJson } from './json.ts';
import { checkRanges, profileFile } from './profiles.ts';
import { createReport, type Report, type Spot } from './report.ts';
import { readRow } from './rows.ts';

/** Either a profile and no problem, or no profile and at least one. */
export interface ReadProfile {
  readonly profile: Profile | null;
  readonly problems: readonly Problem[];
}

function readText(text: string, spot: Spot, report: Report): Profile | null {
  try {
    const { value } = readJson(text);
    return readRow(profileFile, value, spot, report).value;
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    report.add(toTextProblem(spot.file, text, error));
    return null;
  }
}

/**
 * The profile of a file for a data set: of its vehicle classes, and such that on its roads nobody arrives earlier by
 * leaving later.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : readProfile(dataset, '{}', 'mine.json').profile; // → null
 */
export function readProfile(dataset: Dataset, text: string, file: string): ReadProfile {
  const report = createReport();
  const spot = { file, keys: [] };
  const profile = readText(text, spot, report);
  if (profile !== null) {
    checkRanges(profile, spot, report);
    const ids = new Set(dataset.vehicleClasses.map(({ id }) => id));
    for (const id of Object.keys(profile.byVehicleClass).filter((one) => !ids.has(one)))
      report.tell(spot, ['byVehicleClass', id], 'unknown-id', `a vehicle class: ${[...ids].join(', ')}`, id);
    if (report.count() === 0) checkProfile(dataset, profile, spot, report);
  }
  return report.count() === 0 ? { profile, problems: [] } : { profile: null, problems: report.list() };
}
