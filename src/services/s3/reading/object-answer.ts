import type { Bucket } from '../../../store/s3/buckets.ts';
import type { ObjectChecksum, ObjectVersion } from '../../../store/s3/objects.ts';
import type { ServerSideEncryption, StorageClass } from '../shapes.ts';

export const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

/** What GetObject and HeadObject alike answer of a version. */
export function describeObject(bucket: Bucket, version: ObjectVersion) {
  const { facts } = version;
  return {
    AcceptRanges: 'bytes',
    LastModified: new Date(version.modified),
    ETag: quoted(version.etag),
    VersionId: versionIdOf(bucket, version),
    CacheControl: facts.cacheControl,
    ContentDisposition: facts.contentDisposition,
    ContentEncoding: facts.contentEncoding,
    ContentLanguage: facts.contentLanguage,
    ContentType: facts.contentType ?? DEFAULT_CONTENT_TYPE,
    Expires: facts.expires,
    WebsiteRedirectLocation: facts.redirect,
    Metadata: facts.metadata ?? {},
    StorageClass: facts.storageClass as StorageClass | undefined,
    TagCount: facts.tags === undefined || facts.tags.length === 0 ? undefined : facts.tags.length,
    ...encryptionOf(version),
  };
}

export function encryptionOf({ facts }: Pick<ObjectVersion, 'facts'>) {
  return {
    ServerSideEncryption: facts.encryption as ServerSideEncryption | undefined,
    SSEKMSKeyId: facts.encryptionKey,
  };
}

/** `ChecksumCRC32` and its like. */
export function checksumMembers(checksum: ObjectChecksum | undefined): Record<string, string> {
  return checksum === undefined
    ? {}
    : { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type };
}

/** Ids of versions are told where versioning was ever on. */
export function versionIdOf(bucket: Bucket, version: Pick<ObjectVersion, 'versionId'>): string | undefined {
  return bucket.versioning === null ? undefined : version.versionId;
}

export function quoted(etag: string): string {
  return `"${etag}"`;
}
