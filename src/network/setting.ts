/**
 * What a travel time depends on besides the road: vehicle, traffic, the end of the parameters' ranges, and
 * the few switches that a question may set. It is plain data; how a time is made of it is `impedance.ts`.
 */
import type { Dataset } from '../model/dataset.ts';
import { FACILITIES, type Facility } from '../model/road.ts';
import type { Parameter } from '../model/source.ts';
import type { TrafficState, VehicleClass } from '../model/travel.ts';
import { DataError, type Problem } from '../problems.ts';

import type { Clock } from './clock.ts';

/** mid: every parameter at its value; fast and slow: every one at its favourable or unfavourable end. */
export const CORNERS = ['mid', 'fast', 'slow'] as const;
export type Corner = (typeof CORNERS)[number];

/** driven: factors and caps of vehicle and traffic apply; signed-limits: none does. */
const SPEED_RULES = ['driven', 'signed-limits'] as const;
type SpeedRule = (typeof SPEED_RULES)[number];

/** What an edge runs on. */
export type Surface = Facility | 'connector';
export const SURFACES: readonly Surface[] = [...FACILITIES, 'connector'];

export interface Setting {
  readonly vehicleClass: VehicleClass;
  readonly trafficState: TrafficState;
  readonly corner: Corner;
  readonly rule: SpeedRule;
  /** Desired speeds in km/h that replace those of the vehicle; the traffic state's factor still applies. */
  readonly speedsKmh: Partial<Record<Surface, number>>;
  /** False: no signals and no plazas. */
  readonly delays: boolean;
  /** Toll counts as time at this many CNY an hour; null = toll is reported, not minimised. */
  readonly valueOfTimeCnyPerH: number | null;
  /** A moment of a day of traffic, which then stands in for the traffic state; null = no clock. */
  readonly clock: Clock | null;
}

/** What a caller says; what is left out is mid, driven, no other speeds, delays, no value of time. */
export interface SettingChoice {
  /** Id of a vehicle class. */
  readonly vehicleClass: string;
  /** Id of a traffic state. */
  readonly trafficState: string;
  readonly corner?: Corner | undefined;
  readonly rule?: SpeedRule | undefined;
  readonly speedsKmh?: Partial<Record<Surface, number>> | undefined;
  readonly delays?: boolean | undefined;
  readonly valueOfTimeCnyPerH?: number | null | undefined;
  readonly clock?: Clock | null | undefined;
}

function toProblem(path: string, expected: string, found: unknown, code: Problem['code']): Problem {
  return { file: 'setting', path, expected, found: JSON.stringify(found) ?? 'nothing', code };
}

function checkChoice(path: string, valid: readonly string[], found: unknown): readonly Problem[] {
  if (valid.some((one) => one === found)) return [];
  return [toProblem(path, `one of ${valid.join(', ')}`, found, 'unknown-id')];
}

function checkPositive(path: string, unit: string, value: unknown): readonly Problem[] {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return [];
  return [toProblem(path, `a number of ${unit} above 0`, value, 'out-of-range')];
}

function checkSpeeds(speedsKmh: SettingChoice['speedsKmh']): readonly Problem[] {
  return Object.entries(speedsKmh ?? {}).flatMap(([surface, speedKmh]) => [
    ...checkChoice('speedsKmh', SURFACES, surface),
    ...checkPositive(`speedsKmh.${surface}`, 'km/h', speedKmh),
  ]);
}

/**
 * A setting from ids, everything left out at its default. Throws DataError with the valid choices for
 * everything that is wrong.
 */
export function toSetting(dataset: Dataset, choice: SettingChoice): Setting {
  const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === choice.vehicleClass);
  const trafficState = dataset.trafficStates.find(({ id }) => id === choice.trafficState);
  const {
    corner = 'mid',
    rule = 'driven',
    speedsKmh = {},
    delays = true,
    valueOfTimeCnyPerH = null,
    clock = null,
  } = choice;
  const problems = [
    ...checkChoice(
      'vehicleClass',
      dataset.vehicleClasses.map(({ id }) => id),
      choice.vehicleClass,
    ),
    ...checkChoice(
      'trafficState',
      dataset.trafficStates.map(({ id }) => id),
      choice.trafficState,
    ),
    ...checkChoice('corner', CORNERS, corner),
    ...checkChoice('rule', SPEED_RULES, rule),
    ...checkSpeeds(speedsKmh),
    ...(valueOfTimeCnyPerH === null ? [] : checkPositive('valueOfTimeCnyPerH', 'CNY/h', valueOfTimeCnyPerH)),
    ...(valueOfTimeCnyPerH === null || clock === null
      ? []
      : [
          toProblem(
            'valueOfTimeCnyPerH',
            'none: by the clock time alone is minimised',
            valueOfTimeCnyPerH,
            'contradiction',
          ),
        ]),
  ];
  if (problems.length > 0 || vehicleClass === undefined || trafficState === undefined)
    throw new DataError(problems);
  return { vehicleClass, trafficState, corner, rule, speedsKmh, delays, valueOfTimeCnyPerH, clock };
}

/**
 * A parameter of which more is faster (a speed, a share of one), at a corner.
 *
 * @example
 * const factor = { value: 0.95, low: 0.85, high: 1, unit: '', source: 'made-up', grade: 'assumed' } as const;
 * pickSpeeding(factor, 'fast'); // → 1
 * pickSpeeding(factor, 'slow'); // → 0.85
 */
export function pickSpeeding(parameter: Parameter, corner: Corner): number {
  if (corner === 'mid') return parameter.value;
  return corner === 'fast' ? parameter.high : parameter.low;
}

/**
 * A parameter of which more is slower (a delay, a factor on time), at a corner.
 *
 * @example
 * const delay = { value: 20, low: 16, high: 25, unit: 's', source: 'made-up', grade: 'assumed' } as const;
 * pickSlowing(delay, 'fast'); // → 16
 * pickSlowing(delay, 'mid'); // → 20
 */
export function pickSlowing(parameter: Parameter, corner: Corner): number {
  if (corner === 'mid') return parameter.value;
  return corner === 'fast' ? parameter.low : parameter.high;
}

/** The same text only for the same setting of one data set. */
export function toSettingKey(setting: Setting): string {
  const { vehicleClass, trafficState, valueOfTimeCnyPerH, clock } = setting;
  const choice = [vehicleClass.id, trafficState.id, valueOfTimeCnyPerH, setting.corner, setting.rule];
  return JSON.stringify([choice, setting.speedsKmh, setting.delays, clock]);
}
