/**
 * How often each trip keeps the cutoff: the fastest route of the modelled times, and on it the spread from one day
 * to the next. A percentile is not searched for: the route stays the one that a driver who knows the means would take.
 */
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ReliabilityCount, ReliabilityDocument, ReliabilityRow } from '../model/reliability.ts';
import type { Parameter } from '../model/source.ts';
import type { Variability } from '../model/variability.ts';
import { DataError } from '../problems.ts';
import type { Question } from './question.ts';
import { toQuestion } from './question.ts';
import { countRows } from './reliability-counts.ts';
import { checkRequest, toOwnCommand, type ReliabilityRequest } from './reliability-request.ts';
import { toReliabilitySentence } from './reliability-sentence.ts';
import { findGroupTime, timeScenario, type Times } from './times.ts';
import { createRouteMeasure, type MeasuredRoute } from './trip-route-times.ts';
import { toReadings, type Spread, type TripReading } from './trip-readings.ts';

export type { ReliabilityRequest } from './reliability-request.ts';

/** The variability of a data set and the coefficient of variation of a traffic state; null where it has none. */
function findSpread({ dataset, setting, cutoffS }: Question, incidents: boolean): Spread | null {
  const { variability } = dataset;
  // How much times vary is known by traffic state, not by hour.
  if (setting.clock !== null) return null;
  const cv = variability?.coefficientOfVariation[setting.trafficState.id];
  return variability === null || cv === undefined ? null : { variability, cv, cutoffS, incidents };
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
    readings: [],
    largestMeanS: null,
    p95LowS: null,
    p95HighS: null,
  },
  verdict: 'unreachable',
} as const;

type RowValues = Omit<ReliabilityRow, 'scenario' | 'origin' | 'destination'>;

function toValues(plant: string | null, route: MeasuredRoute | null, spread: Spread): RowValues {
  if (plant === null || route === null) return { plant: null, ...NO_WAY };
  const trip: TripReading = toReadings(route, spread);
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

function toHead(question: Question, { variability, cv, incidents }: Spread): Head {
  const { dataset, setting, cutoffS } = question;
  const { correlation, level }: Pick<Variability, 'correlation' | 'level'> = variability;
  const coefficientOfVariation: Parameter = cv;
  return {
    schema: 'beltway/reliability@1',
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    cutoffS,
    level: level.value,
    coefficientOfVariation,
    correlation,
    incidents,
    origins: question.origins,
    scenarios: question.scenarios.map(({ scenario: { id, title }, role }) => ({ id, title, role })),
  };
}
