/**
 * Scenarios of the user in the worker. What is wrong in one is left out of it, so that the rest is answered; what that
 * was goes back with the answer.
 */
import {
  addScenarios,
  addWhatIfPlaces,
  tryModifications,
  type AnalysisRequest,
  type Dataset,
  type Scenario,
  type TriedScenario,
} from '../../src/index.ts';

const TRIED = new WeakMap<Dataset, Map<string, TriedScenario>>();
/** While a road is drawn every point gives another scenario. */
const KEPT_TRIALS = 32;

/** A scenario tried on a data set; the same value for the same scenario. */
export function trySoundly(dataset: Dataset, scenario: Scenario): TriedScenario {
  const known = TRIED.get(dataset) ?? new Map<string, TriedScenario>();
  TRIED.set(dataset, known);
  const key = JSON.stringify(scenario);
  const tried = known.get(key) ?? tryModifications(dataset, scenario);
  if (known.size >= KEPT_TRIALS) known.clear();
  known.set(key, tried);
  return tried;
}

/** Name under which a command takes a scenario of the user: that of its file. */
export const toCalled = (id: string): string => `${id}.json`;

interface Asked<R> {
  readonly dataset: Dataset;
  readonly request: R;
}
let last: (Asked<null> & { readonly of: Dataset; readonly key: string }) | null = null;

/**
 * A data set and a question as a command has them where the user's scenarios are files: the answer is the same to the
 * byte. The same data set as before where data and scenarios are.
 */
export function withScenarios<R extends AnalysisRequest>(dataset: Dataset, request: R): Asked<R> {
  const { scenarios: own = [], ...rest } = request;
  if (own.length === 0) return { dataset, request };
  const key = JSON.stringify(own);
  if (last === null || last.of !== dataset || last.key !== key) {
    const sound = own.map((one) => trySoundly(dataset, one).sound);
    last = {
      of: dataset,
      key,
      dataset: addScenarios(dataset, sound, ({ id }) => toCalled(id)),
      request: null,
    };
  }
  const call = (id: string | undefined): string | undefined =>
    own.some((one) => one.id === id) && id !== undefined ? toCalled(id) : id;
  return { dataset: last.dataset, request: { ...rest, base: call(rest.base), build: call(rest.build) } as R };
}

/** The same with the places that the scenarios add, for questions that begin or end at one of them. */
export function withPlaces<R extends AnalysisRequest>(dataset: Dataset, request: R): Asked<R> {
  const asked = withScenarios(dataset, request);
  const own = (asked.dataset.ownScenarios ?? []).map(({ scenario }) => scenario);
  return { ...asked, dataset: addWhatIfPlaces(asked.dataset, own) };
}
