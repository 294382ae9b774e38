import {
  AcknowledgeJobCommand,
  GetJobDetailsCommand,
  ListPipelineExecutionsCommand,
  OverrideStageConditionCommand,
  PutApprovalResultCommand,
  PutJobSuccessResultCommand,
  RetryStageExecutionCommand,
  type StageDeclaration,
  type StageRetryMode,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import { createType, customAction, nextJob, poll, takeJob } from '../harness/jobs.ts';
import {
  action,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  statusOf,
  storyOf,
  untilInbound,
  untilInside,
  untilRunning,
  untilStatus,
} from '../harness/pipelines.ts';

describe.each(DIALECTS)('an execution that is stopped on %s', (dialect) => {
  const { dummy, client } = dummyServer(dialect);

  async function begin(name: string, second: StageDeclaration): Promise<string> {
    const stages = [stage('Source', source()), second, stage('Deploy', action('Ship'))];
    await create(client(), pipeline(name, stages, QUIET));
    const id = await start(client(), name);
    await untilInside(client(), name, second.name ?? '', id);
    return id;
  }

  const stop = (pipelineName: string, pipelineExecutionId: string, abandon: boolean, reason?: string) =>
    client().send(new StopPipelineExecutionCommand({ pipelineName, pipelineExecutionId, abandon, reason }));

  const retry = (pipelineName: string, stageName: string, pipelineExecutionId: string, retryMode: StageRetryMode) =>
    client().send(new RetryStageExecutionCommand({ pipelineName, stageName, pipelineExecutionId, retryMode }));

  const approve = (pipelineName: string, token: string, status: 'Approved' | 'Rejected' = 'Approved') =>
    client().send(
      new PutApprovalResultCommand({
        pipelineName,
        stageName: 'Approve',
        actionName: 'Approve',
        token,
        result: { status, summary: 'Seen' },
      }),
    );

  const inStage = async (name: string, stageName: string) =>
    (await stageState(client(), name, stageName)).latestExecution?.status;

  it.each([
    ['Approved', 'Approve Succeeded'],
    ['Rejected', 'Approve Failed'],
  ] as const)('waits for an approval until it is %s, and goes no further', async (decision, ended) => {
    const name = `stops-${decision}`;
    const id = await begin(name, stage('Approve', approval(), action('Later', { runOrder: 2 })));
    const token = await approvalToken(client(), name, 'Approve');
    await stop(name, id, false);
    expect(await statusOf(client(), name, id)).toBe('Stopping');
    expect(await inStage(name, 'Approve')).toBe('Stopping');
    const waiting = await start(client(), name);
    await untilInbound(client(), name, 'Approve', [waiting]);
    await approve(name, token, decision);
    expect(await statusOf(client(), name, id)).toBe('Stopped');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', ended]);
    await untilInside(client(), name, 'Approve', waiting);
  });

  it('is abandoned after all while it waits for an approval, whose token is good for nothing then', async () => {
    const name = 'abandons-approval';
    const id = await begin(name, stage('Approve', approval()));
    const token = await approvalToken(client(), name, 'Approve');
    await stop(name, id, false, 'First I waited');
    await stop(name, id, true, 'Then I did not');
    expect(await statusOf(client(), name, id)).toBe('Stopped');
    expect(await inStage(name, 'Approve')).toBe('Stopped');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'Approve Abandoned']);
    await expect(approve(name, token)).rejects.toMatchObject({ name: 'InvalidApprovalTokenException' });
    const { pipelineExecutionSummaries: [latest] = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName: name }),
    );
    expect(latest?.stopTrigger).toEqual({ reason: 'Then I did not' });
  });

  it('waits for a job of a custom action, also one that no worker has taken yet', async () => {
    await createType(client(), 'Press');
    const name = 'stops-job';
    const id = await begin(name, stage('Build', customAction('Print', 'Press')));
    await untilRunning(client(), name, id, 'Print');
    await stop(name, id, false);
    const jobId = await takeJob(client(), 'Press');
    expect(await statusOf(client(), name, id)).toBe('Stopping');
    await client().send(new PutJobSuccessResultCommand({ jobId, continuationToken: 'more to do' }));
    const last = await takeJob(client(), 'Press');
    expect(await statusOf(client(), name, id)).toBe('Stopping');
    await client().send(new PutJobSuccessResultCommand({ jobId: last }));
    await untilStatus(client(), name, id, 'Stopped');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'Print Succeeded']);
  });

  it('is abandoned after all while it waits for a job: its worker is told so, and nobody is offered it', async () => {
    await createType(client(), 'Loom');
    const name = 'abandons-job';
    const id = await begin(
      name,
      stage('Build', customAction('Weave', 'Loom'), customAction('Dye', 'Loom', { runOrder: 1 })),
    );
    const taken = await takeJob(client(), 'Loom');
    const offered = [await nextJob(client(), 'Loom')];
    await stop(name, id, false);
    await stop(name, id, true);
    expect(await statusOf(client(), name, id)).toBe('Stopped');
    expect((await storyOf(client(), name, id)).sort()).toEqual(['Dye Abandoned', 'Fetch Succeeded', 'Weave Abandoned']);
    await expect(client().send(new PutJobSuccessResultCommand({ jobId: taken }))).rejects.toMatchObject({
      name: 'InvalidJobStateException',
      message: expect.stringContaining('its action is over'),
    });
    for (const { id: jobId, nonce } of offered)
      expect(await client().send(new AcknowledgeJobCommand({ jobId, nonce }))).toMatchObject({ status: 'Failed' });
    expect(await poll(client(), 'Loom', 5)).toEqual([]);
    const { jobDetails } = await client().send(new GetJobDetailsCommand({ jobId: taken }));
    expect(jobDetails?.data?.artifactCredentials).toBeUndefined();
  });

  it('is stopped at once between stages, where there is nothing to retry', async () => {
    const name = 'stops-between';
    const first = await begin(name, stage('Build', action('BetweenBuild', { outcome: 'wait' })));
    const waiting = await start(client(), name);
    await untilInbound(client(), name, 'Build', [waiting]);
    await stop(name, waiting, false);
    expect(await statusOf(client(), name, waiting)).toBe('Stopped');
    expect((await stageState(client(), name, 'Build')).inboundExecutions).toEqual([]);
    await expect(retry(name, 'Build', waiting, 'ALL_ACTIONS')).rejects.toMatchObject({
      name: 'NotLatestPipelineExecutionException',
    });
    await expect(retry(name, 'Source', waiting, 'ALL_ACTIONS')).rejects.toMatchObject({
      name: 'StageNotRetryableException',
    });
    dummy.release('BetweenBuild');
    await untilStatus(client(), name, first, 'Succeeded');
  });

  it.each(['RETRY', 'ROLLBACK', 'SKIP'] as const)(
    'does not %s what fails while it stops, whatever is declared',
    async (result) => {
      const name = `stops-before-${result}`;
      const build = stage('Build', action(name, { outcome: 'wait' }));
      const stages = [stage('Source', source()), { ...build, onFailure: { result } }, stage('Deploy', action('Ship'))];
      await create(client(), pipeline(name, stages, QUIET));
      for (const outcome of ['succeed', 'fail'] as const) {
        const id = await start(client(), name);
        await untilRunning(client(), name, id, name);
        if (outcome === 'fail') await stop(name, id, false);
        dummy.release(name, outcome);
        await untilStatus(client(), name, id, outcome === 'fail' ? 'Stopped' : 'Succeeded');
        if (outcome === 'succeed') continue;
        expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', `${name} Failed`]);
        const { pipelineExecutionSummaries = [] } = await client().send(
          new ListPipelineExecutionsCommand({ pipelineName: name }),
        );
        expect(pipelineExecutionSummaries).toHaveLength(2);
      }
    },
  );

  it('is neither retried nor overridden nor stopped again while it stops, and not stopped when it is over', async () => {
    const name = 'stops-only';
    const build = stage('Build', action('OnlyBuild', { outcome: 'wait' }));
    const id = await begin(name, build);
    await untilRunning(client(), name, id, 'OnlyBuild');
    await stop(name, id, false);
    await expect(retry(name, 'Build', id, 'FAILED_ACTIONS')).rejects.toMatchObject({ name: 'ConflictException' });
    const override = { pipelineName: name, stageName: 'Build', pipelineExecutionId: id } as const;
    await expect(
      client().send(new OverrideStageConditionCommand({ ...override, conditionType: 'ON_SUCCESS' })),
    ).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(stop(name, id, false)).rejects.toMatchObject({ name: 'DuplicatedStopRequestException' });
    dummy.release('OnlyBuild');
    await untilStatus(client(), name, id, 'Stopped');
    for (const abandon of [false, true]) {
      await expect(stop(name, id, abandon)).rejects.toMatchObject({ name: 'PipelineExecutionNotStoppableException' });
    }
  });

  it.each([
    ['FAILED_ACTIONS', ['Whole Succeeded', 'Torn Abandoned', 'Torn Succeeded', 'After Succeeded']],
    ['ALL_ACTIONS', ['Whole Succeeded', 'Torn Abandoned', 'Whole Succeeded', 'Torn Succeeded', 'After Succeeded']],
  ] as const)('goes on from the stage where it stopped when that is retried: %s', async (mode, expected) => {
    const name = `goes-on-${mode}`;
    const build = stage(
      'Build',
      action('Whole'),
      action('Torn', { outcome: 'wait', runOrder: 2 }),
      action('After', { runOrder: 3 }),
    );
    const id = await begin(name, build);
    await untilRunning(client(), name, id, 'Torn');
    await stop(name, id, true);
    expect(await statusOf(client(), name, id)).toBe('Stopped');
    await retry(name, 'Build', id, mode);
    expect(await statusOf(client(), name, id)).toBe('InProgress');
    dummy.release('Torn');
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', ...expected, 'Ship Succeeded']);
  });
});
