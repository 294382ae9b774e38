import type { Operation } from '../../../kernel/operation.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { requireObject } from '../reading/find-object.ts';
import { checksumMembers, versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { ObjectAttributes, Operations, StorageClass } from '../shapes.ts';

type Shapes = Operations['GetObjectAttributes'];

/** Gaps: of the parts of an object only their number is told. */
export const GetObjectAttributes: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const version = await requireObject(reader, { bucket: bucket.name, key: input.Key, versionId: input.VersionId });
    const { checksum, parts, storageClass } = version.facts;
    const asked = (attribute: ObjectAttributes) => input.ObjectAttributes.includes(attribute);
    return {
      LastModified: new Date(version.modified),
      VersionId: versionIdOf(bucket, version),
      ETag: asked('ETag') ? version.etag : undefined,
      Checksum: asked('Checksum') && checksum !== undefined ? checksumMembers(checksum) : undefined,
      ObjectParts: asked('ObjectParts') && parts !== undefined ? { TotalPartsCount: parts } : undefined,
      StorageClass: asked('StorageClass') ? ((storageClass ?? 'STANDARD') as StorageClass) : undefined,
      ObjectSize: asked('ObjectSize') ? version.size : undefined,
    };
  });
