import type { Call } from '../../../kernel/operation.ts';
import type { Reader, Tx } from '../../../store/database.ts';
import { type Bucket, findBucket, lockBucket } from '../../../store/s3/buckets.ts';
import { accessDenied, noSuchBucket } from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';

/** What requests say of a bucket. */
export interface BucketRequest {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

/**
 * The bucket of a request, which must be the caller's own.
 *
 * Gaps: bucket policies are kept and not evaluated, so nobody is let into another account's bucket and nobody is locked out of their
 * own; a bucket answers requests signed for any region.
 */
export async function requireBucket(request: BucketRequest, call: Call<S3Rooms>): Promise<Bucket> {
  const bucket = await call.rooms.database.read((reader) => findBucket(reader, request.Bucket));
  return own(bucket, request, call);
}

/** The same within a transaction that is to change the bucket. */
export async function holdBucket(tx: Tx, request: BucketRequest, call: Call<S3Rooms>): Promise<Bucket> {
  return own(await lockBucket(tx, request.Bucket), request, call);
}

export async function readBucket(reader: Reader, request: BucketRequest, call: Call<S3Rooms>): Promise<Bucket> {
  return own(await findBucket(reader, request.Bucket), request, call);
}

function own(bucket: Bucket | undefined, request: BucketRequest, call: Call<S3Rooms>): Bucket {
  if (bucket === undefined) throw noSuchBucket(request.Bucket);
  if (bucket.account !== call.account) throw accessDenied();
  if (request.ExpectedBucketOwner !== undefined && request.ExpectedBucketOwner !== bucket.account) throw accessDenied();
  return bucket;
}
