/** The route of one trip with its alternatives: the drawn twin of a matrix cell, equal to the millisecond. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex } from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findCheaper, findSecondBest, type CheaperAlternative, type SecondBest } from './alternatives.ts';
import { toRoute, type Route, type RouteConnector, type RouteStep } from './steps.ts';
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
  if (timed === null) return { ...question, best: null, secondBest: null, cheaper: null };
  const best = { route: toRoute(network, timed), path: timed.path };
  // Other routes are searched at one time an edge: by the clock there is none.
  if (setting.clock !== null) return { ...question, best: best.route, secondBest: null, cheaper: null };
  return {
    ...question,
    best: best.route,
    secondBest: findSecondBest(network, origin, destination, best),
    cheaper: findCheaper(network, origin, destination, best),
  };
}
