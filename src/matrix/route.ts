/** The route of one trip with its alternatives: the drawn twin of a matrix cell, equal to the millisecond. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex } from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { toPath } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findCheaper, findSecondBest, type CheaperAlternative, type SecondBest } from './alternatives.ts';
import { toRoute, type Route, type RouteConnector, type RouteStep } from './steps.ts';

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
  const path = toPath(network.graph, searchTree(network.graph, origin), destination);
  if (path === null) return { ...question, best: null, secondBest: null, cheaper: null };
  const best = { route: toRoute(network, path), path };
  return {
    ...question,
    best: best.route,
    secondBest: findSecondBest(network, origin, destination, best),
    cheaper: findCheaper(network, origin, destination, best),
  };
}
