/**
 * How often each trip keeps the cutoff: the fastest route of the modelled times, and on it the spread from one day
 * to the next. A percentile is not searched for: the route stays the one that a driver who knows the means would take.
 */
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type {
  ReliabilityCount,
  ReliabilityDocument,
  ReliabilityRow,
  ReliabilityVerdict,
} from '../model/reliability.ts';
import type { Parameter } from '../model/source.ts';
import type { Variability } from '../model/variability.ts';
import { DataError } from '../problems.ts';
import { toCommand } from './command.ts';
import type { Question } from './question.ts';
import { toQuestion } from './question.ts';
import { toReliabilitySentence } from './reliability-sentence.ts';
import type { AnalysisRequest } from './request.ts';
import { findGroupTime, timeScenario, type Times } from './times.ts';
import { createRouteMeasure, type MeasuredRoute } from './trip-route-times.ts';
import { toReadings, type Spread, type TripReading } from './trip-readings.ts';

export interface ReliabilityRequest extends AnalysisRequest {
  /** One group only. */
  readonly group?: string | undefined;
  /** Mix in incidents (default false). */
  readonly incidents?: boolean | undefined;
}

/** The variability of a data set and the coefficient of variation of a traffic state; null where it has none. */
function findSpread({ dataset, setting, cutoffS }: Question, incidents: boolean): Spread | null {
  const { variability } = dataset;
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

/** Suppliers by verdict for every scenario and group of the rows. */
function countRows(
  rows: readonly ReliabilityRow[],
  origins: readonly AnswerOrigin[],
  groups: readonly string[],
  level: number,
): readonly ReliabilityCount[] {
  const suppliers = new Set(origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return scenarios.flatMap((scenario) =>
    groups.map((group) => {
      const own = rows.filter(
        (row) => row.scenario === scenario && row.destination === group && suppliers.has(row.origin),
      );
      const count = (verdict: ReliabilityVerdict): number =>
        own.filter((row) => row.verdict === verdict).length;
      const [holds, depends, fails] = [count('holds'), count('depends'), count('fails')];
      return {
        scenario,
        group,
        level,
        suppliers: own.length,
        holds,
        depends,
        fails,
        unreachable: count('unreachable'),
      };
    }),
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

function checkGroup({ dataset }: Question, group: string | undefined): void {
  const ids = dataset.header.groups.map(({ id }) => id);
  if (group === undefined || ids.includes(group)) return;
  throw new DataError([
    {
      file: 'request',
      path: 'group',
      expected: `a group: ${ids.join(', ')}`,
      found: group,
      code: 'unknown-id',
    },
  ]);
}

/** The words of the command: one pair is asked for by its ends. */
function toOwnCommand(request: ReliabilityRequest): string {
  const { origins, destinations, group, incidents, ...rest } = request;
  const to = group ?? (destinations?.length === 1 ? destinations[0] : undefined);
  const isPair = origins?.length === 1 && to !== undefined;
  const words = isPair ? [origins[0] ?? '', to] : [];
  const lists = isPair ? {} : { origins, destinations };
  return toCommand(['reliability', ...words], { ...rest, ...lists }, [
    ['--to', isPair ? null : group],
    ['--incidents', incidents === true ? '' : null],
  ]);
}

/**
 * How often trips keep the cutoff, by supplier and group or between the places asked for, in base and build. Times in
 * seconds. Throws DataError with everything wrong in the request, and where the data do not say how times vary.
 */
export function toReliability(dataset: Dataset, request: ReliabilityRequest = {}): ReliabilityDocument {
  const { incidents = false, group } = request;
  const question = keepAsked(toQuestion(dataset, { ...request, beside: null }), request);
  checkGroup(question, group);
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
