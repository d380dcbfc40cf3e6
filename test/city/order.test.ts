/** The order of a city's vertices by that of its nodes: what it must be. */
import { describe, expect, it } from 'vitest';
import { openCity, type City } from '../../src/city/city.ts';
import { rankNodes, rankVertices } from '../../src/city/order.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';

const NETWORK = importWhole(toByteSource(toPbf(makeRandomMap(1)), 'random'));
const NODES = NETWORK.nodes.id.length;

function order(nodeRank: Uint32Array | null): City {
  return openCity({ ...NETWORK, nodeRank }, 'car');
}

describe('the order of the vertices', () => {
  const city = order(rankNodes(NETWORK));
  const { nodeOf } = city.graph;

  it('is none where the network keeps none', () => {
    expect(rankVertices(order(null))).toBeNull();
  });

  it('ranks each vertex once, those of a node together, in the order of the nodes', () => {
    const rank = rankVertices(city) ?? expect.fail('no order');
    expect([...rank].toSorted((a, b) => a - b)).toEqual([...rank.keys()]);
    const byRank = [...nodeOf.keys()].toSorted((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    const ranks = byRank.map((vertex) => city.network.nodeRank?.[nodeOf[vertex] ?? -1] ?? NaN);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(nodeOf.length).toBeGreaterThan(NODES);
  });

  it('puts nodes that were not there last', () => {
    const fewer = (city.network.nodeRank ?? new Uint32Array()).filter((rank) => rank < NODES - 3);
    const rank = rankVertices({ ...city, network: { ...NETWORK, nodeRank: fewer } });
    expect([...(rank ?? [])].toSorted((a, b) => a - b)).toEqual([...nodeOf.keys()]);
    const late = [...nodeOf.keys()].filter((vertex) => (nodeOf[vertex] ?? 0) >= fewer.length);
    const early = [...nodeOf.keys()].filter((vertex) => (nodeOf[vertex] ?? 0) < fewer.length);
    const ranksOf = (vertices: readonly number[]): readonly number[] => vertices.map((v) => rank?.[v] ?? NaN);
    expect(Math.min(...ranksOf(late))).toBeGreaterThan(Math.max(...ranksOf(early)));
  });
});
