import type { Operation } from '../../../kernel/operation.ts';
import { checkAcl } from '../access-control.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['PutBucketAcl'];

/** The list that remains after the check is the one every bucket has, so there is nothing to keep. */
export const PutBucketAcl: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    await checkAcl(reader, bucket.name, input, call);
    return {};
  });
