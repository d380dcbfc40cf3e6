/** Networks of random maps, and in the long run more of them and a real one: what a round trip is tried on. */
import { toByteSource } from '../../src/import/byte-source.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import { DataError } from '../../src/problems.ts';
import { toCount } from '../scene/random.ts';
import { importWhole } from './drawn-map.ts';
import { toPbf } from './pbf-file.ts';
import { makeRandomMap } from './random-map.ts';
import { findExtract } from './real-maps.ts';

/** The network of a random map; none where nothing of the map can be driven. */
function listRandom(seed: number): readonly ImportedNetwork[] {
  try {
    return [importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random'))];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [];
  }
}

export function listSomeNetworks(): readonly ImportedNetwork[] {
  const random = Array.from({ length: toCount(5, 500) }, (_, i) => i + 1).flatMap(listRandom);
  const monaco = toCount(0, 1) === 1 ? findExtract('monaco-osmix.osm.pbf') : null;
  return monaco === null ? random : [...random, importWhole(monaco, { country: 'MC', keepIslands: false })];
}
