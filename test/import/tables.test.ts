/** Tables of nodes and links: what they become, there and back bit for bit, and everything that is wrong with them. */
import { describe, expect, it } from 'vitest';
import { writeNetwork } from '../../src/import/file/write.ts';
import { importTables, type TableTexts } from '../../src/import/tables/import-tables.ts';
import type { TableOptions } from '../../src/import/tables/options.ts';
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';
import { DataError } from '../../src/problems.ts';
import { toNetworkTables } from '../../src/report/network-tables.ts';
import { toGmns } from '../../src/report/gmns.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { SHIPPED } from '../data-sets.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { CAR, drawMap, RULES, speedsOf, VEHICLES } from './drawn-map.ts';
import { listSomeNetworks } from './some-networks.ts';

/** A long run takes minutes. */
const LONG_MS = 1_800_000;

const OPTIONS: TableOptions = {
  title: 'tables',
  file: 'link.csv',
  country: 'CN',
  attribution: 'drawn',
  licence: 'none',
  coordinates: 'WGS84',
};
const NODES = 'node_id,x_coord,y_coord\n1,113.3,23.1\n2,113.31,23.1\n3,113.31,23.11\n';
const LINKS = 'link_id,from_node_id,to_node_id,directed,length,facility_type,free_speed\n';

const toTexts = (nodes: string, links: string, config: string | null = null): TableTexts => ({
  form: 'gmns',
  nodes: { name: 'node.csv', text: nodes },
  links: { name: 'link.csv', text: links },
  config: config === null ? null : { name: 'config.csv', text: config },
});

const read = (nodes: string, links: string, config: string | null = null): ImportedNetwork =>
  importTables(toTexts(nodes, links, config), RULES, VEHICLES, OPTIONS);

function readTables(tables: ReadonlyMap<string, string>): ImportedNetwork {
  const [nodes = '', links = '', config = ''] = ['node.csv', 'link.csv', 'config.csv'].map((name) =>
    tables.get(name),
  );
  return read(nodes, links, config);
}

function tell(nodes: string, links: string, config: string | null = null): readonly string[] {
  try {
    read(nodes, links, config);
  } catch (error) {
    if (error instanceof DataError)
      return error.problems.map(({ file, path, expected }) => `${file} ${path}: ${expected}`);
    throw error;
  }
  return [];
}

