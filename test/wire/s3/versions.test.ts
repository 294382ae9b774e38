import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

describe.each(DIALECTS)('s3 versions on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const bucketWith = async (Bucket: string, Status?: 'Enabled') => {
    await server.s3.send(new CreateBucketCommand({ Bucket }));
    if (Status !== undefined) await setVersioning(Bucket, Status);
    return Bucket;
  };
  const setVersioning = (Bucket: string, Status: 'Enabled' | 'Suspended') =>
    server.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  const put = (Bucket: string, Key: string, Body: string) =>
    server.s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  const get = async (Bucket: string, Key: string, VersionId?: string) =>
    (await server.s3.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();
  const versions = (Bucket: string, more: object = {}) =>
    server.s3.send(new ListObjectVersionsCommand({ Bucket, ...more }));

  it('replaces and deletes for good where versioning was never on', async () => {
    const bucket = await bucketWith('unversioned');
    await put(bucket, 'k', 'one');
    await put(bucket, 'k', 'two');
    expect(await get(bucket, 'k')).toBe('two');
    expect((await versions(bucket)).Versions).toMatchObject([{ Key: 'k', VersionId: 'null', IsLatest: true, Size: 3 }]);
    expect(await server.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k' }))).not.toHaveProperty(
      'VersionId',
      'null',
    );
    await server.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'never there' }));
    await expect(get(bucket, 'k')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect((await versions(bucket)).Versions ?? []).toEqual([]);
  });

  it('puts a marker on what is deleted, and takes the marker off again', async () => {
    const bucket = await bucketWith('versioned', 'Enabled');
    const one = await put(bucket, 'k', 'one');
    const two = await put(bucket, 'k', 'two');
    const marker = await server.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k' }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(get(bucket, 'k')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const head = server.s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'k' }));
    await expect(head).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
      $response: { headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.VersionId } },
    });
    await expect(get(bucket, 'k', marker.VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' });
    expect(await get(bucket, 'k', one.VersionId)).toBe('one');
    expect((await server.s3.send(new ListObjectsV2Command({ Bucket: bucket }))).KeyCount).toBe(0);
    expect(await versions(bucket)).toMatchObject({
      Versions: [
        { VersionId: two.VersionId, IsLatest: false },
        { VersionId: one.VersionId, IsLatest: false },
      ],
      DeleteMarkers: [{ VersionId: marker.VersionId, IsLatest: true }],
    });

    await server.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k', VersionId: marker.VersionId }));
    expect(await get(bucket, 'k')).toBe('two');
    await server.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k', VersionId: two.VersionId }));
    expect(await get(bucket, 'k')).toBe('one');
    await expect(get(bucket, 'k', two.VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('replaces only the null version while versioning is suspended', async () => {
    const bucket = await bucketWith('suspended');
    await put(bucket, 'k', 'before');
    await setVersioning(bucket, 'Enabled');
    const kept = await put(bucket, 'k', 'kept');
    expect(await get(bucket, 'k', 'null')).toBe('before');
    await setVersioning(bucket, 'Suspended');
    const after = await put(bucket, 'k', 'after');
    expect(after.VersionId).toBe('null');
    expect(await get(bucket, 'k')).toBe('after');
    expect(await get(bucket, 'k', kept.VersionId)).toBe('kept');
    const marker = await server.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k' }));
    expect(marker).toMatchObject({ DeleteMarker: true, VersionId: 'null' });
    expect((await versions(bucket)).Versions?.map(({ VersionId }) => VersionId)).toEqual([kept.VersionId]);
  });

  it('lists versions page by page', async () => {
    const bucket = await bucketWith('paged-versions', 'Enabled');
    const ids: (string | undefined)[] = [];
    for (const key of ['a', 'b', 'b', 'b', 'c']) ids.push((await put(bucket, key, key)).VersionId);
    const seen: (string | undefined)[] = [];
    let markers: object | undefined = {};
    while (markers !== undefined) {
      const page = await versions(bucket, { MaxKeys: 2, ...markers });
      seen.push(...(page.Versions ?? []).map(({ VersionId }) => VersionId));
      markers = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
    expect(seen).toEqual([ids[0], ids[3], ids[2], ids[1], ids[4]]);
    await expect(versions(bucket, { VersionIdMarker: ids[0] })).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it('deletes many objects at once', async () => {
    const bucket = await bucketWith('many', 'Enabled');
    await put(bucket, 'a', 'a');
    const b = await put(bucket, 'b & <b>', 'b');
    const answer = await server.s3.send(
      new DeleteObjectsCommand({
        Bucket: bucket,
        Delete: { Objects: [{ Key: 'a' }, { Key: 'b & <b>', VersionId: b.VersionId }, { Key: 'x'.repeat(1025) }] },
      }),
    );
    expect(answer.Deleted).toMatchObject([
      { Key: 'a', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
      { Key: 'b & <b>', VersionId: b.VersionId },
    ]);
    expect(answer.Errors).toMatchObject([{ Code: 'KeyTooLongError' }]);
    const quiet = await server.s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Quiet: true, Objects: [{ Key: 'a' }] } }),
    );
    expect(quiet.Deleted ?? []).toEqual([]);
    const tooMany = { Objects: Array.from({ length: 1001 }, (_, index) => ({ Key: `${index}` })) };
    await expect(server.s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: tooMany }))).rejects.toMatchObject({
      name: 'MalformedXML',
    });
  });

  it('keeps one latest version when many are put at once', async () => {
    const bucket = await bucketWith('raced', 'Enabled');
    await Promise.all(Array.from({ length: 20 }, (_, index) => put(bucket, 'k', `body ${index}`)));
    const { Versions } = await versions(bucket);
    expect(Versions).toHaveLength(20);
    expect(Versions?.filter(({ IsLatest }) => IsLatest)).toHaveLength(1);
    expect(await get(bucket, 'k')).toBe(await get(bucket, 'k', Versions?.[0]?.VersionId));
  });

  it('serves readers while an object is replaced again and again', async () => {
    const bucket = await bucketWith('replaced');
    await put(bucket, 'k', 'body');
    const writes = Promise.all(Array.from({ length: 20 }, () => put(bucket, 'k', 'body')));
    const reads = await Promise.all(Array.from({ length: 40 }, () => get(bucket, 'k')));
    await writes;
    expect(new Set(reads)).toEqual(new Set(['body']));
    expect(server.errors).toEqual([]);
  });
});
