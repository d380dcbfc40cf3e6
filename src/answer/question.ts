/** A request made whole: scenarios, setting, places and choices, all checked at once before anything is computed. */
import { findDestinations, listGroupChoices } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { listPopulation, type Population } from '../condition/population.ts';
import type { AnswerDestination, AnswerOrigin, AnswerScenario } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { toClock } from '../network/clock.ts';
import { toSetting, type Setting } from '../network/setting.ts';
import type { Arrangement } from '../flowchart/order.ts';
import { DataError, type Problem } from '../problems.ts';
import { isDate } from '../scenario/dates.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { addWhatIfPlaces, findWithoutPlaces } from '../scenario/what-if.ts';
import { createMemory, findStore, keep, type Memory, type Store } from './memory.ts';
import { findPlace, toDestination, type KnownPlace } from './place.ts';
import { checkValues, collect, toProblem } from './request-checks.ts';
import { DEFAULT_TRAFFIC, DEFAULT_VEHICLE_CLASS, type AnalysisRequest } from './request.ts';

export interface RoleScenario {
  readonly scenario: Scenario;
  readonly role: AnswerScenario['role'];
}

export interface Question {
  readonly dataset: Dataset;
  readonly scenarios: readonly RoleScenario[];
  readonly base: Scenario;
  readonly build: Scenario;
  readonly setting: Setting;
  readonly cutoffS: number;
  readonly toleranceS: number;
  /** Plants in production on this day count. */
  readonly plantDate: string;
  /** One entry a group, in the order of the data set. */
  readonly groups: readonly GroupPlants[];
  readonly population: Population;
  readonly origins: readonly AnswerOrigin[];
  /** Places trips begin at, each once. */
  readonly sites: readonly Place[];
  readonly destinations: readonly AnswerDestination[];
  /** Places trips end at: the destinations and every plant, which the condition needs whatever is asked for. */
  readonly targets: readonly Place[];
  /** By flowchart id. */
  readonly arrangement: Readonly<Record<string, Arrangement>>;
  /** Level that replaces the charts' own for independence; null = theirs. */
  readonly criticalLevel: number | null;
  /** What is kept between questions; lists above that did not change are the same values as before. */
  readonly store: Store;
  /** What is kept of the data set without the places that scenarios add; the same store where they add none. */
  readonly onRecord: Store;
}

function toGroups(
  dataset: Dataset,
  request: AnalysisRequest,
  plantDate: string,
  problems: Problem[],
): readonly GroupPlants[] {
  const choices = request.groupChoice ?? {};
  const ids = dataset.header.groups.map(({ id }) => id);
  for (const id of Object.keys(choices).filter((one) => !ids.includes(one))) {
    problems.push(toProblem('groupChoice', `a group: ${ids.join(', ')}`, id));
  }
  return ids.map((group) => {
    const choice = choices[group] ?? 'any';
    const plants = findDestinations(dataset.plants, group, choice, plantDate);
    const valid = listGroupChoices(dataset.plants, group).join(', ');
    if (plants === undefined) problems.push(toProblem(`groupChoice.${group}`, `one of ${valid}`, choice));
    return { group, choice, plants: (plants ?? []).map(({ id }) => id) };
  });
}

function listScenarios(
  dataset: Dataset,
  request: AnalysisRequest,
  problems: Problem[],
): readonly RoleScenario[] {
  const { defaults } = dataset.header;
  const asked = request.base !== undefined || request.build !== undefined;
  const beside = request.beside === undefined ? (asked ? null : defaults.beside) : request.beside;
  const named = [
    { role: 'base', id: request.base ?? defaults.base },
    { role: 'beside', id: beside },
    { role: 'build', id: request.build ?? defaults.build },
  ] as const;
  return named.flatMap(({ role, id }) => {
    const scenario =
      id === null ? null : collect(problems, () => findScenario(dataset, id, request.scenarios));
    return scenario === null ? [] : [{ scenario, role }];
  });
}

/** The data set with the places that the scenarios add, once each scenario is sound. */
function addPlaces(dataset: Dataset, scenarios: readonly RoleScenario[]): Dataset {
  for (const { scenario } of scenarios) applyScenario(dataset, scenario);
  return addWhatIfPlaces(
    dataset,
    scenarios.map(({ scenario }) => scenario),
  );
}

