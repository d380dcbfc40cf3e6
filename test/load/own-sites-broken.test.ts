/** What the user is told of a table of own sites that is broken: every problem, with its row and column. */
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/load/index.ts';
import { addOwnSites } from '../../src/load/own-sites.ts';
import { toSentence } from '../../src/problems.ts';
import { readFolder } from './region.ts';

const { dataset: SHIPPED } = loadDataset(readFolder('data'));
if (SHIPPED === null) throw new Error('the shipped data do not load');

function tell(csv: string, to = SHIPPED): readonly string[] {
  if (to === null) return [];
  const { dataset, problems } = addOwnSites(to, csv, 'sites.csv');
  expect(dataset === null).toBe(problems.length > 0);
  return problems.map(toSentence);
}

describe('a broken table is told', () => {
  const head = 'name,lon,lat,group,volume\n';
  const none =
    'sites.csv: row 1: expected the columns name, lon, lat (and group, volume if you like), found ';
  it.each<readonly [string, string, readonly (RegExp | string)[]]>([
    ['nothing', '', [`${none}[]`]],
    ['blanks', ' \n\n ', [/the columns name, lon, lat/]],
    ['a byte order mark alone', '\uFEFF', [/the columns name, lon, lat/]],
    ['no header', 'Gate,113.2,23.2\n', [`${none}["Gate","113.2","23.2"]`]],
    ['a missing column', 'name,lon\nGate,113.2\n', [`${none}["name","lon"]`]],
    [
      'other names of columns',
      'name,longitude,latitude\nGate,113.2,23.2\n',
      [/found \["name","longitude","latitude"\]/],
    ],
    [
      'a column twice',
      'name,lon,lat,lat\nGate,113.2,23.2,23.3\n',
      ['sites.csv: row 1: expected one column lat, found "2 of them"'],
    ],
    ['no sites', head, ['sites.csv: expected at least one site below the header, found none']],
    [
      'a bad latitude',
      `${head}Gate,113.2,23.2,,\nDock,113.2,abc,,\n`,
      ['sites.csv: row 3, lat: expected a latitude between 22.2 and 24, found "abc"'],
    ],
    [
      'swapped coordinates',
      `${head}Gate,23.2,113.2,,\n`,
      [
        'sites.csv: row 2: expected longitude in lon and latitude in lat (they are swapped), found "23.2, 113.2"',
      ],
    ],
    [
      'a place elsewhere',
      `${head}Paris,2.35,48.86,,\n`,
      [
        /row 2, lon: expected a longitude between 112\.2 and 114\.2, found "2\.35"/,
        /row 2, lat: .*found "48\.86"/,
      ],
    ],
    ['coordinates left out', `${head}Gate,,,,\n`, [/row 2, lon: .*found ""/, /row 2, lat: .*found ""/]],
    ['an exponent', `${head}Gate,1.132e2,23.2,,\n`, [/row 2, lon: .*found "1\.132e2"/]],
    ['a hexadecimal number', `${head}Gate,0x71,23.2,,\n`, [/row 2, lon: .*found "0x71"/]],
    [
      'infinity and no number',
      `${head}A,Infinity,23.2,,\nB,NaN,23.2,,\n`,
      [/row 2, lon: .*"Infinity"/, /row 3, lon: .*"NaN"/],
    ],
    ['degrees and minutes', `${head}Gate,113°12',23.2,,\n`, [/row 2, lon: .*found "113°12'"/]],
    [
      'a decimal comma between commas',
      `${head}Gate,"113,2","23,2",,\n`,
      [/row 2, lon: .*found "113,2"/, /row 2, lat/],
    ],
    ['no name', `${head},113.2,23.2,,\n`, ['sites.csv: row 2, name: expected a name, found ""']],
    [
      'a name twice',
      `${head}Gate,113.2,23.2,,\nGATE,113.3,23.2,,\n`,
      ['sites.csv: row 3, name: expected a name that row 2 does not have, found "GATE"'],
    ],
    [
      'a name without end',
      `${head}${'x'.repeat(300)},113.2,23.2,,\n`,
      [/row 2, name: expected a name of at most 200 characters/],
    ],
    [
      'a terminal escape',
      `${head}\u001b[31mGate,113.2,23.2,,\n`,
      [/row 2, name: .*none of them a control character/],
    ],
    ['a name that runs backwards', `${head}\u202eGate,113.2,23.2,,\n`, [/row 2, name/]],
    [
      'an unknown group',
      `${head}Gate,113.2,23.2,BMW,\n`,
      [
        /row 2, group: expected a group: nissan \(Nissan, 日产\), .*or nothing for an independent supplier, found "BMW"/,
      ],
    ],
    [
      'a group every object has',
      `${head}Gate,113.2,23.2,__proto__,\n`,
      [/row 2, group: .*found "__proto__"/],
    ],
    [
      'a volume of nothing',
      `${head}Gate,113.2,23.2,,0\n`,
      [/row 2, volume: expected a yearly volume above 0/],
    ],
    ['a negative volume', `${head}Gate,113.2,23.2,,-5\n`, [/row 2, volume/]],
    [
      'a volume with separators',
      `${head}Gate,113.2,23.2,,"1,200"\n`,
      [/row 2, volume: .*without separators.*found "1,200"/],
    ],
    [
      'an open quotation mark',
      `${head}"Gate,113.2,23.2,,\nDock,113.3,23.2,,\n`,
      [/row 2: expected every quotation mark closed/],
    ],
    [
      'a quotation mark within',
      `${head}"Ga"te,113.2,23.2,,\n`,
      [/row 2: expected every quotation mark closed/],
    ],
    [
      'a separator in a name',
      `${head}Acme, Ltd,113.2,23.2,honda,5\n`,
      [
        /row 2: expected 5 values as in the header \(a value with a , in it stands in quotation marks\), found 6/,
      ],
    ],
    [
      '501 sites',
      `name,lon,lat\n${'A,113.2,23.2\n'.repeat(501)}`,
      ['sites.csv: expected at most 500 sites, found 501'],
    ],
    [
      'a million characters',
      `${head}${'x'.repeat(1_000_000)}`,
      [/expected at most 1000000 characters, found 1000026 characters/],
    ],
    [
      'a site in the sea',
      `${head}Sea,113.2,22.2,,\n`,
      [/row 2: expected a place within 15000 m of an accessible road .*found "113\.2, 22\.2"/],
    ],
    [
      'bytes of another kind of file',
      'PK\u0003\u0004\u0000\u0000name,lon,lat\n',
      [/the columns name, lon, lat/],
    ],
    [
      'a table of another format',
      '{"type":"FeatureCollection","features":[]}',
      [/row 1: expected every quotation mark closed/],
    ],
  ])('%s', (_, csv, reasons) => {
    const told = tell(csv);
    expect(told).toHaveLength(reasons.length);
    for (const [i, reason] of reasons.entries()) {
      if (typeof reason === 'string') expect(told[i]).toBe(reason);
      else expect(told[i]).toMatch(reason);
    }
  });

  it('with every problem of every row at once', () => {
    const told = tell(`${head}Gate,23.2,113.2,BMW,x\n\n,abc,23.2,,\nDock,113.2,99,,-1\nDock,113.2,23.2,,\n`);
    const where = told.map((one) => one.split(': ')[1]);
    expect(where).toEqual([
      ...['row 2', 'row 2, group', 'row 2, volume', 'row 4, name', 'row 4, lon'],
      ...['row 5, lat', 'row 5, volume', 'row 6, name'],
    ]);
  });

  it('also where the data set has sites already', () => {
    const gate = 'name,lon,lat\nGate,113.2,23.2\n';
    const { dataset } = SHIPPED === null ? { dataset: null } : addOwnSites(SHIPPED, gate, 'sites.csv');
    expect(tell(gate, dataset)).toEqual([
      'sites.csv: expected a data set without own sites, found guangzhou-second-belt',
    ]);
  });
});
