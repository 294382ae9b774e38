import { createHmac } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksum } from '../../../src/kernel/checksum.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { exchange, type RawRequest, send, sha256, sign, signedChunks } from './raw-request.ts';

describe('s3 signatures', () => {
  let server: TestServer;
  const Bucket = 'signatures';
  beforeAll(async () => {
    server = await startTestServer();
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(() => server.close());

  const put = (more: Partial<RawRequest> & { readonly path: string }): RawRequest => ({
    endpoint: server.endpoint,
    method: 'PUT',
    body: 'hello',
    ...more,
  });
  const read = async (Key: string) =>
    (await server.s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
  const isMissing = (Key: string) => expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });

  it('accepts a body whose hash was signed', async () => {
    expect(await send(put({ path: `/${Bucket}/plain` }))).toMatchObject({ status: 200 });
    expect(await read('plain')).toBe('hello');
  });

  it('stores nothing of a body that is not the one that was signed', async () => {
    const answer = await send(put({ path: `/${Bucket}/other`, payload: sha256('goodbye') }));
    expect(answer).toMatchObject({ status: 400, code: 'XAmzContentSHA256Mismatch' });
    await isMissing('other');
  });

  it('accepts a body that was not signed', async () => {
    expect(await send(put({ path: `/${Bucket}/unsigned`, payload: 'UNSIGNED-PAYLOAD' }))).toMatchObject({
      status: 200,
    });
    expect(await read('unsigned')).toBe('hello');
  });

  it('wants to be told of the body', async () => {
    const { headers } = sign(put({ path: `/${Bucket}/silent` }));
    const { 'x-amz-content-sha256': _hash, ...silent } = headers;
    expect(await exchange(put({ path: `/${Bucket}/silent` }), silent, 'hello')).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
    expect(await send(put({ path: `/${Bucket}/odd`, payload: 'ODD' }))).toMatchObject({ code: 'InvalidArgument' });
  });

  it('refuses a wrong secret, an unknown key, an old signature and no signature, each by its name', async () => {
    const path = `/${Bucket}/refused`;
    expect(await send(put({ path, secret: 'wrong' }))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await send(put({ path, accessKeyId: 'AKIAUNKNOWN' }))).toMatchObject({
      status: 403,
      code: 'InvalidAccessKeyId',
    });
    const old = new Date(Date.now() - 16 * 60_000);
    expect(await send(put({ path, time: old }))).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' });
    const young = new Date(Date.now() - 14 * 60_000);
    expect(await send(put({ path: `/${Bucket}/young`, time: young }))).toMatchObject({ status: 200 });
    const unsigned = await exchange(put({ path }), {}, 'hello');
    expect(unsigned).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(unsigned.headers['x-amz-request-id']).toBeTruthy();
    expect(unsigned.body).toContain(`<Resource>${path}</Resource>`);
    await isMissing('refused');
  });

  it('refuses a request whose query was changed after it was signed', async () => {
    const { headers } = sign(put({ path: `/${Bucket}?list-type=2&prefix=a`, method: 'GET', body: '' }));
    const changed = put({ path: `/${Bucket}?list-type=2&prefix=b`, method: 'GET' });
    expect(await exchange(changed, headers)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  const chunked = (path: string, trailer: string | undefined) =>
    put({
      path,
      payload:
        trailer === undefined ? 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' : 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
      headers: {
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '11',
        ...(trailer === undefined ? {} : { 'x-amz-trailer': 'x-amz-checksum-crc32c' }),
      },
    });

  it('accepts signed chunks, with and without a trailer', async () => {
    const plain = chunked(`/${Bucket}/chunks`, undefined);
    const signed = sign(plain);
    expect(await exchange(plain, signed.headers, signedChunks(signed, ['hello ', 'world']))).toMatchObject({
      status: 200,
    });
    expect(await read('chunks')).toBe('hello world');

    const sum = checksum('CRC32C', Buffer.from('hello world'));
    const trailed = chunked(`/${Bucket}/trailed`, sum);
    const again = sign(trailed);
    const body = signedChunks(again, ['hello world'], { 'x-amz-checksum-crc32c': sum });
    expect(await exchange(trailed, again.headers, body)).toMatchObject({ status: 200 });
    expect(await read('trailed')).toBe('hello world');
  });

  it('stores nothing when a chunk, a trailer or the length is not what was signed', async () => {
    const path = `/${Bucket}/forged`;
    const plain = chunked(path, undefined);
    const signed = sign(plain);
    const good = signedChunks(signed, ['hello ', 'world']);
    expect(await exchange(plain, signed.headers, good.replace('world', 'w0rld'))).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    });
    expect(await exchange(plain, signed.headers, good.slice(0, -120))).toMatchObject({ code: 'IncompleteBody' });
    const short = signedChunks(signed, ['hello']);
    expect(await exchange(plain, signed.headers, short)).toMatchObject({ status: 400, code: 'IncompleteBody' });

    const trailed = chunked(path, 'trailer');
    const again = sign(trailed);
    const wrong = signedChunks(again, ['hello world'], { 'x-amz-checksum-crc32c': 'AAAAAA==' });
    expect(await exchange(trailed, again.headers, wrong)).toMatchObject({ status: 400, code: 'BadDigest' });
    const missing = signedChunks(again, ['hello world']);
    expect(await exchange(trailed, again.headers, missing)).toMatchObject({ status: 400, code: 'BadDigest' });
    await isMissing('forged');
  });

  it('checks the trailer of chunks that are not signed', async () => {
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': '5',
      'x-amz-trailer': 'x-amz-checksum-crc64nvme',
    };
    const raw = put({ path: `/${Bucket}/nvme`, payload: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', headers });
    const sum = checksum('CRC64NVME', Buffer.from('hello'));
    const body = (value: string) => `5\r\nhello\r\n0\r\nx-amz-checksum-crc64nvme:${value}\r\n\r\n`;
    expect(await exchange(raw, sign(raw).headers, body('AAAAAAAAAAA='))).toMatchObject({
      status: 400,
      code: 'BadDigest',
    });
    await isMissing('nvme');
    expect(await exchange(raw, sign(raw).headers, body(sum))).toMatchObject({ status: 200 });
    expect(await read('nvme')).toBe('hello');
  });

  it('checks Content-MD5 and checksums in headers', async () => {
    const path = `/${Bucket}/summed`;
    const md5 = checksum('MD5', Buffer.from('hello'));
    const with5 = (value: string) => send(put({ path, headers: { 'content-md5': value } }));
    expect(await with5('AAAAAAAAAAAAAAAAAAAAAA==')).toMatchObject({ status: 400, code: 'BadDigest' });
    expect(await with5('nonsense')).toMatchObject({ status: 400, code: 'InvalidDigest' });
    const withSum = (name: string, value: string) =>
      send(put({ path, headers: { [`x-amz-checksum-${name}`]: value } }));
    expect(await withSum('sha256', checksum('SHA256', Buffer.from('other')))).toMatchObject({ code: 'BadDigest' });
    expect(await withSum('crc32', 'nonsense')).toMatchObject({ code: 'InvalidRequest' });
    await isMissing('summed');
    expect(await with5(md5)).toMatchObject({ status: 200 });
    for (const algorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
      const sum = checksum(algorithm, Buffer.from('hello'));
      expect(await withSum(algorithm.toLowerCase(), sum)).toMatchObject({
        status: 200,
        headers: { [`x-amz-checksum-${algorithm.toLowerCase()}`]: sum },
      });
    }
  });

  it('serves presigned links until they expire, and only for what they say', async () => {
    const getLink = await getSignedUrl(server.s3, new GetObjectCommand({ Bucket, Key: 'plain' }), { expiresIn: 60 });
    expect(await (await fetch(getLink)).text()).toBe('hello');
    expect((await fetch(getLink, { method: 'DELETE' })).status).toBe(403);
    expect(await (await fetch(getLink.replace('/plain', '/chunks'))).text()).toContain('SignatureDoesNotMatch');
    const putLink = await getSignedUrl(server.s3, new PutObjectCommand({ Bucket, Key: 'by link' }), { expiresIn: 60 });
    expect((await fetch(putLink, { method: 'PUT', body: 'from a link' })).status).toBe(200);
    expect(await read('by link')).toBe('from a link');
    const old = await getSignedUrl(server.s3, new GetObjectCommand({ Bucket, Key: 'plain' }), {
      expiresIn: 1,
      signingDate: new Date(Date.now() - 5000),
    });
    const expired = await fetch(old);
    expect(expired.status).toBe(403);
    expect(await expired.text()).toMatch(/<Code>AccessDenied<.*Request has expired/);
  });

  it('serves links of the second version of signatures, until they expire', async () => {
    const link = (key: string, expires: number, signed = key) => {
      const signature = createHmac('sha1', 'test').update(`GET\n\n\n${expires}\n/${Bucket}/${signed}`).digest('base64');
      const query = `AWSAccessKeyId=test&Signature=${encodeURIComponent(signature)}&Expires=${expires}`;
      return fetch(`${server.endpoint}/${Bucket}/${key}?${query}`);
    };
    const soon = Math.floor(Date.now() / 1000) + 60;
    expect(await (await link('plain', soon)).text()).toBe('hello');
    expect(await (await link('chunks', soon, 'plain')).text()).toContain('SignatureDoesNotMatch');
    expect(await (await link('plain', soon - 120)).text()).toContain('Request has expired');
  });

  it('finds the bucket in the host name', async () => {
    const host = `${Bucket}.localhost:${new URL(server.endpoint).port}`;
    const answer = await send(put({ path: '/plain', method: 'GET', body: '', headers: { host } }));
    expect(answer).toMatchObject({ status: 200, body: 'hello' });
    const regional = `${Bucket}.s3.localhost:${new URL(server.endpoint).port}`;
    expect(await send(put({ path: '/plain', method: 'GET', body: '', headers: { host: regional } }))).toMatchObject({
      body: 'hello',
    });
  });

  it('never takes a request for another operation than it names', async () => {
    const answer = await send(put({ path: `/${Bucket}?versioning`, method: 'DELETE', body: '' }));
    expect(answer).toMatchObject({ status: 405, code: 'MethodNotAllowed' });
    expect(await read('plain')).toBe('hello');
    expect(await send(put({ path: `/${Bucket}/plain?uploadId=x`, method: 'PUT' }))).toMatchObject({ status: 405 });
    expect(await send(put({ path: `/${Bucket}/%ff`, method: 'GET', body: '' }))).toMatchObject({ code: 'InvalidURI' });
  });

  it('refuses documents that are no XML, too large, or that define entities', async () => {
    const path = `/${Bucket}?versioning`;
    const versioning = (body: string) => send(put({ path, body }));
    expect(await versioning('<Versioning')).toMatchObject({ status: 400, code: 'MalformedXML' });
    expect(await versioning('')).toMatchObject({ status: 400, code: 'MalformedXML' });
    expect(
      await versioning(
        `<!DOCTYPE x [<!ENTITY a "b">]><VersioningConfiguration><Status>&a;</Status></VersioningConfiguration>`,
      ),
    ).toMatchObject({ code: 'MalformedXML' });
    expect(await versioning('<VersioningConfiguration><Status>On</Status></VersioningConfiguration>')).toMatchObject({
      code: 'MalformedXML',
    });
    expect(await versioning(`<a>${'x'.repeat(2 ** 21 + 1)}</a>`)).toMatchObject({ code: 'MaxMessageLengthExceeded' });
  });

  it('answers an error while the body is still on its way', async () => {
    const Body = Buffer.alloc(12 * 1024 * 1024);
    await expect(
      server.s3.send(new PutObjectCommand({ Bucket: 'no-such-bucket', Key: 'k', Body })),
    ).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    expect(server.errors).toEqual([]);
  });
});
