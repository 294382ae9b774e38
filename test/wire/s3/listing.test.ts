import {
  CreateBucketCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const KEYS = ['a', 'a/1', 'a/2', 'b/x/1', 'b/x/2', 'b/y', 'c d+ü', 'Z', 'é'];
/** In the order of their bytes. */
const ORDERED = ['Z', 'a', 'a/1', 'a/2', 'b/x/1', 'b/x/2', 'b/y', 'c d+ü', 'é'];

describe.each(DIALECTS)('s3 listings on %s', (dialect) => {
  let server: TestServer;
  const Bucket = 'listed';
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.s3.send(new CreateBucketCommand({ Bucket }));
    await Promise.all(KEYS.map((Key) => server.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))));
  });
  afterAll(() => server.close());

  it('lists keys in the order of their bytes, page by page', async () => {
    for (const MaxKeys of [1, 2, 4, 1000]) {
      const keys: (string | undefined)[] = [];
      const pages = paginateListObjectsV2({ client: server.s3, pageSize: MaxKeys }, { Bucket });
      for await (const page of pages) keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
      expect(keys, `pages of ${MaxKeys}`).toEqual(ORDERED);
    }
  });

  it('rolls up what lies behind a delimiter, page by page', async () => {
    for (const MaxKeys of [1, 2, 3]) {
      const seen: (string | undefined)[] = [];
      const pages = paginateListObjectsV2({ client: server.s3, pageSize: MaxKeys }, { Bucket, Delimiter: '/' });
      for await (const page of pages) {
        expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
        seen.push(
          ...(page.Contents ?? []).map(({ Key }) => Key),
          ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
        );
      }
      expect(seen.sort()).toEqual(['Z', 'a', 'a/', 'b/', 'c d+ü', 'é']);
    }
  });

  it('lists below a prefix', async () => {
    const page = await server.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'b/', Delimiter: '/' }));
    expect(page).toMatchObject({ Prefix: 'b/', Delimiter: '/', KeyCount: 2, IsTruncated: false });
    expect(page.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([['b/y', 3]]);
    expect(page.CommonPrefixes).toEqual([{ Prefix: 'b/x/' }]);
  });

  it('starts after a key, and writes keys as URLs when asked to', async () => {
    const page = await server.s3.send(new ListObjectsV2Command({ Bucket, StartAfter: 'b/y', EncodingType: 'url' }));
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['c+d%2B%C3%BC', '%C3%A9']);
  });

  it('lists by markers as well', async () => {
    const first = await server.s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 3 }));
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'a/' });
    const second = await server.s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', Marker: first.NextMarker }));
    expect(second.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['c d+ü', 'é']);
    expect(second.Contents?.[0]?.Owner?.ID).toBeTruthy();
  });

  it('answers an empty page, refuses what is no page and what is no token', async () => {
    const none = await server.s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 0 }));
    expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
    const list = (more: object) => server.s3.send(new ListObjectsV2Command({ Bucket, ...more }));
    await expect(list({ MaxKeys: -1 })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ ContinuationToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ Bucket: 'no-such-bucket' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});
