/** The route of one trip with its alternatives: the drawn twin of a matrix cell, equal to the millisecond. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { coversLink, listBansInForce } from '../network/bans.ts';
import {
  buildNetwork,
  findLinkOfEdge,
  getDestinationVertex,
  getOriginVertex,
  type Network,
} from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findCheaper, findSecondBest, type CheaperAlternative, type SecondBest } from './alternatives.ts';
import { toRoute, type Route, type RouteConnector, type RouteStep } from './steps.ts';
import type { TimedPath } from './timed-path.ts';
import { findTripSearch } from './trip-search.ts';

export type { CheaperAlternative, Route, RouteConnector, RouteStep, SecondBest };

export interface RouteAnswer {
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly from: Place;
  readonly to: Place;
  /** Null = the destination cannot be reached. */
  readonly best: Route | null;
  readonly secondBest: SecondBest | null;
  readonly cheaper: CheaperAlternative | null;
  /** Ids of bans on the roads of the route that would be the fastest without any ban; none without a clock. */
  readonly avoids: readonly string[];
}

/** Bans on the way that would be taken if there were none, where that is not the way that is taken. */
function listAvoided(
  network: Network,
  [origin, destination]: readonly [number, number],
  taken: TimedPath | null,
): readonly string[] {
  const { dataset, state, setting, places } = network;
  if (setting.clock === null) return [];
  const bans = listBansInForce(dataset.bans, setting.vehicleClass.id, state.day);
  if (bans.length === 0) return [];
  const free = buildNetwork({ ...dataset, bans: [] }, state, setting, places);
  const other = findTripSearch(free).findPath(origin, destination);
  if (other === null || String(other.path) === String(taken?.path)) return [];
  const links = other.path.flatMap((edge) => findLinkOfEdge(free, edge) ?? []);
  const own = new Set(taken?.path.flatMap((edge) => findLinkOfEdge(network, edge) ?? []));
  const left = links.filter((link) => !own.has(link));
  return bans.filter((ban) => left.some((link) => coversLink(ban, link))).map(({ id }) => id);
}

/**
 * Best, second-best and cheaper route between two places. Throws DataError for a scenario that cannot be
 * applied and a place off the map.
 */
export function findRoute(
  dataset: Dataset,
  scenario: Scenario,
  setting: Setting,
  from: Place,
  to: Place,
): RouteAnswer {
  const network = buildNetwork(dataset, applyScenario(dataset, scenario), setting, [from, to]);
  const origin = getOriginVertex(network, from.id);
  const destination = getDestinationVertex(network, to.id);
  const question = { scenario, setting, from, to };
  const timed = findTripSearch(network).findPath(origin, destination);
  const avoids = listAvoided(network, [origin, destination], timed);
  if (timed === null) return { ...question, best: null, secondBest: null, cheaper: null, avoids };
  const best = { route: toRoute(network, timed), path: timed.path };
  // Other routes are searched at one time an edge: by the clock there is none.
  if (setting.clock !== null)
    return { ...question, best: best.route, secondBest: null, cheaper: null, avoids };
  return {
    ...question,
    best: best.route,
    secondBest: findSecondBest(network, origin, destination, best),
    cheaper: findCheaper(network, origin, destination, best),
    avoids,
  };
}
