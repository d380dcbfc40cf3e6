/** How a certificate is written: one canonical text, and digests over such texts. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Certificate } from '../model/certificate.ts';

/** An object with its keys in code-unit order, all the way down. */
function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).toSorted();
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(keys.map((key) => [key, withSortedKeys(record[key])]));
}

/** SHA-256 of a text's UTF-8 bytes in hexadecimal. */
export function digestText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Adds the digest of everything else. */
export function signCertificate(unsigned: Omit<Certificate, 'digest'>): Certificate {
  return { ...unsigned, digest: digestText(JSON.stringify(withSortedKeys(unsigned))) };
}

/** The only bytes of a certificate's file that the checker accepts: keys sorted, no blanks, one line feed. *
 * @example
 * const { dataset } = loadDataset(new Map());
 * const place = { id: '113.2,23.4', at: [113.2, 23.4] as const };
 * const request = { scenario: '2010-12', vehicleClass: 'car', traffic: 'free', origin: place, plants: [place] };
 * const question = { ...request, mode: 'any', cutoffMs: 3600000 } as const;
 * dataset === null ? null : toCertificateText(makeCertificate(dataset, question)).endsWith('}\n'); // → null
 */
export function toCertificateText(certificate: Certificate): string {
  return `${JSON.stringify(withSortedKeys(certificate))}\n`;
}
