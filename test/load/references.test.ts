/** Ids: each used once, each reference leads somewhere, and one mistake is not told twice. */
import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import { type Edit, editRegion, type Expected, GONE, listTold, toMatch } from './region.ts';

const BELT = 'highways/belt.geojson';
const OLD = 'highways/old-roads.geojson';
const PLACES = 'places/places.json';
const FIRMS = 'suppliers/suppliers.json';
const CLAIMS = 'claims/example.json';
const CHART = 'flowcharts/automobile.json';
const WITHOUT = 'scenarios/without-belt.json';
const SECTIONS = 'the id of a section: BELT_N, BELT_E, OLD, SOUTH';
const GROUPS = 'the id of an assembler group: alder, brook, crane';
const SCENARIOS = 'the id of a scenario: north-only, with-belt, without-belt';

/** File, path and expectation of a reference: set to `nobody`, it is told. */
const REFERENCES: readonly (readonly [file: string, path: string, expected: string])[] = [
  [BELT, 'features[3].properties.section', SECTIONS],
  [BELT, 'features[3].properties.tariff', 'the id of a tariff: belt-toll'],
  [BELT, 'features[3].properties.sources[0]', 'the id of a source: made-up'],
  [BELT, 'highway.sections[0].sources[0]', 'the id of a source'],
  ['water.geojson', 'features[0].properties.sources[0]', 'the id of a source'],
  ['dataset.json', 'belt.sections[0]', SECTIONS],
  ['dataset.json', 'belt.sources[0]', 'the id of a source'],
  ['dataset.json', 'contrasts[0].base', SCENARIOS],
  ['dataset.json', 'contrasts[0].build', SCENARIOS],
  ['dataset.json', 'defaults.base', SCENARIOS],
  ['dataset.json', 'defaults.build', SCENARIOS],
  ['dataset.json', 'defaults.beside', SCENARIOS],
  [PLACES, 'zones[0].district', 'the id of a district: amber, birch, cedar'],
  [PLACES, 'zones[0].sources[0]', 'the id of a source'],
  [PLACES, 'plants[0].district', 'the id of a district'],
  [PLACES, 'plants[0].group', GROUPS],
  [FIRMS, 'suppliers[0].keiretsu', GROUPS],
  [FIRMS, 'suppliers[0].district', 'the id of a district'],
  [FIRMS, 'suppliers[0].zone', 'the id of a zone: S_AMBER'],
  [FIRMS, 'suppliers[0].customers[0].group', GROUPS],
  [FIRMS, 'suppliers[0].customers[0].source', 'the id of a source'],
  [FIRMS, 'suppliers[3].buyer', 'the id of a supplier or an assembler group: F1, F2'],
  ['parameters.json', 'parameters.cutoffS.source', 'the id of a source'],
  ['vehicle-classes/car.json', 'facilities.ramp.factor.source', 'the id of a source'],
  ['traffic-states/peak.json', 'factors.ramp.source', 'the id of a source'],
  ['tariffs.json', 'tariffs[0].sources[0]', 'the id of a source'],
  [WITHOUT, 'modifications[0].sections[1]', SECTIONS],
  [CLAIMS, 'claims[0].from', 'the id of a district or a zone or a plant: amber'],
  [CLAIMS, 'claims[0].to', 'the id of a plant or an assembler group'],
  [CLAIMS, 'claims[0].supplier', 'the id of a supplier'],
  [CLAIMS, 'claims[0].scenario', SCENARIOS],
  [CLAIMS, 'claims[0].source', 'the id of a source'],
  [CLAIMS, 'figures[0].source', 'the id of a source'],
  [CHART, 'nodes[0].evidence[0]', 'the id of a record of evidence: park'],
  [CHART, 'nodes[0].recorded.source', 'the id of a source'],
  [CHART, 'nodes[1].criticalLevel.source', 'the id of a source'],
  [CHART, 'evidence[0].conflict', 'the id of a printed figure: belt-length'],
  [CHART, 'ingredients[0].source', 'the id of a source'],
];

