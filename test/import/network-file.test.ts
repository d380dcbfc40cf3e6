/** The file of a network: what is written is read, and what is spoiled is refused. */
import { describe, expect, it } from 'vitest';
import { rankNodes } from '../../src/city/order.ts';
import { toCrc32 } from '../../src/import/file/crc32.ts';
import { readNetwork } from '../../src/import/file/read.ts';
import { writeNetwork } from '../../src/import/file/write.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import { DataError } from '../../src/problems.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { drawMap } from './drawn-map.ts';

const { network: PLAIN } = drawMap({
  map: 'a-b-c\n  | |\n  d-e',
  ways: '| nodes | name |\n| abc | 大道 |\n| bdec | |',
  turns:
    '| from | via | to | restriction |\n| abc | c | bdec | no_right_turn |\n| bdec | b | abc | no_u_turn |',
});
const NETWORK = { ...PLAIN, nodeRank: rankNodes(PLAIN) };
const BYTES = writeNetwork(NETWORK);

function tell(bytes: Uint8Array): string {
  try {
    readNetwork(bytes, 'x.bin');
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
  return 'read';
}

describe('a network file', () => {
  it('is read as it was written', () => {
    expect(readNetwork(BYTES, 'x')).toEqual(NETWORK);
    expect(Buffer.compare(writeNetwork(readNetwork(BYTES, 'x')), BYTES)).toBe(0);
  });

  it('of the form before has no order of the nodes, and stays what it was', () => {
    const bytes = writeNetwork(PLAIN);
    const isForm = (form: string, file: Uint8Array): boolean =>
      new TextDecoder().decode(file.subarray(0, form.length)) === form;
    expect([isForm('BELTWAY1', bytes), isForm('BELTWAY2', BYTES)]).toEqual([true, true]);
    expect(readNetwork(bytes, 'x')).toEqual({ ...NETWORK, nodeRank: null });
    expect(Buffer.compare(writeNetwork(readNetwork(bytes, 'x')), bytes)).toBe(0);
  });

  it('is read wherever it lies in memory', () => {
    const shifted = new Uint8Array(BYTES.length + 3);
    shifted.set(BYTES, 3);
    expect(readNetwork(shifted.subarray(3), 'x')).toEqual(NETWORK);
  });

  it('is refused with any byte changed', () => {
    const random = createRandom(3);
    for (let i = 0; i < toCount(200, 5000); i += 1) {
      const bytes = BYTES.slice();
      const at = random.int(0, bytes.length - 1);
      bytes[at] = (bytes[at] as number) ^ random.int(1, 255);
      expect(tell(bytes), `byte ${at}`).toMatch(/checksum|form BELTWAY2 or BELTWAY1/);
    }
  });

  it('is refused cut off, empty, and of another form', () => {
    for (const length of [0, 7, 15, 16, 100, BYTES.length - 1])
      expect(tell(BYTES.subarray(0, length))).not.toBe('read');
    expect(tell(new TextEncoder().encode('BELTWAY3 and so on, and on'))).toContain('form BELTWAY2');
  });

  const spoil = (change: Partial<ImportedNetwork>): string => tell(writeNetwork({ ...NETWORK, ...change }));
  const { links, nodes, bans, roads } = NETWORK;
  it.each<[string, Partial<ImportedNetwork>, string]>([
    ['a node that is not there', { links: { ...links, to: links.to.map(() => 99) } }, 'nodes of links below'],
    [
      'a road that is not there',
      { links: { ...links, road: links.road.map(() => 99) } },
      'roads of links below',
    ],
    ['a column too short', { nodes: { ...nodes, id: nodes.id.slice(1) } }, 'entries in nodes.'],
    [
      'lines that run backwards',
      { links: { ...links, shapeStart: links.shapeStart.toReversed() } },
      'starts of lines',
    ],
    [
      'a ban of a link that is not there',
      { bans: { ...bans, steps: bans.steps.map(() => 99) } },
      'steps of bans below',
    ],
    [
      'a class that is not there',
      { roads: { ...roads, roadClass: roads.roadClass.map(() => 99) } },
      'classes of roads below',
    ],
    ['a name that is not there', { names: [] }, 'names of roads below'],
    [
      'a place off the globe',
      { nodes: { ...nodes, latE7: nodes.latE7.map(() => 910_000_000) } },
      'on the globe',
    ],
    [
      'a time too long',
      { times: NETWORK.times.map((one) => ({ ...one, forward: one.forward.map(() => 2 ** 31) })) },
      'times of at most',
    ],
    ['two nodes of one rank', { nodeRank: NETWORK.nodeRank.map(() => 1) }, 'a rank of its own'],
    ['a rank too high', { nodeRank: NETWORK.nodeRank.map((rank) => rank + 1) }, 'a rank of its own'],
    ['too few ranks', { nodeRank: NETWORK.nodeRank.slice(1) }, 'entries in the network.nodeRank'],
    ['times of too few vehicles', { times: NETWORK.times.slice(1) }, 'times.2.forward'],
  ])('with %s is refused although its sum is right', (_, change, message) => {
    expect(spoil(change)).toContain(message);
  });

  it('has the sum that others compute', () => {
    const random = createRandom(5);
    for (const length of [0, 1, 7, 8, 9, 1000, 4099]) {
      const bytes = Uint8Array.from({ length }, () => random.int(0, 255));

      expect(toCrc32(bytes)).toBe(toCrc32Slowly(bytes));
    }
  });
});

/** The definition, bit by bit. */
function toCrc32Slowly(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ ((crc & 1) === 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
