/**
 * The networks and search trees that trips are read from, kept between questions: who clicks from trip to trip
 * asks the same roads again. All zones and plants are places of each, so that every trip between them comes
 * from one tree. What is kept never changes an answer, because another place changes no trip.
 */
import { keepLatest } from '../latest.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { sumMs, type TimedPath } from '../matrix/timed-path.ts';
import { findTripSearch } from '../matrix/trip-search.ts';
import { toPlaceKey, type Place } from '../network/connectors.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { toSettingKey, type Setting } from '../network/setting.ts';
import { applyScenario } from '../scenario/apply.ts';

/** Two scenarios at three corners, twice. */
const KEPT_NETWORKS = 12;

const NETWORKS = new WeakMap<Dataset, Map<string, Network>>();

/** Places that are part of every network. */
function listStanding({ zones, plants }: Dataset): readonly Place[] {
  return [...zones, ...plants].map(({ id, at }) => ({ id, at }));
}

/**
 * The network of a scenario and setting with all zones and plants of the data set and further places. A
 * scenario is known by what it says: a date asked for twice is one network.
 */
export function findTripNetwork(
  dataset: Dataset,
  scenario: Scenario,
  setting: Setting,
  further: readonly Place[],
): Network {
  const kept = NETWORKS.get(dataset) ?? new Map<string, Network>();
  NETWORKS.set(dataset, kept);
  const standing = listStanding(dataset);
  const ids = new Set(standing.map(({ id }) => id));
  const points = further.filter(({ id }) => !ids.has(id));
  const { id, date, modifications } = scenario;
  const keys = points.map(toPlaceKey).toSorted();
  const key = JSON.stringify([id, date, modifications, toSettingKey(setting), keys]);
  return keepLatest(kept, key, KEPT_NETWORKS, () =>
    buildNetwork(dataset, applyScenario(dataset, scenario), setting, [...standing, ...points]),
  );
}

/** The best route between two places of a network, by its clock where it has one; null where there is none. */
export function findTripPath(network: Network, origin: string, destination: string): TimedPath | null {
  const [from, to] = [getOriginVertex(network, origin), getDestinationVertex(network, destination)];
  return findTripSearch(network).findPath(from, to);
}

/** Milliseconds of the best route; Infinity where there is none. */
export function findTripTimeMs(network: Network, origin: string, destination: string): number {
  const path = findTripPath(network, origin, destination);
  return path === null ? Infinity : sumMs(network, path);
}