/** Suppliers of the population, then plants, then zones and seats; or just those asked for. */
function listOrigins(
  dataset: Dataset,
  request: AnalysisRequest,
  population: Population,
): readonly KnownPlace[] {
  const suppliers = population.placed.map(({ id }) => id);
  const others = [...dataset.plants, ...dataset.zones].map(({ id }) => id);
  return [...new Set(request.origins ?? [...suppliers, ...others])].map((id) => findPlace(dataset, id));
}

/** Places by id, each once. */
function toPlaces(known: readonly KnownPlace[]): readonly Place[] {
  return [...new Map(known.map(({ place }) => [place.id, place])).values()];
}

/** Destinations asked for: all plants where nothing is said. */
function listTargets(dataset: Dataset, request: AnalysisRequest): readonly KnownPlace[] {
  const ids = request.destinations ?? dataset.plants.map(({ id }) => id);
  return [...new Set(ids)].map((id) => findPlace(dataset, id));
}

interface Trips {
  readonly population: Population;
  readonly origins: readonly AnswerOrigin[];
  readonly sites: readonly Place[];
  readonly destinations: readonly AnswerDestination[];
  readonly targets: readonly Place[];
}

/** Who travels where. The same lists as before for the same request, whatever else it asks. */
function listTrips(
  dataset: Dataset,
  request: AnalysisRequest,
  day: string,
  store: Store,
  problems: Problem[],
): Trips | null {
  const { population: id = '2006' } = request;
  const asked = JSON.stringify([request.origins, request.destinations]);
  return collect(problems, () =>
    keep(store, 'trips', [id, id === 'existing' ? day : null, asked], () => {
      const population = listPopulation(dataset.suppliers, id, day);
      const wrong: Problem[] = [];
      const from = collect(wrong, () => listOrigins(dataset, request, population)) ?? [];
      const to = collect(wrong, () => listTargets(dataset, request)) ?? [];
      if (wrong.length > 0) throw new DataError(wrong);
      const plants = dataset.plants.map((plant) => findPlace(dataset, plant.id));
      return {
        population,
        origins: from.map(({ origin }) => origin),
        sites: toPlaces(from),
        destinations: to.map(toDestination),
        targets: toPlaces([...to, ...plants]),
      };
    }),
  );
}

/** Day for suppliers of `existing`: what is asked for, else the day of the base scenario. */
function findDay(dataset: Dataset, { asOf }: AnalysisRequest, base: RoleScenario | undefined): string {
  const day = base?.scenario.date ?? dataset.header.defaults.plantDate;
  return asOf !== undefined && isDate(asOf) ? asOf : day;
}

/**
 * Checks a request and gives the question it asks. Throws DataError with everything that is wrong.
 */
export function toQuestion(
  shipped: Dataset,
  request: AnalysisRequest,
  memory: Memory = createMemory(),
): Question {
  const problems = checkValues(shipped, request);
  const scenarios = listScenarios(shipped, request, problems);
  const dataset = collect(problems, () => addPlaces(shipped, scenarios)) ?? shipped;
  const store = findStore(memory, dataset);
  const setting = collect(problems, () =>
    toSetting(dataset, {
      vehicleClass: request.vehicleClass ?? DEFAULT_VEHICLE_CLASS,
      trafficState: request.traffic ?? DEFAULT_TRAFFIC,
      valueOfTimeCnyPerH: request.valueOfTimeCnyPerH,
      clock: collect(problems, () => toClock(dataset, request)),
    }),
  );
  const { plantDate: defaultDate } = dataset.header.defaults;
  const plantDate = request.asOf !== undefined && isDate(request.asOf) ? request.asOf : defaultDate;
  const groups = toGroups(dataset, request, plantDate, problems);
  const [base, build] = (['base', 'build'] as const).map((role) =>
    scenarios.find((one) => one.role === role),
  );
  const trips = listTrips(dataset, request, findDay(dataset, request, base), store, problems);
  if (problems.length > 0 || setting === null || trips === null || !base || !build) {
    throw new DataError(problems);
  }
  return {
    ...trips,
    ...{ dataset, scenarios, setting, plantDate, store },
    onRecord: findStore(memory, findWithoutPlaces(dataset)),
    base: base.scenario,
    build: build.scenario,
    cutoffS: request.cutoffS ?? dataset.parameters.cutoffS.value,
    toleranceS: request.toleranceS ?? dataset.parameters.toleranceS.value,
    groups: keep(store, 'groups', [JSON.stringify(groups)], () => groups),
    arrangement: request.arrangement ?? {},
    criticalLevel: request.criticalLevel ?? null,
  };
}
