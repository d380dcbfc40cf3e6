/** `beltway import osm`: a folder is written whole or not at all, and what is wrong is told. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSchemaDoor } from '../../src/load/schemas.ts';
import { readNetwork } from '../../src/import/file/read.ts';
import { ANSWER_SCHEMAS, type ImportedDocument } from '../../src/index.ts';
import { makeFolder, runLater } from '../cli/run.ts';
import { drawXml } from './drawn-map.ts';

const DRAWN = drawXml({
  map: 'a-b-c\n  | |\n  d-e',
  ways: '| nodes | name |\n| abc | 大道 |\n| bdec | |',
});

/** A folder with the drawn map in it. */
function makePlace(xml = DRAWN): { readonly file: string; readonly out: string; readonly folder: string } {
  const folder = makeFolder();
  const file = join(folder, 'drawn.osm');
  writeFileSync(file, xml);
  return { file, out: join(folder, 'drawn'), folder };
}

const list = (out: string): readonly string[] => (existsSync(out) ? readdirSync(out).toSorted() : []);

describe('import osm', () => {
  it('tells what it would make and writes nothing where no folder is named', async () => {
    const { file, folder } = makePlace();
    const { code, out, err } = await runLater(['import', 'osm', file]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('3 nodes and 3 links');
    expect(out).toContain('Nothing was written');
    expect(out).toContain('© OpenStreetMap contributors');
    expect(list(folder)).toEqual(['drawn.osm']);
  });

  it('writes a folder with its licence, a label and a network that fits it', async () => {
    const { file, out } = makePlace();
    const run = await runLater(['import', 'osm', file, '--country', 'cn', '--out', out, '--format', 'json']);
    expect(run.code).toBe(0);
    const document = JSON.parse(run.out) as ImportedDocument;
    expect(ANSWER_SCHEMAS['imported']?.safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({ schema: 'beltway/imported@1', title: 'drawn', country: 'CN' });
    expect(list(out)).toEqual(['LICENSE', 'dataset.json', document.network]);
    expect(JSON.parse(readFileSync(join(out, 'dataset.json'), 'utf8'))).toEqual(document);
    expect(readFileSync(join(out, 'LICENSE'), 'utf8')).toContain('Open Database Licence');
    const network = readNetwork(readFileSync(join(out, document.network ?? '')), 'x');
    expect(network.notes.counts).toEqual(document.counts);
  });

  it('replaces an import before, and nothing else', async () => {
    const { file, out, folder } = makePlace();
    await runLater(['import', 'osm', file, '--out', out]);
    const before = list(out);
    const again = await runLater(['import', 'osm', file, '--country', 'DE', '--out', out]);
    expect([again.code, list(out).length]).toEqual([0, 3]);
    expect(list(out)).not.toEqual(before);
    const other = await runLater(['import', 'osm', file, '--out', folder]);
    expect([other.code, other.err]).toEqual([
      2,
      `${folder}: expected no folder yet, an empty one, or one of an import before\n`,
    ]);
  });

  it('writes nothing for a broken file', async () => {
    const { file, out, folder } = makePlace(DRAWN.slice(0, -20));
    const run = await runLater(['import', 'osm', file, '--out', out]);
    expect([run.code, run.out, list(folder)]).toEqual([3, '', ['drawn.osm']]);
    expect(run.err).toMatch(/^drawn\.osm: byte \d+, line \d+: expected well-formed XML/);
  });

  it.each([
    [['nowhere.osm'], 3, 'nowhere.osm: expected a file that can be read, found ENOENT'],
    [['.'], 3, '.: expected a regular file'],
    [['FILE', '--country', 'XX'], 2, 'a country of the road rules'],
    [['FILE', '--country', 'Portugal'], 2, 'Two letters expected'],
    [['FILE', '--bbox', '1,2,3'], 2, 'West, south, east, north'],
    [['FILE', '--bbox', '3,2,1,4'], 2, 'a box over 180° is two boxes'],
    [['FILE', '--bbox', '1,4,3,2'], 2, 'e.g. 113,22.5,114,23.5.'],
    [['FILE', '--bbox', '1,2,3,4'], 3, 'expected roads within 1,2,3,4, found roads within 11'],
    [['FILE', '--rules', 'FILE'], 3, 'not road rules'],
  ])('%s ends with %i', async (words, code, message) => {
    const { file } = makePlace();
    const run = await runLater(['import', 'osm', ...words.map((word) => (word === 'FILE' ? file : word))]);
    expect(run.code).toBe(code);
    expect(run.err).toContain(message);
  });

  it('keeps islands, and takes a title, where asked to', async () => {
    const { file } = makePlace(
      DRAWN.replace(
        '</osm>',
        '<way id="900"><nd ref="1"/><nd ref="2"/><tag k="highway" v="road"/><tag k="oneway" v="yes"/></way></osm>',
      ),
    );
    const options = ['--keep-islands', '--title', 'My town', '--format', 'json'];
    const run = await runLater(['import', 'osm', file, ...options]);
    expect(JSON.parse(run.out)).toMatchObject({ title: 'My town', network: null, counts: { links: 4 } });
  });

  it('has published forms', () => {
    const door = createSchemaDoor(ANSWER_SCHEMAS);
    expect(JSON.stringify(door.toJsonSchema('imported'))).toContain('ISO 3166-1');
  });
});
