import type { Operation } from '../../../kernel/operation.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import type { S3Rooms } from '../rooms.ts';
import type { BucketLocationConstraint, Operations } from '../shapes.ts';

type Shapes = Operations['GetBucketLocation'];

/** The oldest region has no name here. */
export const GetBucketLocation: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { region } = await requireBucket(input, call);
  return region === 'us-east-1' ? {} : { LocationConstraint: region as BucketLocationConstraint };
};
