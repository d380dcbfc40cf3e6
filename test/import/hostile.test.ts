/** Files that are broken or mean harm: each ends in a problem that names the byte, before anything large is made. */
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toByteSource } from '../../src/import/byte-source.ts';
import { DataError, type Problem } from '../../src/problems.ts';
import { toCount } from '../scene/random.ts';
import { importWhole } from './drawn-map.ts';
import { tell } from './tell.ts';
import { join, toBlock, toBody, toDataMessage, toHeader, toPbf, write, type Elements } from './pbf-file.ts';

const SQUARE: Elements = {
  nodes: [
    { id: 1, lon: 113.3, lat: 23.1 },
    { id: 2, lon: 113.31, lat: 23.1 },
    { id: 3, lon: 113.31, lat: 23.11 },
  ],
  ways: [{ id: 10, nodes: [1, 2, 3, 1], tags: { highway: 'residential' } }],
};
const SOUND = toPbf(SQUARE);

/** A file of one data block with this body. */
const withBody = (body: Uint8Array): Uint8Array => join(toHeader(), toBlock('OSMData', body));
const HEADER_BYTES = toHeader().length;

describe('a PBF file', () => {
  it('is read where it is sound', () => {
    expect(importWhole(toByteSource(SOUND, 'x'), { keepIslands: false }).links.from.length).toBe(1);
  });

  it('cut off anywhere is refused at a byte, and nothing else happens', () => {
    for (let length = 0; length < SOUND.length; length += toCount(7, 1)) {
      const problem = tell(SOUND.subarray(0, length));
      expect(problem.code, `${length} bytes`).toMatch(/broken-file|unsupported|missing/);
      if (problem.code === 'broken-file') expect(problem.path).toMatch(/^byte \d+/);
    }
  });

  it('with any one bit turned over is refused or read, and never crashes', () => {
    let [refused, tried] = [0, 0];
    for (let bit = 0; bit < 8 * SOUND.length; bit += toCount(29, 1)) {
      tried += 1;
      const bytes = SOUND.slice();
      bytes[bit >>> 3] = (bytes[bit >>> 3] as number) ^ (1 << (bit & 7));
      try {
        importWhole(toByteSource(bytes, 'x'), { keepIslands: false });
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
        refused += 1;
      }
    }
    // What is packed is guarded by its checksum: only words of the frame can change unseen.
    expect(refused / tried).toBeGreaterThan(0.8);
  });

  it.each<[string, Uint8Array, RegExp, string]>([
    [
      'a header of 4 GB',
      Uint8Array.of(255, 255, 255, 255, 0x0a, 9, ...new TextEncoder().encode('OSMHeader')),
      /^byte 0$/,
      'broken-file',
    ],
    [
      'a block of 1 GB declared in 1 kB',
      join(toHeader(), toBlock('OSMData', new Uint8Array(1000), 2 ** 30)),
      /^byte \d+$/,
      'too-large',
    ],
    [
      'a block of a negative length',
      join(toHeader(), toBlock('OSMData', new Uint8Array(10), -5)),
      /^byte \d+$/,
      'too-large',
    ],
    [
      '1 GB to unpack declared in 1 kB',
      withBody(toBody(new Uint8Array(1000), 'zlib', 2 ** 30)),
      /^byte \d+$/,
      'too-large',
    ],
    [
      'a block larger than the file',
      join(toHeader(), toBlock('OSMData', new Uint8Array(10), 5000)),
      /^byte \d+$/,
      'broken-file',
    ],
    [
      'a block of another kind',
      join(toHeader(), toBlock('OSMDatb', new Uint8Array(10))),
      /^byte \d+$/,
      'broken-file',
    ],
    ['a second header', join(toHeader(), toHeader()), /^byte \d+$/, 'broken-file'],
    ['no header', join(toBlock('OSMData', new Uint8Array(0)), toHeader()), /^byte 0$/, 'broken-file'],
    ['a body without a message', withBody(new Uint8Array(0)), /^byte \d+$/, 'broken-file'],
    [
      'a feature nobody here has',
      join(toHeader(['OsmSchema-V0.6', 'HistoricalInformation'])),
      /inflated byte \d+$/,
      'unsupported',
    ],
  ])('with %s', (_, bytes, path, code) => {
    expect(tell(bytes)).toMatchObject({ path: expect.stringMatching(path) as string, code });
  });

  it.each([
    [4, 'lzma'],
    [5, 'bzip2'],
    [6, 'lz4'],
    [7, 'zstd'],
  ])('packed another way (field %i) says so', (field, name) => {
    const body = write((pbf) => {
      pbf.writeVarintField(2, 100);
      pbf.writeBytesField(field, new Uint8Array(10));
    });
    const problem = tell(withBody(body));
    expect(problem).toMatchObject({ code: 'unsupported', found: `one packed with ${name}` });
    expect(problem.path).toBe(
      `byte ${HEADER_BYTES + withBody(body).length - HEADER_BYTES - body.length + 3}`,
    );
  });

  it('packed wrongly is refused: no zlib, too short, too long, another sum', () => {
    const message = toDataMessage(SQUARE);
    const packed = zlibSync(message);
    const bodyOf = (zlib: Uint8Array, rawSize: number): Uint8Array =>
      write((pbf) => {
        pbf.writeVarintField(2, rawSize);
        pbf.writeBytesField(3, zlib);
      });
    const spoiled = packed.slice();
    spoiled[spoiled.length - 1] = (spoiled.at(-1) as number) ^ 1;
    for (const body of [
      bodyOf(new Uint8Array(20), message.length),
      bodyOf(packed.subarray(0, 30), message.length),
      bodyOf(packed, message.length + 1),
      bodyOf(packed, message.length - 1),
      bodyOf(spoiled, message.length),
    ]) {
      expect(tell(withBody(body))).toMatchObject({ code: 'broken-file', expected: 'a zlib stream' });
    }
  });

  it('that unpacks to far more than it says is stopped at once', () => {
    const bomb = zlibSync(new Uint8Array(2_000_000), { level: 1 });
    const body = write((pbf) => {
      pbf.writeVarintField(2, 1000);
      pbf.writeBytesField(3, bomb);
    });
    expect(tell(withBody(body)).found).toBe('more than the 1000 bytes declared');
  });

  const broken = (elements: Elements): Problem =>
    tell(join(toHeader(), toBlock('OSMData', toBody(toDataMessage({ ...SQUARE, ...elements }), 'raw'))));

  it('with ids beyond 2^53', () => {
    const ways = [{ id: 10, nodes: [1, 2 ** 53], tags: { highway: 'residential' } }];
    expect(broken({ ways })).toMatchObject({ code: 'out-of-range', expected: 'an id within ±(2^53 − 1)' });
    const nodes = [{ id: 2 ** 60, lon: 1, lat: 1 }];
    expect(broken({ nodes })).toMatchObject({
      code: 'out-of-range',
      path: expect.stringMatching(/^byte \d+$/) as string,
    });
  });

  it('with a place off the globe', () => {
    expect(broken({ nodes: [{ id: 1, lon: 113, lat: 91 }] })).toMatchObject({
      code: 'out-of-range',
      found: '91',
    });
    expect(broken({ nodes: [{ id: 1, lon: -181, lat: 9 }] })).toMatchObject({
      code: 'out-of-range',
      found: '-181',
    });
  });

  /** A data block whose one group holds this. */
  const withGroup = (fill: Parameters<typeof write>[0]): Uint8Array => {
    const message = write((pbf) => {
      pbf.writeBytesField(
        1,
        write((table) => table.writeBytesField(1, new Uint8Array(0))),
      );
      pbf.writeBytesField(2, write(fill));
    });
    const roads = toBlock('OSMData', toBody(toDataMessage({ ways: SQUARE.ways ?? [] })));
    return join(toHeader(), roads, toBlock('OSMData', toBody(message, 'raw')));
  };
  const way = (fill: Parameters<typeof write>[0]) => withGroup((pbf) => pbf.writeBytesField(3, write(fill)));

  it.each<[string, Uint8Array, RegExp]>([
    [
      'a text that is not there',
      way((pbf) => {
        pbf.writePackedVarint(2, [7]);
        pbf.writePackedVarint(3, [8]);
      }),
      /a text below 1/,
    ],
    ['more keys than values', way((pbf) => pbf.writePackedVarint(2, [0, 0])), /as many keys as values/],
    [
      'a list that ends inside a number',
      way((pbf) => pbf.writeBytesField(8, Uint8Array.of(0x80))),
      /the end of a (list|message)|protocol buffer/,
    ],
    [
      'a field longer than its message',
      way((pbf) => {
        pbf.writeTag(8, 2);
        pbf.writeVarint(1000);
      }),
      /at most \d+ bytes in a field/,
    ],
    ['a list that is none', way((pbf) => pbf.writeVarintField(8, 5)), /a field with a length/],
    ['a field of no number', way((pbf) => pbf.writeVarint(0)), /the end of a message/],
    [
      'a field of an unknown form',
      way((pbf) => pbf.writeVarint((1 << 3) | 3)),
      /the end of a message|protocol buffer/,
    ],
    [
      'nodes without coordinates',
      withGroup((pbf) =>
        pbf.writeBytesField(
          2,
          write((d) => d.writePackedSVarint(1, [1, 1])),
        ),
      ),
      /as many coordinates as ids/,
    ],
    [
      'tags of nodes that end too soon',
      withGroup((pbf) =>
        pbf.writeBytesField(
          2,
          write((d) => {
            d.writePackedSVarint(1, [1]);
            d.writePackedSVarint(8, [1]);
            d.writePackedSVarint(9, [1]);
            d.writePackedVarint(10, [3, 4]);
          }),
        ),
      ),
      /the tags of every node/,
    ],
    [
      'members without roles',
      withGroup((pbf) =>
        pbf.writeBytesField(
          4,
          write((r) => r.writePackedSVarint(9, [1])),
        ),
      ),
      /as many roles and kinds/,
    ],
    [
      'members of no kind',
      withGroup((pbf) =>
        pbf.writeBytesField(
          4,
          write((r) => {
            r.writePackedVarint(8, [0]);
            r.writePackedSVarint(9, [1]);
            r.writePackedVarint(10, [3]);
          }),
        ),
      ),
      /a member that is a node, way or relation/,
    ],
  ])('with %s', (_, bytes, expected) => {
    const problem = tell(bytes);
    expect(problem.expected).toMatch(expected);
    expect(problem.path).toMatch(/^byte \d+$/);
  });

  it('with millions of tags on a way', () => {
    const many = new Uint8Array(toCount(1_000_000, 10_000_000));
    const bytes = way((pbf) => {
      pbf.writeBytesField(2, many);
      pbf.writeBytesField(3, many);
    });
    expect(tell(bytes)).toMatchObject({ expected: 'as many keys as values, at most 5000' });
  });

  it('with a way of a million nodes', () => {
    const bytes = way((pbf) => pbf.writeBytesField(8, new Uint8Array(1_000_000)));
    expect(tell(bytes)).toMatchObject({ code: 'too-large', expected: 'at most 100000 nodes in a way' });
  });

  it('of ways alone ends at their missing nodes', () => {
    const { ways = [] } = SQUARE;
    expect(tell(toPbf({ ways }))).toMatchObject({ code: 'missing' });
    const three = importWhole(
      toByteSource(toPbf({ ...SQUARE, nodes: (SQUARE.nodes ?? []).slice(0, 2) }), 'x'),
    );
    expect(three.notes.left).toEqual([
      { kind: 'missing-node', value: 'a node of a road that is not in the file', count: 1, examples: [3] },
    ]);
    expect(three.links.from.length).toBe(1);
  });
});
