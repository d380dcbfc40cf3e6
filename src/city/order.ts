/**
 * The order in which a hierarchy takes the vertices of a city. It is found once for the nodes of the network, which turn
 * bans, vehicles and scenarios make different vertices of, and kept with it: seconds at a city's size.
 */
import type { ImportedNetwork } from '../model/imported-network.ts';
import type { Graph } from '../routing/graph.ts';
import { rankByDissection } from '../routing/order/dissection.ts';
import type { SplitPart } from '../routing/order/inertial-flow.ts';
import type { PlacedGraph } from '../routing/order/part.ts';
import type { City } from './city.ts';

/** Rank of every node, 0 = taken first; `split` of `createWasmSplit` gives the same sooner. */
export function rankNodes({ nodes, links }: ImportedNetwork, split?: SplitPart): Uint32Array {
  const { lonE7: x, latE7: y } = nodes;
  const graph = { vertexCount: nodes.id.length, tail: links.from, head: links.to, x, y };
  return rankByDissection(graph, [], split);
}

/**
 * Rank of every vertex, by that of the nodes; null where the network keeps none. Nodes without a rank, which are not of
 * the network as it was imported, come last: what comes and goes touches little there.
 */
export function rankVertices({ network: { nodeRank }, graph: { nodeOf } }: City): Uint32Array | null {
  if (nodeRank === null) return null;
  const late = nodeRank.length;
  const toRoom = (node: number): number => nodeRank[node] ?? late;
  const next = new Uint32Array(late + 2);
  for (const node of nodeOf) next[toRoom(node) + 1] = (next[toRoom(node) + 1] as number) + 1;
  for (let room = 1; room < next.length; room += 1)
    next[room] = (next[room] as number) + (next[room - 1] as number);
  return nodeOf.map((node) => {
    const rank = next[toRoom(node)] as number;
    next[toRoom(node)] = rank + 1;
    return rank;
  });
}

/** Where every vertex lies, in units of 1e-7 degree. */
export function placeVertices({ network, graph: { graph, nodeOf } }: City): Graph & PlacedGraph {
  const { lonE7, latE7 } = network.nodes;
  const place = (of: Int32Array): Int32Array => Int32Array.from(nodeOf, (node) => of[node] as number);
  return { ...graph, x: place(lonE7), y: place(latE7) };
}
