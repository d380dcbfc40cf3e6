/**
 * The time of one link: running, signals, plaza, as whole milliseconds rounded once. Everything that costs
 * time is in the link, the vehicle class, the traffic state or a parameter; nothing is assumed here.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Facility, Link, Plaza } from '../model/road.ts';
import type { Parameter } from '../model/source.ts';
import type { VehicleClass } from '../model/travel.ts';
import { isOpenOn } from '../scenario/dates.ts';
import { M_PER_KM, MM_PER_M, MS_PER_SECOND, roundHalfUp, SECONDS_PER_HOUR } from '../units.ts';
import { pickSlowing, pickSpeeding, type Setting } from './setting.ts';
import { findCharge } from './toll.ts';

/** km/h in one m/s: exact. */
const KMH_PER_M_PER_S = SECONDS_PER_HOUR / M_PER_KM;

/** Limit assumed where neither sign nor design speed is known. */
export const DEFAULT_LIMITS = {
  expressway: 'defaultExpresswayKmh',
  'urban-expressway': 'defaultUrbanExpresswayKmh',
  arterial: 'defaultArterialKmh',
  local: 'defaultLocalKmh',
  ramp: 'defaultRampKmh',
} as const satisfies Record<Facility, string>;

const PLAZA_DELAYS = { entry: 'plazaEntryS', exit: 'plazaExitS', barrier: 'plazaBarrierS' } as const;

/** Implementation Regulations of the Road Traffic Safety Law, art. 45: ordinary roads without a sign. */
function getUnsignedLimitKmh(link: Link, { unsigned }: VehicleClass): number {
  const ordinary = link.facility === 'arterial' || link.facility === 'local';
  if (!ordinary || link.postedKmh !== null) return Infinity;
  if (!link.centreLine) return link.urban ? unsigned.noCentreLine.urbanKmh : unsigned.noCentreLine.otherKmh;
  if (link.lanesPerDirection !== 1) return Infinity;
  return link.urban ? unsigned.oneLanePerDirection.urbanKmh : unsigned.oneLanePerDirection.otherKmh;
}

/**
 * Highest lawful speed on a link in km/h: sign, else design speed, else the default of the facility, and the
 * legal limits of the vehicle class.
 */
export function getLimitKmh(dataset: Dataset, link: Link, { vehicleClass, corner }: Setting): number {
  const assumed = pickSpeeding(dataset.parameters[DEFAULT_LIMITS[link.facility]], corner);
  const signed = link.postedKmh ?? link.designKmh ?? assumed;
  const { legalKmh } = vehicleClass.facilities[link.facility];
  return Math.min(signed, legalKmh ?? Infinity, getUnsignedLimitKmh(link, vehicleClass));
}

/** Speed in km/h that the vehicle takes on a link before the traffic state; a scenario's congestion is in it. */
export function getDesiredKmh(dataset: Dataset, link: Link, setting: Setting): number {
  const given = setting.speedsKmh[link.facility];
  if (given !== undefined) return given;
  const { factor, capKmh } = setting.vehicleClass.facilities[link.facility];
  const limitKmh = getLimitKmh(dataset, link, setting);
  // The cap is how fast such a vehicle is driven, like the factor beside it: no sign forbids more.
  if (setting.rule === 'signed-limits') return limitKmh;
  const freeKmh = Math.min(capKmh ?? Infinity, pickSpeeding(factor, setting.corner) * limitKmh);
  return freeKmh * (link.speedFactor ?? 1);
}

/** Metres a second of the same. */
export function getDesiredMPerS(dataset: Dataset, link: Link, setting: Setting): number {
  return getDesiredKmh(dataset, link, setting) / KMH_PER_M_PER_S;
}

/** What the traffic state makes of a link's running time. */
export function getStateFactor(
  link: Link,
  { trafficState, vehicleClass, corner, rule, clock }: Setting,
): number {
  // By the clock the hour says it (`day-times.ts`), not the state.
  if (rule === 'signed-limits' || clock !== null) return 1;
  const row = link.stateAs ?? link.facility;
  const own: Parameter | undefined = trafficState.byVehicleClass[vehicleClass.id]?.[row];
  return pickSlowing(own ?? trafficState.factors[row], corner);
}

function getLengthM(link: Link, { corner }: Setting): number {
  if (corner === 'mid') return link.lengthM;
  return corner === 'fast' ? link.lengthLowM : link.lengthHighM;
}

/** The plaza of a link on a day: none where nothing is charged then. */
export function findPlaza(dataset: Dataset, link: Link, day: string): Plaza | null {
  return link.plaza === null || findCharge(dataset, link, day) === null ? null : link.plaza;
}

/** Seconds at a plaza on a day, or under the gantry in its place. */
export function getPlazaS(dataset: Dataset, plaza: Plaza, corner: Setting['corner'], day: string): number {
  const { gantryFrom } = dataset.header;
  const gantry = gantryFrom !== null && isOpenOn(gantryFrom, null, day);
  return pickSlowing(dataset.parameters[gantry ? 'gantryPassS' : PLAZA_DELAYS[plaza]], corner);
}

/**
 * Milliseconds to drive a whole link on an ISO day: 1000 × (length ÷ desired speed × state factor + signals
 * × signal delay + plaza delay), rounded half up once.
 */
export function linkImpedanceMs(dataset: Dataset, link: Link, setting: Setting, day: string): number {
  const speedMPerS = getDesiredMPerS(dataset, link, setting);
  const runningS = (getLengthM(link, setting) / speedMPerS) * getStateFactor(link, setting);
  if (!setting.delays) return roundHalfUp(MS_PER_SECOND * runningS);
  const signalsS = link.signals * pickSlowing(dataset.parameters.signalDelayS, setting.corner);
  const plaza = findPlaza(dataset, link, day);
  const plazaS = plaza === null ? 0 : getPlazaS(dataset, plaza, setting.corner, day);
  return roundHalfUp(MS_PER_SECOND * (runningS + signalsS + plazaS));
}

/** Milliseconds of a connector: the same speed for every vehicle and traffic state, no signals. */
export function connectorTimeMs(dataset: Dataset, lengthMm: number, { speedsKmh, corner }: Setting): number {
  const speedKmh = speedsKmh.connector ?? pickSpeeding(dataset.parameters.connectorSpeedKmh, corner);
  return roundHalfUp(MS_PER_SECOND * (lengthMm / MM_PER_M / (speedKmh / KMH_PER_M_PER_S)));
}
