/**
 * Trip times of one scenario in many settings: the fastest trip and the fastest over the belt, from the same
 * network. The road state is made once, so that a further setting only weighs the same edges anew. It knows no
 * value of time: a claim speaks of minutes.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import {
  buildNetwork,
  findLinkOfEdge,
  getDestinationVertex,
  getOriginVertex,
  type Network,
} from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { listBeltSections } from '../matrix/cell.ts';
import { searchTree } from '../routing/tree.ts';
import { applyScenario } from '../scenario/apply.ts';
import { searchVia, toLayeredGraph } from './via-belt.ts';

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
  const belt = listBeltSections(network.dataset);
  const onBelt = (edge: number): boolean => belt.has(findLinkOfEdge(network, edge)?.section ?? '');
  let layered: ReturnType<typeof toLayeredGraph> | null = null;
  const search = keepByOrigin((origin) => searchTree(network.graph, getOriginVertex(network, origin)).cost);
  const searchBelt = keepByOrigin((origin) => {
    layered ??= toLayeredGraph(network.graph, onBelt);
    return searchVia(layered, getOriginVertex(network, origin));
  });
  const read = (costs: Float64Array, destination: string): number =>
    costs[getDestinationVertex(network, destination)] ?? Infinity;
  return {
    findTimeMs: (origin, destination) => read(search(origin), destination),
    findViaBeltMs: (origin, destination) => read(searchBelt(origin), destination),
  };
}

/** One search an origin, made when first asked for. */
function keepByOrigin(searchFrom: (origin: string) => Float64Array): (origin: string) => Float64Array {
  const kept = new Map<string, Float64Array>();
  return (origin) => {
    const costs = kept.get(origin) ?? searchFrom(origin);
    kept.set(origin, costs);
    return costs;
  };
}
