/** A sound folder becomes a frozen data set in the shape of the model; its digest names its values only. */
import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import { toSentence } from '../../src/problems.ts';
import { editRegion, readFolder } from './region.ts';

function loadRegion() {
  const { dataset, problems } = loadDataset(editRegion());
  expect(problems).toEqual([]);
  if (dataset === null) throw new Error('the region does not load');
  return dataset;
}

describe('loadDataset', () => {
  it('reads the made-up region without problems', () => {
    const dataset = loadRegion();
    expect(dataset.nodes).toHaveLength(12);
    expect(dataset.links).toHaveLength(26);
    expect(dataset.sections.map(({ id, highway }) => `${highway}/${id}`)).toEqual([
      'belt/BELT_N',
      'belt/BELT_E',
      'old-roads/OLD',
      'old-roads/SOUTH',
    ]);
    expect(dataset.scenarios[0]).not.toHaveProperty('schema');
    expect(dataset.vehicleClasses.map(({ id }) => id)).toEqual(['car', 'heavy-truck', 'light-truck']);
  });

  it('makes two links of a two-way feature, one of a directed one', () => {
    const { links } = loadRegion();
    const [forward] = links.filter(({ id }) => id === 'M-R1');
    const [back] = links.filter(({ id }) => id === 'M-R1~r');
    expect(back).toEqual({
      ...forward,
      id: 'M-R1~r',
      from: 'R1',
      to: 'M',
      geometry: [
        [-29.34, 30.52],
        [-29.39, 30.46],
        [-29.42, 30.42],
      ],
    });
    expect(links.filter(({ featureId }) => featureId === 'AJ-A1').map(({ id }) => id)).toEqual(['AJ-A1']);
    expect(links.map(({ id }) => id)).toEqual(links.map(({ id }) => id).toSorted());
  });

  it('freezes everything', () => {
    const open: unknown[] = [loadRegion()];
    while (open.length > 0) {
      const value = open.pop();
      if (typeof value !== 'object' || value === null) continue;
      expect(Object.isFrozen(value)).toBe(true);
      open.push(...(Object.values(value) as readonly unknown[]));
    }
  });

  it('merges files of a kind in the order of their names', () => {
    const files = editRegion(['places/places.json', 'plants', []]);
    const all = JSON.parse(editRegion().get('places/places.json') ?? '') as {
      readonly plants: readonly unknown[];
    };
    const toText = (plants: readonly unknown[]) =>
      JSON.stringify({ schema: 'beltway/places@1', zones: [], plants });
    files.set('places/b.json', toText(all.plants.slice(0, 1)));
    files.set('places/a.json', toText(all.plants.slice(1)));
    expect(loadDataset(files).dataset?.plants.map(({ id }) => id)).toEqual(['P_BROOK', 'P_CRANE', 'P_ALDER']);
  });
});

describe('digest', () => {
  const digest = (files: ReadonlyMap<string, string>) => loadDataset(files).dataset?.digest;
  const region = digest(editRegion());

  it('stays under a byte order mark, CRLF, blanks, the order of keys and of files', () => {
    const rewrite = (toText: (text: string) => string) =>
      digest(new Map([...editRegion()].map(([name, text]) => [name, toText(text)])));
    expect(region).toMatch(/^[0-9a-f]{64}$/);
    expect(rewrite((text) => `\uFEFF${text}`)).toBe(region);
    expect(rewrite((text) => text.replaceAll('\n', '\r\n'))).toBe(region);
    expect(rewrite((text) => JSON.stringify(JSON.parse(text)))).toBe(region);
    expect(rewrite((text) => JSON.stringify(turnKeys(JSON.parse(text))))).toBe(region);
    expect(digest(new Map([...editRegion()].toReversed()))).toBe(region);
    expect(digest(new Map([...editRegion(), ['README.md', 'words']]))).toBe(region);
  });

  it('is the SHA-256 of names and JSON with sorted keys, as another library makes it', () => {
    const hash = createHash('sha256');
    for (const [name, text] of [...editRegion()].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const sorted = (_: string, value: unknown): unknown =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : value;
      hash.update(`${name}\n${JSON.stringify(JSON.parse(text), sorted)}\n`);
    }
    expect(hash.digest('hex')).toBe(region);
  });

  it('changes with any value and any file name', () => {
    expect(digest(editRegion(['water.geojson', 'features[0].properties.widthM', 301]))).not.toBe(region);
    const files = editRegion();
    files.set('places/others.json', files.get('places/places.json') ?? '');
    files.delete('places/places.json');
    expect(digest(files)).not.toBe(region);
  });
});

describe('the shipped data', () => {
  it('load without problems', () => {
    const { dataset, problems } = loadDataset(readFolder('data'));
    expect(problems.map(toSentence)).toEqual([]);
    expect(dataset?.links.length).toBeGreaterThan(0);
  });
});

function turnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turnKeys(item)]),
  );
}
