import {
  AcknowledgeJobCommand,
  GetJobDetailsCommand,
  PollForThirdPartyJobsCommand,
  PutJobSuccessResultCommand,
  UpdateActionTypeCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { createType, customAction, nextJob, partnerType, partnerTypeId, poll, takeJob } from '../harness/jobs.ts';
import {
  type action,
  actionsOf,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;

describe.each(DIALECTS)('the time of jobs on %s', (dialect) => {
  let server: TestServer;
  let later = 0;
  beforeAll(async () => {
    const outside = { providers: dummyProvider().providers, clock: { now: () => Date.now() + later } };
    server = await startTestServer(dialect, {}, outside);
  });
  afterAll(() => server.close());

  /** Moves the clock of the server and of its client, whose signatures count for five minutes. */
  function pass(minutes: number): void {
    later += minutes * MINUTE;
    server.codepipeline.config.systemClockOffset = later;
  }
  const run = async (name: string, ...actions: ReturnType<typeof action>[]) => {
    await create(server.codepipeline, pipeline(name, [stage('Source', source()), stage('Work', ...actions)], QUIET));
    return start(server.codepipeline, name);
  };
  const succeed = (jobId: string, continuationToken?: string) =>
    server.codepipeline.send(
      new PutJobSuccessResultCommand({ jobId, ...(continuationToken === undefined ? {} : { continuationToken }) }),
    );
  const errorOf = async (name: string, id: string) => {
    const [, work] = await actionsOf(server.codepipeline, name, id);
    return work?.output?.executionResult?.errorDetails;
  };

  it('a job that nobody acknowledges is offered again after a minute, and then belongs to who was offered it last', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Idle');
    const id = await run('idle', customAction('Do', 'Idle'));
    const first = await nextJob(codepipeline, 'Idle');
    expect(await poll(codepipeline, 'Idle')).toEqual([]);
    pass(1);
    const second = await nextJob(codepipeline, 'Idle');
    expect(second.id).toBe(first.id);
    expect(second.nonce).not.toBe(first.nonce);
    const jobId = first.id;
    const late = codepipeline.send(new AcknowledgeJobCommand({ jobId, nonce: first.nonce }));
    await expect(late).rejects.toMatchObject({ name: 'InvalidNonceException' });
    await codepipeline.send(new AcknowledgeJobCommand({ jobId, nonce: second.nonce }));
    pass(60);
    expect(await poll(codepipeline, 'Idle')).toEqual([]);
    await succeed(jobId ?? '');
    await untilStatus(codepipeline, 'idle', id, 'Succeeded');
  });

  it('a custom action waits for a day, whatever becomes of its jobs', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Slow');
    const id = await run('slow', customAction('Do', 'Slow'));
    const first = await takeJob(codepipeline, 'Slow');
    pass(DAY - 60);
    await succeed(first, 'more');
    const second = await takeJob(codepipeline, 'Slow');
    pass(61);
    await untilStatus(codepipeline, 'slow', id, 'Failed');
    expect(await errorOf('slow', id)).toMatchObject({ code: 'TimeoutError' });
    await expect(succeed(second)).rejects.toMatchObject({ name: 'InvalidJobStateException' });
    const job = await codepipeline.send(new GetJobDetailsCommand({ jobId: second }));
    expect(job.jobDetails?.data?.artifactCredentials).toBeUndefined();
    expect(await poll(codepipeline, 'Slow')).toEqual([]);
  });

  it("the jobs of a partner's type have the time its executor gives each of them", async () => {
    const { codepipeline } = server;
    const configuration = { jobWorkerExecutorConfiguration: {} };
    const executor = { type: 'JobWorker', configuration, jobTimeout: 600 } as const;
    await codepipeline.send(new UpdateActionTypeCommand({ actionType: partnerType('Hasty', { executor }) }));
    const id = await run('hasty', { name: 'Do', actionTypeId: partnerTypeId('Hasty') });
    const offer = new PollForThirdPartyJobsCommand({ actionTypeId: partnerTypeId('Hasty') });
    await waitFor('the job', async () => (await codepipeline.send(offer)).jobs?.[0]);
    pass(9);
    expect((await actionsOf(codepipeline, 'hasty', id)).at(-1)?.status).toBe('InProgress');
    pass(2);
    await untilStatus(codepipeline, 'hasty', id, 'Failed');
    expect(await errorOf('hasty', id)).toEqual({ code: 'TimeoutError', message: 'The job timed out after 10 minutes' });
  });
});
