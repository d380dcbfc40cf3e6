/** Damaged data folders: the loader always returns, and what it lets through is sound by another's measure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import { readFolder } from '../load/region.ts';
import { applyMutations, mutations } from './mutate.ts';
import { listFaults } from './sound.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 10_000 : 200;
const region = readFolder('test/region/data');

describe('the measure of soundness', () => {
  it('finds no fault in the region and in the shipped data', () => {
    for (const folder of ['test/region/data', 'data']) {
      const { dataset } = loadDataset(readFolder(folder));
      expect(dataset === null ? ['does not load'] : listFaults(dataset)).toEqual([]);
    }
  });
});

describe('damaged data', () => {
  it(`${RUNS} folders: problems or a sound data set`, { timeout: 1_800_000 }, () => {
    const seen = { refused: 0, accepted: 0 };
    const property = fc.property(mutations, (damage) => {
      const { dataset, problems } = loadDataset(applyMutations(region, damage));
      expect(problems.length > 0).toBe(dataset === null);
      for (const { file, path, expected, found, code } of problems) {
        expect([file, path, expected, found, code].every((text) => typeof text === 'string')).toBe(true);
        expect(expected.startsWith('Invalid') || found.length > 60).toBe(false);
      }
      if (dataset !== null) expect(listFaults(dataset)).toEqual([]);
      seen[dataset === null ? 'refused' : 'accepted'] += 1;
    });
    expect(() => fc.assert(property, { numRuns: RUNS, seed: 20070228 })).not.toThrow();
    expect(seen.refused).toBeGreaterThan(RUNS / 2);
    expect(seen.accepted).toBeGreaterThan(RUNS / 50);
  });
});
