/** CRC-32 (ISO 3309, as in gzip and PNG), eight bytes at a time. */

const POLYNOMIAL = 0xedb8_8320;
const LANES = 8;

/** TABLE[256 × k + b]: what byte b does, followed by k zero bytes. Signed, as the sums of the loop are. */
const TABLE = makeTable();

function makeTable(): Int32Array {
  const table = new Int32Array(256 * LANES);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ ((value & 1) === 1 ? POLYNOMIAL : 0);
    table[byte] = value;
  }
  for (let i = 256; i < table.length; i += 1) {
    const before = table[i - 256] as number;
    table[i] = (before >>> 8) ^ (table[before & 0xff] as number);
  }
  return table;
}

/**
 * The checksum of bytes.
 *
 * @example
 * toCrc32(new TextEncoder().encode('123456789')).toString(16); // → 'cbf43926'
 */
export function toCrc32(bytes: Uint8Array): number {
  const at = (lane: number, byte: number): number => TABLE[256 * lane + byte] as number;
  let crc = -1;
  let i = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (; i + LANES <= bytes.length; i += LANES) {
    const low = view.getInt32(i, true) ^ crc;
    const high = view.getInt32(i + 4, true);
    crc =
      at(7, low & 0xff) ^
      at(6, (low >>> 8) & 0xff) ^
      at(5, (low >>> 16) & 0xff) ^
      at(4, low >>> 24) ^
      at(3, high & 0xff) ^
      at(2, (high >>> 8) & 0xff) ^
      at(1, (high >>> 16) & 0xff) ^
      at(0, high >>> 24);
  }
  for (; i < bytes.length; i += 1) crc = (crc >>> 8) ^ at(0, (crc ^ (bytes[i] as number)) & 0xff);
  return ~crc >>> 0;
}
