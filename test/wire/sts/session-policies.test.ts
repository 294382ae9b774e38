import { CodeCommitClient, CreateRepositoryCommand, GetRepositoryCommand } from '@aws-sdk/client-codecommit';
import {
  AcknowledgeJobCommand,
  CodePipelineClient,
  DeleteCustomActionTypeCommand,
  GetPipelineCommand,
  ListPipelinesCommand,
  PollForJobsCommand,
} from '@aws-sdk/client-codepipeline';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createType, typeId } from '../../harness/jobs.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/limited`;
const allow = (Action: string | string[], Resource: string | string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string | string[], Resource: string | string[], more: object = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});

describe('keys of a session with a policy', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.s3.send(new CreateBucketCommand({ Bucket: 'shop' }));
    await server.s3.send(new CreateBucketCommand({ Bucket: 'other' }));
    for (const Key of ['public/a.txt', 'private/b.txt'])
      await server.s3.send(new PutObjectCommand({ Bucket: 'shop', Key, Body: 'x' }));
    for (const repositoryName of ['app', 'lib'])
      await server.codecommit.send(new CreateRepositoryCommand({ repositoryName }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const assume = (Statement: unknown, more: object = {}) =>
    server.sts.send(
      new AssumeRoleCommand({
        RoleArn: ROLE,
        RoleSessionName: 'session',
        Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
        ...more,
      }),
    );

  /** Clients of a session with these statements. */
  async function session(...statements: object[]) {
    const { Credentials } = await assume(statements);
    const settings = {
      endpoint: server.endpoint,
      region: REGION,
      maxAttempts: 1,
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    };
    return {
      s3: new S3Client({ ...settings, forcePathStyle: true }),
      codecommit: new CodeCommitClient(settings),
      codepipeline: new CodePipelineClient(settings),
      sns: new SNSClient(settings),
      sts: new STSClient(settings),
    };
  }
  const DENIED = { name: expect.stringMatching(/^AccessDenied(Exception)?$/) };

  it('may do what a statement allows, and nothing else, but to ask who they are', async () => {
    const { s3, codecommit, codepipeline, sts } = await session(
      allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::shop/public/*'),
      allow('codecommit:Get*', `arn:aws:codecommit:*:${ACCOUNT}:app`),
    );
    await s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'public/a.txt' }));
    await s3.send(new HeadObjectCommand({ Bucket: 'shop', Key: 'public/a.txt' }));
    await s3.send(new PutObjectCommand({ Bucket: 'shop', Key: 'public/new.txt', Body: 'x' }));
    const within = { Bucket: 'shop', Key: 'public/copy.txt', CopySource: 'shop/public/a.txt' };
    await s3.send(new CopyObjectCommand(within));
    await codecommit.send(new GetRepositoryCommand({ repositoryName: 'app' }));
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(ACCOUNT);
    await expect(s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'private/b.txt' }))).rejects.toMatchObject(DENIED);
    const out = { ...within, CopySource: 'shop/private/b.txt' };
    await expect(s3.send(new CopyObjectCommand(out))).rejects.toMatchObject(DENIED);
    await expect(s3.send(new ListObjectsV2Command({ Bucket: 'shop' }))).rejects.toMatchObject(DENIED);
    await expect(codecommit.send(new GetRepositoryCommand({ repositoryName: 'lib' }))).rejects.toMatchObject({
      ...DENIED,
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/limited/session is not authorized to perform: codecommit:GetRepository on resource: arn:aws:codecommit:${REGION}:${ACCOUNT}:lib`,
    });
    await expect(codepipeline.send(new ListPipelinesCommand({}))).rejects.toMatchObject(DENIED);
  });

  it('may not do what a statement denies, whatever others allow', async () => {
    const { s3, codepipeline } = await session(
      allow('*', '*'),
      deny('S3:getobject', 'arn:aws:s3:::shop/private/*'),
      deny('codepipeline:Get*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a policy
      deny('s3:ListAllMyBuckets', 'arn:aws:s3:::${aws:username}'),
    );
    await s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'public/a.txt' }));
    await codepipeline.send(new ListPipelinesCommand({}));
    await expect(s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'private/b.txt' }))).rejects.toMatchObject(DENIED);
    await expect(codepipeline.send(new GetPipelineCommand({ name: 'p' }))).rejects.toMatchObject(DENIED);
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject(DENIED);
  });

  it('a statement may be about all but what it names, and its conditions are not taken for met', async () => {
    const { s3, sns, codepipeline } = await session(
      { Effect: 'Allow', NotAction: 's3:PutObject', NotResource: 'arn:aws:s3:::other*' },
      allow('s3:PutObject', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': REGION } } }),
      deny('sns:Publish', `arn:aws:sns:*:*:alarms`),
    );
    await s3.send(new ListObjectsV2Command({ Bucket: 'shop' }));
    await codepipeline.send(new ListPipelinesCommand({}));
    await expect(s3.send(new ListObjectsV2Command({ Bucket: 'other' }))).rejects.toMatchObject(DENIED);
    const put = new PutObjectCommand({ Bucket: 'shop', Key: 'public/c.txt', Body: 'x' });
    await expect(s3.send(put)).rejects.toMatchObject(DENIED);
    const publish = (topic: string) =>
      new PublishCommand({ TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:${topic}`, Message: 'm' });
    await expect(sns.send(publish('alarms'))).rejects.toMatchObject(DENIED);
    await expect(sns.send(publish('absent'))).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('delete only what they may of what they were asked to delete', async () => {
    const { s3 } = await session(allow('s3:DeleteObject', 'arn:aws:s3:::shop/public/?.txt'));
    const remove = (...keys: string[]) =>
      s3.send(new DeleteObjectsCommand({ Bucket: 'shop', Delete: { Objects: keys.map((Key) => ({ Key })) } }));
    await expect(remove('public/z.txt', 'private/b.txt')).rejects.toMatchObject(DENIED);
    await server.s3.send(new HeadObjectCommand({ Bucket: 'shop', Key: 'private/b.txt' }));
    expect((await remove('public/z.txt')).Deleted).toHaveLength(1);
  });

  it('let a worker ask for the jobs of its own type of action', async () => {
    for (const provider of ['Mine', 'Theirs']) await createType(server.codepipeline, provider);
    const own = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:actiontype:Custom/Build/Mine/1`;
    const { codepipeline } = await session(
      allow(['codepipeline:PollForJobs', 'codepipeline:DeleteCustomActionType'], own),
      allow('codepipeline:AcknowledgeJob', '*'),
    );
    const poll = (provider: string) => codepipeline.send(new PollForJobsCommand({ actionTypeId: typeId(provider) }));
    expect((await poll('Mine')).jobs).toEqual([]);
    await expect(poll('Theirs')).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const unknown = new AcknowledgeJobCommand({ jobId: '11111111-2222-3333-4444-555555555555', nonce: '1' });
    await expect(codepipeline.send(unknown)).rejects.toMatchObject({ name: 'JobNotFoundException' });
    const remove = (provider: string) =>
      codepipeline.send(new DeleteCustomActionTypeCommand({ category: 'Build', provider, version: '1' }));
    await expect(remove('Theirs')).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await remove('Mine');
  });

  it('make other keys only when they may, which are not limited by this policy', async () => {
    const next = new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: 'next' });
    const { sts: limited } = await session(allow('s3:*', '*'));
    await expect(limited.send(next)).rejects.toMatchObject(DENIED);
    const { sts } = await session(allow('sts:AssumeRole', ROLE));
    await sts.send(next);
  });

  it.each([
    ['no statement', undefined, 'no Statement'],
    ['an effect that is none', { ...allow('*', '*'), Effect: 'Maybe' }, 'Effect'],
    ['a principal', allow('*', '*', { Principal: '*' }), 'no Principal'],
    ['an action and none', allow('*', '*', { NotAction: '*' }), 'either Action or NotAction'],
    ['no resource', { Effect: 'Allow', Action: '*' }, 'either Resource or NotResource'],
    ['an action of no service', allow('GetObject', '*'), 'invalid Action'],
    ['a resource that is no ARN', allow('*', 'shop'), 'invalid Resource'],
    ['a list of nothing', allow([], '*'), 'invalid Action'],
  ])('are refused for a policy with %s', async (_what, statement, message) => {
    await expect(assume(statement)).rejects.toMatchObject({
      name: 'MalformedPolicyDocumentException',
      message: expect.stringContaining(message),
    });
  });

  it('are refused for a policy that is too long, and for managed policies, which nobody has', async () => {
    const long = allow(
      '*',
      Array.from({ length: 100 }, (_, index) => `arn:aws:s3:::bucket-${index}`),
    );
    await expect(assume(long)).rejects.toMatchObject({ name: 'PackedPolicyTooLargeException' });
    const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }];
    await expect(assume(allow('*', '*'), { PolicyArns })).rejects.toMatchObject({
      name: 'MalformedPolicyDocumentException',
    });
  });
});
