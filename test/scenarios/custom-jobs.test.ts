import {
  AcknowledgeJobCommand,
  GetJobDetailsCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { createType, customAction, nextJob, property, takeJob } from '../harness/jobs.ts';
import {
  action,
  actionsOf,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

describe.each(DIALECTS)('a custom action on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  const run = async (name: string, ...stages: Parameters<typeof pipeline>[1]) => {
    await create(server.codepipeline, pipeline(name, [stage('Source', source()), ...stages], QUIET));
    return start(server.codepipeline, name);
  };

  it('is a job that a worker takes, works on and answers, and the next action has its variables', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Mill', {
      configurationProperties: [property('Project'), property('Flags', { required: false })],
      settings: { executionUrlTemplate: 'https://mill.example/{Config:Project}/runs/{ExternalExecutionId}' },
    });
    const id = await run(
      'whole',
      stage('Build', customAction('Grind', 'Mill', { configuration: { Project: 'flour' }, namespace: 'mill' })),
      stage('After', action('Show', { configuration: { Note: '#{mill.Tag}' } })),
    );
    const job = await nextJob(codepipeline, 'Mill');
    expect(job.data?.actionConfiguration?.configuration).toEqual({ Project: 'flour' });
    await codepipeline.send(new AcknowledgeJobCommand({ jobId: job.id, nonce: job.nonce }));
    await codepipeline.send(
      new PutJobSuccessResultCommand({
        jobId: job.id,
        executionDetails: { summary: 'Ground', externalExecutionId: 'run 7', percentComplete: 100 },
        outputVariables: { Tag: 'v7' },
      }),
    );
    await untilStatus(codepipeline, 'whole', id, 'Succeeded');
    const [, grind, show] = await actionsOf(codepipeline, 'whole', id);
    expect(grind?.output?.executionResult).toMatchObject({
      externalExecutionId: 'run 7',
      externalExecutionSummary: 'Ground',
      externalExecutionUrl: 'https://mill.example/flour/runs/run%207',
    });
    expect(grind?.output?.outputVariables).toEqual({ Tag: 'v7' });
    expect(show?.input?.resolvedConfiguration).toEqual({ Note: 'v7' });
    expect(server.errors).toEqual([]);
  });

  it('goes on in a new job while the worker continues it, and fails as the worker says', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Kiln');
    const id = await run('continued', stage('Build', customAction('Fire', 'Kiln')));
    const first = await takeJob(codepipeline, 'Kiln');
    await codepipeline.send(
      new PutJobSuccessResultCommand({
        jobId: first,
        continuationToken: 'half way',
        executionDetails: { summary: 'Hot', externalExecutionId: 'fire-1', percentComplete: 50 },
      }),
    );
    const { jobDetails } = await codepipeline.send(
      new GetJobDetailsCommand({ jobId: await takeJob(codepipeline, 'Kiln') }),
    );
    expect(jobDetails?.id).not.toBe(first);
    expect(jobDetails?.data?.continuationToken).toBe('half way');
    const state = await stageState(codepipeline, 'continued', 'Build');
    expect(state.actionStates?.[0]?.latestExecution).toMatchObject({
      status: 'InProgress',
      externalExecutionId: 'fire-1',
      summary: 'Hot',
      percentComplete: 50,
    });
    await codepipeline.send(
      new PutJobFailureResultCommand({
        jobId: jobDetails?.id,
        failureDetails: { type: 'JobFailed', message: 'It cracked', externalExecutionId: 'fire-2' },
      }),
    );
    await untilStatus(codepipeline, 'continued', id, 'Failed');
    const [, fire] = await actionsOf(codepipeline, 'continued', id);
    expect(fire?.output?.executionResult).toMatchObject({
      externalExecutionId: 'fire-2',
      errorDetails: { code: 'JobFailed', message: 'It cracked' },
    });
  });
});
