/**
 * The folder of an imported network: `dataset.json`, its label, names the file of the network beside it. The file is
 * written first under a name of its own bytes, so that the label always names a whole one.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DataError,
  readNetwork,
  toImportedDocument,
  toJsonText,
  writeNetwork,
  type ImportedDocument,
  type ImportedNetwork,
} from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { toReason } from './files.ts';
import { replaceFile } from './write.ts';

const LABEL = 'dataset.json';
const SCHEMA = 'beltway/imported@1';
const VERSIONS = /^beltway\/imported@/;
const NETWORK = /^network-[0-9a-f]{8}\.bin$/;
const MAX_LABEL_CHARS = 16 * 1024 * 1024;

type Label = Pick<ImportedDocument, 'schema' | 'network'>;

/** The network file of a folder, whatever its label says. */
function findNetworkFile(folder: string): string | undefined {
  try {
    return readdirSync(folder).find((name) => NETWORK.test(name));
  } catch {
    return undefined;
  }
}

function readLabel(folder: string): Partial<Label> | null {
  try {
    const text = readFileSync(join(folder, LABEL), 'utf8').slice(0, MAX_LABEL_CHARS);
    return JSON.parse(text) as Partial<Label> | null;
  } catch {
    return null;
  }
}

/** Throws Failure for a network without the label that this version writes: it is no data set of another kind. */
function refuseLabel(folder: string, schema: unknown): void {
  const path = join(folder, LABEL);
  if (typeof schema === 'string' && VERSIONS.test(schema))
    throw new Failure(
      EXIT.data,
      `${path}: a network of ${schema}, this version reads ${SCHEMA}: import the map again`,
    );
  const network = findNetworkFile(folder);
  if (network !== undefined)
    throw new Failure(
      EXIT.data,
      `${path}: expected the label of ${network}, found none: import the map again`,
    );
}

/** The label of a folder; null where it is none of an imported network. Throws Failure for one that is broken. */
function findLabel(folder: string): Label | null {
  const label = readLabel(folder);
  if (label?.schema === SCHEMA) return { schema: SCHEMA, network: label.network ?? null };
  refuseLabel(folder, label?.schema);
  return null;
}

/** Whether a folder holds an imported network. */
export function isNetworkFolder(folder: string): boolean {
  return findLabel(folder) !== null;
}

/** Throws Failure for a folder that holds anything but an imported network: nothing of it is overwritten. */
export function checkTarget(folder: string): void {
  if (!existsSync(folder) || VERSIONS.test(String(readLabel(folder)?.schema))) return;
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new Failure(EXIT.usage, `${folder}: expected a folder (${toReason(error)})`);
  }
  if (names.length > 0) {
    throw new Failure(
      EXIT.usage,
      `${folder}: expected no folder yet, an empty one, or one of an import before`,
    );
  }
}

/** File that goes with a network wherever it goes: what must be said, and the licence. */
export const LICENCE = 'LICENSE';

/** Its two lines. */
export function toLicenceText({ notes }: ImportedNetwork): string {
  return `${notes.attribution}\n${notes.licence}\n`;
}

/** What such a file in a folder says; null where there is none of two lines. */
export function findLicence(
  folder: string,
): { readonly attribution: string; readonly licence: string } | null {
  try {
    const [attribution, licence, ...more] = readFileSync(join(folder, LICENCE), 'utf8').trim().split('\n');
    const isOurs = attribution !== undefined && licence !== undefined && more.length === 0;
    return isOurs ? { attribution, licence } : null;
  } catch {
    return null;
  }
}

/** Writes a network; an import before in the same folder goes. Throws Failure where it cannot. */
export function writeNetworkFolder(network: ImportedNetwork, folder: string): ImportedDocument {
  const bytes = writeNetwork(network);
  const crc = new DataView(bytes.buffer).getUint32(8, true).toString(16).padStart(8, '0');
  const document = toImportedDocument(network, `network-${crc}.bin`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(EXIT.failed, `${folder}: cannot be made (${toReason(error)})`);
  }
  replaceFile(join(folder, document.network ?? ''), bytes);
  replaceFile(join(folder, LICENCE), toLicenceText(network));
  replaceFile(join(folder, LABEL), toJsonText(document));
  for (const name of readdirSync(folder)) {
    if (NETWORK.test(name) && name !== document.network) rmSync(join(folder, name), { force: true });
  }
  return document;
}

/** SHA-256 of the network of a folder, in hex. Throws Failure for one that cannot be read. */
export function digestNetworkFolder(folder: string): string {
  const path = join(folder, findLabel(folder)?.network ?? '');
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    throw new Failure(EXIT.data, `${path}: expected a file that can be read, found ${toReason(error)}`);
  }
}

/** The network of a folder. Throws Failure for one that cannot be read, and where it is broken. */
export function openNetworkFolder(folder: string): ImportedNetwork {
  const name = findLabel(folder)?.network ?? '';
  if (!NETWORK.test(name))
    throw new Failure(EXIT.data, `${join(folder, LABEL)}: expected it to name a network file`);
  const path = join(folder, name);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Failure(EXIT.data, `${path}: expected a file that can be read, found ${toReason(error)}`);
  }
  try {
    return readNetwork(bytes, path);
  } catch (error) {
    if (error instanceof DataError) throw new Failure(EXIT.data, `${folder}: not a network`, error.problems);
    throw error;
  }
}
