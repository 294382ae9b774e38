import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c.ts';
import { Crc64Nvme } from './crc64-nvme.ts';

/** The checksums that S3's clients send with what they upload. */
export const CHECKSUM_ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256', 'SHA512', 'MD5'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** A checksum under way. */
export interface Checksum {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

export function isChecksumAlgorithm(name: string | undefined): name is ChecksumAlgorithm {
  return CHECKSUM_ALGORITHMS.some((algorithm) => algorithm === name);
}

export function beginChecksum(algorithm: ChecksumAlgorithm): Checksum {
  switch (algorithm) {
    case 'CRC32':
      return crcOf32Bits((bytes, value) => crc32(bytes, value));
    case 'CRC32C':
      return crcOf32Bits(crc32c);
    case 'CRC64NVME':
      return new Crc64Nvme();
    default:
      return hashOf(algorithm.toLowerCase());
  }
}

/** Base64, as it stands in `x-amz-checksum-*`. */
export function checksum(algorithm: ChecksumAlgorithm, bytes: Uint8Array): string {
  const sum = beginChecksum(algorithm);
  sum.update(bytes);
  return sum.digest().toString('base64');
}

function crcOf32Bits(step: (bytes: Uint8Array, value: number) => number): Checksum {
  let value = 0;
  return {
    update: (bytes) => {
      value = step(bytes, value);
    },
    digest: () => {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(value);
      return digest;
    },
  };
}

function hashOf(name: string): Checksum {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}
