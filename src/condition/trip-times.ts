/**
 * Trip times of one scenario in many settings: the fastest trip and the fastest over the belt, from the same
 * network. The road state is made once, so that a further setting only weighs the same edges anew. It knows no
 * value of time: a claim speaks of minutes.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { listBeltSections } from '../matrix/cell.ts';
import { searchCosts } from '../routing/costs.ts';
import { applyScenario } from '../scenario/apply.ts';
import { searchVia } from './via-belt.ts';

/** Milliseconds between places by id; Infinity where there is no (such) way. */
export interface TripTimes {
  readonly findTimeMs: (origin: string, destination: string) => number;
  /** Over at least one link of the belt's sections. */
  readonly findViaBeltMs: (origin: string, destination: string) => number;
}

/**
 * A function from settings to trip times between the places given, whatever setting is asked for. A value of
 * time in a setting is ignored. Throws DataError for a scenario that cannot be applied and a place off the map.
 */
export function createTripTimer(
  dataset: Dataset,
  scenario: Scenario,
  places: readonly Place[],
): (setting: Setting) => TripTimes {
  const state = applyScenario(dataset, scenario);
  return (setting) =>
    toTripTimes(buildNetwork(dataset, state, { ...setting, valueOfTimeCnyPerH: null }, places));
}

function toTripTimes(network: Network): TripTimes {
  const { graph } = network;
  const search = keepByPlace((place) => searchCosts(graph, getDestinationVertex(network, place)));
  let via: readonly number[] | null = null;
  const searchBelt = keepByPlace((place) =>
    searchVia(graph, search(place), (via ??= listBeltEdges(network))),
  );
  const read = (costs: Float64Array, origin: string): number =>
    costs[getOriginVertex(network, origin)] ?? Infinity;
  return {
    findTimeMs: (origin, destination) => read(search(destination), origin),
    findViaBeltMs: (origin, destination) => read(searchBelt(destination), origin),
  };
}

function listBeltEdges(network: Network): readonly number[] {
  const belt = listBeltSections(network.dataset);
  const isBelt = network.state.links.map(({ section }) => belt.has(section));
  return [...network.link].flatMap((link, edge) => (isBelt[link] === true ? [edge] : []));
}

/** One search a destination, made when first asked for. */
function keepByPlace(searchTo: (destination: string) => Float64Array): (destination: string) => Float64Array {
  const kept = new Map<string, Float64Array>();
  return (destination) => {
    const costs = kept.get(destination) ?? searchTo(destination);
    kept.set(destination, costs);
    return costs;
  };
}
