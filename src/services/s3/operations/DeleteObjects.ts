import type { Call, Operation } from '../../../kernel/operation.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import type { Tx } from '../../../store/database.ts';
import type { Bucket } from '../../../store/s3/buckets.ts';
import { holdBucket } from '../buckets/find-bucket.ts';
import { malformedXml } from '../errors.ts';
import { permitBy } from '../reading/conditions.ts';
import type { S3Rooms } from '../rooms.ts';
import type { DeletedObject, ObjectIdentifier, Operations, Error as Refusal } from '../shapes.ts';
import { authorOf } from '../writing/author.ts';
import { deleteObject } from '../writing/delete-object.ts';
import { checkKey } from '../writing/keep-object.ts';

type Shapes = Operations['DeleteObjects'];

const MAX_OBJECTS = 1000;

type Outcome = { readonly deleted: DeletedObject } | { readonly refused: Refusal };

export const DeleteObjects: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { Objects: objects = [], Quiet: quiet = false } = input.Delete;
  if (objects.length === 0 || objects.length > MAX_OBJECTS) throw malformedXml();
  const outcomes = await call.rooms.database.write(async (tx) => {
    const bucket = await holdBucket(tx, input, call);
    const all: Outcome[] = [];
    for (const object of objects) all.push(await deleteOne(tx, bucket, object, call));
    return all;
  });
  const deleted = outcomes.flatMap((outcome) => ('deleted' in outcome ? [outcome.deleted] : []));
  const refused = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []));
  return { Deleted: quiet ? [] : deleted, Errors: refused };
};

async function deleteOne(tx: Tx, bucket: Bucket, object: ObjectIdentifier, call: Call<S3Rooms>): Promise<Outcome> {
  const { Key: key, VersionId: versionId, ETag: etag } = object;
  try {
    checkKey(key);
    const doomed = { bucket, key, versionId, author: authorOf(call), permit: permitBy({ IfMatch: etag }, key) };
    return { deleted: describe(key, versionId, await deleteObject(tx, call.rooms, doomed)) };
  } catch (error) {
    // Refusals come before anything is changed, so the other objects may go on.
    if (!isServiceError(error)) throw error;
    return { refused: { Key: key, VersionId: versionId, Code: error.code, Message: error.message } };
  }
}

function describe(
  key: string,
  asked: string | undefined,
  { versionId, deleteMarker }: { readonly versionId: string | undefined; readonly deleteMarker: boolean },
): DeletedObject {
  return {
    Key: key,
    VersionId: asked,
    DeleteMarker: deleteMarker ? true : undefined,
    DeleteMarkerVersionId: deleteMarker ? versionId : undefined,
  };
}
