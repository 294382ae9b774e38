import type { Operation } from '../../../kernel/operation.ts';
import { ownersAcl } from '../access-control.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { requireObject } from '../reading/find-object.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetObjectAcl'];

export const GetObjectAcl: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    await requireObject(reader, { bucket: bucket.name, key: input.Key, versionId: input.VersionId });
    return ownersAcl(bucket.account);
  });
