import {
  CreateBucketCommand,
  type CreateBucketCommandInput,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { send } from './raw-request.ts';

describe.each(DIALECTS)('s3 buckets on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());
  const create = (Bucket: string) => server.s3.send(new CreateBucketCommand({ Bucket }));
  const inRegion = (region: string) =>
    new S3Client({
      endpoint: server.endpoint,
      region,
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });

  it('creates a bucket in the region of the request, once', async () => {
    await create('first-bucket');
    const location = await server.s3.send(new GetBucketLocationCommand({ Bucket: 'first-bucket' }));
    expect(location.LocationConstraint).toBe(REGION);
    expect(await server.s3.send(new HeadBucketCommand({ Bucket: 'first-bucket' }))).toMatchObject({
      BucketRegion: REGION,
    });
    await expect(create('first-bucket')).rejects.toMatchObject({ name: 'BucketAlreadyOwnedByYou' });
  });

  it.each<[string, Omit<CreateBucketCommandInput, 'Bucket'>, string]>([
    ['a lock on its objects', { ObjectLockEnabledForBucket: true }, 'NotImplemented'],
    ['readers', { ACL: 'public-read' }, 'InvalidBucketAclWithObjectOwnership'],
    ['grants', { GrantRead: 'id=anybody' }, 'InvalidBucketAclWithObjectOwnership'],
    ['readers, and writers as owners', { ACL: 'public-read', ObjectOwnership: 'ObjectWriter' }, 'AccessDenied'],
  ])('creates no bucket with %s', async (_, input, name) => {
    const Bucket = `without-${name.toLowerCase()}`;
    await expect(server.s3.send(new CreateBucketCommand({ Bucket, ...input }))).rejects.toMatchObject({ name });
    await expect(server.s3.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('has an oldest region without a name, where creating a bucket again succeeds', async () => {
    const home = inRegion('us-east-1');
    await home.send(new CreateBucketCommand({ Bucket: 'home-bucket' }));
    await home.send(new CreateBucketCommand({ Bucket: 'home-bucket' }));
    const location = await home.send(new GetBucketLocationCommand({ Bucket: 'home-bucket' }));
    expect(location.LocationConstraint).toBeUndefined();
  });

  it('refuses names and regions that no bucket can have', async () => {
    for (const name of [
      'ab',
      'Capital',
      'under_score',
      '-dash',
      'two..dots',
      '192.168.1.1',
      'xn--name',
      'x'.repeat(64),
    ]) {
      const answer = await send({ endpoint: server.endpoint, method: 'PUT', path: `/${name}` });
      expect(answer, name).toMatchObject({ status: 400, code: 'InvalidBucketName' });
    }
    const createIn = (constraint: string) =>
      send({
        endpoint: server.endpoint,
        method: 'PUT',
        path: '/constrained',
        body: `<CreateBucketConfiguration><LocationConstraint>${constraint}</LocationConstraint></CreateBucketConfiguration>`,
      });
    expect(await createIn('eu-central-1')).toMatchObject({ status: 400, code: 'IllegalLocationConstraintException' });
    expect(await createIn('nowhere')).toMatchObject({ status: 400, code: 'InvalidLocationConstraint' });
    expect(await send({ endpoint: server.endpoint, method: 'PUT', path: '/constrained' })).toMatchObject({
      code: 'IllegalLocationConstraintException',
      body: expect.stringContaining('The unspecified location constraint is incompatible'),
    });
    expect(await createIn(REGION)).toMatchObject({ status: 200 });
  });

  it('lists buckets in pages', async () => {
    for (const name of ['paged-c', 'paged-a', 'paged-b']) await create(name);
    const first = await server.s3.send(new ListBucketsCommand({ Prefix: 'paged-', MaxBuckets: 2 }));
    expect(first.Buckets?.map(({ Name }) => Name)).toEqual(['paged-a', 'paged-b']);
    const second = await server.s3.send(
      new ListBucketsCommand({ Prefix: 'paged-', MaxBuckets: 2, ContinuationToken: first.ContinuationToken }),
    );
    expect(second.Buckets?.map(({ Name }) => Name)).toEqual(['paged-c']);
    expect(second.ContinuationToken).toBeUndefined();
    expect(second.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  });

  it('deletes a bucket only when nothing is in it, not even an old version', async () => {
    const Bucket = 'to-be-deleted';
    await create(Bucket);
    await server.s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    await expect(server.s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    await server.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    const { VersionId } = await server.s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    await expect(server.s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
      message: 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
    });
    await server.s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }));
    await server.s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: 'null' }));
    await server.s3.send(new DeleteBucketCommand({ Bucket }));
    await expect(server.s3.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
    await expect(server.s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('says whether versioning was ever on', async () => {
    const Bucket = 'says-versioning';
    await create(Bucket);
    const versioning = async () => (await server.s3.send(new GetBucketVersioningCommand({ Bucket }))).Status;
    expect(await versioning()).toBeUndefined();
    for (const Status of ['Enabled', 'Suspended'] as const) {
      await server.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
      expect(await versioning()).toBe(Status);
    }
  });

  it('lets no one in who names another owner', async () => {
    await create('owned-bucket');
    const asked = { Bucket: 'owned-bucket', ExpectedBucketOwner: '999999999999' };
    await expect(server.s3.send(new GetBucketVersioningCommand(asked))).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('takes temporary keys', async () => {
    const { Credentials } = await server.sts.send(
      new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::123456789012:role/reader', RoleSessionName: 'reading' }),
    );
    const client = new S3Client({
      endpoint: server.endpoint,
      region: REGION,
      forcePathStyle: true,
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    });
    await create('role-bucket');
    expect(await client.send(new HeadBucketCommand({ Bucket: 'role-bucket' }))).toMatchObject({ BucketRegion: REGION });
  });
});
