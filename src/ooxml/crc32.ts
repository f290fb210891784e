const POLYNOMIAL = 0xedb88320;
const SLICES = 8;

// Slicing by eight: table k gives the effect of a byte that is k places further from the end.
const TABLES = (() => {
  const tables = Array.from({ length: SLICES }, () => new Uint32Array(256));
  const [first] = tables;
  if (first === undefined) return tables;
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    }
    first[byte] = remainder >>> 0;
  }
  for (let slice = 1; slice < SLICES; slice++) {
    const before = tables[slice - 1];
    const table = tables[slice];
    if (before === undefined || table === undefined) continue;
    for (let byte = 0; byte < 256; byte++) {
      const value = before[byte] ?? 0;
      table[byte] = ((value >>> 8) ^ (first[value & 0xff] ?? 0)) >>> 0;
    }
  }
  return tables;
})();

const EMPTY = new Uint32Array(256);
const [
  T0 = EMPTY,
  T1 = EMPTY,
  T2 = EMPTY,
  T3 = EMPTY,
  T4 = EMPTY,
  T5 = EMPTY,
  T6 = EMPTY,
  T7 = EMPTY,
] = TABLES;

/**
 * The checksum of the zip format (CRC-32, ISO 3309), of `bytes` or continuing from `previous`.
 *
 * @returns an unsigned 32-bit integer
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  let at = 0;
  const whole = bytes.length - (bytes.length % SLICES);
  for (; at < whole; at += SLICES) {
    const low =
      crc ^
      ((bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24));
    crc =
      (T7[low & 0xff] ?? 0) ^
      (T6[(low >>> 8) & 0xff] ?? 0) ^
      (T5[(low >>> 16) & 0xff] ?? 0) ^
      (T4[low >>> 24] ?? 0) ^
      (T3[bytes[at + 4] ?? 0] ?? 0) ^
      (T2[bytes[at + 5] ?? 0] ?? 0) ^
      (T1[bytes[at + 6] ?? 0] ?? 0) ^
      (T0[bytes[at + 7] ?? 0] ?? 0);
  }
  for (; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (T0[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return ~crc >>> 0;
}
