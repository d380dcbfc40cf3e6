/** The links that a question's fastest routes run on, from the same network and search as its times. */
import type { GroupPlants } from '../condition/group-pairs.ts';
import { findTripSearch } from '../matrix/trip-search.ts';
import type { Link } from '../model/road.ts';
import {
  buildNetwork,
  findLinkOfEdge,
  getDestinationVertex,
  getOriginVertex,
  type Network,
} from '../network/network.ts';
import { applyScenario } from '../scenario/apply.ts';
import { keep } from './memory.ts';
import type { Question } from './question.ts';
import { findGroupTime, type Times } from './times.ts';

/** The network that a scenario of the question was timed on. */
export function buildQuestionNetwork(question: Question, times: Times): Network {
  const { dataset, sites, targets, store } = question;
  const { scenario, setting } = times;
  return keep(store, 'network', [times, sites, targets], () =>
    buildNetwork(dataset, applyScenario(dataset, scenario), setting, [...sites, ...targets]),
  );
}

/** Links on the way from a site to the plants that decide a group: one for a nearest plant, all for `every`. */
export function listLinksToGroup(
  network: Network,
  times: Times,
  site: string,
  group: GroupPlants,
): readonly Link[] {
  const { plant } = findGroupTime(times, site, group);
  const plants = group.choice === 'every' ? group.plants : plant === null ? [] : [plant];
  return plants.flatMap((id) => {
    const found = findTripSearch(network).findPath(
      getOriginVertex(network, site),
      getDestinationVertex(network, id),
    );
    return (found?.path ?? []).flatMap((edge) => findLinkOfEdge(network, edge) ?? []);
  });
}
