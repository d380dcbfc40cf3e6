/** What may be asked of a report besides what every answer may be asked, and the command that asks it. */
import { CONFIDENCE_MEASURES, MOST_DRAWS, MOST_SEED, type ConfidenceMeasure } from '../model/confidence.ts';
import type { FixTarget } from '../model/fix.ts';
import { DataError, type Problem } from '../problems.ts';
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../units.ts';
import { toCommand } from './command.ts';
import type { AnalysisRequest } from './request.ts';

/** Parts that a report may go without. */
export const REPORT_PARTS = [
  'reliability',
  'confidence',
  'sensitivity',
  'fixes',
  'values',
  'build-order',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Files of the caller, as the command names them: the report itself holds what was read from them. */
interface NamedFiles {
  /** Of the scenarios without and with, where they are the caller's. */
  readonly base?: string | undefined;
  readonly build?: string | undefined;
  readonly data?: string | undefined;
  readonly sites?: string | undefined;
  readonly profile?: string | undefined;
}

export interface ReportRequest extends AnalysisRequest {
  /** Draws behind "how sure": 1 to 100,000, 0 leaves them out; default 200. */
  readonly draws?: number | undefined;
  /** The same seed gives the same draws; default 1. */
  readonly seed?: number | undefined;
  /** What the sweeps measure; default pairs. */
  readonly measure?: ConfidenceMeasure | undefined;
  /** What should hold; left out = what fails by the least. */
  readonly fixes?: readonly FixTarget[] | undefined;
  readonly without?: readonly ReportPart[] | undefined;
  readonly files?: NamedFiles | undefined;
}

const REPORT_DRAWS = 200;
const REPORT_SEED = 1;

/** Keys in the order in which a report writes them, whoever wrote the request. */
const KEYS = [
  ...(['base', 'build', 'scenarios', 'beside', 'vehicleClass', 'traffic', 'departS', 'arriveByS'] as const),
  ...(['profile', 'cutoffS', 'toleranceS', 'asOf', 'groupChoice', 'population', 'origins'] as const),
  ...(['destinations', 'valueOfTimeCnyPerH', 'arrangement', 'criticalLevel'] as const),
  ...(['draws', 'seed', 'measure', 'fixes', 'without', 'files'] as const),
] as const satisfies readonly (keyof ReportRequest)[];

/** The request with its defaults, without what is not said, its keys in one order: equal requests, equal bytes. */
export function toWholeRequest(request: ReportRequest): ReportRequest {
  const whole: ReportRequest = {
    ...request,
    draws: request.draws ?? REPORT_DRAWS,
    seed: request.seed ?? REPORT_SEED,
  };
  return Object.fromEntries(KEYS.flatMap((key) => (whole[key] === undefined ? [] : [[key, whole[key]]])));
}

function checkOneOf<T>(path: string, value: T | undefined, known: readonly T[]): readonly Problem[] {
  if (value === undefined || known.includes(value)) return [];
  const expected = `one of ${known.join(', ')}`;
  return [{ file: 'request', path, expected, found: JSON.stringify(value), code: 'unknown-id' }];
}

function checkWhole(path: string, value: number | undefined, most: number): readonly Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)) return [];
  const expected = `a whole number from 0 to ${most}`;
  return [{ file: 'request', path, expected, found: String(value), code: 'out-of-range' }];
}

/** Throws DataError with everything that no report can be asked. */
export function checkReportRequest({ draws, seed, measure, without = [] }: ReportRequest): void {
  const problems = [
    ...checkWhole('draws', draws, MOST_DRAWS),
    ...checkWhole('seed', seed, MOST_SEED),
    ...checkOneOf('measure', measure, CONFIDENCE_MEASURES),
    ...without.flatMap((part) => checkOneOf('without', part, REPORT_PARTS)),
  ];
  if (problems.length > 0) throw new DataError(problems);
}

/** The file of a scenario of the caller: as it was named, else as it can be saved from the report. */
export function toScenarioFileName({ base, build, files = {} }: ReportRequest, id: string): string {
  const named = id === base ? files.base : id === build ? files.build : undefined;
  return named ?? `${id}.json`;
}

/** The request as a command says it: a scenario of the caller by its file. */
export function toNamedRequest(request: ReportRequest): ReportRequest {
  const { base, build, scenarios = [] } = request;
  const toName = (id: string | undefined): string | undefined =>
    scenarios.some((one) => one.id === id) ? toScenarioFileName(request, id ?? '') : id;
  return { ...request, base: toName(base), build: toName(build) };
}

/** `HH:MM` as the command line reads it; a moment between two minutes has no such words. */
function toMoment(timeS: number | undefined): string | null {
  if (timeS === undefined || timeS % SECONDS_PER_MINUTE !== 0) return null;
  const parts = [Math.floor(timeS / SECONDS_PER_HOUR), (timeS % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

type Said = readonly (readonly [option: string, value: string | null | undefined])[];

/** Hour of the day and order of the flowcharts, which `toCommand` does not know. */
function listFurther({ departS, arriveByS, profile, arrangement = {}, files = {} }: ReportRequest): Said {
  const nodesOf = (option: string, key: 'order' | 'leaveOut'): Said =>
    Object.entries(arrangement).flatMap(([chart, one]) => {
      const nodes = one[key] ?? [];
      return nodes.length === 0 ? [] : [[option, `${chart}=${nodes.join(',')}`] as const];
    });
  return [
    ['--depart', toMoment(departS)],
    ['--arrive-by', toMoment(arriveByS)],
    ['--profile', files.profile ?? (typeof profile === 'string' ? profile : null)],
    ...nodesOf('--order', 'order'),
    ...nodesOf('--leave-out', 'leaveOut'),
  ];
}

/** What should hold, as one word of the command. */
function toTargetWords(target: FixTarget): string {
  switch (target.kind) {
    case 'pair':
      return `${target.origin} ${target.destination}`;
    case 'origin':
      return target.reach === 'all' ? `${target.origin} all` : target.origin;
    case 'group':
      return `${target.group}>=${target.level}`;
    case 'share':
      return `${target.measure}>=${target.level}`;
  }
}

/** The command that asks a whole request. */
export function toReportCommand(request: ReportRequest): string {
  const { draws, seed, measure, fixes, without = [], files = {} } = request;
  return toCommand(['report'], toNamedRequest(request), [
    ...listFurther(request),
    ['--draws', draws?.toString()],
    ['--seed', seed?.toString()],
    ['--measure', measure],
    ...(fixes ?? []).map((target) => ['--fix', toTargetWords(target)] as const),
    ['--without', without.length === 0 ? null : without.join(',')],
    ['--data', files.data],
    ['--sites', files.sites],
    ['--out', 'report.html'],
  ]);
}
