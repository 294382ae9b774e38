import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectTaggingCommand,
  GetObjectAclCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { send } from './raw-request.ts';

describe.each(DIALECTS)('s3 objects on %s', (dialect) => {
  let server: TestServer;
  const Bucket = 'objects-bucket';
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(() => server.close());

  it('keeps what was put and answers it with what was said of it', async () => {
    const Key = 'a folder/ünïcode & more+plus.txt';
    const put = await server.s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'hello',
        ContentType: 'text/plain',
        CacheControl: 'no-cache',
        ContentDisposition: 'inline',
        Metadata: { colour: 'blue' },
      }),
    );
    expect(put.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    const got = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
      ContentType: 'text/plain',
      CacheControl: 'no-cache',
      ContentDisposition: 'inline',
      ContentLength: 5,
      AcceptRanges: 'bytes',
      Metadata: { colour: 'blue' },
      ChecksumCRC32: put.ChecksumCRC32,
    });
    expect(got.VersionId).toBeUndefined();
    const head = await server.s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ContentLength: 5, ContentType: 'text/plain', Metadata: { colour: 'blue' } });
  });

  const put = (Key: string, more: object = {}) =>
    server.s3.send(new PutObjectCommand({ Bucket, Key, Body: '0123456789', ...more }));
  const get = (Key: string, more: object = {}) => server.s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  const text = async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString();
  const copy = (Key: string, CopySource: string, more: object = {}) =>
    server.s3.send(new CopyObjectCommand({ Bucket, Key, CopySource, ...more }));

  it('answers parts of an object', async () => {
    await put('ranged');
    for (const [Range, body, ContentRange] of [
      ['bytes=2-4', '234', 'bytes 2-4/10'],
      ['bytes=7-', '789', 'bytes 7-9/10'],
      ['bytes=-3', '789', 'bytes 7-9/10'],
      ['bytes=8-100', '89', 'bytes 8-9/10'],
    ]) {
      const answer = await get('ranged', { Range });
      expect(answer).toMatchObject({ ContentRange, ContentLength: body?.length, $metadata: { httpStatusCode: 206 } });
      expect(await answer.Body?.transformToString()).toBe(body);
    }
    // Not a single range of bytes: the whole is answered.
    for (const Range of ['bytes=4-2', 'lines=1-2', 'bytes=0-1,3-4'])
      expect(await text('ranged', { Range })).toHaveLength(10);
    await expect(get('ranged', { Range: 'bytes=10-' })).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
    await put('empty', { Body: '' });
    expect(await text('empty')).toBe('');
    await expect(get('empty', { Range: 'bytes=0-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('reads under conditions', async () => {
    const { ETag } = await put('conditional');
    const status = (code: number) => ({ $metadata: { httpStatusCode: code } });
    const past = new Date(Date.now() - 3600_000);
    const future = new Date(Date.now() + 3600_000);
    expect(await text('conditional', { IfMatch: ETag })).toHaveLength(10);
    await expect(get('conditional', { IfMatch: '"other"' })).rejects.toMatchObject(status(412));
    await expect(get('conditional', { IfNoneMatch: ETag })).rejects.toMatchObject({
      ...status(304),
      $response: { headers: { etag: ETag } },
    });
    expect(await text('conditional', { IfNoneMatch: '"other"' })).toHaveLength(10);
    expect(await text('conditional', { IfModifiedSince: past })).toHaveLength(10);
    await expect(get('conditional', { IfModifiedSince: future })).rejects.toMatchObject(status(304));
    await expect(get('conditional', { IfUnmodifiedSince: past })).rejects.toMatchObject(status(412));
    expect(await text('conditional', { IfMatch: ETag, IfUnmodifiedSince: past })).toHaveLength(10);
  });

  it('writes under conditions', async () => {
    const first = await put('exclusive', { IfNoneMatch: '*' });
    await expect(put('exclusive', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put('exclusive', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put('not there', { IfMatch: first.ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put('exclusive', { IfMatch: first.ETag, Body: 'changed' });
    expect(await text('exclusive')).toBe('changed');
    const raced = await Promise.allSettled(Array.from({ length: 10 }, () => put('raced', { IfNoneMatch: '*' })));
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('presents an object as the query says', async () => {
    await put('presented');
    const answer = await get('presented', {
      ResponseContentType: 'text/html',
      ResponseContentDisposition: 'attachment; filename="ü.txt"',
    });
    expect(answer.ContentType).toBe('text/html');
    expect(answer.ContentDisposition).toBe(
      `=?UTF-8?B?${Buffer.from('attachment; filename="ü.txt"').toString('base64')}?=`,
    );
  });

  it('copies objects, with what is said of them or anew', async () => {
    await put('source +ü', { ContentType: 'text/a', Metadata: { a: '1' }, Tagging: 'x=y' });
    const source = `${Bucket}/${encodeURIComponent('source +ü')}`;
    const copied = await copy('copied', source);
    expect(copied.CopyObjectResult?.ETag).toBe((await get('copied')).ETag);
    expect(await get('copied')).toMatchObject({ ContentType: 'text/a', Metadata: { a: '1' }, TagCount: 1 });
    await copy('renewed', `/${source}`, {
      MetadataDirective: 'REPLACE',
      TaggingDirective: 'REPLACE',
      ContentType: 'text/b',
      Metadata: { b: '2' },
    });
    const renewed = await get('renewed');
    expect(renewed).toMatchObject({ ContentType: 'text/b', Metadata: { b: '2' } });
    expect(renewed.TagCount).toBeUndefined();
    expect(await text('renewed')).toBe('0123456789');
    await expect(copy('source +ü', source)).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(copy('x', `${Bucket}/missing`)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(copy('x', 'missing-bucket/k')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(copy('x', source, { CopySourceIfMatch: '"other"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(copy('x', 'nonsense')).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it('tags objects', async () => {
    await put('tagged', { Tagging: 'a=1&b=two%20words' });
    const at = { Bucket, Key: 'tagged' };
    const tags = async () => (await server.s3.send(new GetObjectTaggingCommand(at))).TagSet;
    const tag = (TagSet: { Key: string; Value: string }[]) =>
      server.s3.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet } }));
    expect(await tags()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: 'two words' },
    ]);
    await tag([{ Key: 'c', Value: '3' }]);
    expect(await tags()).toEqual([{ Key: 'c', Value: '3' }]);
    const twice = [1, 2].map((value) => ({ Key: 'same', Value: `${value}` }));
    await expect(tag(twice)).rejects.toMatchObject({ name: 'InvalidTag' });
    const many = Array.from({ length: 11 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
    await expect(tag(many)).rejects.toMatchObject({
      name: 'InvalidTag',
      message: 'Object tags cannot be greater than 10',
    });
    await server.s3.send(new DeleteObjectTaggingCommand(at));
    expect(await tags()).toEqual([]);
  });

  it('tells the attributes that are asked for', async () => {
    await put('attributed', { ChecksumAlgorithm: 'SHA256' });
    const asked = await server.s3.send(
      new GetObjectAttributesCommand({
        Bucket,
        Key: 'attributed',
        ObjectAttributes: ['ETag', 'ObjectSize', 'Checksum'],
      }),
    );
    expect(asked).toMatchObject({ ETag: '781e5e245d69b566979b86e28d23f2c7', ObjectSize: 10 });
    expect(asked.Checksum).toMatchObject({ ChecksumSHA256: expect.any(String), ChecksumType: 'FULL_OBJECT' });
    expect(asked.StorageClass).toBeUndefined();
  });

  it('has one access control list, which lets in the owner', async () => {
    await put('controlled');
    const acl = await server.s3.send(new GetObjectAclCommand({ Bucket, Key: 'controlled' }));
    expect(acl.Grants).toMatchObject([
      { Permission: 'FULL_CONTROL', Grantee: { Type: 'CanonicalUser', ID: acl.Owner?.ID } },
    ]);
    const open = new PutObjectAclCommand({ Bucket, Key: 'controlled', ACL: 'public-read' });
    await expect(server.s3.send(open)).rejects.toMatchObject({ name: 'AccessControlListNotSupported' });
    await expect(put('open', { ACL: 'public-read' })).rejects.toMatchObject({ name: 'AccessControlListNotSupported' });
    await expect(put('open', { GrantRead: 'id=anybody' })).rejects.toMatchObject({
      name: 'AccessControlListNotSupported',
    });
    await expect(get('open')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put('mine', { ACL: 'bucket-owner-full-control' });
  });

  it('refuses what it cannot keep, and keeps nothing of it', async () => {
    await expect(put('k'.repeat(1025))).rejects.toMatchObject({ name: 'KeyTooLongError' });
    await expect(put('refused', { Metadata: { a: 'x'.repeat(2049) } })).rejects.toMatchObject({
      name: 'MetadataTooLarge',
    });
    await expect(put('refused', { StorageClass: 'ATTIC' })).rejects.toMatchObject({ name: 'InvalidStorageClass' });
    await expect(
      put('refused', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date() }),
    ).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await expect(put('refused', { WriteOffsetBytes: 3 })).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(put('refused', { Tagging: 'aws:x=y' })).rejects.toMatchObject({ name: 'InvalidTag' });
    await expect(get('refused')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(get('refused', { Bucket: 'no-such-bucket' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(get('refused', { VersionId: 'unknown' })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('never takes a key for a path', async () => {
    for (const Key of ['../../escape', '/absolute', 'a//b', 'a/./b', '.', 'nul\u0000byte', 'con\r\ntrol']) {
      const path = `/${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
      const raw = { endpoint: server.endpoint, path };
      expect(await send({ ...raw, method: 'PUT', body: Key }), Key).toMatchObject({ status: 200 });
      expect(await send({ ...raw, method: 'GET' }), Key).toMatchObject({ status: 200, body: Key });
    }
    expect(server.errors).toEqual([]);
  });
});
