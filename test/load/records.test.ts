/** Rules on the records that stand on no map: suppliers, scenarios, claims, flowcharts, sources. */
import { describe, expect, it } from 'vitest';

import { INDICATOR_NAMES } from '../../src/flowchart/indicators.ts';
import { INDICATORS } from '../../src/load/flowcharts.ts';
import { loadDataset } from '../../src/load/index.ts';
import { type Edit, editRegion, type Expected, GONE, listTold, toMatch } from './region.ts';

const HEAD = 'dataset.json';
const PLACES = 'places/places.json';
const FIRMS = 'suppliers/suppliers.json';
const CLAIMS = 'claims/example.json';
const CHART = 'flowcharts/automobile.json';
const WITHOUT = 'scenarios/without-belt.json';
const BELT = 'highways/belt.geojson';

const CASES: readonly (readonly [name: string, edits: readonly Edit[], problems: readonly Expected[]])[] = [
  [
    'a supplier without a site but with a grade',
    [[FIRMS, 'suppliers[3].siteGrade', 'C']],
    [['contradiction', 'suppliers[3].siteGrade', 'null, as there is no zone']],
  ],
  [
    'a supplier with a site but no grade',
    [[FIRMS, 'suppliers[0].siteGrade', null]],
    [['contradiction', 'suppliers[0].siteGrade', 'the grade of the site']],
  ],
  [
    'a supplier of tier 3',
    [[FIRMS, 'suppliers[0].tier', 3]],
    [['out-of-range', 'suppliers[0].tier', '1 or 2']],
  ],
  [
    'a tier-1 supplier with a buyer',
    [[FIRMS, 'suppliers[0].buyer', 'F2']],
    [['contradiction', 'suppliers[0].buyer', 'null for tier 1']],
  ],
  [
    'a status that is none',
    [[FIRMS, 'suppliers[0].customers[0].status', 'maybe']],
    [['out-of-range', 'suppliers[0].customers[0].status', 'current, past, target, via']],
  ],
  [
    'a modification of an unknown kind',
    [[WITHOUT, 'modifications[0].kind', 'build']],
    [['out-of-range', 'modifications[0]', 'kind build, close, change, set-dates']],
  ],
  [
    'a modification that closes nothing',
    [[WITHOUT, 'modifications[0].sections', GONE]],
    [['missing', 'modifications[0]', 'roads: highways, sections, links, facilities, area']],
  ],
  [
    'a modification of no section',
    [[WITHOUT, 'modifications[0].sections', []]],
    [['out-of-range', 'modifications[0].sections', 'at least one']],
  ],
  [
    'dates turned',
    [[WITHOUT, 'modifications[0]', { kind: 'set-dates', sections: ['OLD'], opened: '2005', closed: '2004' }]],
    [['contradiction', 'modifications[0].closed', 'not before it opens (2005)']],
  ],
  [
    'dates without an end',
    [[WITHOUT, 'modifications[0]', { kind: 'set-dates', sections: ['OLD'], opened: '2005' }]],
    [['missing', 'modifications[0].closed', 'a date']],
  ],
  [
    'a scenario that is not named as its file',
    [[WITHOUT, 'id', 'with-belt']],
    [
      ['contradiction', 'id', '"without-belt", as the file is named'],
      ['duplicate-id', 'id', 'scenarios/with-belt.json: id'],
      ['unknown-id', 'contrasts[0].base', 'a scenario'],
      ['unknown-id', 'defaults.base', 'a scenario'],
    ],
  ],
  [
    'a time claim without a time',
    [[CLAIMS, 'claims[0].claimedS', null]],
    [['missing', 'claims[0].claimedS', 'kind time']],
  ],
  [
    'a time claim in hours',
    [[CLAIMS, 'claims[0].claimedS', 0]],
    [['out-of-range', 'claims[0].claimedS', 'seconds above 0']],
  ],
  [
    'an indicator nobody computes',
    [[CHART, 'nodes[1].indicator', 'eval(1)']],
    [['out-of-range', 'nodes[1].indicator', 'recorded, never-computed, belt-linked-pairs']],
  ],
  [
    'a compared indicator without a level',
    [[CHART, 'nodes[1].criticalLevel', null]],
    [['contradiction', 'nodes[1].criticalLevel', 'as belt-linked-pairs is compared']],
  ],
  [
    'a level outside its range',
    [[CHART, 'nodes[1].criticalLevel.low', 7]],
    [['contradiction', 'nodes[1].criticalLevel.value', 'from its low to its high']],
  ],
  [
    'a recorded node without a record',
    [[CHART, 'nodes[0].recorded', null]],
    [['contradiction', 'nodes[0].recorded', 'what is recorded']],
  ],
  [
    'a node never computed, yet compared',
    [[CHART, 'nodes[2].comparator', '>']],
    [['contradiction', 'nodes[2].comparator', 'gives no number']],
  ],
  [
    'a comparator that is code',
    [[CHART, 'nodes[1].comparator', '>= 0 ||']],
    [['out-of-range', 'nodes[1].comparator', '>=, >, <=, <']],
  ],
  [
    'an actor that is none',
    [[CHART, 'nodes[1].onNo.actors[0]', 'somebody']],
    [['out-of-range', 'nodes[1].onNo.actors[0]', 'central-government']],
  ],
  [
    'a node twice',
    [[CHART, 'nodes[2].id', 'belt']],
    [['duplicate-id', 'nodes[2].id', 'flowcharts/automobile.json: nodes[1].id']],
  ],
  [
    'an address that runs code',
    [['sources.json', 'sources[0].url', 'javascript:alert(1)']],
    [['out-of-range', 'sources[0].url', 'http:// or https://']],
  ],
  [
    'an address with an escape',
    [['sources.json', 'sources[0].url', 'https://a.b/\u001B[2J']],
    [['out-of-range', 'sources[0].url', 'http:// or https://']],
  ],
  [
    'a source twice in a record',
    [[FIRMS, 'suppliers[0].sources', ['made-up', 'made-up']]],
    [['duplicate-id', 'suppliers[0].sources', 'none twice']],
  ],
  [
    'an author that is gone',
    [['sources.json', 'sources[0].author', GONE]],
    [['missing', 'sources[0].author', 'author']],
  ],
];

