import {
  CreateBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketOwnershipControlsCommand,
  DeleteBucketPolicyCommand,
  DeleteBucketTaggingCommand,
  DeletePublicAccessBlockCommand,
  GetBucketAccelerateConfigurationCommand,
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketReplicationCommand,
  GetBucketRequestPaymentCommand,
  GetBucketTaggingCommand,
  GetBucketWebsiteCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  ListObjectsV2Command,
  PutBucketAclCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketWebsiteCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

describe.each(DIALECTS)('s3 documents of buckets on %s', (dialect) => {
  let server: TestServer;
  const Bucket = 'documented';
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(() => server.close());

  it('answers each absent document by its own error', async () => {
    const { s3 } = server;
    const absent: [string, () => Promise<unknown>][] = [
      ['NoSuchBucketPolicy', () => s3.send(new GetBucketPolicyCommand({ Bucket }))],
      ['NoSuchTagSet', () => s3.send(new GetBucketTaggingCommand({ Bucket }))],
      ['NoSuchLifecycleConfiguration', () => s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))],
      ['NoSuchCORSConfiguration', () => s3.send(new GetBucketCorsCommand({ Bucket }))],
      ['NoSuchWebsiteConfiguration', () => s3.send(new GetBucketWebsiteCommand({ Bucket }))],
      ['ReplicationConfigurationNotFoundError', () => s3.send(new GetBucketReplicationCommand({ Bucket }))],
      ['ObjectLockConfigurationNotFoundError', () => s3.send(new GetObjectLockConfigurationCommand({ Bucket }))],
      ['NoSuchBucket', () => s3.send(new GetBucketPolicyCommand({ Bucket: 'no-such-bucket' }))],
    ];
    for (const [name, answer] of absent) {
      await expect(answer(), name).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 404 } });
    }
  });

  it('answers what every bucket has', async () => {
    const { s3 } = server;
    const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(encryption.ServerSideEncryptionConfiguration?.Rules?.[0]).toMatchObject({
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
    });
    const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(block.PublicAccessBlockConfiguration).toMatchObject({ BlockPublicAcls: true, RestrictPublicBuckets: true });
    const ownership = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    expect(ownership.OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    const acl = await s3.send(new GetBucketAclCommand({ Bucket }));
    expect(acl.Grants).toMatchObject([{ Permission: 'FULL_CONTROL', Grantee: { ID: acl.Owner?.ID } }]);
    expect((await s3.send(new GetBucketRequestPaymentCommand({ Bucket }))).Payer).toBe('BucketOwner');
    expect((await s3.send(new GetBucketAccelerateConfigurationCommand({ Bucket }))).Status).toBeUndefined();
    expect((await s3.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled).toBeUndefined();
    expect(await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }))).not.toHaveProperty(
      'EventBridgeConfiguration',
      {},
    );
  });

  it('keeps a policy as it was put, and lets nobody be locked out by it', async () => {
    const { s3 } = server;
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: `arn:aws:s3:::${Bucket}/*`,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy);
    await s3.send(new ListObjectsV2Command({ Bucket }));
    for (const wrong of ['nonsense', '[]', '{}']) {
      await expect(s3.send(new PutBucketPolicyCommand({ Bucket, Policy: wrong }))).rejects.toMatchObject({
        name: 'MalformedPolicy',
      });
    }
    await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
    await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchBucketPolicy' });
  });

  it('keeps tags', async () => {
    const { s3 } = server;
    const TagSet = [{ Key: 'team', Value: 'blue + green' }];
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    expect((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);
    const twice = { TagSet: [...TagSet, ...TagSet] };
    await expect(s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: twice }))).rejects.toMatchObject({
      name: 'InvalidTag',
    });
    await s3.send(new DeleteBucketTaggingCommand({ Bucket }));
    await expect(s3.send(new GetBucketTaggingCommand({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchTagSet' });
  });

  it('keeps rules of lifecycle and CORS, with their dates and names', async () => {
    const { s3 } = server;
    const rule = { Status: 'Enabled' as const, Filter: { Prefix: 'old/' } };
    const expiring = { ...rule, Expiration: { Date: new Date('2030-01-01T00:00:00Z') } };
    const lifecycle = (...Rules: object[]) =>
      s3.send(
        new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: Rules as never } }),
      );
    await lifecycle(expiring);
    const kept = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(kept.Rules).toMatchObject([{ ...expiring, ID: expect.any(String) }]);
    await expect(lifecycle(rule)).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(lifecycle({ ...expiring, ID: 'a' }, { ...expiring, ID: 'a' })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await s3.send(new DeleteBucketLifecycleCommand({ Bucket }));

    const CORSRules = [{ AllowedMethods: ['GET', 'PUT'], AllowedOrigins: ['https://example.com'], MaxAgeSeconds: 60 }];
    await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
    expect((await s3.send(new GetBucketCorsCommand({ Bucket }))).CORSRules).toEqual(CORSRules);
    await s3.send(new DeleteBucketCorsCommand({ Bucket }));
  });

  it('keeps encryption, logging, public access blocks and ownership', async () => {
    const { s3 } = server;
    const rules = [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: 'key' },
        BucketKeyEnabled: true,
      },
    ];
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: rules } }));
    const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(encryption.ServerSideEncryptionConfiguration?.Rules).toEqual(rules);
    await s3.send(new DeleteBucketEncryptionCommand({ Bucket }));

    const LoggingEnabled = { TargetBucket: Bucket, TargetPrefix: 'logs/' };
    await s3.send(new PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: { LoggingEnabled } }));
    expect((await s3.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled).toMatchObject(LoggingEnabled);

    await s3.send(
      new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true } }),
    );
    expect((await s3.send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    });
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await expect(s3.send(new GetPublicAccessBlockCommand({ Bucket }))).rejects.toMatchObject({
      name: 'NoSuchPublicAccessBlockConfiguration',
    });

    const priv = new PutBucketAclCommand({ Bucket, ACL: 'private' });
    await expect(s3.send(priv)).rejects.toMatchObject({ name: 'AccessControlListNotSupported' });
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' as const }] };
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
    expect((await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }))).OwnershipControls).toEqual(
      OwnershipControls,
    );
    await s3.send(priv);
    await expect(s3.send(new PutBucketAclCommand({ Bucket, ACL: 'public-read' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await s3.send(new DeleteBucketOwnershipControlsCommand({ Bucket }));
    await expect(s3.send(new GetBucketOwnershipControlsCommand({ Bucket }))).rejects.toMatchObject({
      name: 'OwnershipControlsNotFoundError',
    });
  });

  it('switches events on and off, and refuses targets that do not exist', async () => {
    const { s3 } = server;
    const notify = (NotificationConfiguration: object) =>
      s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
    await notify({ EventBridgeConfiguration: {} });
    const on = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    expect(on.EventBridgeConfiguration).toEqual({});
    const queue = { QueueArn: 'arn:aws:sqs:eu-west-1:123456789012:q', Events: ['s3:ObjectCreated:*'] };
    await expect(notify({ QueueConfigurations: [queue] })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await notify({});
    const off = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    expect(off.EventBridgeConfiguration).toBeUndefined();
  });

  it('says by name what is not built', async () => {
    const website = new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: { IndexDocument: { Suffix: 'i' } } });
    await expect(server.s3.send(website)).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('PutBucketWebsite'),
    });
    expect(server.errors).toEqual([]);
  });
});
