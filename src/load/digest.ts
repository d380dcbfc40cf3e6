/** The name of a data set's content: SHA-256 over its files in a canonical form. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { byCodeUnit, type JsonFile } from './folder.ts';

/**
 * Hex digest of files, sorted by name, each as one line of name and one of JSON with sorted keys: line
 * ends, blanks, key order and a byte order mark change nothing, every value does.
 */
export function toDigest(files: readonly JsonFile[]): string {
  const hash = sha256.create();
  for (const { file, value } of files.toSorted((a, b) => byCodeUnit(a.file, b.file))) {
    hash.update(utf8ToBytes(`${file}\n${toCanonical(value)}\n`));
  }
  return bytesToHex(hash.digest());
}

function toCanonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${toCanonical(item)}`;
    return `[${text}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(record).toSorted(byCodeUnit))
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${toCanonical(record[key])}`;
  return `{${text}}`;
}
