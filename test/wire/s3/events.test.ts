import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvents } from '../../../src/events/events.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import { createS3, type S3 } from '../../../src/services/s3/index.ts';
import type { Database } from '../../../src/store/database.ts';
import { pendingEvents } from '../../../src/store/outbox.ts';
import { Worker } from '../../../src/work/worker.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

const ACCOUNT = '123456789012';
const REGION = 'eu-west-1';

/** The rooms without a server: what is emitted stays in the outbox, for no relay takes it. */
describe.each(DIALECTS)('s3 events and the port of objects on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  let s3: S3;
  const directory = mkdtempSync(join(tmpdir(), 'velocius-objects-'));
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
    const base = { database, clock: systemClock, ids: randomIds, log: silentLog };
    const events = createEvents({ ids: randomIds, work: new Worker({ ...base, node: 'idle' }) });
    s3 = createS3({ ...base, events, changes: { changed: async () => {} }, directory });
  });
  afterAll(async () => {
    await drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const call = () => ({
    account: ACCOUNT,
    region: REGION,
    principal: { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, userId: ACCOUNT, accessKeyId: 'test' },
    requestId: 'request-1',
    sourceAddress: '127.0.0.1',
    now: Date.now(),
    endpoint: 'http://127.0.0.1:4566',
    signal: new AbortController().signal,
    rooms: s3.service.rooms,
  });
  const operate = async (name: string, input: object): Promise<Record<string, unknown>> =>
    (await s3.service.operations[name]?.(input, call())) as Record<string, unknown>;
  const bucketWith = async (Bucket: string, versioned: boolean, events: boolean) => {
    await operate('CreateBucket', { Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } });
    if (versioned) await operate('PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    const NotificationConfiguration = events ? { EventBridgeConfiguration: {} } : {};
    await operate('PutBucketNotificationConfiguration', { Bucket, NotificationConfiguration });
    return Bucket;
  };
  const emitted = async (bucket: string) => {
    const rows = await database.read((reader) => pendingEvents(reader, ACCOUNT, REGION, 1000));
    return rows
      .map(({ event }) => JSON.parse(event))
      .filter(({ resources }) => resources.includes(`arn:aws:s3:::${bucket}`));
  };
  const write = (bucket: string, key: string, body: string, more: object = {}) =>
    s3.objects.write({ account: ACCOUNT, region: REGION, bucket, key, body: Buffer.from(body), ...more });

  it('tells of objects that are created, in the words of EventBridge', async () => {
    const Bucket = await bucketWith('told-versions', true, true);
    const { VersionId } = await operate('PutObject', { Bucket, Key: 'a b/ü', Body: Buffer.from('hello') });
    expect(await emitted(Bucket)).toEqual([
      {
        version: '0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        'detail-type': 'Object Created',
        source: 'aws.s3',
        account: ACCOUNT,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        region: REGION,
        resources: [`arn:aws:s3:::${Bucket}`],
        detail: {
          version: '0',
          bucket: { name: Bucket },
          object: {
            key: 'a b/ü',
            size: 5,
            etag: '5d41402abc4b2a76b9719d911017c592',
            'version-id': VersionId,
            sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
          },
          'request-id': 'request-1',
          requester: ACCOUNT,
          'source-ip-address': '127.0.0.1',
          reason: 'PutObject',
        },
      },
    ]);
  });

  it('tells of copies and of what is deleted, each in its turn', async () => {
    const Bucket = await bucketWith('told-plain', false, true);
    await operate('PutObject', { Bucket, Key: 'k', Body: Buffer.from('x') });
    await operate('CopyObject', { Bucket, Key: 'copy', CopySource: `${Bucket}/k` });
    await operate('DeleteObject', { Bucket, Key: 'k' });
    await operate('DeleteObject', { Bucket, Key: 'never there' });
    const events = await emitted(Bucket);
    expect(events.map(({ detail }) => detail.reason)).toEqual(['PutObject', 'CopyObject', 'DeleteObject']);
    expect(events[2]).toMatchObject({
      'detail-type': 'Object Deleted',
      detail: { 'deletion-type': 'Permanently Deleted', object: { key: 'k' } },
    });
    expect(events[0].detail.object).not.toHaveProperty('version-id');
    expect(events[2].detail.object).not.toHaveProperty('size');
  });

  it('tells of delete markers', async () => {
    const Bucket = await bucketWith('told-markers', true, true);
    const { VersionId } = await operate('DeleteObject', { Bucket, Key: 'k' });
    expect(await emitted(Bucket)).toMatchObject([
      { detail: { 'deletion-type': 'Delete Marker Created', object: { key: 'k', 'version-id': VersionId } } },
    ]);
  });

  it('tells nothing while the switch is off', async () => {
    const Bucket = await bucketWith('untold', false, false);
    await operate('PutObject', { Bucket, Key: 'k', Body: Buffer.from('x') });
    expect(await emitted(Bucket)).toEqual([]);
  });

  it('serves other rooms the same objects', async () => {
    const bucket = await bucketWith('ported', true, true);
    const first = await write(bucket, 'artifact.zip', 'one', { contentType: 'application/zip', metadata: { a: 'ü' } });
    const second = await write(bucket, 'artifact.zip', 'second');
    expect(first).toMatchObject({ size: 3, contentType: 'application/zip', metadata: { a: 'ü' } });
    expect(await s3.objects.head({ bucket, key: 'artifact.zip' })).toEqual(second);
    const old = await s3.objects.read({ bucket, key: 'artifact.zip', versionId: first.versionId });
    expect(Buffer.concat(await old.body.toArray()).toString()).toBe('one');
    expect(await s3.objects.findBucket(bucket)).toEqual({ region: REGION, versioned: true });
    expect(await s3.objects.findBucket('missing')).toBeUndefined();
    await expect(s3.objects.read({ bucket, key: 'missing' })).rejects.toMatchObject({ code: 'NoSuchKey' });
    await expect(s3.objects.read({ bucket: 'missing', key: 'k' })).rejects.toMatchObject({ code: 'NoSuchBucket' });
    await expect(write('missing', 'k', 'x')).rejects.toMatchObject({ code: 'NoSuchBucket' });
    const foreign = { account: '999999999999', region: REGION, bucket, key: 'k', body: Buffer.from('x') };
    await expect(s3.objects.write(foreign)).rejects.toMatchObject({ code: 'AccessDenied' });
    expect((await emitted(bucket)).map(({ detail }) => detail.object.etag)).toEqual([first.etag, second.etag]);
  });

  it('lets no other account in', async () => {
    const Bucket = await bucketWith('private-bucket', false, false);
    const stranger = { ...call(), account: '999999999999' };
    await expect(s3.service.operations.HeadBucket?.({ Bucket }, stranger)).rejects.toMatchObject({
      code: 'AccessDenied',
    });
    const again = { Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } };
    await expect(s3.service.operations.CreateBucket?.(again, stranger)).rejects.toMatchObject({
      code: 'BucketAlreadyExists',
    });
  });
});
