import type { Events } from '../../../events/events.ts';
import { arn } from '../../../kernel/arn.ts';
import type { Tx } from '../../../store/database.ts';
import type { Bucket } from '../../../store/s3/buckets.ts';
import type { ObjectVersion } from '../../../store/s3/objects.ts';

/** Who changed an object. */
export interface Author {
  readonly account: string;
  readonly requestId: string;
  /** Address of the client; undefined for the server itself. */
  readonly sourceAddress?: string | undefined;
}

export type CreationReason = 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';

interface Change {
  readonly bucket: Bucket;
  readonly version: ObjectVersion;
  readonly author: Author;
  readonly time: number;
}

/** Told when the bucket's EventBridge switch is on, in the transaction of the change. */
export async function tellCreated(tx: Tx, events: Events, change: Change, reason: CreationReason): Promise<void> {
  const { version } = change;
  const object = { key: version.key, size: version.size, etag: version.etag, ...versionAndSequence(change) };
  await tell(tx, events, change, { detailType: 'Object Created', object, more: { reason } });
}

export async function tellDeleted(tx: Tx, events: Events, change: Change): Promise<void> {
  const object = { key: change.version.key, ...versionAndSequence(change) };
  const deletionType = change.version.deleteMarker ? 'Delete Marker Created' : 'Permanently Deleted';
  const more = { reason: 'DeleteObject', 'deletion-type': deletionType };
  await tell(tx, events, change, { detailType: 'Object Deleted', object, more });
}

interface Told {
  readonly detailType: string;
  readonly object: object;
  readonly more: object;
}

async function tell(tx: Tx, events: Events, change: Change, { detailType, object, more }: Told): Promise<void> {
  const { bucket, author, time } = change;
  if (bucket.events === 0) return;
  const source = author.sourceAddress === undefined ? {} : { 'source-ip-address': author.sourceAddress };
  await events.emit(tx, {
    source: 'aws.s3',
    detailType,
    account: bucket.account,
    region: bucket.region,
    time,
    resources: [arn('s3', '', '', bucket.name)],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object,
      'request-id': author.requestId,
      requester: author.account,
      ...source,
      ...more,
    },
  });
}

/** Sequencers of one key compare as text in the order of its changes. */
function versionAndSequence({ bucket, version, time }: Change): object {
  const versionId = bucket.versioning === null ? {} : { 'version-id': version.versionId };
  return { ...versionId, sequencer: `${hex(time, 12)}${hex(version.sequence % 0x1000000, 6)}` };
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
