/**
 * Time and toll of one link, read from the model's definition a second time. Whole milliseconds and fen.
 * It shares no line with the network room: where the two differ, one of them misread the definition.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Facility, Link, Plaza } from '../model/road.ts';
import type { Parameter } from '../model/source.ts';
import type { Parameters, TariffPeriod, TrafficState, VehicleClass } from '../model/travel.ts';
import { DataError } from '../problems.ts';
import { isOpenOn } from '../scenario/dates.ts';
import { FEN_PER_CNY, M_PER_KM, MS_PER_SECOND, roundHalfUp, SECONDS_PER_HOUR } from '../units.ts';

/** mid: every parameter at its value; fast and slow: every one at its favourable or unfavourable end. */
export type Corner = 'mid' | 'fast' | 'slow';

export interface Conditions {
  readonly vehicleClass: VehicleClass;
  readonly trafficState: TrafficState;
  readonly corner: Corner;
  /** At the signed limits: no factor or cap of the vehicle, no traffic, no signals, no plazas. */
  readonly signed?: boolean;
}

/** km/h in one m/s: exact. */
export const KMH_PER_M_PER_S = SECONDS_PER_HOUR / M_PER_KM;

/** A parameter of which more makes the trip faster: speeds and shares of them. */
export function speeding(parameter: Parameter, corner: Corner): number {
  return { fast: parameter.high, mid: parameter.value, slow: parameter.low }[corner];
}

/** A parameter of which more makes the trip slower: delays and state factors. */
function slowing(parameter: Parameter, corner: Corner): number {
  return { fast: parameter.low, mid: parameter.value, slow: parameter.high }[corner];
}

function defaultSign(facility: Facility, parameters: Parameters): Parameter {
  return {
    expressway: parameters.defaultExpresswayKmh,
    'urban-expressway': parameters.defaultUrbanExpresswayKmh,
    arterial: parameters.defaultArterialKmh,
    local: parameters.defaultLocalKmh,
    ramp: parameters.defaultRampKmh,
  }[facility];
}

/** Limit where no sign stands, by centre line and lanes; it binds ordinary roads only. */
function unsignedLimitKmh(link: Link, vehicle: VehicleClass): number {
  const ordinary = link.facility === 'arterial' || link.facility === 'local';
  if (link.postedKmh !== null || !ordinary) return Infinity;
  const { noCentreLine, oneLanePerDirection } = vehicle.unsigned;
  if (!link.centreLine) return link.urban ? noCentreLine.urbanKmh : noCentreLine.otherKmh;
  if (link.lanesPerDirection !== 1) return Infinity;
  return link.urban ? oneLanePerDirection.urbanKmh : oneLanePerDirection.otherKmh;
}

function desiredKmh(dataset: Dataset, link: Link, conditions: Conditions): number {
  const { vehicleClass, corner, signed: atLimits = false } = conditions;
  const { legalKmh, factor, capKmh } = vehicleClass.facilities[link.facility];
  const assumed = speeding(defaultSign(link.facility, dataset.parameters), corner);
  const signed = link.postedKmh ?? link.designKmh ?? assumed;
  const limit = Math.min(signed, legalKmh ?? Infinity, unsignedLimitKmh(link, vehicleClass));
  if (atLimits) return limit;
  // Congestion of a scenario slows what is driven, whatever else holds it back.
  return Math.min(capKmh ?? Infinity, speeding(factor, corner) * limit) * (link.speedFactor ?? 1);
}

function lengthAtCornerM(link: Link, corner: Corner): number {
  return { fast: link.lengthLowM, mid: link.lengthM, slow: link.lengthHighM }[corner];
}

function stateFactor(link: Link, { trafficState, vehicleClass, corner }: Conditions): number {
  const row = link.stateAs ?? link.facility;
  const own = trafficState.byVehicleClass[vehicleClass.id]?.[row];
  return slowing(own ?? trafficState.factors[row], corner);
}

function chargedPeriod(dataset: Dataset, link: Link, day: string): TariffPeriod | undefined {
  const tariff = dataset.tariffs.find(({ id }) => id === link.tariff);
  return tariff?.periods.find(({ from, to }) => isOpenOn(from, to, day));
}

function plazaDelayS(dataset: Dataset, plaza: Plaza, conditions: Conditions, day: string): number {
  const { plazaEntryS, plazaExitS, plazaBarrierS, gantryPassS } = dataset.parameters;
  const { gantryFrom } = dataset.header;
  const gantries = gantryFrom !== null && isOpenOn(gantryFrom, null, day);
  const manned = { entry: plazaEntryS, exit: plazaExitS, barrier: plazaBarrierS }[plaza];
  return slowing(gantries ? gantryPassS : manned, conditions.corner);
}

/** Milliseconds to pass a link, rounded half up once, on an ISO day. */
export function timeOfLinkMs(dataset: Dataset, link: Link, conditions: Conditions, day: string): number {
  const speedMPerS = desiredKmh(dataset, link, conditions) / KMH_PER_M_PER_S;
  const alone = lengthAtCornerM(link, conditions.corner) / speedMPerS;
  if (conditions.signed === true) return roundHalfUp(MS_PER_SECOND * alone);
  const running = alone * stateFactor(link, conditions);
  const signals = link.signals * slowing(dataset.parameters.signalDelayS, conditions.corner);
  const collects = link.plaza !== null && chargedPeriod(dataset, link, day) !== undefined;
  const plaza = collects && link.plaza !== null ? plazaDelayS(dataset, link.plaza, conditions, day) : 0;
  return roundHalfUp(MS_PER_SECOND * (running + signals + plaza));
}

function rateMissing(link: Link, tollClass: string): DataError {
  const expected = `a rate for toll class ${tollClass} in tariff ${String(link.tariff)}`;
  return new DataError([{ file: 'tariffs.json', path: link.id, expected, found: 'none', code: 'missing' }]);
}

/**
 * Toll of a link in fen for a class on an ISO day; 0 where nothing is charged. Throws DataError where the
 * tariff in force has no rate for the class.
 */
export function tollOfLinkFen(dataset: Dataset, link: Link, vehicle: VehicleClass, day: string): number {
  const period = chargedPeriod(dataset, link, day);
  if (period === undefined) return 0;
  const perKm = period.perKmCny[vehicle.tollClass];
  const perPass = period.perPassCny[vehicle.tollClass];
  if (perKm === undefined && perPass === undefined) throw rateMissing(link, vehicle.tollClass);
  return roundHalfUp(((perKm ?? 0) * (link.lengthM / M_PER_KM) + (perPass ?? 0)) * FEN_PER_CNY);
}

/** Milliseconds that one fen is worth where an hour is worth 1 CNY: exact. */
const MS_PER_FEN_AT_1_CNY_PER_H = (SECONDS_PER_HOUR * MS_PER_SECOND) / FEN_PER_CNY;

/** A toll as time at a value of time in CNY/h, rounded half up; null = money does not count. */
export function tollAsTimeMs(tollFen: number, valueOfTimeCnyPerH: number | null): number {
  if (valueOfTimeCnyPerH === null) return 0;
  return roundHalfUp((tollFen * MS_PER_FEN_AT_1_CNY_PER_H) / valueOfTimeCnyPerH);
}
