import type { Readable } from 'node:stream';
import type { ChecksumAlgorithm } from '../../../kernel/checksum.ts';
import { objectPlace } from '../../../kernel/source-place.ts';
import type { Tx } from '../../../store/database.ts';
import { type Bucket, lockBucket } from '../../../store/s3/buckets.ts';
import { dropContents, insertContent } from '../../../store/s3/contents.ts';
import type { NewVersion, ObjectFacts, ObjectVersion } from '../../../store/s3/objects.ts';
import { deleteVersion, findLatest, findVersion, insertVersion } from '../../../store/s3/objects.ts';
import type { WrittenContent } from '../content-files.ts';
import { keyTooLong, noSuchBucket } from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';
import { type Author, type CreationReason, tellCreated } from './object-events.ts';

/** 5 GiB: what one request may bring. */
export const MAX_SINGLE_UPLOAD = 5 * 1024 ** 3;
const MAX_KEY_BYTES = 1024;

/** An object on its way into a bucket. */
export interface Incoming {
  readonly bucket: string;
  readonly key: string;
  readonly facts: ObjectFacts;
  readonly author: Author;
  readonly reason: CreationReason;
  /** Checksum to compute and keep. */
  readonly checksum?: ChecksumAlgorithm | undefined;
  /** Refuses, by throwing, what must not replace the version that is there; undefined is there when nothing is. */
  readonly permit?: ((current: ObjectVersion | undefined) => void) | undefined;
}

export interface Kept {
  readonly bucket: Bucket;
  readonly version: ObjectVersion;
}

/** Stores bytes as the latest version of a key; what was acknowledged is on the disk. */
export async function keepObject(rooms: S3Rooms, incoming: Incoming, body: Readable | Uint8Array): Promise<Kept> {
  checkKey(incoming.key);
  const options = { checksum: incoming.checksum, limit: MAX_SINGLE_UPLOAD };
  return rooms.files.write(body, options, (content) =>
    rooms.database.write((tx) => keepContent(tx, rooms, incoming, content)),
  );
}

export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw keyTooLong(key);
}

async function keepContent(tx: Tx, rooms: S3Rooms, incoming: Incoming, content: WrittenContent): Promise<Kept> {
  const id = rooms.ids.uuid();
  const kept = await keepVersion(tx, rooms, incoming, {
    id,
    size: content.size,
    etag: content.md5.toString('hex'),
    facts: withChecksum(incoming, content),
  });
  await insertContent(tx, id, { id: content.id, size: content.size, position: 1 });
  return kept;
}

function withChecksum({ facts, checksum }: Incoming, content: WrittenContent): ObjectFacts {
  if (checksum === undefined || content.checksum === undefined) return facts;
  return { ...facts, checksum: { algorithm: checksum, value: content.checksum, type: 'FULL_OBJECT' } };
}

/** Writes the row of a new version, drops what it replaces, and tells of it. Its contents are the caller's to place. */
export async function keepVersion(
  tx: Tx,
  rooms: S3Rooms,
  incoming: Incoming,
  made: Pick<NewVersion, 'id' | 'size' | 'etag' | 'facts'>,
): Promise<Kept> {
  const { key, author, reason } = incoming;
  const bucket = await lockBucket(tx, incoming.bucket);
  if (bucket === undefined) throw noSuchBucket(incoming.bucket);
  const current = incoming.permit === undefined ? undefined : await findLatest(tx, bucket.name, key);
  incoming.permit?.(current?.deleteMarker ? undefined : current);
  const time = rooms.clock.now();
  const versionId = await makeRoom(tx, rooms, bucket, key);
  const version = await insertVersion(tx, {
    ...made,
    bucket: bucket.name,
    key,
    versionId,
    deleteMarker: false,
    modified: time,
  });
  await rooms.changes.changed(tx, [objectPlace(bucket.name, key)]);
  await tellCreated(tx, rooms.events, { bucket, version, author, time }, reason);
  return { bucket, version };
}

/** The id of the next version of a key. Where it is `null`, the version of that id goes. */
export async function makeRoom(tx: Tx, rooms: S3Rooms, bucket: Bucket, key: string): Promise<string> {
  if (bucket.versioning === 'Enabled') return rooms.ids.alphanumeric(32);
  const replaced = await findVersion(tx, { bucket: bucket.name, key, versionId: 'null' });
  if (replaced !== undefined) await discardVersion(tx, rooms, replaced);
  return 'null';
}

/** Deletes a version; its files go once that is committed. */
export async function discardVersion(tx: Tx, rooms: S3Rooms, version: ObjectVersion): Promise<void> {
  await deleteVersion(tx, version);
  const files = await dropContents(tx, version.id);
  if (files.length > 0) tx.afterCommit(() => void rooms.files.remove(files));
}
