/**
 * The graph of a city with what a scenario builds beside its edges: roads, and the parts of links that they cut. All
 * vertices of the base stay what they are; nodes that are built are vertices behind them.
 */
import { CLOSED, type ImportedNetwork } from '../model/imported-network.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { addEdges, type EdgeInput } from '../routing/graph.ts';
import { groupByValue } from '../routing/groups.ts';
import { toOpenMs, type CityGraph } from './graph.ts';

/** Vertices of a node from which any road may be driven on, the one that an unbanned road leads to first. */
function toVertices({ nodes }: ImportedNetwork, all: CityGraph, node: number): readonly number[] {
  const added = node - nodes.id.length;
  return added < 0 ? all.listVertices(node) : [all.graph.vertexCount + added];
}

/**
 * Edges of the links that a network has behind those of its base; null where they need more than edges: a turn ban over a
 * cut link, a part of a road for business there alone, or weeks on one link.
 */
export function listBuiltEdges(
  base: ImportedNetwork,
  network: ImportedNetwork,
  profile: number,
  all: CityGraph,
): readonly EdgeInput[] | null {
  if (network.bans !== base.bans) return null;
  const { links, times } = network;
  const edges: EdgeInput[] = [];
  for (let step = 2 * base.links.from.length; step < 2 * links.from.length; step += 1) {
    const [cost, link] = [toOpenMs(network, profile, step), step >>> 1];
    if (cost === CLOSED) continue;
    if (times[profile]?.destinationOnly[link] !== 0 || cost >= UNREACHED) return null;
    const ends = [links.from[link] as number, links.to[link] as number];
    const [from, to] = ((step & 1) === 0 ? ends : ends.toReversed()) as [number, number];
    const [head = 0] = toVertices(base, all, to);
    for (const tail of toVertices(base, all, from))
      edges.push({ tail, head, cost, length: links.lengthMm[link] as number, label: step });
  }
  return edges;
}

const NONE: readonly number[] = [];

/** A graph of the links of a base with edges beside them. */
export function growGraph(
  base: ImportedNetwork,
  network: ImportedNetwork,
  all: CityGraph,
  edges: readonly EdgeInput[],
): CityGraph {
  const nodes = network.nodes.id.length - base.nodes.id.length;
  const graph = addEdges(all.graph, all.graph.vertexCount + nodes, edges);
  const nodeOf = new Uint32Array(graph.vertexCount);
  nodeOf.set(all.nodeOf);
  for (let i = 0; i < nodes; i += 1) nodeOf[all.graph.vertexCount + i] = base.nodes.id.length + i;
  const first = 2 * base.links.from.length;
  const built = groupByValue(graph.label, first);
  const listHeads = (step: number): readonly number[] => [
    ...new Set((built.get(step) ?? NONE).map((edge) => graph.head[edge] as number)),
  ];
  // Edges of a tail keep their order, the added ones behind.
  const move = (edge: number): number => {
    const tail = all.graph.tail[edge] as number;
    return edge + (graph.firstOut[tail] as number) - (all.graph.firstOut[tail] as number);
  };
  return {
    ...{ graph, nodeOf, closedFrom: all.closedFrom },
    listStarts: (step) => (step < first ? all.listStarts(step) : listHeads(step)),
    listEdges: (step) => (step < first ? all.listEdges(step).map(move) : (built.get(step) ?? NONE)),
    listVertices: (node) => toVertices(base, all, node),
  };
}
