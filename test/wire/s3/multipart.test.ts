import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const PART = 5 * 1024 * 1024;
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();

describe.each(DIALECTS)('s3 multipart uploads on %s', (dialect) => {
  let server: TestServer;
  const Bucket = 'in-parts';
  const one = randomBytes(PART);
  const two = randomBytes(1000);
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(() => server.close());

  const begin = async (Key: string, more: object = {}) =>
    (await server.s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }))).UploadId ?? '';
  const part = (Key: string, UploadId: string, PartNumber: number, Body: Buffer) =>
    server.s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  const complete = (Key: string, UploadId: string, Parts: readonly CompletedPart[]) =>
    server.s3.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: [...Parts] } }),
    );
  const bytesOf = async (Key: string, more: object = {}) => {
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };

  it('puts an object together from its parts, by number and whatever came in between', async () => {
    const Key = 'assembled';
    const id = await begin(Key, { ContentType: 'text/x-parts', Metadata: { a: 'b' } });
    const second = await part(Key, id, 7, two);
    await part(Key, id, 2, Buffer.from('replaced later'));
    const first = await part(Key, id, 2, one);
    await part(Key, id, 9, Buffer.from('never listed'));
    const listed = [
      { PartNumber: 2, ETag: first.ETag },
      { PartNumber: 7, ETag: second.ETag },
    ];
    const done = await complete(Key, id, listed);
    expect(done.ETag).toBe(`"${md5(Buffer.concat([md5(one), md5(two)])).toString('hex')}-2"`);
    expect((await bytesOf(Key)).equals(Buffer.concat([one, two]))).toBe(true);
    const head = await server.s3.send(new HeadObjectCommand({ Bucket, Key, PartNumber: 2 }));
    expect(head).toMatchObject({
      ContentType: 'text/x-parts',
      Metadata: { a: 'b' },
      PartsCount: 2,
      ContentLength: 1000,
    });
    const across = await bytesOf(Key, { Range: `bytes=${PART - 5}-${PART + 4}` });
    expect(across.equals(Buffer.concat([one.subarray(-5), two.subarray(0, 5)]))).toBe(true);
    await expect(complete(Key, id, listed)).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('refuses parts that are unknown, changed, out of order or too small, and keeps the upload', async () => {
    const Key = 'refused';
    const id = await begin(Key);
    const small = await part(Key, id, 1, Buffer.from('small'));
    const last = await part(Key, id, 2, two);
    const refused = (parts: { PartNumber: number; ETag: string | undefined }[]) => complete(Key, id, parts);
    await expect(refused([{ PartNumber: 3, ETag: last.ETag }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(refused([{ PartNumber: 2, ETag: small.ETag }])).rejects.toMatchObject({ name: 'InvalidPart' });
    const [a, b] = [
      { PartNumber: 1, ETag: small.ETag },
      { PartNumber: 2, ETag: last.ETag },
    ];
    await expect(refused([b, a])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(refused([a, b])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(refused([])).rejects.toMatchObject({ name: 'MalformedXML' });
    await expect(part(Key, id, 10_001, two)).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(bytesOf(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await refused([b]);
    expect((await bytesOf(Key)).equals(two)).toBe(true);
  });

  it('lists parts and uploads in pages, and forgets what is aborted', async () => {
    const own = 'listing-uploads';
    await server.s3.send(new CreateBucketCommand({ Bucket: own }));
    const ids: (string | undefined)[] = [];
    for (const Key of ['a', 'b', 'b', 'c/d']) {
      ids.push((await server.s3.send(new CreateMultipartUploadCommand({ Bucket: own, Key }))).UploadId);
    }
    const list = (more: object) => server.s3.send(new ListMultipartUploadsCommand({ Bucket: own, ...more }));
    const first = await list({ MaxUploads: 2 });
    expect(first.Uploads?.map(({ UploadId }) => UploadId)).toEqual([ids[0], ids[1]]);
    const rest = await list({
      KeyMarker: first.NextKeyMarker,
      UploadIdMarker: first.NextUploadIdMarker,
      Delimiter: '/',
    });
    expect(rest.Uploads?.map(({ UploadId }) => UploadId)).toEqual([ids[2]]);
    expect(rest.CommonPrefixes).toEqual([{ Prefix: 'c/' }]);

    const b = { Bucket: own, Key: 'b', UploadId: ids[1] ?? '' };
    for (const PartNumber of [1, 2, 3])
      await server.s3.send(new UploadPartCommand({ ...b, PartNumber, Body: `${PartNumber}` }));
    const parts = await server.s3.send(new ListPartsCommand({ ...b, MaxParts: 2 }));
    expect(parts).toMatchObject({
      IsTruncated: true,
      NextPartNumberMarker: '2',
      Parts: [{ PartNumber: 1 }, { PartNumber: 2, Size: 1 }],
    });
    const more = await server.s3.send(new ListPartsCommand({ ...b, PartNumberMarker: parts.NextPartNumberMarker }));
    expect(more.Parts).toMatchObject([{ PartNumber: 3 }]);

    await server.s3.send(new AbortMultipartUploadCommand(b));
    await expect(server.s3.send(new ListPartsCommand(b))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(server.s3.send(new AbortMultipartUploadCommand(b))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(
      server.s3.send(new ListPartsCommand({ ...b, Key: 'c', UploadId: ids[2] ?? '' })),
    ).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
    await server.s3.send(new DeleteBucketCommand({ Bucket: own }));
  });

  it('copies parts out of other objects', async () => {
    await server.s3.send(new PutObjectCommand({ Bucket, Key: 'source of parts', Body: one }));
    const Key = 'copied';
    const UploadId = await begin(Key);
    const copy = (PartNumber: number, CopySourceRange?: string) =>
      server.s3.send(
        new UploadPartCopyCommand({
          Bucket,
          Key,
          UploadId,
          PartNumber,
          CopySource: `${Bucket}/source%20of%20parts`,
          CopySourceRange,
        }),
      );
    const whole = await copy(1);
    const some = await copy(2, 'bytes=10-19');
    await expect(copy(3, `bytes=0-${PART}`)).rejects.toMatchObject({ name: 'InvalidArgument' });
    await complete(Key, UploadId, [
      { PartNumber: 1, ETag: whole.CopyPartResult?.ETag },
      { PartNumber: 2, ETag: some.CopyPartResult?.ETag },
    ]);
    expect((await bytesOf(Key)).equals(Buffer.concat([one, one.subarray(10, 20)]))).toBe(true);
  });

  it('checks the checksums of parts and of the whole', async () => {
    for (const [algorithm, type] of [
      ['CRC32', 'COMPOSITE'],
      ['SHA256', 'COMPOSITE'],
      ['CRC32C', 'FULL_OBJECT'],
      ['CRC64NVME', 'FULL_OBJECT'],
    ] as const) {
      const Key = `summed ${algorithm}`;
      const id = await begin(Key, { ChecksumAlgorithm: algorithm, ChecksumType: type });
      const put = (PartNumber: number, Body: Buffer) =>
        server.s3.send(
          new UploadPartCommand({ Bucket, Key, UploadId: id, PartNumber, Body, ChecksumAlgorithm: algorithm }),
        );
      const parts = [await put(1, one), await put(2, two)].map((answer, index) => ({
        ...answer,
        PartNumber: index + 1,
      }));
      const name = `Checksum${algorithm}` as const;
      expect(parts[0]?.[name]).toBeTruthy();
      const swapped = parts.map((answer, index) => ({ ...answer, [name]: parts[1 - index]?.[name] }));
      await expect(complete(Key, id, swapped)).rejects.toMatchObject({ name: 'InvalidPart' });
      const done = await complete(Key, id, parts);
      expect(done.ChecksumType).toBe(type);
      const head = await server.s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
      expect(head[name]).toBe(done[name]);
      // The SDK itself checks what it reads against a checksum of the whole.
      expect((await bytesOf(Key, { ChecksumMode: 'ENABLED' })).equals(Buffer.concat([one, two]))).toBe(true);
    }
    await expect(begin('odd', { ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
  });

  it("takes streams of unknown length from the SDK's own uploader", async () => {
    const chunks = Array.from({ length: 12 }, () => randomBytes(1024 * 1024));
    const params = { Bucket, Key: 'streamed', Body: Readable.from(chunks) };
    await new Upload({ client: server.s3, params }).done();
    expect((await bytesOf('streamed')).equals(Buffer.concat(chunks))).toBe(true);
    expect(server.errors).toEqual([]);
  });
});
