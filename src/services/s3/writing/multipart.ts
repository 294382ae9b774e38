import type { Readable } from 'node:stream';
import { type ChecksumAlgorithm, isChecksumAlgorithm } from '../../../kernel/checksum.ts';
import type { Call } from '../../../kernel/operation.ts';
import type { Reader, Tx } from '../../../store/database.ts';
import { dropContent, dropContents, insertContent } from '../../../store/s3/contents.ts';
import {
  deleteUpload,
  findUpload,
  lockUpload,
  putPart,
  type Upload,
  type UploadPart,
} from '../../../store/s3/uploads.ts';
import { type BucketRequest, readBucket } from '../buckets/find-bucket.ts';
import { invalidArgument, noSuchUpload } from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';
import { MAX_SINGLE_UPLOAD } from './keep-object.ts';

export const MAX_PARTS = 10_000;
export const MIN_PART_SIZE = 5 * 1024 * 1024;

/** What every request about an upload says. */
export interface UploadRequest extends BucketRequest {
  readonly Key: string;
  readonly UploadId: string;
}

/** The upload of a request, which must be of that bucket and key. */
export async function requireUpload(reader: Reader, request: UploadRequest, call: Call<S3Rooms>): Promise<Upload> {
  await readBucket(reader, request, call);
  return matching(await findUpload(reader, request.UploadId), request);
}

/** The same within a transaction that is to change it. */
export async function holdUpload(tx: Tx, request: UploadRequest, call: Call<S3Rooms>): Promise<Upload> {
  await readBucket(tx, request, call);
  return matching(await lockUpload(tx, request.UploadId), request);
}

function matching(upload: Upload | undefined, { Bucket, Key, UploadId }: UploadRequest): Upload {
  if (upload === undefined || upload.bucket !== Bucket || upload.key !== Key) throw noSuchUpload(UploadId);
  return upload;
}

/** Writes a part; one of the same number is replaced. */
export async function keepPart(
  request: UploadRequest & { readonly PartNumber: number },
  body: Readable | Uint8Array,
  call: Call<S3Rooms>,
): Promise<{ readonly upload: Upload; readonly part: UploadPart }> {
  const { rooms } = call;
  const number = checkPartNumber(request.PartNumber);
  const before = await rooms.database.read((reader) => requireUpload(reader, request, call));
  const options = { checksum: partChecksumOf(before), limit: MAX_SINGLE_UPLOAD };
  return rooms.files.write(body, options, (content) =>
    rooms.database.write(async (tx) => {
      const upload = await holdUpload(tx, request, call);
      const replaced = await dropContent(tx, upload.id, number);
      tx.afterCommit(() => void rooms.files.remove(replaced));
      const etag = content.md5.toString('hex');
      const part = {
        number,
        size: content.size,
        etag,
        checksum: content.checksum ?? null,
        modified: rooms.clock.now(),
      };
      await putPart(tx, upload.id, part);
      await insertContent(tx, upload.id, { id: content.id, size: content.size, position: number });
      return { upload, part };
    }),
  );
}

export function partChecksumOf({ facts }: Upload): ChecksumAlgorithm | undefined {
  const { algorithm } = facts.checksum ?? {};
  return isChecksumAlgorithm(algorithm) ? algorithm : undefined;
}

/** `ChecksumCRC32` and its like, of one part. */
export function partChecksum(upload: Upload, { checksum }: UploadPart): Record<string, string> {
  const { algorithm } = upload.facts.checksum ?? {};
  return algorithm === undefined || checksum === null ? {} : { [`Checksum${algorithm}`]: checksum };
}

function checkPartNumber(number: number): number {
  if (number >= 1 && number <= MAX_PARTS) return number;
  const message = `Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`;
  throw invalidArgument(message, 'partNumber', String(number));
}

/** An upload with all its parts; the files go once that is committed. */
export async function discardUpload(tx: Tx, rooms: S3Rooms, uploadId: string): Promise<void> {
  const files = await dropContents(tx, uploadId);
  await deleteUpload(tx, uploadId);
  tx.afterCommit(() => void rooms.files.remove(files));
}
