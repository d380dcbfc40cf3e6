/** What may be said of an import beside the file itself. */
import type { ImportedNetwork } from '../model/imported-network.ts';
import type { RoadRules } from '../model/road-rules.ts';
import type { VehicleClass } from '../model/travel.ts';
import { DataError } from '../problems.ts';

export interface ImportOptions {
  readonly title: string;
  /** ISO 3166-1 code whose general limits hold; null = none is known. */
  readonly country: string | null;
  /** Keep what does not hang together with the largest part. */
  readonly keepIslands: boolean;
  /** West, south, east, north in degrees: what lies outside is left out. */
  readonly bbox: readonly [number, number, number, number] | null;
  readonly coordinates: ImportedNetwork['notes']['sourceCoordinates'];
}

/** How far an import has come; `done` and `all` are bytes read and to be read, over all passes. */
export interface ImportProgress {
  readonly phase: 'roads' | 'points' | 'network';
  readonly done: number;
  readonly all: number;
}

/** The vehicle classes of the profiles, in their order. Throws DataError for one that is not there. */
export function pickVehicles(rules: RoadRules, vehicles: readonly VehicleClass[]): readonly VehicleClass[] {
  return rules.profiles.map(({ vehicleClass }, i) => {
    const found = vehicles.find(({ id }) => id === vehicleClass);
    if (found !== undefined) return found;
    const path = `profiles[${i}].vehicleClass`;
    const expected = `a vehicle class: ${vehicles.map(({ id }) => id).join(', ')}`;
    throw new DataError([
      { file: 'road rules', path, expected, found: JSON.stringify(vehicleClass), code: 'unknown-id' },
    ]);
  });
}

/** Throws DataError for a country without limits in the rules. */
export function checkCountry({ countries }: RoadRules, country: string | null): void {
  if (country === null || Object.hasOwn(countries, country)) return;
  const expected = `a country of the road rules: ${Object.keys(countries).join(', ')}`;
  throw new DataError([
    { file: 'request', path: 'country', expected, found: JSON.stringify(country), code: 'unknown-id' },
  ]);
}
