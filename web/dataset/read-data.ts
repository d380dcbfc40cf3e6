/** Reads the data folder while the page is built, checks it with the loader and packs it. Not part of the page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadDataset, toSentence } from '../../src/index.ts';
import { pack, type Pack } from './pack.ts';
import { unpack, unpackNotes } from './unpack.ts';

const DATA_FILE = /\.(?:geo)?json$/;

/** Names of the data files below a folder, with `/` between their parts. */
function listDataFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => DATA_FILE.test(name))
    .map((name) => name.replaceAll(sep, '/'))
    .toSorted();
}

/** The packed data of a folder. Throws with the loader's sentences where the data are not sound. */
export function packFolder(folder: string): Pack {
  const texts = new Map(
    listDataFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const { dataset, problems } = loadDataset(texts);
  if (dataset === null)
    throw new Error([`${folder}: not a data set`, ...problems.map(toSentence)].join('\n'));
  const packed = pack(dataset);
  if (isDeepStrictEqual(unpackNotes(unpack(packed.core), packed.notes), dataset)) return packed;
  throw new Error(`${folder}: packed, it does not come back as it was: web/dataset/ leaves something out`);
}