const OTHERS: readonly (readonly [name: string, edits: readonly Edit[], problems: readonly Expected[]])[] = [
  [
    'an unknown node',
    [[BELT, 'features[3].properties.to', 'nobody']],
    [['unknown-id', 'features[3].properties.to', 'the id of a node: A1, B1']],
  ],
  [
    'an unknown group of a claim',
    [[CLAIMS, 'claims[0].groups', ['nobody']]],
    [['unknown-id', 'claims[0].groups[0]', GROUPS]],
  ],
  [
    'a link to close that is not there',
    [[WITHOUT, 'modifications[0].links', ['A1-B1', 'A1-B1~r']]],
    [['out-of-range', 'modifications[0].links[1]', 'an id']],
  ],
  [
    'an unknown link to close',
    [[WITHOUT, 'modifications[0].links', ['A1-C1']]],
    [['unknown-id', 'modifications[0].links[0]', 'the id of a link']],
  ],
  [
    'an unknown vehicle class',
    [['traffic-states/peak.json', 'byVehicleClass', { bus: {} }]],
    [['unknown-id', 'byVehicleClass.bus', 'the id of a vehicle class: car, heavy-truck, light-truck']],
  ],
  [
    'a node in two files',
    [[OLD, 'features[0].id', 'A1']],
    [
      ['duplicate-id', 'features[0].id', 'it also stands at highways/belt.geojson: features[0].id'],
      ['unknown-id', 'features[9].properties.from', 'the id of a node'],
    ],
  ],
  [
    'a link twice',
    [[OLD, 'features[10].id', 'A0-AJ']],
    [['duplicate-id', 'features[10].id', 'highways/old-roads.geojson: features[9].id']],
  ],
  [
    'a plant named as a zone',
    [[PLACES, 'plants[0].id', 'S_AMBER']],
    [['duplicate-id', 'plants[0].id', 'places/places.json: zones[0].id']],
  ],
  [
    'a section twice',
    [[OLD, 'highway.sections[1].id', 'OLD']],
    [
      ['duplicate-id', 'highway.sections[1].id', 'highways/old-roads.geojson: highway.sections[0].id'],
      ['unknown-id', 'features[15].properties.section', 'the id of a section'],
      ['unknown-id', 'features[16].properties.section', 'the id of a section'],
    ],
  ],
  [
    'a source twice',
    [
      ['sources.json', 'sources[1]', {}],
      ['sources.json', 'sources[1].id', 'made-up'],
    ],
    [
      ['missing', 'sources[1].title', 'title'],
      ['missing', 'sources[1].author', 'author'],
      ['missing', 'sources[1].year', 'year'],
      ['missing', 'sources[1].licence', 'licence'],
      ['missing', 'sources[1].url', 'http'],
      ['missing', 'sources[1].read', 'date'],
      ['missing', 'sources[1].done', 'what was done'],
      ['duplicate-id', 'sources[1].id', 'sources.json: sources[0].id'],
    ],
  ],
  [
    'no source at all',
    [[BELT, 'features[3].properties.sources', []]],
    [['out-of-range', 'features[3].properties.sources', 'at least one']],
  ],
];

describe('references', () => {
  it.each(REFERENCES)('%s: %s', (file, path, expected) => {
    expect(listTold([file, path, 'nobody'])).toEqual(toMatch([['unknown-id', path, expected]]));
  });

  it.each(OTHERS)('%s', (_, edits, problems) => {
    const sort = (list: readonly Expected[]) => list.toSorted((a, b) => a[1].localeCompare(b[1]));
    const found = loadDataset(editRegion(...edits)).problems;
    const told = found.map(({ code, path, expected }): Expected => [code, path, expected]);
    expect(sort(told).map(([code, path]) => [code, path])).toEqual(
      sort(problems).map(([code, path]) => [code, path]),
    );
    for (const [index, [, , words]] of sort(problems).entries())
      expect(sort(told)[index]?.[2]).toContain(words);
  });

  it('tells a broken record once, not each reference to it', () => {
    expect(listTold([OLD, 'features[2].properties.grade', 'Z'])).toEqual(
      toMatch([['out-of-range', 'features[2].properties.grade', 'A, B, C']]),
    );
    expect(listTold([PLACES, 'zones[3].name', ''])).toEqual(
      toMatch([['out-of-range', 'zones[3].name', 'not empty']]),
    );
  });

  it('calls no source unknown where the sources cannot be read', () => {
    const files = editRegion();
    files.set('sources.json', '{"schema":');
    const { problems } = loadDataset(files);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['sources.json', 'not-json']]);
    files.delete('sources.json');
    expect(loadDataset(files).problems.map(({ file, code }) => [file, code])).toEqual([
      ['sources.json', 'missing'],
    ]);
  });

  it('names the record that is gone', () => {
    expect(listTold(['sources.json', 'sources', GONE])).toEqual(
      toMatch([['missing', 'sources', 'the sources']]),
    );
  });
});
