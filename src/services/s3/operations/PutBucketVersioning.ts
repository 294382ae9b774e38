import type { Operation } from '../../../kernel/operation.ts';
import { setVersioning } from '../../../store/s3/buckets.ts';
import { holdBucket } from '../buckets/find-bucket.ts';
import { malformedXml } from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['PutBucketVersioning'];

/** Gaps: deletion is not guarded by MFA. */
export const PutBucketVersioning: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { Status: status } = input.VersioningConfiguration;
  if (status === undefined) throw malformedXml();
  await call.rooms.database.write(async (tx) => {
    const bucket = await holdBucket(tx, input, call);
    await setVersioning(tx, bucket.name, status);
  });
  return {};
};
