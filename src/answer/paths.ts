/** The links that a question's fastest routes run on, from the same network and search as its times. */
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { Link } from '../model/road.ts';
import {
  buildNetwork,
  findLinkOfEdge,
  getDestinationVertex,
  getOriginVertex,
  type Network,
} from '../network/network.ts';
import { toPath, type Tree } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';
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

/** Searches already made on a network, by site. */
const TREES = new WeakMap<Network, Map<string, Tree>>();

/** The search from a site on a network, made once. */
export function findTree(network: Network, site: string): Tree {
  const bySite = TREES.get(network) ?? new Map<string, Tree>();
  TREES.set(network, bySite);
  const tree = bySite.get(site) ?? searchTree(network.graph, getOriginVertex(network, site));
  bySite.set(site, tree);
  return tree;
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
  const tree = findTree(network, site);
  return plants.flatMap((id) => {
    const path = toPath(network.graph, tree, getDestinationVertex(network, id)) ?? [];
    return path.flatMap((edge) => findLinkOfEdge(network, edge) ?? []);
  });
}
