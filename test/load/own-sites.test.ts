/** A user's own sites: what is read of a table, and what is added to the data set. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { analyseQuick } from '../../src/answer/quick.ts';
import { createMemory } from '../../src/answer/memory.ts';
import { addOwnSites } from '../../src/load/own-sites.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { findConnectors } from '../../src/network/connectors.ts';
import { DataError, toSentence } from '../../src/problems.ts';
import { verifyAnalysis } from '../../src/verify/answer.ts';
import { SHIPPED } from '../data-sets.ts';

const GATE = 'name,lon,lat\nGate,113.2,23.2\n';

/** The data set with sites of a sound table. */
function add(csv: string, dataset: Dataset = SHIPPED): Dataset {
  const { dataset: extended, problems } = addOwnSites(dataset, csv, 'sites.csv');
  if (extended === null) throw new Error(problems.map(toSentence).join('\n'));
  return extended;
}

/** Name, coordinate, group and volume of each site. */
function listSites(csv: string): readonly unknown[] {
  const { suppliers, zones } = add(csv);
  return suppliers
    .filter(({ sources }) => sources.includes('own'))
    .map(({ name, keiretsu, volume, zone }) => {
      return [name, ...(zones.find(({ id }) => id === zone)?.at ?? []), keiretsu, volume];
    });
}

const FULL = [
  ['Gate', 113.2, 23.2, 'honda', 1200],
  ['門 "B", 北', 113.05, 23.28, null, null],
];

describe('a table of own sites', () => {
  it.each([
    [
      'as described',
      'name,lon,lat,group,volume\nGate,113.2,23.2,honda,1200\n"門 ""B"", 北",113.05,23.28,,\n',
    ],
    [
      'with Windows line ends',
      'name,lon,lat,group,volume\r\nGate,113.2,23.2,honda,1200\r\n"門 ""B"", 北",113.05,23.28,,\r\n',
    ],
    [
      'with old Mac line ends',
      'name,lon,lat,group,volume\rGate,113.2,23.2,honda,1200\r"門 ""B"", 北",113.05,23.28,,',
    ],
    [
      'with a byte order mark',
      '\uFEFFname,lon,lat,group,volume\nGate,113.2,23.2,honda,1200\n"門 ""B"", 北",113.05,23.28,,',
    ],
    [
      'with semicolons and decimal commas',
      'name;lon;lat;group;volume\nGate;113,2;23,2;Honda;1200\n"門 ""B"", 北";113,05;23.28;;\n',
    ],
    [
      'with tabs',
      'name\tlon\tlat\tgroup\tvolume\nGate\t113.2\t23.2\t本田\t1200\n"門 ""B"", 北"\t113.05\t23.28\t\t\n',
    ],
    [
      'that says its separator',
      'sep=;\nname;lon;lat;group;volume\nGate;113.2;23.2;HONDA;1200\n"門 ""B"", 北";113.05;23.28;;\n',
    ],
    [
      'in another order and case',
      'Volume,LAT,Group,Lon,NAME\n1200,23.2,hOnDa,113.2,Gate\n,23.28,,113.05,"門 ""B"", 北"\n',
    ],
    [
      'with blanks and blank lines',
      '\n name , lon,lat ,group,volume\n\n Gate , 113.2 ,23.2, honda ,1200\n,,,,\n"門 ""B"", 北",113.05,23.28\n\n\n',
    ],
    [
      'with empty columns at the end',
      'name,lon,lat,group,volume,,\nGate,113.2,23.2,honda,1200,,\n"門 ""B"", 北",113.05,23.28,,,,\n',
    ],
  ])('is read %s', (_, csv) => {
    expect(listSites(csv)).toEqual(FULL);
  });

  it('may have other columns, which are named and passed over', () => {
    const found = addOwnSites(SHIPPED, 'name,address,lon,lat,Note\nGate,x,113.2,23.2,y\n', 'sites.csv');
    expect([found.problems, found.sites, found.ignored]).toEqual([[], 1, ['address', 'Note']]);
  });

  it('takes a formula, a tag and a name of an object as the text they are', () => {
    const names = ['=1+1', '<b>x</b>', '__proto__', 'constructor', '@SUM(A1)'];
    const csv = `name,lon,lat\n${names.map((name) => `${name},113.2,23.2`).join('\n')}\n`;
    expect(listSites(csv).map((site) => (site as readonly unknown[])[0])).toEqual(names);
  });

  it('may hold 500 sites', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `S${i},${113.1 + i / 5000},23.2`);
    expect(listSites(`name,lon,lat\n${rows.join('\n')}`)).toHaveLength(500);
  });
});

