import type { Tx } from '../../../store/database.ts';
import type { Bucket } from '../../../store/s3/buckets.ts';
import { findLatest, findVersion, insertVersion, type ObjectVersion } from '../../../store/s3/objects.ts';
import type { S3Rooms } from '../rooms.ts';
import { discardVersion, makeRoom } from './keep-object.ts';
import { type Author, tellDeleted } from './object-events.ts';

export interface Doomed {
  readonly bucket: Bucket;
  readonly key: string;
  readonly versionId: string | undefined;
  readonly author: Author;
  /** Refuses, by throwing, to delete what is there now; undefined is there when nothing is. */
  readonly permit?: ((current: ObjectVersion | undefined) => void) | undefined;
}

/** The version that was deleted, or the marker that was made. */
export interface Deleted {
  readonly versionId: string | undefined;
  readonly deleteMarker: boolean;
}

/**
 * Deletes a version for good, or, where versioning was ever on and no version is named, puts a delete marker on top. What is not
 * there is deleted already.
 */
export async function deleteObject(tx: Tx, rooms: S3Rooms, doomed: Doomed): Promise<Deleted> {
  const { bucket, key, versionId } = doomed;
  if (doomed.permit !== undefined) {
    const current = await findLatest(tx, bucket.name, key);
    doomed.permit(current?.deleteMarker ? undefined : current);
  }
  if (versionId === undefined && bucket.versioning !== null) return mark(tx, rooms, doomed);
  const version = await findVersion(tx, { bucket: bucket.name, key, versionId: versionId ?? 'null' });
  if (version === undefined) return { versionId, deleteMarker: false };
  await discardVersion(tx, rooms, version);
  await tell(tx, rooms, doomed, { ...version, deleteMarker: false });
  return { versionId, deleteMarker: version.deleteMarker };
}

async function mark(tx: Tx, rooms: S3Rooms, doomed: Doomed): Promise<Deleted> {
  const { bucket, key } = doomed;
  const versionId = await makeRoom(tx, rooms, bucket, key);
  const marker = await insertVersion(tx, {
    id: rooms.ids.uuid(),
    bucket: bucket.name,
    key,
    versionId,
    deleteMarker: true,
    size: 0,
    etag: '',
    modified: rooms.clock.now(),
    facts: {},
  });
  await tell(tx, rooms, doomed, marker);
  return { versionId, deleteMarker: true };
}

/** `deleteMarker` of the version tells how it went: a marker was made, or it is gone for good. */
function tell(tx: Tx, rooms: S3Rooms, { bucket, author }: Doomed, version: ObjectVersion): Promise<void> {
  return tellDeleted(tx, rooms.events, { bucket, version, author, time: rooms.clock.now() });
}
