import type { Call } from '../../../kernel/operation.ts';
import { replaceFacts } from '../../../store/s3/objects.ts';
import { type BucketRequest, holdBucket } from '../buckets/find-bucket.ts';
import type { ObjectTag } from '../object-tags.ts';
import { requireObject } from '../reading/find-object.ts';
import { versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';

export interface TagRequest extends BucketRequest {
  readonly Key: string;
  readonly VersionId?: string | undefined;
}

/** Gives a version these tags and no others; answers its id. */
export function tagObject(request: TagRequest, tags: readonly ObjectTag[], call: Call<S3Rooms>) {
  return call.rooms.database.write(async (tx) => {
    const bucket = await holdBucket(tx, request, call);
    const address = { bucket: bucket.name, key: request.Key, versionId: request.VersionId };
    const version = await requireObject(tx, address);
    await replaceFacts(tx, version.id, { ...version.facts, tags });
    return versionIdOf(bucket, version);
  });
}