describe('records', () => {
  it.each(CASES)('%s', (_, edits, problems) => {
    expect(listTold(...edits)).toEqual(toMatch(problems));
  });

  it('knows the indicators that there are', () => {
    expect([...INDICATORS].toSorted()).toEqual([...INDICATOR_NAMES].toSorted());
  });

  it('holds a scenario named as a date to that date', () => {
    const files = editRegion();
    const text = (files.get('scenarios/with-belt.json') ?? '').replace('"with-belt"', '"2008-12"');
    files.set('scenarios/2008-12.json', text);
    expect(loadDataset(files).problems.map(({ path, expected }) => `${path}: ${expected}`)).toEqual([
      'base: 2008-12, the date its id says',
    ]);
    files.set('scenarios/2008-12.json', text.replace('2009-12-31', '2008-12-31'));
    expect(loadDataset(files).problems).toEqual([]);
  });

  it('tells problems of several files at once', () => {
    expect(
      listTold(
        [HEAD, 'coordinates', 'BD-09'],
        [BELT, 'features[3].properties.lengthM', null],
        [BELT, 'features[4].properties.signals', -1],
        [PLACES, 'zones[0].at', [30.404, -29.698]],
        [FIRMS, 'suppliers[0].colour', 'red'],
        [FIRMS, 'suppliers[1].zone', 'nowhere'],
        ['vehicle-classes/light-truck.json', 'unsigned.noCentreLine.otherKmh', 50],
      ),
    ).toEqual(
      toMatch([
        ['not-wgs84', 'coordinates', '"WGS84"'],
        ['wrong-type', 'features[3].properties.lengthM', 'metres'],
        ['out-of-range', 'features[4].properties.signals', 'signals'],
        ['unknown-key', 'suppliers[0].colour', 'one of the keys'],
        ['unknown-id', 'suppliers[1].zone', 'the id of a zone'],
        ['contradiction', 'unsigned.noCentreLine.otherKmh', 'at most 40'],
      ]),
    );
  });
});
