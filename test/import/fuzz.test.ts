/** Real blocks, spoiled at random: each is read or refused as a problem. Nothing crashes, hangs or grows. */
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toByteSource, type ByteSource } from '../../src/import/byte-source.ts';
import { readBlocks } from '../../src/import/osm/blob.ts';
import { DataError } from '../../src/problems.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { importTables } from '../../src/import/tables/import-tables.ts';
import { toNetworkTables } from '../../src/report/network-tables.ts';
import { drawMap, importWhole, RULES, VEHICLES } from './drawn-map.ts';
import { join, parseDrawn, toBlock, toDataMessage, toHeader, write } from './pbf-file.ts';
import { findExtract } from './real-maps.ts';

/** A long run takes minutes. */
const LONG_MS = 1_800_000;

/** Messages of the data blocks of a file, unpacked. */
function listMessages(source: ByteSource): readonly Uint8Array[] {
  const messages: Uint8Array[] = [];
  const work = readBlocks(source, ({ kind, wire, length }) => {
    if (kind === 'OSMData') messages.push(wire.pbf.buf.slice(0, length));
  });
  while (work.next().done !== true);
  return messages;
}

const drawn = drawMap({
  map: 'a-b-c\n  | |\n  d-e',
  ways: '| nodes | maxspeed | name |\n| abc | 50 | Ö |\n| bdec | DE:urban | |',
  nodes: '| node | barrier |\n| d | gate |',
  turns: '| from | via | to | restriction |\n| abc | c | bdec | no_right_turn |',
});
const DRAWN = toDataMessage(parseDrawn(drawn.xml));

/** Parts of real blocks, small enough that a hundred thousand of them are read in the long run. */
const REAL = ['monaco-osmix.osm.pbf', 'andorra-graphhopper.osm.pbf']
  .flatMap((name) => findExtract(name) ?? [])
  .flatMap(listMessages);

function spoil(bytes: Uint8Array, random: Random): Uint8Array {
  const spoiled = bytes.slice();
  for (let i = random.int(1, 8); i > 0; i -= 1) {
    const at = random.int(0, spoiled.length - 1);
    spoiled[at] = random.pick([
      random.int(0, 255),
      0,
      0x7f,
      0x80,
      0xff,
      (spoiled[at] as number) ^ (1 << random.int(0, 7)),
    ]);
  }
  if (random.once(8)) return spoiled.subarray(0, random.int(0, spoiled.length));
  return random.once(8) ? join(spoiled, bytes.subarray(0, random.int(0, 100))) : spoiled;
}

/** A sound file around a message, or one whose frame is spoiled too. */
function toFile(message: Uint8Array, random: Random): Uint8Array {
  const body = write((pbf) => {
    pbf.writeVarintField(2, random.once(20) ? random.int(0, 2 ** 31 - 1) : message.length);
    pbf.writeBytesField(3, zlibSync(message, { level: 1 }));
  });
  const file = join(toHeader(), toBlock('OSMData', WAYS), toBlock('OSMData', body));
  return random.once(4) ? spoil(file, random) : file;
}

/** A block of sound ways before it, so that nodes are read as well. */
const WAYS = write((pbf) =>
  pbf.writeBytesField(1, toDataMessage({ ways: parseDrawn(drawn.xml).ways ?? [] })),
);

const read = (bytes: Uint8Array): 'read' | 'refused' =>
  tryRead(() => importWhole(toByteSource(bytes, 'fuzz')));

function tryRead(work: () => unknown): 'read' | 'refused' {
  try {
    work();
    return 'read';
  } catch (error) {
    if (error instanceof DataError) return 'refused';
    throw error;
  }
}

describe('spoiled blocks', { timeout: LONG_MS }, () => {
  it('of a drawn map are read or refused', () => {
    const random = createRandom(17);
    const results = Array.from({ length: toCount(200, 90_000) }, () =>
      read(toFile(spoil(DRAWN, random), random)),
    );
    expect(new Set(results)).toEqual(new Set(['read', 'refused']));
  });

  it.skipIf(REAL.length === 0)('of real maps are read or refused', () => {
    const random = createRandom(19);
    for (let i = 0; i < toCount(4, 10_000); i += 1) read(toFile(spoil(random.pick(REAL), random), random));
    expect(process.memoryUsage().rss).toBeLessThan(3_000_000_000);
  });

  it('of tables are read or refused', () => {
    const random = createRandom(37);
    const { tables } = toNetworkTables(drawn.network);
    const texts = ['node.csv', 'link.csv'].map((name) => new TextEncoder().encode(tables.get(name) ?? ''));
    const options = {
      title: 'fuzz',
      file: 'fuzz',
      country: null,
      attribution: 'fuzz',
      licence: 'none',
      coordinates: 'WGS84' as const,
    };
    const results = Array.from({ length: toCount(100, 10_000) }, () => {
      const [nodes = '', links = ''] = texts.map((text) =>
        new TextDecoder().decode(random.once(2) ? text : spoil(text, random)),
      );
      return tryRead(() => {
        const files = { nodes: { name: 'n', text: nodes }, links: { name: 'l', text: links }, config: null };
        importTables({ form: 'gmns', ...files }, RULES, VEHICLES, options);
      });
    });
    expect(new Set(results)).toEqual(new Set(['read', 'refused']));
  });

  it('of XML are read or refused', () => {
    const random = createRandom(23);
    const text = new TextEncoder().encode(drawn.xml);
    const results = Array.from({ length: toCount(100, 10_000) }, () => read(spoil(text, random)));
    expect(results).toContain('refused');
  });
});
