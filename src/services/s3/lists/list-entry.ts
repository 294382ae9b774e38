import type { ObjectVersion } from '../../../store/s3/objects.ts';
import { quoted } from '../reading/object-answer.ts';
import type { ChecksumAlgorithm, ObjectStorageClass } from '../shapes.ts';

/** An object as lists show it. */
export function listEntry(version: ObjectVersion, write: (key: string) => string) {
  const { checksum, storageClass } = version.facts;
  return {
    Key: write(version.key),
    LastModified: new Date(version.modified),
    ETag: quoted(version.etag),
    ChecksumAlgorithm: checksum && [checksum.algorithm as ChecksumAlgorithm],
    ChecksumType: checksum?.type,
    Size: version.size,
    StorageClass: (storageClass ?? 'STANDARD') as ObjectStorageClass,
  };
}
