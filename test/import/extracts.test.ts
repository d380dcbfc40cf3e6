/**
 * Real extracts and what they hold. Each count was found twice: by the import, and by the few lines below that read the
 * ways alone. Roads are motorway to living_street with their links, service and road; tracks count where a tag opens
 * them to motor vehicles.
 */
import { describe, expect, it } from 'vitest';
import { buildCityGraph } from '../../src/city/graph.ts';
import type { ByteSource } from '../../src/import/byte-source.ts';
import { readOsm } from '../../src/import/osm/read.ts';
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';
import { searchCostsToSeeds } from '../../src/routing/costs.ts';
import { toCount } from '../scene/random.ts';
import { CAR, importWhole } from './drawn-map.ts';
import { findExtract } from './real-maps.ts';

const monaco = findExtract('monaco-osmix.osm.pbf');
const andorra = findExtract('andorra-graphhopper.osm.pbf');

const CAR_ROADS = new Set(
  ['motorway', 'trunk', 'primary', 'secondary', 'tertiary']
    .flatMap((road) => [road, `${road}_link`])
    .concat('unclassified', 'residential', 'living_street', 'service', 'road'),
);

/** Ways of those classes, the nodes they name, and those of them that end or meet there. */
function countPlainly(source: ByteSource): { ways: number; nodes: number; corners: number } {
  const uses = new Map<number, number>();
  let ways = 0;
  const work = readOsm(source, {
    way: (_, refs, tags) => {
      if (!CAR_ROADS.has(tags.get('highway') ?? '')) return;
      ways += 1;
      for (const [i, ref] of refs.entries()) {
        const weight = i === 0 || i === refs.length - 1 ? 2 : 1;
        uses.set(ref, (uses.get(ref) ?? 0) + weight);
      }
    },
  });
  while (work.next().done !== true);
  return { ways, nodes: uses.size, corners: [...uses.values()].filter((count) => count > 1).length };
}

/** From the end of every open link one comes to the beginning of each of some others, whatever is banned. */
function isConnected(network: ImportedNetwork): boolean {
  const { graph, listStarts, listEdges } = buildCityGraph(network, CAR, { through: true });
  const steps = [...new Set(graph.label)];
  return Array.from({ length: 8 }, (_, i) => steps[Math.floor((i * steps.length) / 8)] as number).every(
    (goal) => {
      const seeds = listEdges(goal).map((edge) => ({ vertex: graph.tail[edge] as number, cost: 0 }));
      const costs = searchCostsToSeeds(graph, seeds);
      return steps.every((step) => listStarts(step).some((vertex) => (costs[vertex] as number) < Infinity));
    },
  );
}

describe.skipIf(monaco === null)('Monaco', () => {
  const source = monaco as ByteSource;
  it('has the roads that a plain count finds', () => {
    expect(countPlainly(source)).toEqual({ ways: 1175, nodes: 7092, corners: 1284 });
  });

  it('becomes a network', () => {
    const network = importWhole(source, { country: 'MC', keepIslands: false });
    // 3 emergency accesses and 2 closed roads fewer than the plain count, 2 paths that a tag opens more.
    expect(network.notes.counts).toMatchObject({
      ways: 1172,
      wayNodes: 7082,
      nodes: 1054,
      links: 1318,
      islands: 43,
    });
    // 46 restrictions, of which 43 make a turn; an "only" bans each of the others.
    expect(network.notes.counts.bans).toBe(71);
    expect(network.notes.counts.km).toBeCloseTo(73.04, 1);
    expect(isConnected(network)).toBe(true);
  });
});

describe.skipIf(andorra === null)('Andorra', () => {
  const source = andorra as ByteSource;
  it('has the roads that a plain count finds', () => {
    expect(countPlainly(source)).toEqual({ ways: 1179, nodes: 16_574, corners: 1739 });
  });

  it('becomes a network', () => {
    const network = importWhole(source, { country: 'AD', keepIslands: false });
    // 6 closed roads fewer than the plain count, 2 that a tag opens, 5 tracks that one opens to all or to their owners
    // and 2 under construction more.
    expect(network.notes.counts).toMatchObject({
      ways: 1182,
      wayNodes: 16_823,
      nodes: 1628,
      links: 1946,
      candidates: 3,
    });
    expect(network.notes.counts.km).toBeCloseTo(415.08, 1);
    expect(network.notes.source.asOf).toBe('2013-05-28');
    expect(isConnected(network)).toBe(true);
  });
});

const porto = toCount(0, 1) === 1 ? findExtract('porto-r5.osm.pbf') : null;

describe.skipIf(porto === null)('Porto', () => {
  it('becomes a network', () => {
    const network = importWhole(porto as ByteSource, { country: 'PT', keepIslands: false });
    expect(network.notes.counts).toMatchObject({ ways: 43_457, nodes: 61_662, links: 82_651 });
    expect(isConnected(network)).toBe(true);
    const [car, , truck] = network.times;
    expect(truck?.forward.every((ms, link) => ms === CLOSED || ms >= (car?.forward[link] as number))).toBe(
      true,
    );
  });
});
