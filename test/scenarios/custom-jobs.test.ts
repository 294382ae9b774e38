import {
  AcknowledgeJobCommand,
  CreatePipelineCommand,
  DeleteCustomActionTypeCommand,
  DeletePipelineCommand,
  GetJobDetailsCommand,
  GetPipelineCommand,
  GetPipelineExecutionCommand,
  type PipelineDeclaration,
  PollForJobsCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { createType, customAction, nextJob, poll, property, takeJob, typeId } from '../harness/jobs.ts';
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
import { recordingTarget } from '../harness/recording-target.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('a custom action on %s', (dialect) => {
  const recorder = recordingTarget();
  let server: TestServer;
  beforeAll(async () => {
    const outside = { providers: dummyProvider().providers, ruleTargets: [recorder.kind] };
    server = await startTestServer(dialect, {}, outside);
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
    const seen = await waitFor('what the worker said', async () => {
      const { actionStates } = await stageState(codepipeline, 'continued', 'Build');
      return actionStates?.[0]?.latestExecution?.externalExecutionId && actionStates[0].latestExecution;
    });
    expect(seen).toMatchObject({
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

  it('that succeeds without having written its output fails who needs that, by its name and place', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Forger', { outputArtifactDetails: { minimumCount: 1, maximumCount: 1 } });
    const ship = action('Ship', {
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { BucketName: 'anywhere', Extract: 'true' },
      inputArtifacts: [{ name: 'Coins' }],
    });
    const forge = customAction('Forge', 'Forger', { outputArtifacts: [{ name: 'Coins' }] });
    const id = await run('forged', stage('Build', forge), stage('Deploy', ship));
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId: await takeJob(codepipeline, 'Forger') }));
    await untilStatus(codepipeline, 'forged', id, 'Failed');
    const [, forged, shipped] = await actionsOf(codepipeline, 'forged', id);
    const { key } = forged?.output?.outputArtifacts?.[0]?.s3location ?? {};
    expect(shipped?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: expect.stringMatching(`Unable to access the artifact Coins with Amazon S3 object key '${key}' `),
    });
  });

  it('shows its secrets to its worker and to nobody else', async () => {
    const { codepipeline, events } = server;
    const secret = 'open sesame';
    const recorded = { Id: '1', Arn: `arn:aws:recorder:${REGION}:${ACCOUNT}:tape` };
    await events.send(new PutRuleCommand({ Name: 'all', EventPattern: '{"source":["aws.codepipeline"]}' }));
    await events.send(new PutTargetsCommand({ Rule: 'all', Targets: [recorded] }));
    await createType(codepipeline, 'Vault', {
      configurationProperties: [property('Word', { secret: true }), property('Door')],
    });
    const configuration = { Word: secret, Door: '#{codepipeline.PipelineExecutionId}' };
    const declaration = pipeline(
      'secretive',
      [stage('Source', source()), stage('Build', customAction('Open', 'Vault', { configuration }))],
      QUIET,
    );
    const created = await codepipeline.send(new CreatePipelineCommand({ pipeline: declaration }));
    const id = await start(codepipeline, 'secretive');
    const job = await nextJob(codepipeline, 'Vault');
    expect(job.data?.actionConfiguration?.configuration).toEqual({ Word: secret, Door: id });
    await codepipeline.send(new AcknowledgeJobCommand({ jobId: job.id, nonce: job.nonce }));
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId: job.id }));
    await untilStatus(codepipeline, 'secretive', id, 'Succeeded');
    const shown = await codepipeline.send(new GetPipelineCommand({ name: 'secretive' }));
    const updated = await codepipeline.send(
      new UpdatePipelineCommand({ pipeline: shown.pipeline as PipelineDeclaration }),
    );
    const [, open] = await actionsOf(codepipeline, 'secretive', id);
    expect(open?.input).toMatchObject({
      configuration: { ...configuration, Word: '****' },
      resolvedConfiguration: { Word: '****', Door: id },
    });
    for (const { pipeline: seen } of [created, shown, updated])
      expect(seen?.stages?.[1]?.actions?.[0]?.configuration).toEqual({ ...configuration, Word: '****' });
    await waitFor('the event of the end', async () =>
      recorder.deliveries.some(({ payload }) => payload.includes(id) && payload.includes('SUCCEEDED')),
    );
    expect(JSON.stringify([created, shown, updated, open, recorder.deliveries])).not.toContain(secret);
    await start(codepipeline, 'secretive');
    const after = await nextJob(codepipeline, 'Vault');
    expect(after.data?.actionConfiguration?.configuration?.Word).toBe(secret);
  });

  it('keeps its secrets under another name, and in another stage, when no other of its type came or went', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Safe', { configurationProperties: [property('Word', { secret: true })] });
    const open = (name: string, Word = '****') => customAction(name, 'Safe', { configuration: { Word } });
    const declared = (...stages: ReturnType<typeof stage>[]) =>
      pipeline('moving', [stage('Source', source()), ...stages], QUIET);
    const wordsOf = async (...stages: ReturnType<typeof stage>[]) => {
      await codepipeline.send(new UpdatePipelineCommand({ pipeline: declared(...stages) }));
      const id = await start(codepipeline, 'moving');
      const words: Record<string, string | undefined> = {};
      for (const { actions = [] } of stages) {
        for (const _ of actions) {
          const { id: jobId, nonce, data } = await nextJob(codepipeline, 'Safe');
          await codepipeline.send(new AcknowledgeJobCommand({ jobId, nonce }));
          words[data?.pipelineContext?.action?.name ?? ''] = data?.actionConfiguration?.configuration?.Word;
          await codepipeline.send(new PutJobSuccessResultCommand({ jobId }));
        }
      }
      await untilStatus(codepipeline, 'moving', id, 'Succeeded');
      return words;
    };
    await create(codepipeline, declared(stage('Build', open('One', 'first'), open('Two', 'second'))));
    expect(await wordsOf(stage('Build', open('One'), open('Deux')))).toEqual({ One: 'first', Deux: 'second' });
    const apart = [stage('Build', open('Deux')), stage('Test', open('One'))] as const;
    expect(await wordsOf(...apart)).toEqual({ One: 'first', Deux: 'second' });
    expect(await wordsOf(...apart, stage('Last', open('New')))).toEqual({ One: 'first', Deux: 'second', New: '****' });
    const bothRenamed = stage('Build', open('A'), open('B', 'third'));
    expect(await wordsOf(bothRenamed)).toEqual({ A: '****', B: 'third' });
  });

  it('links what it works on, and carries the key of the artifacts', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Linked', {
      configurationProperties: [property('Project')],
      settings: {
        entityUrlTemplate: 'https://linked.example/{Config:Project}',
        revisionUrlTemplate: 'https://linked.example/{Config:Project}/{ExternalExecutionId}/revision',
        executionUrlTemplate: 'https://linked.example/runs/{ExternalExecutionId}',
      },
    });
    const encryptionKey = { id: 'alias/artifacts', type: 'KMS' } as const;
    await create(
      codepipeline,
      pipeline(
        'linked',
        [
          stage('Source', source()),
          stage('Build', customAction('Do', 'Linked', { configuration: { Project: 'mill' } })),
        ],
        { ...QUIET, artifactStore: { type: 'S3', location: 'artifacts', encryptionKey } },
      ),
    );
    const linksOf = async () => (await stageState(codepipeline, 'linked', 'Build')).actionStates?.[0];
    expect(await linksOf()).toEqual({ actionName: 'Do', entityUrl: 'https://linked.example/mill' });
    await start(codepipeline, 'linked');
    const jobId = await takeJob(codepipeline, 'Linked');
    const { jobDetails } = await codepipeline.send(new GetJobDetailsCommand({ jobId }));
    expect(jobDetails?.data?.encryptionKey).toEqual(encryptionKey);
    const executionDetails = { externalExecutionId: '7' };
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId, executionDetails }));
    await waitFor('the links', async () => (await linksOf())?.revisionUrl);
    expect(await linksOf()).toMatchObject({
      entityUrl: 'https://linked.example/mill',
      revisionUrl: 'https://linked.example/mill/7/revision',
      latestExecution: { externalExecutionUrl: 'https://linked.example/runs/7' },
    });
  });

  it('ends as its worker says, whatever characters it says it with', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Odd', {
      settings: { executionUrlTemplate: 'https://odd.example/{ExternalExecutionId}' },
    });
    const id = await run('odd', stage('Build', customAction('Do', 'Odd', { namespace: 'odd' })));
    await codepipeline.send(
      new PutJobSuccessResultCommand({
        jobId: await takeJob(codepipeline, 'Odd'),
        executionDetails: { externalExecutionId: 'a\u0000\ud800/ü', summary: '\u0000' },
        outputVariables: { Odd: '\u0000 \ud800' },
      }),
    );
    await untilStatus(codepipeline, 'odd', id, 'Succeeded');
    const [, odd] = await actionsOf(codepipeline, 'odd', id);
    expect(odd?.output?.executionResult?.externalExecutionUrl).toMatch(/^https:\/\/odd\.example\/a[%\w]+\/%C3%BC$/);
  });

  it.each([
    'JobFailed',
    'ConfigurationError',
    'PermissionError',
    'RevisionOutOfSync',
    'RevisionUnavailable',
    'SystemUnavailable',
  ] as const)('fails with %s when its worker says so', async (type) => {
    const { codepipeline } = server;
    await createType(codepipeline, type);
    const id = await run(`fails-${type}`, stage('Build', customAction('Do', type)));
    const jobId = await takeJob(codepipeline, type);
    await codepipeline.send(new PutJobFailureResultCommand({ jobId, failureDetails: { type, message: 'No' } }));
    await untilStatus(codepipeline, `fails-${type}`, id, 'Failed');
    const [, failed] = await actionsOf(codepipeline, `fails-${type}`, id);
    expect(failed?.output?.executionResult).toMatchObject({
      externalExecutionSummary: 'No',
      errorDetails: { code: type, message: 'No' },
    });
  });

  it('that is a source brings the revision its worker tells', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Perforce', {
      category: 'Source',
      inputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
    });
    const fetch = { actionTypeId: typeId('Perforce', 'Source') };
    await create(
      codepipeline,
      pipeline('sourced', [stage('Source', source('Fetch', fetch)), stage('Build', action('Compile'))], QUIET),
    );
    const id = await start(codepipeline, 'sourced');
    const jobId = await takeJob(codepipeline, 'Perforce', 'Source');
    const currentRevision = {
      revision: '12345',
      changeIdentifier: 'change-9',
      created: new Date('2026-01-02T03:04:05Z'),
      revisionSummary: 'A better mill',
    };
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId, currentRevision }));
    await untilStatus(codepipeline, 'sourced', id, 'Succeeded');
    const { pipelineExecution } = await codepipeline.send(
      new GetPipelineExecutionCommand({ pipelineName: 'sourced', pipelineExecutionId: id }),
    );
    expect(pipelineExecution?.artifactRevisions).toMatchObject([
      { name: 'FetchOutput', revisionId: '12345', revisionSummary: 'A better mill' },
    ]);
    const state = await stageState(codepipeline, 'sourced', 'Source');
    expect(state.actionStates?.[0]?.currentRevision).toEqual({
      revisionId: '12345',
      revisionChangeId: 'change-9',
      created: currentRevision.created,
    });
  });

  it('can be finished when its type was deleted meanwhile, but does not begin any more', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Doomed');
    const id = await run('doomed', stage('Build', customAction('Do', 'Doomed')));
    const jobId = await takeJob(codepipeline, 'Doomed');
    await codepipeline.send(new DeleteCustomActionTypeCommand({ category: 'Build', provider: 'Doomed', version: '1' }));
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId }));
    await untilStatus(codepipeline, 'doomed', id, 'Succeeded');
    const next = await start(codepipeline, 'doomed');
    await untilStatus(codepipeline, 'doomed', next, 'Failed');
    const [, refused] = await actionsOf(codepipeline, 'doomed', next);
    expect(refused?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: "ActionType (Category: 'Build', Provider: 'Doomed', Owner: 'Custom', Version: '1') was deleted",
    });
  });

  it('goes with its pipeline, its job too', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Leaving');
    await run('leaving', stage('Build', customAction('Do', 'Leaving')));
    const jobId = await takeJob(codepipeline, 'Leaving');
    await codepipeline.send(new DeletePipelineCommand({ name: 'leaving' }));
    const late = codepipeline.send(new PutJobSuccessResultCommand({ jobId }));
    await expect(late).rejects.toMatchObject({ name: 'JobNotFoundException' });
  });

  it('of the category Compute is done by its worker as any other, and takes no commands, of which that would never hear', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Cruncher', { category: 'Compute' });
    const actionTypeId = { category: 'Compute', owner: 'Custom', provider: 'Cruncher', version: '1' } as const;
    const id = await run('crunching', stage('Build', { name: 'Do', actionTypeId }));
    const { jobs: [job] = [] } = await waitFor('the job', async () => {
      const answer = await codepipeline.send(new PollForJobsCommand({ actionTypeId }));
      return answer.jobs?.length ? answer : undefined;
    });
    await codepipeline.send(new AcknowledgeJobCommand({ jobId: job?.id, nonce: job?.nonce }));
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId: job?.id }));
    await untilStatus(codepipeline, 'crunching', id, 'Succeeded');
    const told = stage('Build', { name: 'Do', actionTypeId, commands: ['echo unheard'] });
    await expect(create(codepipeline, pipeline('unheard', [stage('Source', source()), told]))).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining('commands can be used with the Commands action only'),
    });
  });

  it('makes no job of a configuration that variables have spoilt, and says which of it', async () => {
    const { codepipeline } = server;
    const secret = property('Password', { secret: true, required: false });
    await createType(codepipeline, 'Counted', {
      configurationProperties: [property('Size', { type: 'Number' }), secret],
    });
    const configuration = { Size: '#{codepipeline.PipelineExecutionId}', Password: 'hidden' };
    const id = await run('counted', stage('Build', customAction('Do', 'Counted', { configuration })));
    await untilStatus(codepipeline, 'counted', id, 'Failed');
    const [, failed] = await actionsOf(codepipeline, 'counted', id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: "Action configuration for action 'Do' is not valid: Size must be a number",
    });
    expect(await poll(codepipeline, 'Counted')).toEqual([]);
  });

  it.each([
    ['a queryable value that nobody could ask for', { Project: 'with spaces' }, /Project/],
    ['what is no number', { Project: 'p', Size: 'large' }, /Size must be a number/],
    ['neither true nor false', { Project: 'p', Fast: 'maybe' }, /Fast must be true or false/],
    ['a key that the type does not know', { Project: 'p', Colour: 'red' }, /unknown configuration 'Colour'/],
    ['a key missing', {}, /missing required configuration 'Project'/],
  ])('is refused with %s', async (_, configuration, message) => {
    const { codepipeline } = server;
    const configurationProperties = [
      property('Project', { queryable: true }),
      property('Size', { required: false, type: 'Number' }),
      property('Fast', { required: false, type: 'Boolean' }),
    ];
    await createType(codepipeline, 'Strict', { configurationProperties }).catch(() => {});
    const declaration = pipeline('strict', [
      stage('Source', source()),
      stage('Build', customAction('Do', 'Strict', { configuration })),
    ]);
    await expect(create(codepipeline, declaration)).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringMatching(message),
    });
  });
});
