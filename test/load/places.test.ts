/** Rules on the header, on coordinates and on what lies on the map beside roads: zones, plants, water. */
import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import { type Edit, editRegion, type Expected, listTold, toMatch } from './region.ts';

const HEAD = 'dataset.json';
const PLACES = 'places/places.json';
const WATER = 'water.geojson';
const BELT = 'highways/belt.geojson';
const CRS84 = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
const GCJ = { type: 'name', properties: { name: 'GCJ-02' } };

const CASES: readonly (readonly [name: string, edits: readonly Edit[], problems: readonly Expected[]])[] = [
  ['a data set in GCJ-02', [[HEAD, 'coordinates', 'GCJ-02']], [['not-wgs84', 'coordinates', '"WGS84"']]],
  ['a road file in GCJ-02', [[BELT, 'crs', GCJ]], [['not-wgs84', 'crs', 'names WGS84']]],
  [
    'a node that says it is in GCJ-02',
    [[BELT, 'features[0].properties.datum', 'gcj02']],
    [['not-wgs84', 'features[0].properties.datum', 'converted to WGS84']],
  ],
  ['a water file in another system', [[WATER, 'crs', 'EPSG:3857']], [['not-wgs84', 'crs', 'names WGS84']]],
  [
    'a region turned',
    [[HEAD, 'region', [-29, 30, -30, 31]]],
    [['out-of-range', 'region', 'west below east']],
  ],
  [
    'a contrast of a scenario with itself',
    [[HEAD, 'contrasts[0].base', 'with-belt']],
    [['contradiction', 'contrasts[0].build', 'another scenario than the base']],
  ],
  [
    'a default of a scenario with itself',
    [[HEAD, 'defaults.build', 'without-belt']],
    [['contradiction', 'defaults.build', 'another scenario than the base']],
  ],
  [
    'a section twice in the belt',
    [[HEAD, 'belt.sections', ['BELT_N', 'BELT_N']]],
    [['duplicate-id', 'belt.sections', 'at least one, none twice']],
  ],
  [
    'a belt section that closes the loop too',
    [[HEAD, 'belt.closing', ['BELT_E']]],
    [['contradiction', 'belt.closing[0]', 'not one of the belt']],
  ],
  [
    'a name with an invisible character',
    [[PLACES, 'zones[0].name', 'a\u200Bb']],
    [['out-of-range', 'zones[0].name', 'control characters']],
  ],
  [
    'a region of text',
    [[HEAD, 'region[0]', '-30']],
    [['wrong-type', 'region[0]', 'west, south, east, north']],
  ],
  [
    'a header without a belt',
    [[HEAD, 'belt.sections', []]],
    [['out-of-range', 'belt.sections', 'at least one']],
  ],
  [
    'a plant date that is a year',
    [[HEAD, 'defaults.plantDate', '2009']],
    [['out-of-range', 'defaults.plantDate', 'YYYY-MM-DD']],
  ],
  [
    'a district twice',
    [[HEAD, 'districts[2].id', 'birch']],
    [
      ['duplicate-id', 'districts[2].id', 'dataset.json: districts[1].id'],
      ['unknown-id', 'zones[2].district', 'a district'],
      ['unknown-id', 'plants[2].district', 'a district'],
      ['unknown-id', 'suppliers[2].district', 'a district'],
    ],
  ],
  [
    'a zone with its coordinates swapped',
    [[PLACES, 'zones[0].at', [30.404, -29.698]]],
    [['off-region', 'zones[0].at', '[-29.698, 30.404] lies in the region']],
  ],
  [
    'a plant off the region',
    [[PLACES, 'plants[0].at', [113.2, 23.4]]],
    [['off-region', 'plants[0].at', 'longitude -30 to -29, latitude 30 to 31']],
  ],
  [
    'a river off the region',
    [[WATER, 'features[0].geometry.coordinates[1]', [-28, 30.5]]],
    [['off-region', 'features[0].geometry.coordinates[1]', 'a coordinate in the region']],
  ],
  [
    'a coordinate of text',
    [[PLACES, 'zones[0].at', '-29.7,30.4']],
    [['wrong-type', 'zones[0].at', '[longitude, latitude]']],
  ],
  [
    'a lake that is not closed',
    [
      [
        WATER,
        'features[0].geometry',
        {
          type: 'Polygon',
          coordinates: [
            [
              [-29.6, 30.7],
              [-29.5, 30.7],
              [-29.5, 30.6],
              [-29.6, 30.6],
            ],
          ],
        },
      ],
    ],
    [['contradiction', 'features[0].geometry.coordinates[0]', 'the last equal to the first']],
  ],
  [
    'water of another shape',
    [[WATER, 'features[0].geometry.type', 'Point']],
    [['out-of-range', 'features[0].geometry', 'LineString, MultiLineString or Polygon']],
  ],
  [
    'water without width',
    [[WATER, 'features[0].properties.widthM', 0]],
    [['out-of-range', 'features[0].properties.widthM', 'metres above 0']],
  ],
  ['a name of blanks', [[PLACES, 'zones[0].name', '  ']], [['out-of-range', 'zones[0].name', 'not empty']]],
  [
    'a name that colours the terminal',
    [[PLACES, 'zones[0].name', '\u001B[31mred']],
    [['out-of-range', 'zones[0].name', 'control characters']],
  ],
  [
    'a name that turns the line',
    [[PLACES, 'zones[0].name', 'a\u202Eb']],
    [['out-of-range', 'zones[0].name', 'control characters']],
  ],
  [
    'a name with half a pair',
    [[PLACES, 'zones[0].name', 'a\uD800b']],
    [['out-of-range', 'zones[0].name', 'control characters']],
  ],
  [
    'a capacity below 0',
    [[PLACES, 'plants[0].capacities[0].perYear', -1]],
    [['out-of-range', 'plants[0].capacities[0].perYear', 'whole number']],
  ],
];

describe('places', () => {
  it.each(CASES)('%s', (_, edits, problems) => {
    expect(listTold(...edits)).toEqual(toMatch(problems));
  });

  it('reads a file that names WGS84, and every shape of water', () => {
    const lines = [
      [
        [-29.6, 30.78],
        [-29.5, 30.7],
      ],
      [
        [-29.4, 30.7],
        [-29.3, 30.7],
      ],
    ];
    const ring = [
      [-29.6, 30.78],
      [-29.5, 30.7],
      [-29.5, 30.78],
      [-29.6, 30.78],
    ];
    for (const geometry of [
      { type: 'MultiLineString', coordinates: lines },
      { type: 'Polygon', coordinates: [ring] },
    ]) {
      const { dataset, problems } = loadDataset(
        editRegion([WATER, 'crs', CRS84], [WATER, 'features[0].geometry', geometry]),
      );
      expect(problems).toEqual([]);
      expect(dataset?.water[0]?.lines).toEqual(geometry.coordinates);
    }
  });

  it('compares coordinates with a region that is known', () => {
    expect(
      listTold(
        [PLACES, 'zones[0].at', [30.404, -29.698]],
        [PLACES, 'plants[1].at', [30.755, -29.21]],
        [BELT, 'features[0].geometry.coordinates', [30.414, -29.677]],
      ),
    ).toEqual(
      toMatch([
        ['off-region', 'features[0].geometry.coordinates', '[-29.677, 30.414] lies in the region'],
        ['off-region', 'zones[0].at', '[-29.698, 30.404] lies in the region'],
        ['off-region', 'plants[1].at', '[-29.21, 30.755] lies in the region'],
      ]),
    );
  });
});
