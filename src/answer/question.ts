/** A request made whole: scenarios, setting, places and choices, all checked at once before anything is computed. */
import { findDestinations, listGroupChoices } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { listPopulation, POPULATIONS, type Population } from '../condition/population.ts';
import type { AnswerDestination, AnswerOrigin, AnswerScenario } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { toSetting, type Setting } from '../network/setting.ts';
import { DataError, type Problem } from '../problems.ts';
import { findScenario } from '../scenario/find.ts';
import { findPlace, toDestination, type KnownPlace } from './place.ts';
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
  /** One entry a group, in the order of the data set. */
  readonly groups: readonly GroupPlants[];
  readonly population: Population;
  readonly origins: readonly AnswerOrigin[];
  /** Places trips begin at, each once. */
  readonly sites: readonly Place[];
  readonly destinations: readonly AnswerDestination[];
  /** Places trips end at: the destinations and every plant, which the condition needs whatever is asked for. */
  readonly targets: readonly Place[];
}

/** Runs a step and keeps its problems instead of stopping at the first. */
function collect<T>(problems: Problem[], step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

function toProblem(path: string, expected: string, found: unknown): Problem {
  return { file: 'request', path, expected, found: JSON.stringify(found) ?? 'nothing', code: 'out-of-range' };
}

function checkSeconds(path: string, value: number, least: number): readonly Problem[] {
  const fine = Number.isFinite(value) && value >= least && value <= 86_400;
  return fine ? [] : [toProblem(path, `seconds from ${least} to 86400`, value)];
}

function toGroups(dataset: Dataset, request: AnalysisRequest, problems: Problem[]): readonly GroupPlants[] {
  const choices = request.groupChoice ?? {};
  const ids = dataset.header.groups.map(({ id }) => id);
  for (const id of Object.keys(choices).filter((one) => !ids.includes(one))) {
    problems.push(toProblem('groupChoice', `a group: ${ids.join(', ')}`, id));
  }
  return ids.map((group) => {
    const choice = choices[group] ?? 'any';
    const plants = findDestinations(dataset.plants, group, choice, dataset.header.defaults.plantDate);
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
    const scenario = id === null ? null : collect(problems, () => findScenario(dataset, id));
    return scenario === null ? [] : [{ scenario, role }];
  });
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

function checkPopulation(request: AnalysisRequest): readonly Problem[] {
  const { population = '2006' } = request;
  return POPULATIONS.includes(population)
    ? []
    : [toProblem('population', `one of ${POPULATIONS.join(', ')}`, population)];
}

/**
 * Checks a request and gives the question it asks. Throws DataError with everything that is wrong.
 */
export function toQuestion(dataset: Dataset, request: AnalysisRequest): Question {
  const { parameters } = dataset;
  const cutoffS = request.cutoffS ?? parameters.cutoffS.value;
  const toleranceS = request.toleranceS ?? parameters.toleranceS.value;
  const problems: Problem[] = [
    ...checkSeconds('cutoffS', cutoffS, 1),
    ...checkSeconds('toleranceS', toleranceS, 0),
    ...checkPopulation(request),
  ];
  const scenarios = listScenarios(dataset, request, problems);
  const setting = collect(problems, () =>
    toSetting(dataset, {
      vehicleClass: request.vehicleClass ?? DEFAULT_VEHICLE_CLASS,
      trafficState: request.traffic ?? DEFAULT_TRAFFIC,
      valueOfTimeCnyPerH: request.valueOfTimeCnyPerH,
    }),
  );
  const groups = toGroups(dataset, request, problems);
  const [base, build] = (['base', 'build'] as const).map((role) =>
    scenarios.find((one) => one.role === role),
  );
  const day = base?.scenario.date ?? dataset.header.defaults.plantDate;
  const population = listPopulation(dataset.suppliers, request.population ?? '2006', day);
  const from = collect(problems, () => listOrigins(dataset, request, population));
  const to = collect(problems, () => listTargets(dataset, request));
  if (problems.length > 0 || setting === null || from === null || to === null || !base || !build) {
    throw new DataError(problems);
  }
  return {
    ...{
      dataset,
      scenarios,
      base: base.scenario,
      build: build.scenario,
      setting,
      cutoffS,
      toleranceS,
      groups,
    },
    population,
    origins: from.map(({ origin }) => origin),
    sites: toPlaces(from),
    destinations: to.map(toDestination),
    targets: toPlaces([...to, ...dataset.plants.map(({ id }) => findPlace(dataset, id))]),
  };
}
