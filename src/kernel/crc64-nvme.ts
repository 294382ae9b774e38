/** CRC-64/NVME, in two halves of 32 bits: numbers are several times faster than BigInt here. */
export class Crc64Nvme {
  #high = -1;
  #low = -1;

  update(bytes: Uint8Array): void {
    let high = this.#high;
    let low = this.#low;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = (low ^ (bytes[index] ?? 0)) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (LOW[byte] ?? 0);
      high = (high >>> 8) ^ (HIGH[byte] ?? 0);
    }
    this.#high = high;
    this.#low = low;
  }

  digest(): Buffer {
    const digest = Buffer.alloc(8);
    digest.writeInt32BE(~this.#high, 0);
    digest.writeInt32BE(~this.#low, 4);
    return digest;
  }
}

const POLYNOMIAL = 0x9a6c9329ac4bc9b5n;
const TABLE = Array.from({ length: 256 }, (_, byte) => remainder(BigInt(byte)));
const HIGH = Int32Array.from(TABLE, (value) => Number(BigInt.asIntN(32, value >> 32n)));
const LOW = Int32Array.from(TABLE, (value) => Number(BigInt.asIntN(32, value)));

function remainder(byte: bigint): bigint {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1n ? (rest >> 1n) ^ POLYNOMIAL : rest >> 1n;
  return rest;
}
