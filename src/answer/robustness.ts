/**
 * robustMin of one scenario: closes each used stretch in turn. The network is built once; a closing leaves its
 * edges out of the search, so that nothing else changes.
 */
import { toGroupTime } from '../condition/groups.ts';
import { robustMin, type RobustMin, type SiteTimes } from '../independence/robust-min.ts';
import { listStretches, type Stretch } from '../independence/stretches.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import { getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { searchCosts } from '../routing/costs.ts';
import { buildQuestionNetwork, listLinksToGroup } from './paths.ts';
import type { Question } from './question.ts';
import type { Times } from './times.ts';

/** A network with its edges by feature: what a closing leaves out is looked up. */
interface Closable {
  readonly network: Network;
  readonly edgesOf: ReadonlyMap<string, readonly number[]>;
}

function toClosable(network: Network): Closable {
  const edgesOf = new Map<string, number[]>();
  for (const [edge, link] of network.link.entries()) {
    const feature = network.state.links[link]?.featureId;
    if (feature === undefined) continue;
    const edges = edgesOf.get(feature);
    if (edges === undefined) edgesOf.set(feature, [edge]);
    else edges.push(edge);
  }
  return { network, edgesOf };
}

/** Group times of some sites with the features of a stretch closed, in both directions. */
function timeClosed(
  { groups }: Question,
  { network, edgesOf }: Closable,
  stretch: Stretch,
  sites: readonly string[],
): SiteTimes {
  const closed = new Uint8Array(network.graph.edgeCount);
  for (const feature of stretch.featureIds) for (const edge of edgesOf.get(feature) ?? []) closed[edge] = 1;
  const plants = [...new Set(groups.flatMap((one) => one.plants))];
  const costsTo = new Map(
    plants.map((plant) => [plant, searchCosts(network.graph, getDestinationVertex(network, plant), closed)]),
  );
  const timeGroups = (site: string): ReadonlyMap<string, number> => {
    const origin = getOriginVertex(network, site);
    const timeTo = (plant: string): number => costsTo.get(plant)?.[origin] ?? Infinity;
    return new Map(
      groups.map(({ group, choice, plants: own }) => [group, toGroupTime(choice, own, timeTo).timeMs]),
    );
  };
  return new Map(sites.map((site) => [site, timeGroups(site)]));
}

/**
 * robustMin over the suppliers of a question; null where a value of time makes routes that are not the fastest,
 * because how many groups are left is about the hour alone; null by the clock, as a closing is searched at one time
 * an edge.
 */
export function findRobustMin(
  question: Question,
  times: Times,
  suppliers: readonly SupplierTimes[],
): RobustMin | null {
  const { valueOfTimeCnyPerH, clock } = times.setting;
  if (valueOfTimeCnyPerH !== null || clock !== null) return null;
  const network = buildQuestionNetwork(question, times);
  const closable = toClosable(network);
  const groups = new Map(question.groups.map((one) => [one.group, one]));
  return robustMin(suppliers, [...groups.keys()], question.cutoffS, {
    stretches: listStretches(network.state.links),
    listRouteFeatures: (site, group) => {
      const chosen = groups.get(group);
      const links = chosen === undefined ? [] : listLinksToGroup(network, times, site, chosen);
      return links.map(({ featureId }) => featureId);
    },
    timeClosed: (stretch, sites) => timeClosed(question, closable, stretch, sites),
  });
}
