/** From what a user types to a scenario: an id of the data set, or any day or month. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError } from '../problems.ts';
import { isDate } from './dates.ts';

/** A year alone is no scenario: which day of it would be a guess. */
const MONTH_OR_DAY = /^\d{4}-\d{2}/;

/** Networks of days asked for: the same day is the same scenario, so that what is known of it is found. */
const DAYS = new Map<string, Scenario>();
const KEPT_DAYS = 256;

function findDay(date: string): Scenario {
  const known = DAYS.get(date);
  if (known !== undefined) return known;
  const title = `Network of ${date}`;
  const day = { id: date, title, titleZh: `${date} 路网`, date, modifications: [] };
  if (DAYS.size >= KEPT_DAYS) DAYS.clear();
  DAYS.set(date, day);
  return day;
}

/**
 * The shipped scenario of that id, or the untouched network of a `YYYY-MM` or `YYYY-MM-DD`. Throws DataError
 * with the ids there are.
 */
export function findScenario(dataset: Dataset, idOrDate: string): Scenario {
  const shipped = dataset.scenarios.find(({ id }) => id === idOrDate);
  if (shipped !== undefined) return shipped;
  if (MONTH_OR_DAY.test(idOrDate) && isDate(idOrDate)) return findDay(idOrDate);
  const ids = dataset.scenarios.map(({ id }) => id).toSorted();
  const expected = `a scenario (${ids.join(', ')}) or a date YYYY-MM or YYYY-MM-DD`;
  throw new DataError([
    { file: 'scenario', path: '', expected, found: JSON.stringify(idOrDate), code: 'unknown-id' },
  ]);
}
