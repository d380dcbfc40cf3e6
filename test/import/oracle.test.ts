/** Random maps with every rule of the road: times of the import against a search over the raw ways. */
import { describe, expect, it } from 'vitest';
import { toByteSource } from '../../src/import/byte-source.ts';
import { measureM } from '../../src/import/graph/distance.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import { DataError } from '../../src/problems.ts';
import { toCount } from '../scene/random.ts';
import { CAR, HEAVY, importWhole, timeMs } from './drawn-map.ts';
import { toPbf, type Elements } from './pbf-file.ts';
import { makeRandomMap } from './random-map.ts';
import { readSlowly, searchSlowly, type Move } from './slow-search.ts';

/** A long run takes minutes. */
const LONG_MS = 1_800_000;

function createClock({ nodes = [] }: Elements): (move: Move) => number {
  const at = new Map(
    nodes.map(({ id, lon, lat }) => [id, [Math.round(lon * 1e7), Math.round(lat * 1e7)] as const]),
  );
  return ({ from, to, way }) => {
    const [[lonA, latA], [lonB, latB]] = [at.get(from) ?? [0, 0], at.get(to) ?? [0, 0]];
    return (measureM(lonA, latA, lonB, latB) * 3600) / Number(way.tags?.['maxspeed']);
  };
}

function read(elements: Elements): ImportedNetwork | null {
  try {
    return importWhole(toByteSource(toPbf(elements), 'random'));
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/** Relations that the import says it does not use. */
function listUnusable({ notes }: ImportedNetwork): ReadonlySet<number> {
  return new Set(notes.left.filter(({ kind }) => kind === 'restriction').flatMap(({ examples }) => examples));
}

describe('random maps', { timeout: LONG_MS }, () => {
  it.each([
    ['car', CAR],
    ['truck', HEAVY],
  ] as const)('by %s', (vehicle, profile) => {
    let compared = 0;
    let reached = 0;
    for (let seed = 1; seed <= toCount(12, 2000); seed += 1) {
      const elements = makeRandomMap(seed);
      const network = read(elements);
      if (network === null) continue;
      const rules = readSlowly(elements, vehicle, listUnusable(network));
      const msOf = createClock(elements);
      const ids = [...new Set(network.nodes.id)].slice(0, 5);
      const list = (id: number): readonly number[] =>
        [...network.nodes.id.keys()].filter((node) => network.nodes.id[node] === id);
      for (const from of ids) {
        const slow = searchSlowly(rules, from, msOf);
        for (const to of ids) {
          const fast = timeMs(network, list(from), list(to), profile);
          const expected = slow.get(to) ?? Infinity;
          const what = `seed ${seed}: ${from} → ${to}`;
          // Each link is rounded to a millisecond.
          if (expected === Infinity) expect(fast, what).toBe(Infinity);
          else expect(Math.abs(fast - expected), `${what}: ${fast}, ${expected}`).toBeLessThan(30);
          compared += 1;
          if (expected < Infinity && from !== to) reached += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(200);
    expect(reached / compared).toBeGreaterThan(0.2);
  });
});
