/** What a report's file may do, said in the file: nothing but show itself with its own style. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Bytes in base 64 (RFC 4648).
 *
 * @example
 * toBase64(new Uint8Array([77, 97])); // → 'TWE='
 */
export function toBase64(bytes: Uint8Array): string {
  const groups = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) =>
    bytes.subarray(3 * i, 3 * i + 3),
  );
  return groups
    .map((group) => {
      const [a = 0, b = 0, c = 0] = group;
      const value = a * 65_536 + b * 256 + c;
      const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt(Math.floor(value / 2 ** shift) % 64));
      return `${digits.slice(0, group.length + 1).join('')}${'='.repeat(3 - group.length)}`;
    })
    .join('');
}

/** Content security policy of a file with one style; blocks of data are no scripts. */
export function toPolicy(style: string): string {
  const hash = toBase64(sha256(utf8ToBytes(style)));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
