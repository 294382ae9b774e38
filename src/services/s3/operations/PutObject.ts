import type { Operation } from '../../../kernel/operation.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import { permitBy } from '../reading/conditions.ts';
import { checksumMembers, encryptionOf, quoted, versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { authorOf } from '../writing/author.ts';
import { keepObject } from '../writing/keep-object.ts';
import { checksumAlgorithmOf, factsOf } from '../writing/object-facts.ts';

type Shapes = Operations['PutObject'];

export const PutObject: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  await requireBucket(input, call);
  const incoming = {
    bucket: input.Bucket,
    key: input.Key,
    facts: factsOf(input),
    author: authorOf(call),
    reason: 'PutObject' as const,
    checksum: checksumAlgorithmOf(input),
    permit: permitBy(input, input.Key),
  };
  const { bucket, version } = await keepObject(call.rooms, incoming, input.Body ?? new Uint8Array());
  return {
    ETag: quoted(version.etag),
    VersionId: versionIdOf(bucket, version),
    ...checksumMembers(version.facts.checksum),
    ...encryptionOf(version),
  };
};
