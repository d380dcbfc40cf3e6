/** The same map in every form of file gives the same network, and the elements come out as they were put in. */
import { describe, expect, it } from 'vitest';
import { toByteSource } from '../../src/import/byte-source.ts';
import { writeNetwork } from '../../src/import/file/write.ts';
import { toAdler32 } from '../../src/import/osm/inflate.ts';
import { readOsm } from '../../src/import/osm/read.ts';
import type { Visitor } from '../../src/import/osm/element.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import { drawMap, importWhole, toSource } from './drawn-map.ts';
import {
  join,
  parseDrawn,
  toBlock,
  toBody,
  toDataMessage,
  toHeader,
  toPbf,
  type Elements,
  type PbfChoice,
} from './pbf-file.ts';

const MAP = `
  c---f
  |   |
  b---e
  |   |
  a---d
`;
const DRAWN = drawMap({
  map: MAP,
  ways: `
    | nodes | highway     | name    | maxspeed |
    | abc   | primary     | Öst 大道 | 60       |
    | be    | residential |         |          |
    | cfeda | tertiary    | A&B "C" |          |
  `,
  nodes:
    '| node | highway         | barrier |\n| e    | traffic_signals |         |\n| f    |                 | gate    |',
  turns: '| from | via | to | restriction |\n| abc | b | be | no_right_turn |',
  keepIslands: false,
});

/** A network without what it says of its file. */
function toBytes(network: ImportedNetwork): Uint8Array {
  const { notes } = network;
  const source = { file: '', form: 'osm-pbf', writer: null, asOf: null, asOfBasis: null } as const;
  return writeNetwork({ ...network, notes: { ...notes, source } });
}

function readPbf(elements: Elements, choice: PbfChoice): ImportedNetwork {
  return importWhole(toByteSource(toPbf(elements, choice), 'drawn.osm.pbf'), { keepIslands: false });
}

describe('a drawn map', () => {
  const elements = parseDrawn(DRAWN.xml);
  it.each<[string, PbfChoice]>([
    ['dense nodes, zlib', {}],
    ['dense nodes, plain', { packing: 'raw' }],
    ['single nodes', { dense: false }],
    ['groups first', { groupsFirst: true }],
    ['a finer grid', { granularity: 10 }],
    ['an offset', { offset: 50_000_000 }],
  ])('as PBF with %s', (_, choice) => {
    expect(Buffer.compare(toBytes(readPbf(elements, choice)), toBytes(DRAWN.network))).toBe(0);
  });

  it('as PBF whose ways give the places of their nodes, beside those nodes that something stands on', () => {
    const { notes, ...network } = readPbf(elements, { places: true, granularity: 10, offset: 70_000 });
    const { notes: plainNotes, ...plain } = readPbf(elements, {});
    expect(network).toEqual(plain);
    expect(notes.counts).toEqual(plainNotes.counts);
    expect(notes.warnings.at(-1)).toMatch(/^The places of nodes come from the ways/);
    expect(plainNotes.warnings.join()).not.toMatch(/The places of nodes/);
  });

  it('whatever the order of the elements in XML', () => {
    const lines = DRAWN.xml.split('\n');
    const mixed = [...lines.slice(0, 2), ...lines.slice(2, -1).toReversed(), '</osm>'].join('\n');
    const network = importWhole(toSource(mixed), { keepIslands: false });
    const count = (one: ImportedNetwork): unknown => [one.notes.counts, one.notes.bounds];
    expect(count(network)).toEqual(count(DRAWN.network));
  });

  it('with ids below 0 and of 53 bits', () => {
    const shift = (id: number): number => (id === 1 ? 2 ** 53 - 20 : -id);
    const { nodes = [], ways = [], relations = [] } = elements;
    const shifted: Elements = {
      nodes: nodes.map((one) => ({ ...one, id: shift(one.id) })),
      ways: ways.map((one) => ({ ...one, nodes: one.nodes.map(shift) })),
      relations: relations.map((one) => ({
        ...one,
        members: one.members.map(([kind, id, role]) => [kind, kind === 0 ? shift(id) : id, role] as const),
      })),
    };
    const { counts } = readPbf(shifted, {}).notes;
    expect(counts).toEqual(DRAWN.network.notes.counts);
  });
});

function collect(bytes: Uint8Array, visitor: Visitor): void {
  const work = readOsm(toByteSource(bytes, 'x'), visitor);
  while (work.next().done !== true);
}

