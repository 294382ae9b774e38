import type { Operation } from '../../../kernel/operation.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { requireObject } from '../reading/find-object.ts';
import { versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetObjectTagging'];

export const GetObjectTagging: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const version = await requireObject(reader, { bucket: bucket.name, key: input.Key, versionId: input.VersionId });
    return { VersionId: versionIdOf(bucket, version), TagSet: version.facts.tags ?? [] };
  });
