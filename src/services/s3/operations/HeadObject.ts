import type { Operation } from '../../../kernel/operation.ts';
import { contentsOf } from '../../../store/s3/contents.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { requireObject } from '../reading/find-object.ts';
import { answerRead, chooseRange } from '../reading/read-object.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['HeadObject'];

export const HeadObject: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const version = await requireObject(reader, { bucket: bucket.name, key: input.Key, versionId: input.VersionId });
    const contents = input.PartNumber === undefined ? [] : await contentsOf(reader, version.id);
    return answerRead(input, bucket, version, chooseRange(input, version, contents));
  });
