/** A network made ready for the questions of one vehicle. */
import type { ImportedNetwork } from '../model/imported-network.ts';
import { DataError } from '../problems.ts';
import { findCityConnectors, type CityConnector, type CityPlace } from './connectors.ts';
import { buildCityGraph, type CityGraph } from './graph.ts';

export interface City {
  readonly network: ImportedNetwork;
  readonly vehicleClass: string;
  /** Place of the vehicle class in the notes. */
  readonly profile: number;
  readonly graph: CityGraph;
}

/** Makes a network ready for a vehicle class. Throws DataError for one it has no times of. */
export function openCity(network: ImportedNetwork, vehicleClass: string): City {
  const ids = network.notes.profiles.map((one) => one.vehicleClass);
  const profile = ids.indexOf(vehicleClass);
  if (profile < 0) {
    const expected = `a vehicle class of the network: ${ids.join(', ')}`;
    const found = JSON.stringify(vehicleClass);
    throw new DataError([{ file: 'request', path: 'vehicleClass', expected, found, code: 'unknown-id' }]);
  }
  return { network, vehicleClass, profile, graph: buildCityGraph(network, profile) };
}

/** A place with its connectors. */
export interface Site {
  readonly place: CityPlace;
  readonly connectors: readonly CityConnector[];
}

/** Joins a place to the roads. Throws DataError where none is near. */
export function joinPlace({ network, profile }: City, place: CityPlace): Site {
  return { place, connectors: findCityConnectors(network, profile, place) };
}
