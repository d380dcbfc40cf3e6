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

/** What a question may name scenarios by. */
interface Naming extends AnalysisRequest {
  readonly columns?: readonly string[] | undefined;
}

/** Data sets with scenarios of the user, by what those say: the answer and the table may ask for different ones. */
const WITH = new WeakMap<Dataset, Map<string, Dataset>>();
const KEPT_DATASETS = 6;

function addOwn(dataset: Dataset, own: readonly Scenario[]): Dataset {
  const known = WITH.get(dataset) ?? new Map<string, Dataset>();
  WITH.set(dataset, known);
  const key = JSON.stringify(own);
  const made =
    known.get(key) ??
    addScenarios(
      dataset,
      own.map((one) => trySoundly(dataset, one).sound),
      ({ id }) => toCalled(id),
    );
  known.delete(key);
  known.set(key, made);
  const [oldest] = known.keys();
  if (known.size > KEPT_DATASETS && oldest !== undefined) known.delete(oldest);
  return made;
}

/**
 * A data set and a question as a command has them where the user's scenarios are files: the answer is the same to the
 * byte. The same data set as before where data and scenarios are.
 */
export function withScenarios<R extends Naming>(dataset: Dataset, request: R): Asked<R> {
  const { scenarios: own = [], ...rest } = request;
  if (own.length === 0) return { dataset, request };
  const call = (id: string): string => (own.some((one) => one.id === id) ? toCalled(id) : id);
  const { base, build, columns } = rest;
  const named: Pick<Naming, 'base' | 'build' | 'columns'> = {
    base: base === undefined ? base : call(base),
    build: build === undefined ? build : call(build),
    ...(columns === undefined ? {} : { columns: columns.map(call) }),
  };
  return { dataset: addOwn(dataset, own), request: { ...rest, ...named } as R };
}

/** Ids of scenarios of which something is wrong, and left out. */
export function listWrong(dataset: Dataset, { scenarios = [] }: Naming): readonly string[] {
  const isWrong = (one: Scenario): boolean =>
    trySoundly(dataset, one).modifications.some(({ problems }) => problems.length > 0);
  return scenarios.filter(isWrong).map(({ id }) => id);
}

/** The same with the places that the scenarios add, for questions that begin or end at one of them. */
export function withPlaces<R extends AnalysisRequest>(dataset: Dataset, request: R): Asked<R> {
  const asked = withScenarios(dataset, request);
  const own = (asked.dataset.ownScenarios ?? []).map(({ scenario }) => scenario);
  return { ...asked, dataset: addWhatIfPlaces(asked.dataset, own) };
}
