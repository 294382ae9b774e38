import type { Operation } from '../../../kernel/operation.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['HeadBucket'];

export const HeadBucket: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { region } = await requireBucket(input, call);
  return { BucketRegion: region, AccessPointAlias: false };
};
