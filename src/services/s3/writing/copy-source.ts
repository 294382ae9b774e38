import type { Readable } from 'node:stream';
import type { Call } from '../../../kernel/operation.ts';
import type { Bucket } from '../../../store/s3/buckets.ts';
import type { ObjectVersion } from '../../../store/s3/objects.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { rangeOf } from '../reading/byte-range.ts';
import { checkCopyConditions } from '../reading/conditions.ts';
import { openObject } from '../reading/find-object.ts';
import type { S3Rooms } from '../rooms.ts';
import { MAX_SINGLE_UPLOAD } from './keep-object.ts';

/** What CopyObject and UploadPartCopy alike say of what they copy. */
export interface CopyRequest {
  readonly CopySource: string;
  readonly CopySourceIfMatch?: string | undefined;
  readonly CopySourceIfNoneMatch?: string | undefined;
  readonly CopySourceIfModifiedSince?: Date | undefined;
  readonly CopySourceIfUnmodifiedSince?: Date | undefined;
  readonly CopySourceRange?: string | undefined;
  readonly ExpectedSourceBucketOwner?: string | undefined;
}

export interface Source {
  readonly bucket: Bucket;
  readonly version: ObjectVersion;
  readonly body: Readable;
}

/** `bucket/key?versionId=...`, percent-encoded, with or without a leading slash. */
export function readCopySource(header: string) {
  const [path = '', query = ''] = header.split('?versionId=');
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decode(path, header)) ?? [];
  if (bucket === undefined || key === undefined) throw wrong(header);
  return { bucket, key, versionId: query === '' ? undefined : query };
}

export async function openSource(request: CopyRequest, call: Call<S3Rooms>): Promise<Source> {
  const address = readCopySource(request.CopySource);
  const expected = { Bucket: address.bucket, ExpectedBucketOwner: request.ExpectedSourceBucketOwner };
  const bucket = await requireBucket(expected, call);
  const { version, body } = await openObject(call.rooms, address, (found) => {
    checkCopyConditions(conditionsOf(request), found);
    const range = copyRange(request.CopySourceRange, found.size);
    if (range.end - range.start + 1 > MAX_SINGLE_UPLOAD) {
      throw invalidRequest(
        `The specified copy source is larger than the maximum allowable size for a copy source: ${MAX_SINGLE_UPLOAD}`,
      );
    }
    return { range };
  });
  return { bucket, version, body };
}

function conditionsOf(request: CopyRequest) {
  return {
    IfMatch: request.CopySourceIfMatch,
    IfNoneMatch: request.CopySourceIfNoneMatch,
    IfModifiedSince: request.CopySourceIfModifiedSince,
    IfUnmodifiedSince: request.CopySourceIfUnmodifiedSince,
  };
}

/** Here, unlike in a read, both ends must be named and lie within the object. */
function copyRange(header: string | undefined, size: number) {
  if (header === undefined) return { start: 0, end: size - 1 };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? [];
  const range = first === undefined ? undefined : rangeOf(header, size);
  if (range === undefined || Number(last) >= size) {
    throw invalidArgument(
      `The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy`,
      'x-amz-copy-source-range',
      header,
    );
  }
  return range;
}

function decode(path: string, header: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw wrong(header);
  }
}

function wrong(header: string) {
  return invalidArgument(
    'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    'x-amz-copy-source',
    header,
  );
}
