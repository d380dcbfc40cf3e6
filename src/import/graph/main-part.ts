/** The largest part of a network in which everybody comes everywhere and back, and the islands beside it. */
import { buildCityGraph } from '../../city/graph.ts';
import { CLOSED, ROAD_STATUS, type ImportedNetwork, type LinkTimes } from '../../model/imported-network.ts';
import { findComponents } from './components.ts';

export interface MainPart {
  /** Times in which each vehicle has what hangs together for it, and no more. */
  readonly times: readonly LinkTimes[];
  /** Links that some vehicle still drives, and roads that are not there yet. */
  readonly isKept: Uint8Array;
  readonly islands: number;
  readonly islandLinks: number;
  readonly islandMm: number;
}

/** Steps of the part with the most edges, for a profile. Roads for business there count like any other. */
function findMainSteps(network: ImportedNetwork, profile: number): Uint8Array {
  const { graph } = buildCityGraph(network, profile, { through: true });
  const { of, count } = findComponents(graph);
  const edges = new Uint32Array(count);
  const partOf = (edge: number): number => {
    const part = of[graph.tail[edge] as number] as number;
    return part === of[graph.head[edge] as number] ? part : -1;
  };
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const part = partOf(edge);
    if (part >= 0) edges[part] = (edges[part] as number) + 1;
  }
  const main = edges.indexOf(edges.reduce((most, one) => Math.max(most, one), 0));
  const isMain = new Uint8Array(2 * network.links.from.length);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (partOf(edge) === main) isMain[graph.label[edge] as number] = 1;
  }
  return isMain;
}

function keepSteps(times: LinkTimes, isMain: Uint8Array, isFuture: (link: number) => boolean): LinkTimes {
  const keep = (side: 0 | 1) => (ms: number, link: number) =>
    isFuture(link) || isMain[2 * link + side] === 1 ? ms : CLOSED;
  return { ...times, forward: times.forward.map(keep(0)), backward: times.backward.map(keep(1)) };
}

/** Finds the largest part for each profile. */
export function findMainPart(network: ImportedNetwork): MainPart {
  const { links, roads } = network;
  const isFuture = (link: number): boolean => roads.status[links.road[link] as number] !== ROAD_STATUS.open;
  const times = network.times.map((one, profile) =>
    keepSteps(one, findMainSteps(network, profile), isFuture),
  );
  const isKept = Uint8Array.from(links.from, (_, link) =>
    times.some(({ forward, backward }) => forward[link] !== CLOSED || backward[link] !== CLOSED) ? 1 : 0,
  );
  const lost = Uint32Array.from(links.from.keys()).filter((link) => isKept[link] === 0);
  const islandMm = lost.reduce((sum, link) => sum + (links.lengthMm[link] as number), 0);
  return { times, isKept, islands: countParts(network, lost), islandLinks: lost.length, islandMm };
}

/** Parts that links make among themselves, whatever their directions. */
function countParts({ links, nodes }: ImportedNetwork, among: Uint32Array): number {
  const parent = Int32Array.from(nodes.id.keys());
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const touched = new Set<number>();
  for (const link of among) {
    const [a, b] = [links.from[link] as number, links.to[link] as number];
    touched.add(a).add(b);
    parent[find(a)] = find(b);
  }
  return new Set([...touched].map(find)).size;
}
