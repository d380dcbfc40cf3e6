/** Each rule on roads, shown by the region with one value changed. */
import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import { type Edit, editRegion, type Expected, GONE, listTold, toMatch } from './region.ts';

const BELT = 'highways/belt.geojson';
const OLD = 'highways/old-roads.geojson';
const RAMP = 'features[5].properties';
const NORTH = 'features[3].properties';
const STREET = 'features[10].properties';

const CASES: readonly (readonly [name: string, edits: readonly Edit[], problems: readonly Expected[]])[] = [
  [
    'a negative length',
    [[OLD, `${STREET}.lengthM`, -80]],
    [['out-of-range', `${STREET}.lengthM`, 'metres above 0']],
  ],
  [
    'a length as text',
    [[OLD, `${STREET}.lengthM`, '80']],
    [['wrong-type', `${STREET}.lengthM`, 'metres above 0']],
  ],
  [
    'a length in km',
    [[OLD, `${STREET}.lengthM`, 27.4]],
    [
      ['contradiction', `${STREET}.lengthLowM`, 'not above lengthM, 27.4'],
      ['contradiction', `${STREET}.lengthM`, 'm between its nodes'],
    ],
  ],
  [
    'a length beyond any link',
    [[OLD, `${STREET}.lengthHighM`, 1e308]],
    [['out-of-range', `${STREET}.lengthHighM`, 'at most 200000']],
  ],
  [
    'a length below the crow',
    [[BELT, `${NORTH}.lengthM`, 50_000]],
    [
      ['contradiction', `${NORTH}.lengthLowM`, '50000, as a published length has no range'],
      ['contradiction', `${NORTH}.lengthHighM`, '50000, as a published length has no range'],
      ['contradiction', `${NORTH}.lengthM`, 'm between its nodes'],
    ],
  ],
  [
    'a range above the length',
    [[OLD, `${STREET}.lengthHighM`, 20_000]],
    [['contradiction', `${STREET}.lengthHighM`, 'not below lengthM']],
  ],
  [
    'a split length with a range',
    [[OLD, `${STREET}.lengthBasis`, 'split']],
    [
      ['contradiction', `${STREET}.lengthLowM`, 'as a split length has no range'],
      ['contradiction', `${STREET}.lengthHighM`, 'as a split length has no range'],
    ],
  ],
  [
    'an accessible expressway',
    [[BELT, `${NORTH}.accessible`, true]],
    [['contradiction', `${NORTH}.accessible`, 'false on expressway']],
  ],
  [
    'an accessible bridge',
    [[OLD, 'features[12].properties.accessible', true]],
    [['contradiction', 'features[12].properties.accessible', 'false on a bridge']],
  ],
  [
    'a two-way ramp',
    [[BELT, `${RAMP}.directed`, false]],
    [['contradiction', `${RAMP}.directed`, 'a ramp is one movement']],
  ],
  [
    'a plaza without a tariff',
    [[BELT, `${RAMP}.tariff`, null]],
    [['contradiction', `${RAMP}.tariff`, 'as there is a toll plaza']],
  ],
  [
    'a road closed before it opened',
    [[BELT, `${NORTH}.closed`, '2005-05']],
    [['contradiction', `${NORTH}.closed`, 'not before it opened (2005-06-01)']],
  ],
  [
    'a road older than its section',
    [[BELT, `${NORTH}.opened`, '2005-05']],
    [['contradiction', `${NORTH}.opened`, 'not before its section opened (2005-06-01)']],
  ],
  [
    'a road of an unknown date in a dated section',
    [[BELT, `${NORTH}.opened`, null]],
    [['contradiction', `${NORTH}.opened`, 'not before its section opened (2005-06-01)']],
  ],
  [
    'a day the calendar has not',
    [[BELT, `${NORTH}.opened`, '2007-02-30']],
    [['out-of-range', `${NORTH}.opened`, 'a date of the calendar']],
  ],
  [
    'an unknown facility',
    [[OLD, `${STREET}.facility`, 'motorway']],
    [['out-of-range', `${STREET}.facility`, 'one of expressway, urban-expressway']],
  ],
  [
    'a speed in m/s',
    [[BELT, `${NORTH}.designKmh`, 0.28]],
    [['out-of-range', `${NORTH}.designKmh`, 'km/h, 10 to 150']],
  ],
  [
    'half a lane',
    [[BELT, `${NORTH}.lanesPerDirection`, 1.5]],
    [['out-of-range', `${NORTH}.lanesPerDirection`, 'a whole number']],
  ],
  ['a yes as text', [[BELT, `${NORTH}.bridge`, 'yes']], [['wrong-type', `${NORTH}.bridge`, 'true or false']]],
  ['a missing key', [[BELT, `${NORTH}.urban`, GONE]], [['missing', `${NORTH}.urban`, 'true or false']]],
  [
    'a misspelt key',
    [[BELT, `${NORTH}.lenghtM`, 5]],
    [['unknown-key', `${NORTH}.lenghtM`, 'one of the keys kind, section']],
  ],
  [
    'a line that starts off its node',
    [[OLD, 'features[10].geometry.coordinates[0]', [-29.6, 30.41]]],
    [['contradiction', 'features[10].geometry.coordinates[0]', '[-29.68, 30.41], where node AJ is']],
  ],
  [
    'a line that ends off its node',
    [[OLD, 'features[10].geometry.coordinates[1]', [-29.4, 30.42]]],
    [['contradiction', 'features[10].geometry.coordinates[1]', '[-29.42, 30.42], where node M is']],
  ],
  [
    'a vertex twice',
    [[OLD, 'features[11].geometry.coordinates[1]', [-29.42, 30.42]]],
    [['contradiction', 'features[11].geometry.coordinates[1]', 'another coordinate']],
  ],
  [
    'a line of one coordinate',
    [[OLD, 'features[10].geometry.coordinates[1]', GONE]],
    [['out-of-range', 'features[10].geometry.coordinates', 'at least two']],
  ],
  [
    'a coordinate with height',
    [[OLD, 'features[11].geometry.coordinates[1]', [-29.39, 30.46, 12]]],
    [['out-of-range', 'features[11].geometry.coordinates[1]', '[longitude, latitude]']],
  ],
  [
    'a coordinate with seven decimals',
    [[OLD, 'features[11].geometry.coordinates[1]', [-29.3912345, 30.46]]],
    [['out-of-range', 'features[11].geometry.coordinates[1]', 'at most 6 decimals']],
  ],
  [
    'a node no link uses',
    [
      [OLD, 'features[9].properties.from', 'M'],
      [OLD, 'features[9].geometry.coordinates[0]', [-29.42, 30.42]],
      [OLD, 'features[9].properties.conflict', 'drawn elsewhere'],
    ],
    [['contradiction', 'features[0].id', 'a node that a link begins or ends at']],
  ],
  [
    'a section no link belongs to',
    [
      [OLD, 'features[15].properties.section', 'OLD'],
      [OLD, 'features[16].properties.section', 'OLD'],
    ],
    [['contradiction', 'highway.sections[1].id', 'a section that a link belongs to']],
  ],
  [
    'a link that ends where it begins',
    [[OLD, 'features[10].properties.to', 'AJ']],
    [
      ['contradiction', `${STREET}.to`, 'another node'],
      ['contradiction', 'features[10].geometry.coordinates[1]', 'where node AJ is'],
    ],
  ],
  [
    'neither node nor link',
    [[OLD, `${STREET}.kind`, 'road']],
    [['out-of-range', `${STREET}.kind`, '"node" or "link"']],
  ],
  [
    'a link drawn as a point',
    [[OLD, 'features[10].geometry', { type: 'Point', coordinates: [-29.5, 30.4] }]],
    [
      ['out-of-range', 'features[10].geometry.type', '"LineString"'],
      ['wrong-type', 'features[10].geometry.coordinates[0]', 'a coordinate'],
      ['wrong-type', 'features[10].geometry.coordinates[1]', 'a coordinate'],
    ],
  ],
  [
    'an id with a tilde',
    [[OLD, 'features[10].id', 'AJ-M~r']],
    [['out-of-range', 'features[10].id', 'letters, digits']],
  ],
  [
    'an id every object has',
    [[OLD, 'features[10].id', 'constructor']],
    [['out-of-range', 'features[10].id', 'an id']],
  ],
  [
    'a highway that is not named as its file',
    [[BELT, 'highway.id', 'ring']],
    [['contradiction', 'highway.id', '"belt", as the file is named']],
  ],
  [
    'another version of the format',
    [[BELT, 'schema', 'beltway/highway@2']],
    [['out-of-range', 'schema', 'highway@1']],
  ],
  ['a highway without a head', [[BELT, 'highway', GONE]], [['missing', 'highway', 'a highway']]],
];

describe('roads', () => {
  it.each(CASES)('%s', (_, edits, problems) => {
    expect(listTold(...edits)).toEqual(toMatch(problems));
  });

  it('accepts a length below the crow with a recorded conflict', () => {
    const conflict = 'the office gives 50 km';
    const properties = { lengthM: 50_000, lengthLowM: 50_000, lengthHighM: 50_000, conflict };
    const edits = Object.entries(properties).map(([key, value]): Edit => [BELT, `${NORTH}.${key}`, value]);
    expect(loadDataset(editRegion(...edits)).problems).toEqual([]);
  });

  it('accepts a ramp older than the section it is filed under', () => {
    expect(loadDataset(editRegion([BELT, `${RAMP}.opened`, '2001'])).problems).toEqual([]);
  });
});
