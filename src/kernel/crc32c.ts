/** CRC-32C (Castagnoli). `value` is the sum of what came before. */
export function crc32c(bytes: Uint8Array, value: number): number {
  let sum = ~value;
  for (let index = 0; index < bytes.length; index += 1) {
    sum = (TABLE[(sum ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}

const POLYNOMIAL = 0x82f63b78;
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => remainder(byte));

function remainder(byte: number): number {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
}
