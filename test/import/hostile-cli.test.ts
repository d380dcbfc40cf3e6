/** What means harm, from the command line: a code, the byte, nothing written, and what was there before left alone. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeFolder, runLater } from '../cli/run.ts';
import { drawXml } from './drawn-map.ts';
import {
  join as joinBytes,
  parseDrawn,
  toBlock,
  toBody,
  toDataMessage,
  toHeader,
  toPbf,
  write,
  type Elements,
} from './pbf-file.ts';

const XML = drawXml({ map: 'a-b\n|\nc', ways: '| nodes |\n| ab |\n| ac |' });
const DRAWN = parseDrawn(XML);
const SOUND = toPbf(DRAWN);

const withBody = (body: Uint8Array): Uint8Array => joinBytes(toHeader(), toBlock('OSMData', body));
const withNodes = (ids: readonly number[], lats: readonly number[] = ids.map(() => 0)): Uint8Array => {
  const dense = write((d) => {
    d.writePackedSVarint(1, [...ids]);
    d.writePackedSVarint(8, [...lats]);
    d.writePackedSVarint(
      9,
      ids.map(() => 0),
    );
  });
  const message = write((pbf) => {
    pbf.writeBytesField(
      1,
      write((table) => table.writeBytesField(1, new Uint8Array(0))),
    );
    pbf.writeBytesField(
      2,
      write((group) => group.writeBytesField(2, dense)),
    );
  });
  const ways = toBlock('OSMData', toBody(toDataMessage({ ways: DRAWN.ways ?? [] } satisfies Elements)));
  return joinBytes(toHeader(), ways, toBlock('OSMData', toBody(message, 'raw')));
};

/** 2 MB of zeros that say they are 1 kB. */
const BOMB = write((pbf) => {
  pbf.writeVarintField(2, 1000);
  pbf.writeBytesField(3, zlibSync(new Uint8Array(2_000_000), { level: 1 }));
});
const NO_ZLIB = write((pbf) => {
  pbf.writeVarintField(2, 100);
  pbf.writeBytesField(3, new Uint8Array(100).fill(7));
});
const FAR = 2 ** 52;

const HOSTILE: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp])[] = [
  ['cut off', SOUND.subarray(0, SOUND.length - 9), /byte \d+/],
  [
    'a block of 1 GB in 1 kB',
    joinBytes(toHeader(), toBlock('OSMData', new Uint8Array(1000), 2 ** 30)),
    /byte \d+/,
  ],
  ['1 GB to unpack from 1 kB', withBody(toBody(new Uint8Array(1000), 'zlib', 2 ** 30)), /byte \d+/],
  ['a bomb', withBody(BOMB), /byte \d+.*more than the 1000 bytes declared/],
  ['no zlib', withBody(NO_ZLIB), /byte \d+: expected a zlib stream/],
  [
    'ids that fall below −2^53',
    withNodes([-FAR, -FAR, -FAR]),
    /byte \d+: expected an id within ±\(2\^53 − 1\)/,
  ],
  ['ids that rise beyond 2^53', withNodes([FAR, FAR, FAR]), /byte \d+: expected an id within/],
  ['places that run off the globe', withNodes([1, 1], [-5e8, -9e8]), /byte \d+/],
  [
    'roads without one of their nodes',
    toPbf({ ways: DRAWN.ways ?? [] }),
    /expected roads on which one place/,
  ],
  [
    'entities in entities',
    new TextEncoder().encode('<!DOCTYPE osm [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><osm>&b;</osm>'),
    /byte \d+, line 1: expected OpenStreetMap XML without a document type/,
  ],
];

/** A folder with an import in it, and what it holds. */
async function makeBefore() {
  const folder = makeFolder();
  const [file, out] = [join(folder, 'drawn.osm'), join(folder, 'town')];
  writeFileSync(file, XML);
  await runLater(['import', 'osm', file, '--out', out]);
  const list = () => readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'hex')]);
  return { folder, file, out, list, before: list() };
}

describe('a file that means harm', () => {
  it.each(HOSTILE)('%s: is refused, and nothing is written', async (_, bytes, message) => {
    const folder = makeFolder();
    const [file, out] = [join(folder, 'bad.osm.pbf'), join(folder, 'none')];
    writeFileSync(file, bytes);
    const run = await runLater(['import', 'osm', file, '--out', out]);
    expect([run.code, run.out, existsSync(out)]).toEqual([3, '', false]);
    expect(run.err.replaceAll(/\s+/g, ' ')).toMatch(message);
    expect(run.err).toContain('bad.osm.pbf');
  });

  it('leaves an import before as it was', async () => {
    const { folder, out, list, before } = await makeBefore();
    const bad = join(folder, 'bad.osm.pbf');
    writeFileSync(bad, SOUND.subarray(0, SOUND.length - 9));
    expect((await runLater(['import', 'osm', bad, '--out', out])).code).toBe(3);
    expect(list()).toEqual(before);
    expect(before).toHaveLength(3);
  });
});

it('Ctrl-C ends an import with nothing written, and listens no longer', async () => {
  const { folder, file, out, list, before } = await makeBefore();
  const listeners = process.listenerCount('SIGINT');
  for (const target of [out, join(folder, 'new')]) {
    setImmediate(() => process.emit('SIGINT'));
    const run = await runLater(['import', 'osm', file, '--country', 'CN', '--out', target]);
    expect([run.code, run.out, run.err]).toEqual([130, '', 'interrupted: nothing was written\n']);
  }
  expect(list()).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(['drawn.osm', 'town']);
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});
