/** A city under several scenarios side by side, as a document: a column each, the same suppliers and plants in all. */
import type { City } from '../../city/city.ts';
import type { SettledCity, SharedTrips } from '../../city/contrast.ts';
import type { CityLimits, CityMeasures } from '../../city/measures.ts';
import { toCityData, type CityData } from './city.ts';

/** Metres of road, both directions once, against the network as imported. */
export type CityLengths = Readonly<Record<'builtM' | 'openedM' | 'closedM', number>>;

export interface CityScenarioColumn extends CityMeasures, CityLengths {
  /** Null = the network as imported. */
  readonly scenario: { readonly id: string; readonly title: string; readonly date: string } | null;
}

export interface CityScenariosDocument {
  readonly schema: 'beltway/city-scenarios@1';
  readonly data: Omit<CityData, 'scenario'>;
  readonly vehicleClass: string;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly suppliers: number;
  readonly plants: number;
  /** Suppliers × plants. */
  readonly pairs: number;
  readonly columns: readonly CityScenarioColumn[];
}

/** A column to be: the city with its suppliers and plants, and what of its roads is other than imported. */
export interface CitySide extends SettledCity {
  /** Null as imported. */
  readonly date: string | null;
  readonly lengths: CityLengths;
  readonly measures: CityMeasures;
}

function toScenario(city: City, date: string | null): CityScenarioColumn['scenario'] {
  const { scenario } = toCityData(city);
  return scenario === null || date === null ? null : { ...scenario, date };
}

/** The table of some sides of one network, at least one. */
export function toCityScenariosDocument(
  sides: readonly CitySide[],
  { suppliers, plants }: SharedTrips,
  limits: CityLimits,
): CityScenariosDocument {
  const [first] = sides;
  if (first === undefined) throw new RangeError('no scenario');
  const { scenario: _, ...data } = toCityData(first.city);
  return {
    ...{ schema: 'beltway/city-scenarios@1', data, vehicleClass: first.city.vehicleClass, ...limits },
    ...{ suppliers: suppliers.length, plants: plants.length, pairs: suppliers.length * plants.length },
    columns: sides.map(({ city, date, lengths, measures }) => {
      return { scenario: toScenario(city, date), ...measures, ...lengths };
    }),
  };
}
