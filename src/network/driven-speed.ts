/**
 * What is driven on the roads of an imported network: a share of the limit under the ceilings of the vehicle and of the
 * law, in units of 0.01 km/h, and what a length then takes. An import and a scenario over it go by the same arithmetic.
 */
import type { Facility } from '../model/road.ts';
import type { CountryLimits, LimitZone, RoadClass, RoadProfile, RoadRules } from '../model/road-rules.ts';
import type { VehicleClass } from '../model/travel.ts';
import { roundHalfUp } from '../units.ts';

/** Units of 0.01 km/h in 1 km/h. */
export const SPEED_UNITS = 100;

/** Milliseconds of a millimetre at 0.01 km/h. */
const MS_PER_MM = 360;

/** Limits of a country, or those assumed for the world. */
export function findCountry({ world, countries }: RoadRules, code: string | null): CountryLimits {
  return (code !== null && Object.hasOwn(countries, code) ? countries[code] : undefined) ?? world;
}

/** Motorway and expressway limits hold there; elsewhere the one outside towns is the most a vehicle may drive. */
function toCeilingZone({ limitOf }: Pick<RoadClass, 'limitOf'>): LimitZone {
  return limitOf === 'motorway' || limitOf === 'trunk' ? limitOf : 'rural';
}

/** The most in km/h whatever a sign for all says: it does not lift the lawful maximum of trucks. */
export function findCeilingKmh(
  general: CountryLimits,
  { legal }: Pick<RoadProfile, 'legal'>,
  roadClass: Pick<RoadClass, 'limitOf'>,
): number {
  return legal === 'hgv' ? general.hgv[toCeilingZone(roadClass)] : Infinity;
}

/** Share of the limit that is driven, under the ceiling of the vehicle; a vessel goes as it goes. */
export function toDrivenSpeed(
  limitKmh: number,
  facility: Facility | null,
  vehicle: VehicleClass | undefined,
): number {
  if (facility === null || vehicle === undefined) return Math.round(limitKmh * SPEED_UNITS);
  const { factor, capKmh } = vehicle.facilities[facility];
  return Math.max(1, Math.round(Math.min(limitKmh * factor.value, capKmh ?? Infinity) * SPEED_UNITS));
}

/**
 * Milliseconds along a length at a speed in units of 0.01 km/h.
 *
 * @example
 * toDriveMs(1_000_000, 6000); // → 60000
 */
export function toDriveMs(lengthMm: number, speed: number): number {
  return roundHalfUp((lengthMm * MS_PER_MM) / speed);
}
