/**
 * The graph of a city for every day: all steps that a vehicle could ever drive are edges, roads to come as well, and those
 * that are not open today cost `UNREACHED`. A scenario that builds nothing is then other costs on the same edges, and what
 * one builds is edges beside them.
 */
import { CLOSED, type ImportedNetwork } from '../model/imported-network.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { buildCityGraph, toOpenMs, type CityGraph } from './graph.ts';
import { growGraph, listBuiltEdges } from './grown-graph.ts';

/** The same edges at costs of their own, where closed steps are none. */
function withCosts(network: ImportedNetwork, profile: number, all: CityGraph, cost: Int32Array): CityGraph {
  const isClosed = (step: number): boolean => toOpenMs(network, profile, step) === CLOSED;
  return {
    ...all,
    graph: { ...all.graph, cost },
    listStarts: (step) => (isClosed(step) ? [] : all.listStarts(step)),
    listEdges: (step) => (isClosed(step) ? [] : all.listEdges(step)),
    closedFrom: UNREACHED,
  };
}

/** What is kept of a network for a vehicle: the edges of all days, and the graph of today. */
interface Kept {
  readonly all: CityGraph;
  readonly today: CityGraph;
}

/** Null where an open step takes so long that it would look closed. */
function makeKept(network: ImportedNetwork, profile: number): Kept | null {
  const all = buildCityGraph(network, profile, { isOpen: () => true });
  const { label, edgeCount } = all.graph;
  const cost = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const ms = toOpenMs(network, profile, label[edge] as number);
    if (ms !== CLOSED && ms >= UNREACHED) return null;
    cost[edge] = Math.min(ms, UNREACHED);
  }
  return { all, today: withCosts(network, profile, all, cost) };
}

const KEPT = new WeakMap<ImportedNetwork, Map<number, Kept | null>>();

function findKept(network: ImportedNetwork, profile: number): Kept | null {
  const kept = KEPT.get(network) ?? new Map<number, Kept | null>();
  KEPT.set(network, kept);
  const known = kept.get(profile);
  if (known !== undefined) return known;
  const made = makeKept(network, profile);
  kept.set(profile, made);
  return made;
}

/** The graph of a network for a vehicle, made once. */
export function findCityGraph(network: ImportedNetwork, profile: number): CityGraph {
  return findKept(network, profile)?.today ?? buildCityGraph(network, profile);
}

/**
 * The graph of a network whose first links are those of a base, from which it differs in some of them alone, in times and
 * status: the edges of the base at other costs, and beside them those of the links behind.
 */
export function changeCityGraph(
  base: ImportedNetwork,
  network: ImportedNetwork,
  profile: number,
  links: readonly number[],
): CityGraph {
  const kept = findKept(base, profile);
  if (kept === null) return buildCityGraph(network, profile);
  const cost = kept.today.graph.cost.slice();
  for (const step of links.flatMap((link) => [2 * link, 2 * link + 1])) {
    const ms = toOpenMs(network, profile, step);
    if (ms !== CLOSED && ms >= UNREACHED) return buildCityGraph(network, profile);
    for (const edge of kept.all.listEdges(step)) cost[edge] = Math.min(ms, UNREACHED);
  }
  const changed = withCosts(network, profile, kept.all, cost);
  if (network.links.from.length === base.links.from.length) return changed;
  const built = listBuiltEdges(base, network, profile, kept.all);
  return built === null ? buildCityGraph(network, profile) : growGraph(base, network, changed, built);
}