describe('tables', () => {
  it('of a Chinese map are turned into WGS84, lines and lengths with them', () => {
    const row = '1,1,2,1,,primary,50,"LINESTRING (113.3 23.1, 113.305 23.101, 113.31 23.1)"\n';
    const links = `${LINKS.trim()},geometry\n${row}`;
    const asked = (more: Partial<TableOptions>): ImportedNetwork =>
      importTables(toTexts(NODES, links), RULES, VEHICLES, { ...OPTIONS, ...more });
    const [plain, moved] = [asked({}), asked({ coordinates: 'GCJ-02' })];
    expect([plain, moved].map(({ notes }) => notes.sourceCoordinates)).toEqual(['WGS84', 'GCJ-02']);
    // In Guangzhou the shift is some 0.005 degrees to the east and 0.0027 to the north.
    for (const column of ['nodes', 'shape'] as const) {
      const shift = (['lonE7', 'latE7'] as const).map(
        (key) => (plain[column][key][0] as number) - (moved[column][key][0] as number),
      );
      expect((shift[0] as number) / 1e7).toBeGreaterThan(0.004);
      expect((shift[0] as number) / 1e7).toBeLessThan(0.007);
      expect(Math.abs(shift[1] as number) / 1e7).toBeGreaterThan(0.001);
    }
    const [was, is] = [plain, moved].map(({ links: { lengthMm } }) => lengthMm[0] as number) as [
      number,
      number,
    ];
    expect(is).not.toBe(was);
    expect(Math.abs(is / was - 1)).toBeLessThan(0.005);
    expect(asked({ attribution: '© AutoNavi' }).notes.warnings.join()).toContain('shifted coordinates');
    expect(asked({ attribution: '© AutoNavi', coordinates: 'GCJ-02' }).notes.warnings.join()).not.toContain(
      'shifted',
    );
  });

  it('become links as they stand, each way that they say', () => {
    const network = read(NODES, `${LINKS}7,1,2,1,1100,primary,50\n8,2,3,0,,residential,\n`);
    expect(network.notes.counts).toMatchObject({ nodes: 3, links: 2, ways: 2 });
    expect([...network.links.id]).toEqual([7, 8]);
    expect(network.links.lengthMm[0]).toBe(1_100_000);
    // 0.01 degree of latitude.
    expect((network.links.lengthMm[1] as number) / 1000).toBeCloseTo(1107.5, 0);
    const [forward, backward] = speedsOf(network, CAR, 0);
    expect([Math.round(forward), backward]).toEqual([50, 0]);
    expect(speedsOf(network, CAR, 1).map(Math.round)).toEqual([50, 50]);
    expect(network.notes.counts.assumedKm).toBeCloseTo(1.1, 1);
  });

  it('take units from their file, lines from well-known text, names in every language', () => {
    const config = 'long_length,speed\nmi,mph\n';
    const head = 'id,from,to,oneway,length,class,free_speed,name,name:zh,geometry,toll\n';
    const row =
      '1,1,2,no,0.5,primary,30,Ring,环路,"LINESTRING (113.3 23.1, 113.305 23.101, 113.31 23.1)",1\n';
    const network = read(NODES, head + row, config);
    expect(network.links.lengthMm[0]).toBe(804_672);
    expect(Math.round(speedsOf(network, CAR, 0)[0] * 10) / 10).toBe(48.3);
    expect([...network.shape.lonE7]).toEqual([1_133_050_000]);
    expect(network.names[0]).toEqual({ name: 'Ring', 'name:zh': '环路' });
    expect(network.roads.flags[0]).toBe(4);
  });

  it('leave out links of a class nobody knows, and count them', () => {
    const network = read(NODES, `${LINKS}1,1,2,1,100,primary,\n2,2,3,1,100,canal,\n`);
    expect(network.notes.counts.links).toBe(1);
    expect(network.notes.left).toMatchObject([{ kind: 'highway', value: 'canal', count: 1, examples: [2] }]);
  });

  it('say that units are not named', () => {
    expect(read(NODES, `${LINKS}1,1,2,1,100,primary,\n`).notes.warnings[0]).toMatch(/No file of units/);
    expect(
      read(NODES, `${LINKS}1,1,2,1,100,primary,\n`, 'long_length,speed\nm,kph\n').notes.warnings,
    ).toEqual([]);
  });

  it('of a converter that names class and direction in its own way', () => {
    const head =
      'name,link_id,osm_way_id,from_node_id,to_node_id,dir_flag,length,lanes,free_speed,capacity,link_type_name,link_type,geometry,allowed_uses,from_biway,is_link\n';
    const line = (points: string): string => `"LINESTRING (${points})"`;
    const { links, roads, times } = read(
      NODES,
      `${head}Rua,0,9,1,2,1,1030,2,60,,primary,3,${line('113.3 23.1, 113.305 23.1001, 113.31 23.1')},auto,1,0
,1,9,2,1,1,1030,2,60,,primary,3,${line('113.31 23.1, 113.305 23.1001, 113.3 23.1')},auto;bike;walk,1,0
,2,8,2,3,0,,1,,,residential,6,,,1,0\n`,
    );
    expect([...links.road].map((road) => [roads.limitForward[road], roads.limitBackward[road]])).toEqual([
      [6000, 0],
      [6000, 0],
      [5000, 5000],
    ]);
    expect(links.lengthMm[0]).toBe(1_030_000);
    expect(times[0]?.backward[0]).toBe(CLOSED);
  });

  it.each([
    ['auto', true, true],
    ['', true, true],
    ['all', true, true],
    ['c;b', true, true],
    ['bike;walk', false, false],
    ['walk,transit', false, false],
    ['truck', false, true],
    ['Auto|Truck|Bike', true, true],
  ])('keep to who may use a link: %s', (uses, car, truck) => {
    const columns = 'id,from,to,oneway,class,allowed_uses\n';
    const { links, times } = read(NODES, `${columns}1,1,2,0,primary,auto\n2,2,3,0,cycleway,"${uses}"\n`);
    const place = links.id.indexOf(2);
    const isOpen = (profile: number): boolean => (times[profile]?.forward[place] ?? CLOSED) !== CLOSED;
    expect([isOpen(0), isOpen(2)]).toEqual([car, truck]);
  });

  it('turn a line that is drawn from its last node to its first', () => {
    const columns = 'id,from,to,directed,class,dir_flag,geometry\n';
    const back = '"LINESTRING (113.31 23.1, 113.308 23.102, 113.302 23.102, 113.3 23.1)"';
    const there = '"LINESTRING (113.3 23.1, 113.302 23.102, 113.308 23.102, 113.31 23.1)"';
    const [one, other] = [`-1,${back}`, `1,${there}`].map((text) => {
      const { links, shape } = read(NODES, `${columns}1,1,2,0,primary,${text}\n`);
      return { lengthMm: links.lengthMm[0], lonE7: [...shape.lonE7] };
    });
    expect(one).toEqual(other);
    expect(tell(NODES, `${columns}1,1,2,0,primary,2,\n`)[0]).toMatch(/dir_flag: 1 or -1/);
  });

  it.each<[string, string, string, RegExp]>([
    ['a column that is missing', 'node_id,x_coord\n1,2\n', LINKS, /^node.csv row 1: a column y_coord or lat/],
    [
      'directions that are not said',
      NODES,
      'id,from,to,class\n1,1,2,primary\n',
      /a column directed or oneway/,
    ],
    ['a node twice', `${NODES}1,113,23\n`, LINKS, /^node.csv row 5: ids of nodes, none twice/],
    ['a node off the globe', 'id,lon,lat\n1,113,91\n', LINKS, /^node.csv row 2: latitude within ±90°/],
    [
      'an id beyond 2^53',
      'id,lon,lat\n9007199254740993,113,23\n',
      LINKS,
      /id of a node: a whole number within/,
    ],
    [
      'a node that is not there',
      NODES,
      `${LINKS}1,1,9,1,10,primary,\n`,
      /row 2: last node: a node of the other table/,
    ],
    ['a length that is none', NODES, `${LINKS}1,1,2,1,-5,primary,\n`, /row 2: length from 0/],
    [
      'a link over a quarter of the globe',
      'id,lon,lat\n1,0,0\n2,90,0\n',
      `${LINKS}7,1,2,0,,primary,\n`,
      /^links?.csv link 7: at most 4000 km from crossing to crossing/,
    ],
    ['a speed in words', NODES, `${LINKS}1,1,2,1,5,primary,fast\n`, /row 2: speed from 0 to 500/],
    ['a direction in words', NODES, `${LINKS}1,1,2,maybe,5,primary,\n`, /row 2: directed: 1 or 0/],
    ['too many values', NODES, `${LINKS}1,1,2,1,5,primary,50,9\n`, /row 2: 7 values as in the header/],
    ['a quotation mark left open', NODES, `${LINKS}1,1,2,1,5,"primary,50\n`, /every quotation mark closed/],
    ['a column twice', 'id,lon,lat,lat\n', LINKS, /columns, none twice/],
  ])('are refused with %s', (_, nodes, links, message) => {
    expect(tell(nodes, links).join('\n')).toMatch(message);
  });

  it('are refused with a line that is none, and units nobody knows', () => {
    const head = 'id,from,to,directed,class,geometry\n';
    expect(tell(NODES, `${head}1,1,2,1,primary,POINT (1 2)\n`)[0]).toMatch(/LINESTRING/);
    expect(tell(NODES, LINKS, 'long_length,speed\nparsec,kph\n')[0]).toMatch(/long_length: one of m, km/);
  });

  it('tell everything that is wrong at once', () => {
    expect(tell(NODES, `${LINKS}x,1,2,1,5,primary,\n2,7,8,9,5,primary,fast\n`)).toHaveLength(5);
  });
});

