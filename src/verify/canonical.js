/** Canonical JSON text (sorted keys, no blanks) and its SHA-256: the checker's own, apart from the maker's. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
/** JSON text of a plain value with every object's keys sorted by code units. */
export function toCanonicalText(value) {
    if (Array.isArray(value))
        return `[${value.map(toCanonicalText).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${toCanonicalText(entry)}`).join(',')}}`;
}
/** SHA-256 of a text's UTF-8 bytes in hexadecimal. */
export function digestOfText(value) {
    return bytesToHex(sha256(utf8ToBytes(value)));
}
