/**
 * How often each trip keeps the cutoff: the fastest route of the modelled times, and on it the spread from one day
 * to the next. A percentile is not searched for: the route stays the one that a driver who knows the means would take.
 */
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ReliabilityCount, ReliabilityDocument, ReliabilityRow } from '../model/reliability.ts';
import { DataError } from '../problems.ts';
import { toAnswerClock } from './answer-clock.ts';
import type { Question } from './question.ts';
import { toQuestion } from './question.ts';
import { countRows } from './reliability-counts.ts';
import { checkRequest, toOwnCommand, type ReliabilityRequest } from './reliability-request.ts';
import { toReliabilitySentence } from './reliability-sentence.ts';
import { findGroupTime, timeScenario, type Times } from './times.ts';
import { createRouteMeasure, type MeasuredRoute } from './trip-route-times.ts';
import { toReadings, type Spread } from './trip-readings.ts';
import { findVariation } from './trip-variation.ts';

export type { ReliabilityRequest } from './reliability-request.ts';

/** How trips of a question vary; null where the data do not say it for its traffic state, or for any at all. */
function findSpread({ dataset, setting, cutoffS }: Question, incidents: boolean): Spread | null {
  const { variability } = dataset;
  if (variability === null) return null;
  const { coefficientOfVariation } = variability;
  const isKnown =
    setting.clock === null
      ? findVariation(variability, setting) !== null
      : dataset.trafficStates.some(({ id }) => coefficientOfVariation[id] !== undefined);
  return isKnown ? { variability, setting, cutoffS, incidents } : null;
}

function requireSpread(question: Question, incidents: boolean): Spread {
  const spread = findSpread(question, incidents);
  if (spread !== null) return spread;
  const { id } = question.setting.trafficState;
  const known = Object.keys(question.dataset.variability?.coefficientOfVariation ?? {});
  throw new DataError([
    {
      file: 'variability.json',
      path: `coefficientOfVariation.${id}`,
      expected: `how much times vary in the traffic state ${id}`,
      found: question.dataset.variability === null ? 'no such file' : `only ${known.join(', ')}`,
      code: 'missing',
    },
  ]);
}

/** A pair of the question: a group with its choice, or one place. */
interface Target {
  readonly destination: string;
  readonly findPlant: (times: Times, site: string) => string | null;
}

function toGroupTarget(group: GroupPlants): Target {
  return {
    destination: group.group,
    findPlant: (times, site) => findGroupTime(times, site, group).plant,
  };
}

function listTargets({ groups, destinations }: Question, request: ReliabilityRequest): readonly Target[] {
  if (request.destinations !== undefined && request.group === undefined)
    return destinations.map(({ id }) => ({ destination: id, findPlant: () => id }));
  return groups.filter(({ group }) => (request.group ?? group) === group).map(toGroupTarget);
}

const NO_WAY = {
  ...{
    timeS: null,
    minS: null,
    lengthM: null,
    coefficientOfVariation: null,
    readings: [],
    largestMeanS: null,
    p95LowS: null,
    p95HighS: null,
  },
  verdict: 'unreachable',
} as const;

type RowValues = Omit<ReliabilityRow, 'scenario' | 'origin' | 'destination'>;

function toValues(plant: string | null, route: MeasuredRoute | null, spread: Spread): RowValues {
  const trip = route === null ? null : toReadings(route, spread);
  if (plant === null || route === null || trip === null) return { plant: null, ...NO_WAY };
  const { meanS: timeS, leastS: minS, lengthM } = route;
  return { plant, timeS, minS, lengthM, ...trip };
}

/** Rows of one scenario; suppliers at one site share their values. */
function listRows(
  question: Question,
  times: Times,
  targets: readonly Target[],
  spread: Spread,
): readonly ReliabilityRow[] {
  const measure = createRouteMeasure(question, times);
  const known = new Map<string, readonly RowValues[]>();
  const read = (site: string): readonly RowValues[] => {
    const values = targets.map(({ findPlant }) => {
      const plant = findPlant(times, site);
      return toValues(plant, plant === null ? null : measure(site, plant), spread);
    });
    known.set(site, values);
    return values;
  };
  return question.origins.flatMap(({ id: origin, site }) =>
    (known.get(site) ?? read(site)).map((values, i) => ({
      scenario: times.scenario.id,
      origin,
      destination: targets[i]?.destination ?? '',
      ...values,
    })),
  );
}

/** The fourth reading of the one-hour condition, "in 95 % of trips"; none where the data do not say how times vary. */
export function countReliable(question: Question, all: readonly Times[]): readonly ReliabilityCount[] {
  const spread = findSpread(question, false);
  if (spread === null) return [];
  const suppliers = question.origins.filter(({ kind }) => kind === 'supplier');
  const asked = { ...question, origins: suppliers };
  const rows = all.flatMap((times) => listRows(asked, times, question.groups.map(toGroupTarget), spread));
  return countRows(
    rows,
    suppliers,
    question.groups.map(({ group }) => group),
    spread.variability.level.value,
  );
}

/** Only suppliers where nobody asked for other places: plants and zones are not counted. */
function keepAsked(question: Question, { origins }: ReliabilityRequest): Question {
  if (origins !== undefined) return question;
  return { ...question, origins: question.origins.filter(({ kind }) => kind === 'supplier') };
}

/**
 * How often trips keep the cutoff, by supplier and group or between the places asked for, in base and build. Times in
 * seconds. Throws DataError with everything wrong in the request, and where the data do not say how times vary.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : toReliability(dataset, { traffic: 'peak' }).sentence; // → null
 */
export function toReliability(dataset: Dataset, request: ReliabilityRequest = {}): ReliabilityDocument {
  const { incidents = false } = request;
  const question = keepAsked(toQuestion(dataset, { ...request, beside: null }), request);
  checkRequest(question, request);
  const spread = requireSpread(question, incidents);
  const targets = listTargets(question, request);
  const scenarios = [...new Map(question.scenarios.map((one) => [one.scenario.id, one])).values()];
  const rows = scenarios.flatMap(({ scenario }) =>
    listRows(question, timeScenario(question, scenario, question.setting, false), targets, spread),
  );
  const groups = targets.map(({ destination }) => destination);
  const counts =
    request.destinations === undefined
      ? countRows(rows, question.origins, groups, spread.variability.level.value)
      : [];
  const body = { ...toHead(question, spread), rows, counts: counts.filter((one) => one.suppliers > 0) };
  return { ...body, sentence: toReliabilitySentence(dataset, body), command: toOwnCommand(request) };
}

type Head = Omit<ReliabilityDocument, 'rows' | 'counts' | 'sentence' | 'command'>;

function toHead(question: Question, { variability, incidents }: Spread): Head {
  const { dataset, setting, cutoffS } = question;
  return {
    schema: 'beltway/reliability@1',
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    clock: toAnswerClock(setting),
    cutoffS,
    level: variability.level.value,
    coefficientOfVariation: findVariation(variability, setting),
    correlation: variability.correlation,
    incidents,
    origins: question.origins,
    scenarios: question.scenarios.map(({ scenario: { id, title }, role }) => ({ id, title, role })),
  };
}
