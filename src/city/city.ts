/** A network made ready for the questions of one vehicle, as it was imported or under a scenario. */
import type { ImportedNetwork } from '../model/imported-network.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError } from '../problems.ts';
import { findCityConnectors, type CityConnector, type CityPlace } from './connectors.ts';
import type { CityGraph } from './graph.ts';
import { findPart, NO_CUTS, type Cuts } from './pieces.ts';
import type { CityState } from './scenario/apply.ts';
import { listTouched } from './scenario/state.ts';
import { changeCityGraph, findCityGraph } from './steps.ts';

export interface City {
  readonly network: ImportedNetwork;
  /** The network as it was imported: places join its roads, whatever a scenario does. */
  readonly base: ImportedNetwork;
  /** Null where nothing is changed. */
  readonly scenario: Scenario | null;
  readonly cuts: Cuts;
  /** Links of the base that are not what they were, by number. */
  readonly touched: readonly number[];
  readonly vehicleClass: string;
  /** Place of the vehicle class in the notes. */
  readonly profile: number;
  readonly graph: CityGraph;
}

/** Place of a vehicle class in the notes of a network. Throws DataError for one it has no times of. */
export function findProfile({ notes }: ImportedNetwork, vehicleClass: string): number {
  const ids = notes.profiles.map((one) => one.vehicleClass);
  const profile = ids.indexOf(vehicleClass);
  if (profile >= 0) return profile;
  const expected = `a vehicle class of the network: ${ids.join(', ')}`;
  const found = JSON.stringify(vehicleClass);
  throw new DataError([{ file: 'request', path: 'vehicleClass', expected, found, code: 'unknown-id' }]);
}

/** Makes a network ready for a vehicle class. Throws DataError for one it has no times of. */
export function openCity(network: ImportedNetwork, vehicleClass: string): City {
  const profile = findProfile(network, vehicleClass);
  const graph = findCityGraph(network, profile);
  const untouched = { scenario: null, cuts: NO_CUTS, touched: [] };
  return { network, base: network, ...untouched, vehicleClass, profile, graph };
}

/** Makes a network under a scenario ready for the vehicle that the scenario was applied for. */
export function openCityState(state: CityState): City {
  const { network, cuts, scenario, ground, profile, draft } = state;
  const base = ground.network;
  const vehicleClass = base.notes.profiles[profile]?.vehicleClass ?? '';
  const touched = listTouched(draft);
  const cut = [...cuts.partsOf.keys()].filter((link) => link < base.links.from.length);
  const graph = changeCityGraph(base, network, profile, [...touched, ...cut]);
  return { network, base, scenario, cuts, touched, vehicleClass, profile, graph };
}

/** A place with its connectors. */
export interface Site {
  readonly place: CityPlace;
  readonly connectors: readonly CityConnector[];
}

/**
 * Joins a place to the roads of the base; where a scenario cuts one, to its part, at the same point. Throws DataError
 * where none is near.
 */
export function joinPlace({ base, cuts, profile }: City, place: CityPlace): Site {
  const connectors = findCityConnectors(base, profile, place).map((one) => {
    return { ...one, link: findPart(cuts, one.link, one.share) };
  });
  return { place, connectors };
}
