import { createHash } from 'node:crypto';
import { beginChecksum, type ChecksumAlgorithm, checksum as sumOf } from '../../../kernel/checksum.ts';
import type { ObjectChecksum } from '../../../store/s3/objects.ts';
import type { UploadPart } from '../../../store/s3/uploads.ts';
import { entityTooSmall, invalidPart, invalidPartOrder, malformedXml } from '../errors.ts';
import type { CompletedPart } from '../shapes.ts';
import { MIN_PART_SIZE } from './multipart.ts';

/** The parts a client lists, in its order, out of those that were uploaded; or the error that is due. */
export function chooseParts(listed: readonly CompletedPart[], uploaded: readonly UploadPart[]): UploadPart[] {
  if (listed.length === 0) throw malformedXml();
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const chosen = listed.map(({ PartNumber: number = 0, ETag: etag = '' }, index) => {
    if (index > 0 && number <= (listed[index - 1]?.PartNumber ?? 0)) throw invalidPartOrder();
    const part = byNumber.get(number);
    if (part === undefined || part.etag !== etag.replaceAll('"', '')) throw invalidPart();
    return part;
  });
  for (const { number, size } of chosen.slice(0, -1)) {
    if (size < MIN_PART_SIZE) throw entityTooSmall(number, size);
  }
  return chosen;
}

/** The checksums that a client lists beside its parts must be those of the parts. */
export function checkListedSums(
  listed: readonly CompletedPart[],
  chosen: readonly UploadPart[],
  algorithm: ChecksumAlgorithm | undefined,
): void {
  if (algorithm === undefined) return;
  chosen.forEach((part, index) => {
    const said = listed[index]?.[`Checksum${algorithm}`];
    if (said !== undefined && said !== part.checksum) throw invalidPart();
  });
}

/** MD5 of the parts' MD5s, and how many they are. */
export function etagOf(parts: readonly UploadPart[]): string {
  const sum = createHash('md5');
  for (const { etag } of parts) sum.update(Buffer.from(etag, 'hex'));
  return `${sum.digest('hex')}-${parts.length}`;
}

/** Checksum of the parts' checksums, and how many they are. */
export function compositeSum(algorithm: ChecksumAlgorithm, parts: readonly UploadPart[]): ObjectChecksum {
  const sums = Buffer.concat(parts.map(({ checksum }) => Buffer.from(checksum ?? '', 'base64')));
  return { algorithm, value: `${sumOf(algorithm, sums)}-${parts.length}`, type: 'COMPOSITE' };
}

/** Checksum of the whole object, read part by part. */
export async function fullSum(algorithm: ChecksumAlgorithm, bytes: AsyncIterable<Buffer>): Promise<ObjectChecksum> {
  const sum = beginChecksum(algorithm);
  for await (const chunk of bytes) sum.update(chunk);
  return { algorithm, value: sum.digest().toString('base64'), type: 'FULL_OBJECT' };
}