describe('the data set with own sites', () => {
  it('leaves the other untouched, and shares its roads', () => {
    const before = JSON.stringify(SHIPPED);
    const own = add(GATE);
    expect(JSON.stringify(SHIPPED)).toBe(before);
    expect([own.links === SHIPPED.links, own.plants === SHIPPED.plants]).toEqual([true, true]);
    expect(findConnectors(own, { id: 'Z_SS_LP', at: [113, 23] })).toBe(
      findConnectors(SHIPPED, { id: 'Z_SS_LP', at: [113, 23] }),
    );
    expect(Object.isFrozen(own.zones.at(-1))).toBe(true);
  });

  it('has a digest of its own, the same for the same sites', () => {
    const digest = add(GATE).digest;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digest).not.toBe(SHIPPED.digest);
    expect(add('\uFEFFlat;lon;name\r\n23.2;113.2;Gate\r\n').digest).toBe(digest);
    expect(add(GATE.replace('Gate', 'Dock')).digest).not.toBe(digest);
    expect(add(GATE.replace('113.2', '113.20001')).digest).not.toBe(digest);
    expect(add(GATE.replace('lat\n', 'lat,group\n').replace('23.2\n', '23.2,honda\n')).digest).not.toBe(
      digest,
    );
  });

  it('times a site at the place of a zone to the millisecond as that zone', () => {
    const zones = SHIPPED.zones.slice(0, 8);
    const rows = zones.map(({ id, at }) => `At ${id},${at.join(',')}`).join('\n');
    const { cells } = analyse(add(`name,lon,lat\n${rows}\n`), { population: 'own', traffic: 'peak' });
    const row = (id: string): readonly unknown[] =>
      cells.filter(({ origin }) => origin === id).map((cell) => ({ ...cell, origin: '' }));
    for (const [i, { id }] of zones.entries()) {
      expect(row(`own-${i + 1}`)).toEqual(row(id));
      expect(row(`own-${i + 1}-site`)).toEqual(row(id));
      expect(row(id).length).toBeGreaterThan(0);
    }
  });

  it('has a population of them, and no other counts them', () => {
    const own = add('name,lon,lat,group\nGate,113.2,23.2,honda\nDock,113.05,23.28,\n');
    const ids = (population: '2006' | 'all' | 'existing' | 'own'): readonly string[] =>
      analyseQuick(own, { population, asOf: '2020' }, createMemory())
        .origins.filter(({ kind }) => kind === 'supplier')
        .map(({ id }) => id);
    expect(ids('own')).toEqual(['own-1', 'own-2']);
    for (const population of ['2006', 'all', 'existing'] as const) {
      expect(ids(population).filter((id) => id.startsWith('own'))).toEqual([]);
      expect(ids(population).length).toBeGreaterThan(2);
    }
    const { origins, cells } = analyseQuick(own, {}, createMemory());
    expect(origins.filter(({ kind }) => kind === 'zone').map(({ id }) => id)).toContain('own-2-site');
    expect(cells.some(({ origin }) => origin === 'own-1-site')).toBe(true);
  });

  it('gives an answer that the second engine derives again', () => {
    const own = add('name,lon,lat,group,volume\nGate,113.2,23.2,honda,10\nDock,113.05,23.28,,20\n');
    const answer = JSON.parse(JSON.stringify(analyse(own, { population: 'own' }))) as unknown;
    expect(verifyAnalysis(own, answer).problems).toEqual([]);
    expect(verifyAnalysis(SHIPPED, answer).ok).toBe(false);
  });

  it('is needed for the population of own sites', () => {
    expect(() => analyse(SHIPPED, { population: 'own' })).toThrow(DataError);
    expect(() => analyse(SHIPPED, { population: 'own' })).toThrow(/own needs sites of your own/);
  });
});
