import { ListRepositoriesCommand } from '@aws-sdk/client-codecommit';
import {
  AcknowledgeThirdPartyJobCommand,
  type AWSSessionCredentials,
  DeletePipelineCommand,
  GetJobDetailsCommand,
  GetThirdPartyJobDetailsCommand,
  type JobData,
  ListPipelinesCommand,
  ListRuleTypesCommand,
  PollForThirdPartyJobsCommand,
  PutJobSuccessResultCommand,
  PutThirdPartyJobSuccessResultCommand,
  StopPipelineExecutionCommand,
  UpdateActionTypeCommand,
} from '@aws-sdk/client-codepipeline';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { createRepository, emptyDirectory, gitRun, signedIn } from '../harness/git-client.ts';
import { createType, customAction, partnerType, partnerTypeId, takeJob, typeId } from '../harness/jobs.ts';
import { create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { type Signing, sign } from '../harness/raw-http.ts';
import { type Clients, clientsOf, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

interface Work {
  readonly jobId: string;
  readonly credentials: AWSSessionCredentials;
  readonly clients: Clients;
  readonly input: Place;
  readonly output: Place;
}

describe.each(DIALECTS)('the credentials of a job on %s', (dialect) => {
  let server: TestServer;
  let executionId: string;
  let work: Work;

  const look = async (jobId: string): Promise<Work> => {
    const { jobDetails } = await server.codepipeline.send(new GetJobDetailsCommand({ jobId }));
    return workOf(jobId, jobDetails?.data);
  };
  const workOf = (jobId: string, data: JobData | undefined): Work => {
    const { artifactCredentials: credentials, inputArtifacts = [], outputArtifacts = [] } = data ?? {};
    if (credentials === undefined) throw new Error('The job has no credentials');
    const place = (artifact: (typeof inputArtifacts)[number] | undefined): Place => ({
      Bucket: artifact?.location?.s3Location?.bucketName ?? '',
      Key: artifact?.location?.s3Location?.objectKey ?? '',
    });
    const clients = clientsOf(server.endpoint, {
      accessKeyId: credentials.accessKeyId ?? '',
      secretAccessKey: credentials.secretAccessKey ?? '',
      sessionToken: credentials.sessionToken ?? '',
    });
    return { jobId, credentials, clients, input: place(inputArtifacts[0]), output: place(outputArtifacts[0]) };
  };
  const done = (jobId: string) => server.codepipeline.send(new PutJobSuccessResultCommand({ jobId }));

  beforeAll(async () => {
    server = await startTestServer(dialect);
    const { codepipeline } = server;
    await createType(codepipeline, 'Fetcher', {
      category: 'Source',
      inputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
    });
    await createType(codepipeline, 'Worker');
    const fetch = { name: 'Fetch', actionTypeId: typeId('Fetcher', 'Source') };
    await create(
      codepipeline,
      pipeline(
        'credentials',
        [
          stage('Source', { ...fetch, outputArtifacts: [{ name: 'Fetched' }] }),
          stage(
            'Build',
            customAction('Work', 'Worker', {
              inputArtifacts: [{ name: 'Fetched' }],
              outputArtifacts: [{ name: 'Made' }],
            }),
          ),
        ],
        QUIET,
      ),
    );
    executionId = await start(codepipeline, 'credentials');
    const source = await look(await takeJob(codepipeline, 'Fetcher', 'Source'));
    await source.clients.s3.send(new PutObjectCommand({ ...source.output, Body: 'what was fetched' }));
    await done(source.jobId);
    work = await look(await takeJob(codepipeline, 'Worker'));
  });
  afterAll(() => server.close());

  const read = async ({ Body }: { Body?: { transformToString(): Promise<string> } }) => Body?.transformToString();

  it('read the inputs, also by links', async () => {
    const { clients, input } = work;
    expect(await read(await clients.s3.send(new GetObjectCommand(input)))).toBe('what was fetched');
    expect(await clients.s3.send(new HeadObjectCommand(input))).toMatchObject({ ContentLength: 16 });
    const link = await getSignedUrl(clients.s3, new GetObjectCommand(input));
    expect(await (await fetch(link)).text()).toBe('what was fetched');
  });

  it('write the outputs, in one go and in parts', async () => {
    const { clients, output } = work;
    await clients.s3.send(new PutObjectCommand({ ...output, Body: 'small' }));
    expect(await read(await server.s3.send(new GetObjectCommand(output)))).toBe('small');
    const Body = Buffer.alloc(6 * 1024 * 1024, 'x');
    await new Upload({ client: clients.s3, params: { ...output, Body }, partSize: 5 * 1024 * 1024 }).done();
    expect(await server.s3.send(new HeadObjectCommand(output))).toMatchObject({ ContentLength: Body.length });
  });

  it('are good for nothing else in the bucket, or in any other', async () => {
    const { clients, input, output } = work;
    const { s3 } = clients;
    const { Bucket } = input;
    const other = { Bucket, Key: `${input.Key}x` };
    await server.s3.send(new PutObjectCommand({ ...other, Body: 'somebody else' }));
    const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(s3.send(new GetObjectCommand(output))).rejects.toMatchObject(denied);
    await expect(s3.send(new GetObjectCommand(other))).rejects.toMatchObject(denied);
    await expect(s3.send(new GetObjectCommand({ ...input, VersionId: 'null' }))).rejects.toMatchObject(denied);
    await expect(s3.send(new GetObjectTaggingCommand(input))).rejects.toMatchObject(denied);
    await expect(s3.send(new PutObjectTaggingCommand({ ...output, Tagging: { TagSet: [] } }))).rejects.toMatchObject(
      denied,
    );
    await expect(s3.send(new PutObjectCommand({ ...input, Body: 'mine' }))).rejects.toMatchObject(denied);
    await expect(s3.send(new PutObjectCommand({ ...other, Body: 'mine' }))).rejects.toMatchObject(denied);
    await expect(s3.send(new DeleteObjectCommand(output))).rejects.toMatchObject(denied);
    const Delete = { Objects: [{ Key: output.Key }] };
    await expect(s3.send(new DeleteObjectsCommand({ Bucket, Delete }))).rejects.toMatchObject(denied);
    const CopySource = `${other.Bucket}/${other.Key}`;
    await expect(s3.send(new CopyObjectCommand({ ...output, CopySource }))).rejects.toMatchObject(denied);
    await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(denied);
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject(denied);
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'mine' }))).rejects.toMatchObject(denied);
    await expect(s3.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const link = await getSignedUrl(s3, new GetObjectCommand(other));
    expect((await fetch(link)).status).toBe(403);
  });

  it('are good for no other service, and make no other keys', async () => {
    const { codepipeline, codecommit, events, sts } = work.clients;
    const message = expect.stringMatching(
      /^User: arn:aws:sts::\d+:assumed-role\/.+ is not authorized to perform: \w+:\w+/,
    );
    const inJson = { name: 'AccessDeniedException', message };
    await expect(codepipeline.send(new ListPipelinesCommand({}))).rejects.toMatchObject(inJson);
    await expect(codepipeline.send(new ListRuleTypesCommand({}))).rejects.toMatchObject(inJson);
    const answer = new PutJobSuccessResultCommand({ jobId: work.jobId });
    await expect(codepipeline.send(answer)).rejects.toMatchObject(inJson);
    await expect(codecommit.send(new ListRepositoriesCommand({}))).rejects.toMatchObject(inJson);
    await expect(events.send(new PutEventsCommand({ Entries: [{}] }))).rejects.toMatchObject(inJson);
    const inQuery = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(inQuery);
    await expect(sts.send(new GetSessionTokenCommand({}))).rejects.toMatchObject(inQuery);
    const role = { RoleArn: 'arn:aws:iam::123456789012:role/builder', RoleSessionName: 'more' };
    await expect(sts.send(new AssumeRoleCommand(role))).rejects.toMatchObject(inQuery);
  });

  it('open no repository', async () => {
    const { url } = await createRepository(server, 'app');
    const list = (of: Parameters<typeof signedIn>[1]) =>
      gitRun(emptyDirectory(), ['ls-remote', url], signedIn(url, of));
    const { accessKeyId, secretAccessKey = '', sessionToken } = work.credentials;
    expect((await list({})).exitCode).toBe(0);
    const scoped = await list({ accessKeyId: `${accessKeyId}%${sessionToken}`, secretAccessKey });
    expect(scoped.exitCode).not.toBe(0);
  });

  it('hear nothing of what happens', async () => {
    const listen = async (signing: Signing) => {
      const request = { method: 'GET', path: '/console/events-stream', headers: {} };
      const { headers } = await sign(server.endpoint, request, { ...signing, service: 'events' });
      const leaving = new AbortController();
      const { status } = await fetch(`${server.endpoint}${request.path}`, { headers, signal: leaving.signal });
      leaving.abort();
      return status;
    };
    const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = work.credentials;
    expect(await listen({})).toBe(200);
    expect(await listen({ accessKeyId, secretAccessKey, sessionToken })).toBe(403);
  });

  it('end with the job', async () => {
    const { clients, input, jobId } = work;
    await done(jobId);
    await untilStatus(server.codepipeline, 'credentials', executionId, 'Succeeded');
    await expect(clients.s3.send(new GetObjectCommand(input))).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
    expect(server.errors).toEqual([]);
  });

  it.each([
    [
      'its action is abandoned',
      async (pipelineName: string, pipelineExecutionId: string) => {
        const stop = { pipelineName, pipelineExecutionId, abandon: true };
        await server.codepipeline.send(new StopPipelineExecutionCommand(stop));
        await untilStatus(server.codepipeline, pipelineName, pipelineExecutionId, 'Stopped');
      },
    ],
    [
      'its pipeline is deleted',
      async (name: string) => {
        await server.codepipeline.send(new DeletePipelineCommand({ name }));
      },
    ],
  ])('end when %s', async (what, end) => {
    const name = what.replaceAll(' ', '-');
    const fetch = { name: 'Fetch', actionTypeId: typeId('Fetcher', 'Source'), outputArtifacts: [{ name: 'Fetched' }] };
    await create(
      server.codepipeline,
      pipeline(name, [stage('Source', fetch), stage('Build', customAction('Work', 'Worker'))], QUIET),
    );
    const id = await start(server.codepipeline, name);
    const { clients, output } = await look(await takeJob(server.codepipeline, 'Fetcher', 'Source'));
    await clients.s3.send(new PutObjectCommand({ ...output, Body: 'in time' }));
    await end(name, id);
    const late = clients.s3.send(new PutObjectCommand({ ...output, Body: 'too late' }));
    await expect(late).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  });

  describe('whose type declares more', () => {
    const OWN = 'arn:aws:s3:::of-the-partner';
    const statements = [
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: [OWN, `${OWN}/*`] },
      { Effect: 'Deny', Action: 's3:*', Resource: `${OWN}/secret/*` },
    ];
    const offered = async (provider: string) => {
      const poll = new PollForThirdPartyJobsCommand({ actionTypeId: partnerTypeId(provider) });
      const { jobId = '', clientId = '' } = await waitFor(`a job of ${provider}`, async () => {
        const { jobs = [] } = await server.codepipeline.send(poll);
        return jobs[0];
      });
      const shown = { jobId, clientToken: clientId };
      const { jobDetails } = await server.codepipeline.send(new GetThirdPartyJobDetailsCommand(shown));
      await server.codepipeline.send(new AcknowledgeThirdPartyJobCommand({ ...shown, nonce: jobDetails?.nonce }));
      return { shown, work: workOf(jobId, jobDetails?.data) };
    };
    const register = (provider: string, permissions: unknown) => {
      const executor = {
        type: 'JobWorker',
        configuration: { jobWorkerExecutorConfiguration: {} },
        policyStatementsTemplate: JSON.stringify(permissions),
      } as const;
      return server.codepipeline.send(new UpdateActionTypeCommand({ actionType: partnerType(provider, { executor }) }));
    };
    const run = async (provider: string, artifacts: object) => {
      const fetch = {
        name: 'Fetch',
        actionTypeId: typeId('Fetcher', 'Source'),
        outputArtifacts: [{ name: 'Fetched' }],
      };
      const act = { name: 'Act', actionTypeId: partnerTypeId(provider), ...artifacts };
      const name = `by-${provider}`;
      await create(server.codepipeline, pipeline(name, [stage('Source', fetch), stage('Test', act)], QUIET));
      await start(server.codepipeline, name);
      const source = await look(await takeJob(server.codepipeline, 'Fetcher', 'Source'));
      await source.clients.s3.send(new PutObjectCommand({ ...source.output, Body: 'what was fetched' }));
      await done(source.jobId);
    };
    beforeAll(async () => {
      const Bucket = 'of-the-partner';
      await server.s3.send(new CreateBucketCommand({ Bucket }));
      for (const Key of ['settings', 'secret/key'])
        await server.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    });

    it('reach that beside the artifacts, in every job of the action, and nothing else', async () => {
      const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
      await register('Wide', { Version: '2012-10-17', Statement: statements });
      await run('Wide', { inputArtifacts: [{ name: 'Fetched' }], outputArtifacts: [{ name: 'Made' }] });
      const check = async ({ clients: { s3, codepipeline }, input, output }: Work) => {
        const Bucket = 'of-the-partner';
        expect(await read(await s3.send(new GetObjectCommand(input)))).toBe('what was fetched');
        await s3.send(new PutObjectCommand({ ...output, Body: 'made' }));
        expect(await read(await s3.send(new GetObjectCommand({ Bucket, Key: 'settings' })))).toBe('settings');
        expect(await s3.send(new ListObjectsV2Command({ Bucket }))).toMatchObject({ KeyCount: 2 });
        await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'secret/key' }))).rejects.toMatchObject(denied);
        await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'settings', Body: 'x' }))).rejects.toMatchObject(
          denied,
        );
        await expect(s3.send(new GetObjectCommand(output))).rejects.toMatchObject(denied);
        await expect(s3.send(new PutObjectCommand({ ...input, Body: 'mine' }))).rejects.toMatchObject(denied);
        await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject(denied);
        const inJson = { name: 'AccessDeniedException' };
        await expect(codepipeline.send(new ListPipelinesCommand({}))).rejects.toMatchObject(inJson);
      };
      const first = await offered('Wide');
      await check(first.work);
      await register('Wide', { Effect: 'Deny', Action: '*', Resource: '*' });
      const answer = { ...first.shown, continuationToken: 'again' };
      await server.codepipeline.send(new PutThirdPartyJobSuccessResultCommand(answer));
      const late = first.work.clients.s3.send(new ListObjectsV2Command({ Bucket: 'of-the-partner' }));
      await expect(late).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
      const second = await offered('Wide');
      await check(second.work);
      await server.codepipeline.send(new PutThirdPartyJobSuccessResultCommand(second.shown));
    });

    it('are there without an artifact, too', async () => {
      await register('Bare', statements[0]);
      await run('Bare', {});
      const { work: bare, shown } = await offered('Bare');
      const settings = { Bucket: 'of-the-partner', Key: 'settings' };
      expect(await read(await bare.clients.s3.send(new GetObjectCommand(settings)))).toBe('settings');
      await server.codepipeline.send(new PutThirdPartyJobSuccessResultCommand(shown));
      expect(server.errors).toEqual([]);
    });
  });
});
