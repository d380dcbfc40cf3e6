/** From what a user types to a scenario: an id of the data set, or any day or month. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError } from '../problems.ts';
import { isMonthOrDay } from './dates.ts';

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
 * The data set with scenarios of the user beside its own, each asked for by its id or by what it is called; the same
 * value where there are none.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : addScenarios(dataset, []) === dataset; // → null
 */
export function addScenarios(
  dataset: Dataset,
  own: readonly Scenario[],
  toName: (scenario: Scenario) => string = ({ id }) => id,
): Dataset {
  if (own.length === 0) return dataset;
  const named = own.map((scenario) => ({ called: toName(scenario), scenario }));
  return { ...dataset, ownScenarios: [...(dataset.ownScenarios ?? []), ...named] };
}

/** The user's scenario of that name or id. */
function findOwn({ ownScenarios = [] }: Dataset, text: string): Scenario | undefined {
  const named = ownScenarios.find(({ called }) => called === text);
  return (named ?? ownScenarios.find(({ scenario }) => scenario.id === text))?.scenario;
}

/**
 * The scenario of that id, shipped or the user's, or the untouched network of a `YYYY-MM` or `YYYY-MM-DD`; `further`
 * ones are looked through first. Throws DataError with the ids there are.
 */
export function findScenario(
  dataset: Dataset,
  idOrDate: string,
  further: readonly Scenario[] = [],
): Scenario {
  const own = (dataset.ownScenarios ?? []).map(({ scenario }) => scenario);
  const known = [...further, ...own, ...dataset.scenarios];
  const named = findOwn(dataset, idOrDate) ?? known.find(({ id }) => id === idOrDate);
  if (named !== undefined) return named;
  if (isMonthOrDay(idOrDate)) return findDay(idOrDate);
  const ids = known.map(({ id }) => id).toSorted();
  const expected = `a scenario (${ids.join(', ')}) or a date YYYY-MM or YYYY-MM-DD`;
  throw new DataError([
    { file: 'scenario', path: '', expected, found: JSON.stringify(idOrDate), code: 'unknown-id' },
  ]);
}
