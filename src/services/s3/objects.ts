import type { NewObject, ObjectInfo, ObjectLocation, Objects } from '../../ports/objects.ts';
import type { Reader } from '../../store/database.ts';
import { findBucket, lockBucket } from '../../store/s3/buckets.ts';
import { findLatest, type ObjectVersion } from '../../store/s3/objects.ts';
import { accessDenied, noSuchBucket } from './errors.ts';
import { openObject, requireObject } from './reading/find-object.ts';
import { DEFAULT_CONTENT_TYPE } from './reading/object-answer.ts';
import type { S3Rooms } from './rooms.ts';
import { deleteObject } from './writing/delete-object.ts';
import { keepObject } from './writing/keep-object.ts';
import { factsOf } from './writing/object-facts.ts';

/** The object store as other rooms of this server use it: the same objects that the operations serve. */
export function createObjects(rooms: S3Rooms): Objects {
  const { database } = rooms;
  return {
    head: (location) =>
      database.read(async (reader) => {
        await requireAnyBucket(reader, location.bucket);
        return infoOf(await requireObject(reader, location));
      }),
    read: async (location) => {
      await database.read((reader) => requireAnyBucket(reader, location.bucket));
      const { version, body } = await openObject(rooms, location, ({ size }) => ({
        range: { start: 0, end: size - 1 },
      }));
      return { ...infoOf(version), body };
    },
    write: (object) => write(rooms, object),
    remove: (location) => remove(rooms, location),
    findBucket: async (name) => {
      const bucket = await database.read((reader) => findBucket(reader, name));
      return bucket && { region: bucket.region, versioned: bucket.versioning === 'Enabled' };
    },
  };
}

async function write(rooms: S3Rooms, object: NewObject): Promise<ObjectInfo> {
  const { bucket: name, key, account, body } = object;
  const bucket = await rooms.database.read((reader) => requireAnyBucket(reader, name));
  if (bucket.account !== account) throw accessDenied();
  const { version } = await keepObject(
    rooms,
    {
      bucket: name,
      key,
      facts: factsOf({
        ContentType: object.contentType,
        CacheControl: object.cacheControl,
        Metadata: object.metadata,
        ACL: object.acl,
        ServerSideEncryption: object.encryptionKey && 'aws:kms',
        SSEKMSKeyId: object.encryptionKey,
      }),
      author: { account, requestId: rooms.ids.uuid() },
      reason: 'PutObject',
    },
    body,
  );
  return infoOf(version);
}

async function remove(rooms: S3Rooms, { bucket: name, key }: ObjectLocation): Promise<void> {
  await rooms.database.write(async (tx) => {
    const bucket = await lockBucket(tx, name);
    const version = bucket && (await findLatest(tx, name, key));
    if (bucket === undefined || version === undefined || version.deleteMarker) return;
    const author = { account: bucket.account, requestId: rooms.ids.uuid() };
    await deleteObject(tx, rooms, { bucket, key, versionId: version.versionId, author });
  });
}

async function requireAnyBucket(reader: Reader, name: string) {
  const bucket = await findBucket(reader, name);
  if (bucket === undefined) throw noSuchBucket(name);
  return bucket;
}

function infoOf({ size, etag, versionId, facts, modified }: ObjectVersion): ObjectInfo {
  return {
    size,
    etag,
    versionId: versionId === 'null' ? undefined : versionId,
    contentType: facts.contentType ?? DEFAULT_CONTENT_TYPE,
    metadata: facts.metadata ?? {},
    lastModified: modified,
  };
}
