import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

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

  it('keeps every version once versioning is on', async () => {
    const versioned = 'versioned-bucket';
    await server.s3.send(new CreateBucketCommand({ Bucket: versioned }));
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: versioned, VersioningConfiguration: { Status: 'Enabled' } }),
    );
    const one = await server.s3.send(new PutObjectCommand({ Bucket: versioned, Key: 'k', Body: 'one' }));
    const two = await server.s3.send(new PutObjectCommand({ Bucket: versioned, Key: 'k', Body: 'two' }));
    expect(one.VersionId).not.toBe(two.VersionId);
    const old = await server.s3.send(new GetObjectCommand({ Bucket: versioned, Key: 'k', VersionId: one.VersionId }));
    expect(await old.Body?.transformToString()).toBe('one');
    const latest = await server.s3.send(new GetObjectCommand({ Bucket: versioned, Key: 'k' }));
    expect(await latest.Body?.transformToString()).toBe('two');
    expect(latest.VersionId).toBe(two.VersionId);
  });
});
