import {
  AcknowledgeJobCommand,
  AcknowledgeThirdPartyJobCommand,
  CodePipelineClient,
  GetJobDetailsCommand,
  GetPipelineCommand,
  GetThirdPartyJobDetailsCommand,
  type Job,
  PollForJobsCommand,
  type PollForJobsCommandInput,
  PollForThirdPartyJobsCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
  type PutJobSuccessResultCommandInput,
  PutThirdPartyJobFailureResultCommand,
  PutThirdPartyJobSuccessResultCommand,
  StopPipelineExecutionCommand,
  UpdateActionTypeCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import {
  createType,
  customAction,
  nextJob,
  partnerType,
  partnerTypeId,
  poll,
  property,
  takeJob,
  typeId,
} from '../../harness/jobs.ts';
import { actionsOf, create, pipeline, QUIET, source, stage, start, untilStatus } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

const NO_JOB = '00000000-0000-4000-8000-000000000000';
const ROOT = { accessKeyId: 'test', secretAccessKey: 'test' };
const FAILURE = { type: 'JobFailed', message: 'It broke' } as const;

describe.each(DIALECTS)('jobs of custom actions on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  /** A pipeline whose second stage is one action of the type; answers the id of its execution. */
  const run = async (name: string, ...actions: ReturnType<typeof customAction>[]) => {
    const stages = [stage('Source', source()), stage('Work', ...actions)];
    await create(server.codepipeline, pipeline(name, stages, { ...QUIET, executionMode: 'PARALLEL' }));
    return start(server.codepipeline, name);
  };
  const pollFor = (
    input: Partial<PollForJobsCommandInput> & { actionTypeId: PollForJobsCommandInput['actionTypeId'] },
  ) => server.codepipeline.send(new PollForJobsCommand(input));
  const acknowledge = ({ id: jobId, nonce }: Job) =>
    server.codepipeline.send(new AcknowledgeJobCommand({ jobId, nonce }));
  const details = (jobId: string) => server.codepipeline.send(new GetJobDetailsCommand({ jobId }));
  const succeed = (jobId: string, more: Partial<PutJobSuccessResultCommandInput> = {}) =>
    server.codepipeline.send(new PutJobSuccessResultCommand({ jobId, ...more }));
  const fail = (jobId: string) =>
    server.codepipeline.send(new PutJobFailureResultCommand({ jobId, failureDetails: FAILURE }));

  describe('PollForJobs', () => {
    it('answers all that a worker needs to know', async () => {
      await createType(server.codepipeline, 'Full', { configurationProperties: [property('Project')] });
      const executionId = await run(
        'full',
        customAction('Do', 'Full', {
          configuration: { Project: '#{codepipeline.PipelineExecutionId}' },
          inputArtifacts: [{ name: 'FetchOutput' }],
          outputArtifacts: [{ name: 'Made' }],
        }),
      );
      const job = await nextJob(server.codepipeline, 'Full');
      const [, action] = await actionsOf(server.codepipeline, 'full', executionId);
      const { artifactCredentials, ...data } = job.data ?? {};
      expect(job).toMatchObject({ accountId: ACCOUNT, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(artifactCredentials).toMatchObject({ accessKeyId: expect.stringMatching(/^ASIA/) });
      const located = (name: string, key: RegExp) => ({
        name,
        location: { type: 'S3', s3Location: { bucketName: 'artifacts', objectKey: expect.stringMatching(key) } },
      });
      expect(data).toEqual({
        actionTypeId: typeId('Full'),
        actionConfiguration: { configuration: { Project: executionId } },
        pipelineContext: {
          pipelineName: 'full',
          pipelineArn: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:full`,
          pipelineExecutionId: executionId,
          stage: { name: 'Work' },
          action: { name: 'Do', actionExecutionId: action?.actionExecutionId },
        },
        inputArtifacts: [
          { ...located('FetchOutput', /^full\/FetchOutpu\/\w{7}$/), revision: `revision-of-${executionId}` },
        ],
        outputArtifacts: [located('Made', /^full\/Made\/\w{7}$/)],
      });
    });

    it('answers as many jobs as are wanted and no more, each to one worker only', async () => {
      await createType(server.codepipeline, 'Crowded');
      const names = ['A', 'B', 'C', 'D', 'E'];
      await run('crowded', ...names.map((name) => customAction(name, 'Crowded')));
      const batches: Awaited<ReturnType<typeof poll>>[] = [];
      await waitFor('all the jobs', async () => {
        batches.push(...(await Promise.all([1, 2].map(() => poll(server.codepipeline, 'Crowded', 2)))));
        return batches.flat().length >= 5;
      });
      expect(batches.every(({ length }) => length <= 2)).toBe(true);
      expect(batches.flat()).toHaveLength(5);
      expect(new Set(batches.flat().map(({ id }) => id)).size).toBe(5);
      expect(await poll(server.codepipeline, 'Crowded', 5)).toEqual([]);
    });

    it('answers only jobs of the value that is asked for, where the type has a queryable property', async () => {
      await createType(server.codepipeline, 'Asked', {
        configurationProperties: [property('Project', { queryable: true }), property('Other', { required: false })],
      });
      const with_ = (name: string, Project: string) => customAction(name, 'Asked', { configuration: { Project } });
      await run('asked', with_('One', 'one'), with_('Two', 'two'));
      const ask = (queryParam: Record<string, string>) =>
        pollFor({ actionTypeId: typeId('Asked'), maxBatchSize: 10, queryParam });
      const jobs = await waitFor('a job of two', async () => {
        const answer = await ask({ Project: 'two' });
        return answer.jobs?.length ? answer.jobs : undefined;
      });
      expect(jobs.map(({ data }) => data?.actionConfiguration?.configuration)).toEqual([{ Project: 'two' }]);
      expect((await ask({ Project: 'three' })).jobs).toEqual([]);
      for (const wrong of [undefined, {}, { Other: 'x' }]) {
        const refused = pollFor({ actionTypeId: typeId('Asked'), ...(wrong && { queryParam: wrong }) });
        await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
      }
      await createType(server.codepipeline, 'Unasked');
      const refused = pollFor({ actionTypeId: typeId('Unasked'), queryParam: { Project: 'one' } });
      await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
    });

    it('refuses types nobody created, and those of other owners', async () => {
      await expect(pollFor({ actionTypeId: typeId('Nobody') })).rejects.toMatchObject({
        name: 'ActionTypeNotFoundException',
      });
      const aws = { ...typeId('CodeBuild'), owner: 'AWS' } as const;
      await expect(pollFor({ actionTypeId: aws })).rejects.toMatchObject({ name: 'ValidationException' });
      const none = pollFor({ actionTypeId: typeId('Nobody'), maxBatchSize: 0 });
      await expect(none).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });

  describe('AcknowledgeJob', () => {
    it('gives the job to the worker with the nonce, and nobody else has it', async () => {
      await createType(server.codepipeline, 'Contested');
      await run('contested', customAction('Do', 'Contested'));
      const job = await nextJob(server.codepipeline, 'Contested');
      await expect(acknowledge({ ...job, nonce: 'guess' })).rejects.toMatchObject({ name: 'InvalidNonceException' });
      expect(await acknowledge(job)).toMatchObject({ status: 'InProgress' });
      expect(await acknowledge(job)).toMatchObject({ status: 'InProgress' });
      await expect(acknowledge({ ...job, nonce: 'guess' })).rejects.toMatchObject({ name: 'InvalidNonceException' });
      expect(await poll(server.codepipeline, 'Contested')).toEqual([]);
      await succeed(job.id ?? '');
      expect(await acknowledge(job)).toMatchObject({ status: 'Succeeded' });
    });

    it('refuses jobs that are not there', async () => {
      await expect(acknowledge({ id: NO_JOB, nonce: '1' })).rejects.toMatchObject({ name: 'JobNotFoundException' });
      await expect(acknowledge({ id: 'x', nonce: '1' })).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });

  describe('GetJobDetails', () => {
    it('answers the job as it was polled, with new credentials until it is over', async () => {
      await createType(server.codepipeline, 'Detailed');
      await run('detailed', customAction('Do', 'Detailed', { outputArtifacts: [{ name: 'Made' }] }));
      const job = await nextJob(server.codepipeline, 'Detailed');
      await acknowledge(job);
      const { jobDetails } = await details(job.id ?? '');
      const { artifactCredentials, ...data } = job.data ?? {};
      expect(jobDetails).toMatchObject({ id: job.id, accountId: ACCOUNT, data });
      expect(jobDetails?.data?.artifactCredentials?.accessKeyId).not.toBe(artifactCredentials?.accessKeyId);
      await fail(job.id ?? '');
      const over = await details(job.id ?? '');
      expect(over.jobDetails?.data).toEqual(data);
    });

    it('refuses jobs that are not there, also those of another region', async () => {
      await expect(details(NO_JOB)).rejects.toMatchObject({ name: 'JobNotFoundException' });
      await expect(details('x')).rejects.toMatchObject({ name: 'ValidationException' });
      await createType(server.codepipeline, 'Regional');
      await run('regional', customAction('Do', 'Regional'));
      const { id: jobId } = await nextJob(server.codepipeline, 'Regional');
      const elsewhere = new CodePipelineClient({ endpoint: server.endpoint, region: 'us-east-1', credentials: ROOT });
      await expect(elsewhere.send(new GetJobDetailsCommand({ jobId }))).rejects.toMatchObject({
        name: 'JobNotFoundException',
      });
      elsewhere.destroy();
    });
  });

  describe('PutJobSuccessResult and PutJobFailureResult', () => {
    it('need a job that was acknowledged, and end it once', async () => {
      await createType(server.codepipeline, 'Answered');
      const executionId = await run('answered', customAction('Do', 'Answered'));
      const job = await nextJob(server.codepipeline, 'Answered');
      const id = job.id ?? '';
      await expect(succeed(id)).rejects.toMatchObject({ name: 'InvalidJobStateException' });
      await expect(fail(id)).rejects.toMatchObject({ name: 'InvalidJobStateException' });
      await acknowledge(job);
      await succeed(id);
      await expect(succeed(id)).rejects.toMatchObject({ name: 'InvalidJobStateException' });
      await expect(fail(id)).rejects.toMatchObject({ name: 'InvalidJobStateException' });
      await untilStatus(server.codepipeline, 'answered', executionId, 'Succeeded');
    });

    it('refuse jobs that are not there', async () => {
      await expect(succeed(NO_JOB)).rejects.toMatchObject({ name: 'JobNotFoundException' });
      await expect(fail(NO_JOB)).rejects.toMatchObject({ name: 'JobNotFoundException' });
    });

    it('take output variables with the last result only, and not too many', async () => {
      await createType(server.codepipeline, 'Variable');
      const executionId = await run('variable', customAction('Do', 'Variable'));
      const id = await takeJob(server.codepipeline, 'Variable');
      const both = succeed(id, { continuationToken: 'more', outputVariables: { A: 'a' } });
      await expect(both).rejects.toMatchObject({ name: 'ValidationException' });
      const large = succeed(id, { outputVariables: { A: 'a'.repeat(122_880) } });
      await expect(large).rejects.toMatchObject({ name: 'OutputVariablesSizeExceededException' });
      await succeed(id, { outputVariables: { A: 'a'.repeat(122_879) } });
      await untilStatus(server.codepipeline, 'variable', executionId, 'Succeeded');
    });

    it('are refused once the action was abandoned, and its job is not offered any more', async () => {
      await createType(server.codepipeline, 'Abandoned');
      const pipelineExecutionId = await run(
        'abandoned',
        customAction('Do', 'Abandoned', { outputArtifacts: [{ name: 'Done' }] }),
        customAction('Wait', 'Abandoned', { outputArtifacts: [{ name: 'Waited' }] }),
      );
      const id = await takeJob(server.codepipeline, 'Abandoned');
      await server.codepipeline.send(
        new StopPipelineExecutionCommand({ pipelineName: 'abandoned', pipelineExecutionId, abandon: true }),
      );
      const over = { name: 'InvalidJobStateException', message: expect.stringContaining('its action is over') };
      await expect(succeed(id)).rejects.toMatchObject(over);
      await expect(fail(id)).rejects.toMatchObject(over);
      expect((await details(id)).jobDetails?.data?.artifactCredentials).toBeUndefined();
      expect(await poll(server.codepipeline, 'Abandoned')).toEqual([]);
    });
  });

  describe('of partners', () => {
    const PAIR = { ClientId: '11111111-2222-4333-8444-555555555555', ClientToken: 'known to the partner' };
    const register = (provider: string, more: Parameters<typeof partnerType>[1] = {}) =>
      server.codepipeline.send(new UpdateActionTypeCommand({ actionType: partnerType(provider, more) }));
    const paired = {
      properties: [
        { name: 'ClientId', optional: false, key: true, noEcho: false },
        { name: 'ClientToken', optional: false, key: false, noEcho: true },
      ],
    };
    const partnerAction = (provider: string, configuration: Record<string, string> = {}) => ({
      name: 'Review',
      actionTypeId: partnerTypeId(provider),
      configuration,
    });
    const pollThird = (provider: string) =>
      server.codepipeline.send(
        new PollForThirdPartyJobsCommand({ actionTypeId: partnerTypeId(provider), maxBatchSize: 5 }),
      );
    const nextThird = (provider: string) =>
      waitFor(`a job of ${provider}`, async () => (await pollThird(provider)).jobs?.[0]);
    const third = (jobId: string, clientToken = PAIR.ClientToken) => ({
      details: () => server.codepipeline.send(new GetThirdPartyJobDetailsCommand({ jobId, clientToken })),
      acknowledge: (nonce: string) =>
        server.codepipeline.send(new AcknowledgeThirdPartyJobCommand({ jobId, nonce, clientToken })),
      succeed: (continuationToken?: string) =>
        server.codepipeline.send(
          new PutThirdPartyJobSuccessResultCommand({
            jobId,
            clientToken,
            ...(continuationToken === undefined ? {} : { continuationToken }),
          }),
        ),
      fail: () =>
        server.codepipeline.send(
          new PutThirdPartyJobFailureResultCommand({ jobId, clientToken, failureDetails: FAILURE }),
        ),
    });

    it('are polled for by the customer id, and done by whoever has its token', async () => {
      await register('Paired', paired);
      const executionId = await run('paired', partnerAction('Paired', PAIR));
      const { jobId = '', clientId } = await nextThird('Paired');
      expect(clientId).toBe(PAIR.ClientId);
      const { jobDetails } = await third(jobId).details();
      expect(jobDetails).toMatchObject({ id: jobId, data: { actionConfiguration: { configuration: PAIR } } });
      await expect(third(jobId).acknowledge('guess')).rejects.toMatchObject({ name: 'InvalidNonceException' });
      expect(await third(jobId).acknowledge(jobDetails?.nonce ?? '')).toMatchObject({ status: 'InProgress' });
      await third(jobId).succeed('later');
      const next = await nextThird('Paired');
      const { jobDetails: continued } = await third(next.jobId ?? '').details();
      expect(continued?.data?.continuationToken).toBe('later');
      await third(next.jobId ?? '').acknowledge(continued?.nonce ?? '');
      await third(next.jobId ?? '').succeed();
      await untilStatus(server.codepipeline, 'paired', executionId, 'Succeeded');
      const { pipeline: shown } = await server.codepipeline.send(new GetPipelineCommand({ name: 'paired' }));
      expect(shown?.stages?.[1]?.actions?.[0]?.configuration).toEqual({ ...PAIR, ClientToken: '****' });
    });

    it('are nothing for who has another token, or asks as if they were custom', async () => {
      await register('Guarded', paired);
      await run('guarded', partnerAction('Guarded', PAIR));
      const { jobId = '' } = await nextThird('Guarded');
      const { jobDetails } = await third(jobId).details();
      const stranger = third(jobId, 'guess');
      const wrongToken = { name: 'InvalidClientTokenException' };
      await expect(stranger.details()).rejects.toMatchObject(wrongToken);
      await expect(stranger.acknowledge(jobDetails?.nonce ?? '')).rejects.toMatchObject(wrongToken);
      await third(jobId).acknowledge(jobDetails?.nonce ?? '');
      await expect(stranger.succeed()).rejects.toMatchObject(wrongToken);
      await expect(stranger.fail()).rejects.toMatchObject(wrongToken);
      const noJob = { name: 'JobNotFoundException' };
      await expect(details(jobId)).rejects.toMatchObject(noJob);
      await expect(succeed(jobId)).rejects.toMatchObject(noJob);
      await third(jobId).fail();
      await expect(third(jobId).fail()).rejects.toMatchObject({ name: 'InvalidJobStateException' });
      await expect(third(jobId).succeed()).rejects.toMatchObject({ name: 'InvalidJobStateException' });
    });

    it('are refused where there are none', async () => {
      const noJob = { name: 'JobNotFoundException' };
      await expect(third(NO_JOB).details()).rejects.toMatchObject(noJob);
      await expect(third(NO_JOB).acknowledge('1')).rejects.toMatchObject(noJob);
      await expect(third(NO_JOB).succeed()).rejects.toMatchObject(noJob);
      await expect(third(NO_JOB).fail()).rejects.toMatchObject(noJob);
      await expect(third('what?').details()).rejects.toMatchObject({ name: 'InvalidJobException' });
      await expect(pollThird('Unregistered')).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
      const custom = new PollForThirdPartyJobsCommand({ actionTypeId: typeId('Custom') });
      await expect(server.codepipeline.send(custom)).rejects.toMatchObject({ name: 'ValidationException' });
    });

    it('are shown by their client id alone, where the type asks for no pair', async () => {
      await register('Simple');
      const executionId = await run('simple', partnerAction('Simple'));
      const { jobId = '', clientId = '' } = await nextThird('Simple');
      await expect(third(jobId).details()).rejects.toMatchObject({ name: 'InvalidClientTokenException' });
      const worker = third(jobId, clientId);
      await worker.acknowledge((await worker.details()).jobDetails?.nonce ?? '');
      await worker.fail();
      await untilStatus(server.codepipeline, 'simple', executionId, 'Failed');
    });

    it('are polled for by the accounts that may', async () => {
      const pollingAccounts = ['999999999999'];
      await register('Others', {
        executor: { type: 'JobWorker', configuration: { jobWorkerExecutorConfiguration: { pollingAccounts } } },
      });
      await expect(pollThird('Others')).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
    });
  });
});
