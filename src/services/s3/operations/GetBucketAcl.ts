import type { Operation } from '../../../kernel/operation.ts';
import { ownersAcl } from '../access-control.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetBucketAcl'];

export const GetBucketAcl: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    return ownersAcl(bucket.account);
  });