describe('what a file holds', () => {
  it('comes out as it was put in', () => {
    const { nodes, ways, relations } = parseDrawn(DRAWN.xml);
    const found: { nodes: unknown[]; ways: unknown[]; relations: unknown[] } = {
      nodes: [],
      ways: [],
      relations: [],
    };
    const kinds = ['node', 'way', 'relation'];
    collect(toPbf(parseDrawn(DRAWN.xml)), {
      node: (id, lonE7, latE7, readTags) =>
        found.nodes.push({ id, lon: lonE7 / 1e7, lat: latE7 / 1e7, tags: Object.fromEntries(readTags()) }),
      way: (id, refs, tags) => found.ways.push({ id, nodes: [...refs], tags: Object.fromEntries(tags) }),
      relation: (id, members, tags) =>
        found.relations.push({
          id,
          members: members.map(({ kind, id: ref, role }) => [kinds.indexOf(kind), ref, role]),
          tags: Object.fromEntries(tags),
        }),
    });
    expect(found).toEqual({ nodes, ways, relations });
  });

  it('takes the places of nodes from ways that give them', () => {
    const at = new Map(
      [...DRAWN.xml.matchAll(/<node id="(\d+)" (lat="[^"]+" lon="[^"]+")>/g)].map(
        ([, id = '', place = '']) => [id, place],
      ),
    );
    const geometry = DRAWN.xml
      .replaceAll(/<nd ref="(\d+)"\/>/g, (_, id: string) => `<nd ref="${id}" ${at.get(id)}/>`)
      .replaceAll(/<node id="\d+" [^>]+><\/node>\n?/g, '');
    expect(geometry.match(/<node /g)?.length ?? 0).toBeLessThan(at.size);
    const { notes, ...network } = importWhole(toSource(geometry));
    const { notes: plainNotes, ...plain } = DRAWN.network;
    expect(network).toEqual(plain);
    expect(notes.warnings).toEqual([
      ...plainNotes.warnings,
      'The places of nodes come from the ways: signals and barriers may not be in the file, and roads are taken for open.',
    ]);
  });

  it('leaves out what XML says is deleted', () => {
    const xml =
      '<osm><node id="1" lat="1" lon="1" visible="false"/><node id="2" lat="1" lon="1" action="delete"/><node id="3" lat="1" lon="1"/></osm>';
    const ids: number[] = [];
    collect(new TextEncoder().encode(xml), { node: (id) => ids.push(id) });
    expect(ids).toEqual([3]);
  });

  it('gives its day: of the header, of Overpass, or of its newest road', () => {
    const newest = DRAWN.xml.replace('<way id="101"', '<way id="101" timestamp="2025-03-04T05:06:07Z"');
    expect(importWhole(toSource(newest)).notes.source).toMatchObject({
      asOf: '2025-03-04',
      asOfBasis: 'newest-way',
    });
    const overpass = DRAWN.xml.replace('<node id="1"', '<meta osm_base="2026-01-02T03:04:05Z"/><node id="1"');
    expect(importWhole(toSource(overpass)).notes.source).toMatchObject({
      asOf: '2026-01-02',
      asOfBasis: 'header',
    });
    expect(DRAWN.network.notes.source).toMatchObject({ asOf: null, writer: 'a drawing', form: 'osm-xml' });
  });

  it.each([
    [1_433_550_182, '2015-06-06'],
    [1_759_756_687_121, '2025-10-06'],
    [-5, null],
    [undefined, null],
  ])('gives its day as seconds or milliseconds: %s', (asOfS, day) => {
    const { nodes = [], ways = [] } = parseDrawn(DRAWN.xml);
    const file = join(
      toHeader(undefined, asOfS),
      toBlock('OSMData', toBody(toDataMessage({ nodes }))),
      toBlock('OSMData', toBody(toDataMessage({ ways }))),
    );
    expect(importWhole(toByteSource(file, 'x')).notes.source.asOf).toBe(day);
  });

  it('is checked by its sum', () => {
    expect(toAdler32(new TextEncoder().encode('Wikipedia'))).toBe(0x11e6_0398);
    expect(toAdler32(new Uint8Array(1_000_000).fill(255))).toBe(toAdlerSlowly(1_000_000, 255));
  });
});

/** The definition, one byte after the other. */
function toAdlerSlowly(length: number, byte: number): number {
  let [low, high] = [1, 0];
  for (let i = 0; i < length; i += 1) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}