describe('tables there and back', { timeout: LONG_MS }, () => {
  const same = (one: ImportedNetwork, other: ImportedNetwork): void =>
    expect(Buffer.compare(Buffer.from(writeNetwork(one)), Buffer.from(writeNetwork(other)))).toBe(0);

  it('are the same bits, whatever limits, lines and names there are', () => {
    const random = createRandom(31);
    for (let i = 0; i < toCount(8, 1000); i += 1) {
      const rows = Array.from({ length: 8 }, (_, row) => {
        const speed = random.pick(['', '30', '48.28', '120', '33.333']);
        const [from, to] = [random.int(1, 3), random.int(1, 3)];
        const length = random.pick(['', '12.345', '1000', '0.001']);
        const line = random.pick(['', '"LINESTRING (113.3 23.1, 113.3051234 23.1, 113.31 23.1)"']);
        const name = random.pick(['', '环路', '"a, ""b"""']);
        const flags = `${random.int(0, 1)},${random.int(0, 1)}`;
        const roadClass = random.pick(['motorway', 'primary', 'residential', 'motorway_link']);
        return `${row + 1},${from},${to},${random.int(0, 1)},${length},${roadClass},${speed},${line},${name},${flags}`;
      });
      const head = `${LINKS.trimEnd()},geometry,name,toll,bridge\n`;
      const network = read(NODES, `${head}${rows.join('\n')}\n`, 'long_length,speed\nm,kph\n');
      const { tables, left } = toNetworkTables(network);
      expect(left).toEqual([]);
      const again = readTables(tables);
      same(again, network);
      expect(toNetworkTables(again).tables.get('link.csv')).toBe(tables.get('link.csv'));
    }
  });

  it('keep the shipped roads: ends, lengths to the millimetre, limits', () => {
    const state = applyScenario(SHIPPED, findScenario(SHIPPED, '2010-with-belt'));
    const network = readTables(toGmns(state, SHIPPED));
    const { tables } = toNetworkTables(network);
    same(readTables(tables), network);
    const rows = (toGmns(state, SHIPPED).get('link.csv') ?? '').trimEnd().split('\n').length - 1;
    expect(network.links.id.length).toBe(rows);
    expect(network.notes.left).toEqual([]);
    const km = state.links.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000;
    expect(network.notes.counts.km).toBeCloseTo(km, 1);
  });

  it('keep every time of a map, and from then on every bit', () => {
    const networks = [
      drawMap({
        map: 'a-b-c\n  | |\n  d-e',
        ways: '| nodes | maxspeed | oneway | hgv | highway |\n| abc | 50 | | no | primary |\n| bdec | 30 | -1 | | |',
        nodes: '| node | highway |\n| d | traffic_signals |',
      }).network,
    ];
    networks.push(...listSomeNetworks());
    for (const network of networks) {
      const second = readTables(toNetworkTables(network).tables);
      const open = [...network.links.road.keys()].filter(
        (link) => network.roads.status[network.links.road[link] as number] === 0,
      );
      for (const [profile, { forward, backward }] of network.times.entries()) {
        expect([...(second.times[profile]?.forward ?? [])]).toEqual(open.map((link) => forward[link]));
        expect([...(second.times[profile]?.backward ?? [])]).toEqual(open.map((link) => backward[link]));
      }
      const third = readTables(toNetworkTables(second).tables);
      same(third, second);
      expect(toNetworkTables(third)).toEqual(toNetworkTables(second));
    }
    expect(networks[0]?.times[2]?.forward).toContain(CLOSED);
  });
});
