/**
 * The order in which a hierarchy takes the vertices of a city. It is found once for the nodes of the network, which turn
 * bans, vehicles and scenarios make different vertices of, and kept with it: seconds at a city's size.
 */
import type { ImportedNetwork } from '../model/imported-network.ts';
import { rankByDissection } from '../routing/order/dissection.ts';
import type { SplitPart } from '../routing/order/inertial-flow.ts';
import type { City } from './city.ts';
import type { JoinedGraph } from './joined.ts';

/** Rank of every node, 0 = taken first; `split` of `createWasmSplit` gives the same sooner. */
export function rankNodes({ nodes, links }: ImportedNetwork, split?: SplitPart): Uint32Array {
  const { lonE7: x, latE7: y } = nodes;
  const graph = { vertexCount: nodes.id.length, tail: links.from, head: links.to, x, y };
  return rankByDissection(graph, [], split);
}

/**
 * Rooms of the order, two a node: in the first, the vertices of the node; in the second, the places of the question whose
 * last neighbour it is, since any earlier they would tie together what the order keeps apart. Nodes without a rank, which
 * are not of the network as it was imported, come last: what comes and goes touches little there.
 */
function listRooms({ graph: { nodeOf } }: City, { graph }: JoinedGraph, nodeRank: Uint32Array): Uint32Array {
  const rooms = new Uint32Array(graph.vertexCount);
  for (const [vertex, node] of nodeOf.entries()) rooms[vertex] = 2 * (nodeRank[node] ?? nodeRank.length);
  const joined = nodeOf.length;
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const [tail, head] = [graph.tail[edge] as number, graph.head[edge] as number];
    const [place, other] = tail >= joined ? [tail, head] : [head, tail];
    if (place < joined || other >= joined) continue;
    rooms[place] = Math.max(rooms[place] as number, (rooms[other] as number) + 1);
  }
  return rooms;
}

/** Rank of every vertex of a question, by that of the nodes; null where the network keeps none. */
export function rankVertices(city: City, joined: JoinedGraph): Uint32Array | null {
  const { nodeRank } = city.network;
  if (nodeRank === null) return null;
  const rooms = listRooms(city, joined, nodeRank);
  const next = new Uint32Array(2 * nodeRank.length + 3);
  for (const room of rooms) next[room + 1] = (next[room + 1] as number) + 1;
  for (let room = 1; room < next.length; room += 1)
    next[room] = (next[room] as number) + (next[room - 1] as number);
  return rooms.map((room) => {
    const rank = next[room] as number;
    next[room] = rank + 1;
    return rank;
  });
}
