/** The order of a city's vertices by that of its nodes: what it must be. */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { joinSites } from '../../src/city/joined.ts';
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

/** Places at some of the nodes. */
function joinNodes(city: City, every: number): readonly Site[] {
  const { lonE7, latE7, id } = city.network.nodes;
  const nodes = [...id.keys()].filter((node) => node % every === 0);
  return nodes.map((node) =>
    joinPlace(city, { id: `${node}`, at: [(lonE7[node] ?? 0) / 1e7, (latE7[node] ?? 0) / 1e7] }),
  );
}

describe('the order of the vertices', () => {
  const city = order(rankNodes(NETWORK));
  const sites = joinNodes(city, Math.ceil(NODES / 6));
  const joined = joinSites(city, sites, sites);
  const { nodeOf } = city.graph;

  it('is none where the network keeps none', () => {
    expect(rankVertices(order(null), joined)).toBeNull();
  });

  it('ranks each vertex once, those of a node together, in the order of the nodes', () => {
    const rank = rankVertices(city, joined) ?? expect.fail('no order');
    expect([...rank].toSorted((a, b) => a - b)).toEqual([...rank.keys()]);
    const byRank = [...nodeOf.keys()].toSorted((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    const ranks = byRank.map((vertex) => city.network.nodeRank?.[nodeOf[vertex] ?? -1] ?? NaN);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(nodeOf.length).toBeGreaterThan(NODES);
  });

  it('puts a place above all that it joins, and below the node that follows', () => {
    const rank = rankVertices(city, joined) ?? expect.fail('no order');
    const { graph, origins } = joined;
    for (const origin of origins) {
      const [first, end] = [graph.firstOut[origin] ?? 0, graph.firstOut[origin + 1] ?? 0];
      const heads = [...graph.head.subarray(first, end)].filter((head) => head < nodeOf.length);
      const highest = Math.max(...heads.map((head) => rank[head] ?? NaN));
      expect(rank[origin]).toBeGreaterThan(highest);
      const next = [...nodeOf.keys()].find((vertex) => rank[vertex] === (rank[origin] ?? 0) + 1);
      const between = [...nodeOf.keys()].filter(
        (vertex) => (rank[vertex] ?? 0) > highest && (rank[vertex] ?? 0) < (rank[origin] ?? 0),
      );
      const top = heads.find((head) => rank[head] === highest) ?? -1;
      expect(between.every((vertex) => nodeOf[vertex] === nodeOf[top])).toBe(true);
      if (next !== undefined) expect(nodeOf[next]).not.toBe(nodeOf[top]);
    }
  });

  it('puts nodes that were not there last', () => {
    const fewer = (city.network.nodeRank ?? new Uint32Array()).filter((rank) => rank < NODES - 3);
    const rank = rankVertices({ ...city, network: { ...NETWORK, nodeRank: fewer } }, joined);
    expect([...(rank ?? [])].toSorted((a, b) => a - b)).toEqual(
      [...joined.graph.tail.keys()].slice(0, rank?.length),
    );
    const late = [...nodeOf.keys()].filter((vertex) => (nodeOf[vertex] ?? 0) >= fewer.length);
    const early = [...nodeOf.keys()].filter((vertex) => (nodeOf[vertex] ?? 0) < fewer.length);
    const ranksOf = (vertices: readonly number[]): readonly number[] => vertices.map((v) => rank?.[v] ?? NaN);
    expect(Math.min(...ranksOf(late))).toBeGreaterThan(Math.max(...ranksOf(early)));
  });
});
