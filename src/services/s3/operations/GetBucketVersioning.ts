import type { Operation } from '../../../kernel/operation.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetBucketVersioning'];

export const GetBucketVersioning: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { versioning } = await requireBucket(input, call);
  return versioning === null ? {} : { Status: versioning };
};
