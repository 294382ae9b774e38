import type { Operation } from '../../../kernel/operation.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import { openObject } from '../reading/find-object.ts';
import { answerRead, chooseRange } from '../reading/read-object.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetObject'];

export const GetObject: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const bucket = await requireBucket(input, call);
  const address = { bucket: bucket.name, key: input.Key, versionId: input.VersionId };
  const { version, body, choice } = await openObject(call.rooms, address, (found, contents) =>
    chooseRange(input, found, contents),
  );
  return { ...answerRead(input, bucket, version, choice), Body: body };
};
