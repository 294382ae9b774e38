import type { Operation } from '../../../kernel/operation.ts';
import { holdBucket } from '../buckets/find-bucket.ts';
import { permitBy } from '../reading/conditions.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { authorOf } from '../writing/author.ts';
import { deleteObject } from '../writing/delete-object.ts';

type Shapes = Operations['DeleteObject'];

export const DeleteObject: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { Key: key, VersionId: versionId, IfMatch } = input;
  const { deleteMarker, versionId: deleted } = await call.rooms.database.write(async (tx) => {
    const bucket = await holdBucket(tx, input, call);
    const doomed = { bucket, key, versionId, author: authorOf(call), permit: permitBy({ IfMatch }, key) };
    return deleteObject(tx, call.rooms, doomed);
  });
  return { VersionId: deleted, DeleteMarker: deleteMarker ? true : undefined };
};
