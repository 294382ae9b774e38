import type { Operation } from '../../../kernel/operation.ts';
import { deleteBucket } from '../../../store/s3/buckets.ts';
import { holdsObjects } from '../../../store/s3/objects.ts';
import { uploadsOf } from '../../../store/s3/uploads.ts';
import { holdBucket } from '../buckets/find-bucket.ts';
import { bucketNotEmpty, bucketNotEmptyOfVersions } from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { discardUpload } from '../writing/multipart.ts';

type Shapes = Operations['DeleteBucket'];

/** Uploads that were never completed go with the bucket. */
export const DeleteBucket: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  await call.rooms.database.write(async (tx) => {
    const bucket = await holdBucket(tx, input, call);
    if (await holdsObjects(tx, bucket.name)) {
      throw bucket.versioning === null ? bucketNotEmpty(bucket.name) : bucketNotEmptyOfVersions(bucket.name);
    }
    for (const uploadId of await uploadsOf(tx, bucket.name)) await discardUpload(tx, call.rooms, uploadId);
    await deleteBucket(tx, bucket.name);
  });
  return {};
};
