/** The edges of a network under the names that certificates use, and the digest over all of them. */
import type { CertificateEdge } from '../model/certificate.ts';
import { findLinkOfEdge, type Network } from '../network/network.ts';
import { digestText } from './certificate-text.ts';

/** Stands where a link id would. */
const CONNECTOR = '@';

/** Rank of every edge among the pieces of its directed link, in the link's direction; 0 for a connector. */
function rankPieces({ link, fromShare, toShare }: Network): readonly number[] {
  const piecesOf = new Map<number, number[]>();
  for (const [edge, index] of link.entries()) {
    const pieces = piecesOf.get(index) ?? [];
    piecesOf.set(index, pieces);
    pieces.push(edge);
  }
  const along = (a: number, b: number): number =>
    Number(fromShare[a]) - Number(fromShare[b]) || Number(toShare[a]) - Number(toShare[b]);
  for (const pieces of piecesOf.values()) pieces.sort(along);
  const ranks = new Map([...piecesOf.values()].flatMap((pieces) => pieces.map((edge, rank) => [edge, rank])));
  return Array.from(link, (index, edge) => (index < 0 ? 0 : (ranks.get(edge) ?? 0)));
}

/** Every edge of a network as `[from, to, link, piece]`, by edge. */
export function listCertificateEdges(network: Network): readonly CertificateEdge[] {
  const { graph, vertexNames } = network;
  const nameOf = (vertex: number | undefined): string => vertexNames[vertex ?? -1] ?? '';
  return rankPieces(network).map((rank, edge) => [
    nameOf(graph.tail[edge]),
    nameOf(graph.head[edge]),
    findLinkOfEdge(network, edge)?.id ?? CONNECTOR,
    rank,
  ]);
}

/** The digest of a network: every edge with its time in ms. The format is in `model/certificate.ts`. */
export function digestNetwork(network: Network, edges: readonly CertificateEdge[]): string {
  const lines = edges.map((edge, index) => JSON.stringify([...edge, network.timeMs[index]]));
  return digestText(lines.toSorted().join('\n'));
}
