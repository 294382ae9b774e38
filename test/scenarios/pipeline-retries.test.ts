import {
  DisableStageTransitionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
  type StageRetryMode,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import {
  action,
  actionsOf,
  approval,
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
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('a failed stage on %s', (dialect) => {
  const { dummy, client } = dummyServer(dialect);

  const retry = (name: string, stageName: string, id: string, retryMode: StageRetryMode = 'FAILED_ACTIONS') =>
    client().send(
      new RetryStageExecutionCommand({ pipelineName: name, stageName, pipelineExecutionId: id, retryMode }),
    );

  it('is retried by the same execution: failed actions again, then those that never ran', async () => {
    const name = 'retried';
    const build = [
      action('RetriedBuild', { outcome: 'wait' }),
      action('Lint', { configuration: { Output: '{"Lines":"3"}' }, namespace: 'Lint' }),
      action('Package', { runOrder: 2, configuration: { Note: '#{Lint.Lines}' } }),
    ];
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', ...build)], QUIET));
    const id = await start(client(), name);
    await untilRunning(client(), name, id, 'RetriedBuild');
    dummy.release('RetriedBuild', 'fail');
    await untilStatus(client(), name, id, 'Failed');
    expect((await retry(name, 'Build', id)).pipelineExecutionId).toBe(id);
    expect(await statusOf(client(), name, id)).toBe('InProgress');
    await untilRunning(client(), name, id, 'RetriedBuild');
    dummy.release('RetriedBuild');
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await storyOf(client(), name, id)).toEqual([
      'Fetch Succeeded',
      'RetriedBuild Failed',
      'Lint Succeeded',
      'RetriedBuild Succeeded',
      'Package Succeeded',
    ]);
    const list = async (startTimeRange: 'Latest' | 'All') => {
      const filter = { latestInPipelineExecution: { pipelineExecutionId: id, startTimeRange } };
      const command = new ListActionExecutionsCommand({ pipelineName: name, filter });
      return (await client().send(command)).actionExecutionDetails?.length;
    };
    expect([await list('Latest'), await list('All')]).toEqual([4, 5]);
    expect((await stageState(client(), name, 'Build')).retryStageMetadata).toEqual({
      manualStageRetryAttempt: 1,
      latestRetryTrigger: 'ManualStageRetry',
    });
  });

  it('runs all its actions again when it is asked to', async () => {
    const name = 'retried-whole';
    const build = [action('Lint'), action('WholeBuild', { outcome: 'wait', runOrder: 2 })];
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', ...build)], QUIET));
    const id = await start(client(), name);
    await untilRunning(client(), name, id, 'WholeBuild');
    dummy.release('WholeBuild', 'fail');
    await untilStatus(client(), name, id, 'Failed');
    await retry(name, 'Build', id, 'ALL_ACTIONS');
    await untilRunning(client(), name, id, 'WholeBuild');
    dummy.release('WholeBuild');
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await storyOf(client(), name, id)).toEqual([
      'Fetch Succeeded',
      'Lint Succeeded',
      'WholeBuild Failed',
      'Lint Succeeded',
      'WholeBuild Succeeded',
    ]);
  });

  it('is retried while actions beside the failed one go on, but not as a whole', async () => {
    const name = 'retried-early';
    const build = [action('EarlyBuild', { outcome: 'wait' }), action('SlowBuild', { outcome: 'wait' })];
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', ...build)], QUIET));
    const id = await start(client(), name);
    await untilRunning(client(), name, id, 'EarlyBuild');
    await expect(retry(name, 'Build', id)).rejects.toMatchObject({ name: 'StageNotRetryableException' });
    dummy.release('EarlyBuild', 'fail');
    await waitFor('the failure', async () => (await storyOf(client(), name, id)).includes('EarlyBuild Failed'));
    await expect(retry(name, 'Build', id, 'ALL_ACTIONS')).rejects.toMatchObject({ name: 'ConflictException' });
    await retry(name, 'Build', id);
    await untilRunning(client(), name, id, 'EarlyBuild');
    await expect(retry(name, 'Build', id)).rejects.toMatchObject({ name: 'ConflictException' });
    dummy.release('EarlyBuild');
    dummy.release('SlowBuild');
    await untilStatus(client(), name, id, 'Succeeded');
    expect((await storyOf(client(), name, id)).sort()).toEqual([
      'EarlyBuild Failed',
      'EarlyBuild Succeeded',
      'Fetch Succeeded',
      'SlowBuild Succeeded',
    ]);
  });

  it('tries again once by itself when it is declared so', async () => {
    const name = 'retried-by-itself';
    const build = {
      ...stage('Build', action('SelfBuild', { outcome: 'wait' })),
      onFailure: { result: 'RETRY' as const, retryConfiguration: { retryMode: 'ALL_ACTIONS' as const } },
    };
    await create(client(), pipeline(name, [stage('Source', source()), build], QUIET));
    const id = await start(client(), name);
    for (const attempt of [1, 2]) {
      await waitFor(`attempt ${attempt}`, async () => (await storyOf(client(), name, id)).length === attempt + 1);
      dummy.release('SelfBuild', 'fail');
    }
    await untilStatus(client(), name, id, 'Failed');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'SelfBuild Failed', 'SelfBuild Failed']);
    expect((await stageState(client(), name, 'Build')).retryStageMetadata).toEqual({
      autoStageRetryAttempt: 1,
      latestRetryTrigger: 'AutomatedStageRetry',
    });
  });

  it('goes on as if it had not been there when it is declared so', async () => {
    const name = 'skipped-failure';
    const lint = { ...stage('Lint', action('Lint', { outcome: 'fail' })), onFailure: { result: 'SKIP' as const } };
    await create(client(), pipeline(name, [stage('Source', source()), lint, stage('Deploy', action('Ship'))], QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    expect((await stageState(client(), name, 'Lint')).latestExecution?.status).toBe('Skipped');
    await expect(retry(name, 'Lint', id)).rejects.toMatchObject({ name: 'StageNotRetryableException' });
  });

  it('hands out a new token when an approval that was rejected is retried', async () => {
    const name = 'approved-later';
    await create(client(), pipeline(name, [stage('Source', source()), stage('Approve', approval())], QUIET));
    const id = await start(client(), name);
    const decide = async (status: 'Approved' | 'Rejected', unlike?: string) => {
      const token = await waitFor('a token', async () => {
        const state = await stageState(client(), name, 'Approve');
        const found = state.actionStates?.[0]?.latestExecution?.token;
        return found === unlike ? undefined : found;
      });
      const result = { status, summary: 'Seen' };
      await client().send(
        new PutApprovalResultCommand({
          pipelineName: name,
          stageName: 'Approve',
          actionName: 'Approve',
          token,
          result,
        }),
      );
      return token;
    };
    const first = await decide('Rejected');
    await untilStatus(client(), name, id, 'Failed');
    await retry(name, 'Approve', id);
    await decide('Approved', first);
    await untilStatus(client(), name, id, 'Succeeded');
  });

  it('is retried after it was stopped, although its transition is disabled and another waits', async () => {
    const name = 'stopped-and-retried';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Build', action('StoppedBuild', { outcome: 'wait' }))], QUIET),
    );
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    const transition = { pipelineName: name, stageName: 'Build', transitionType: 'Inbound', reason: 'Hold' } as const;
    await client().send(new DisableStageTransitionCommand(transition));
    await client().send(
      new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id, abandon: true, reason: 'Wait' }),
    );
    const other = await start(client(), name);
    await untilInbound(client(), name, 'Build', [other]);
    await expect(retry(name, 'Build', other)).rejects.toMatchObject({ name: 'NotLatestPipelineExecutionException' });
    await retry(name, 'Build', id);
    await untilRunning(client(), name, id, 'StoppedBuild');
    dummy.release('StoppedBuild');
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await statusOf(client(), name, other)).toBe('InProgress');
  });

  it('cannot be retried once another execution has entered, or when it did not fail, or when the pipeline has changed', async () => {
    const name = 'not-retried';
    const declaration = pipeline(
      name,
      [stage('Source', source()), stage('Build', action('Compile', { outcome: 'fail' }))],
      QUIET,
    );
    await create(client(), declaration);
    const first = await start(client(), name);
    await untilStatus(client(), name, first, 'Failed');
    await expect(retry(name, 'Source', first)).rejects.toMatchObject({ name: 'StageNotRetryableException' });
    await expect(retry(name, 'Nowhere', first)).rejects.toMatchObject({ name: 'StageNotFoundException' });
    await expect(retry(name, 'Build', '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      name: 'NotLatestPipelineExecutionException',
    });
    await expect(retry('nobody', 'Build', first)).rejects.toMatchObject({ name: 'PipelineNotFoundException' });
    const second = await start(client(), name);
    await untilStatus(client(), name, second, 'Failed');
    await expect(retry(name, 'Build', first)).rejects.toMatchObject({ name: 'NotLatestPipelineExecutionException' });
    await client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    await expect(retry(name, 'Build', second)).rejects.toMatchObject({ name: 'StageNotRetryableException' });
  });

  it('is retried by one of several parallel executions, within the limit of those under way', async () => {
    const name = 'parallel-retries';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Approve', approval())], {
        ...QUIET,
        executionMode: 'PARALLEL',
      }),
    );
    const decide = async (id: string, status: 'Approved' | 'Rejected', attempt = 1) => {
      const token = await waitFor('the token', async () => {
        const waiting = (await actionsOf(client(), name, id))[attempt];
        return waiting?.output?.executionResult?.externalExecutionId;
      });
      const result = { status, summary: 'Seen' };
      const place = { pipelineName: name, stageName: 'Approve', actionName: 'Approve' };
      await client().send(new PutApprovalResultCommand({ ...place, token, result }));
    };
    const failed = await start(client(), name);
    await decide(failed, 'Rejected');
    await untilStatus(client(), name, failed, 'Failed');
    const others: string[] = [];
    for (let count = 0; count < 50; count += 1) others.push(await start(client(), name));
    const full = { name: 'ConcurrentPipelineExecutionsLimitExceededException' };
    await expect(start(client(), name)).rejects.toMatchObject(full);
    await expect(retry(name, 'Approve', failed)).rejects.toMatchObject(full);
    await client().send(
      new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: others[0], abandon: true }),
    );
    await retry(name, 'Approve', failed);
    await decide(failed, 'Approved', 2);
    await untilStatus(client(), name, failed, 'Succeeded');
    const { stageStates } = await client().send(new GetPipelineStateCommand({ name }));
    expect(stageStates?.[1]?.latestExecution).toBeUndefined();
  });

  it('that is retried as a whole hands on what was made last', async () => {
    const name = 'retried-outputs';
    const build = [
      action('Make', {
        namespace: 'Made',
        configuration: { Output: '{"Id":"#{codepipeline.PipelineExecutionId}"}' },
        outputArtifacts: [{ name: 'Out' }],
      }),
      action('OutputBuild', { outcome: 'wait', runOrder: 2 }),
    ];
    const deploy = action('Ship', { inputArtifacts: [{ name: 'Out' }], configuration: { Note: '#{Made.Id}' } });
    const stages = [stage('Source', source()), stage('Build', ...build), stage('Deploy', deploy)];
    await create(client(), pipeline(name, stages, QUIET));
    const id = await start(client(), name);
    await untilRunning(client(), name, id, 'OutputBuild');
    dummy.release('OutputBuild', 'fail');
    await untilStatus(client(), name, id, 'Failed');
    await retry(name, 'Build', id, 'ALL_ACTIONS');
    await untilRunning(client(), name, id, 'OutputBuild');
    dummy.release('OutputBuild');
    await untilStatus(client(), name, id, 'Succeeded');
    const actions = await actionsOf(client(), name, id);
    const [first, second] = actions.filter(({ actionName }) => actionName === 'Make');
    const shipped = actions.at(-1)?.input?.inputArtifacts;
    expect(shipped).toEqual(second?.output?.outputArtifacts);
    expect(shipped).not.toEqual(first?.output?.outputArtifacts);
  });

  it('may be the source stage, by hand and by itself', async () => {
    const name = 'retried-source';
    const fetch = {
      ...stage('Source', source('Fetch', { configuration: { Outcome: 'fail' } })),
      onFailure: { result: 'RETRY' as const },
    };
    await create(client(), pipeline(name, [fetch, stage('Build', action('Compile'))], QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Failed', 'Fetch Failed']);
    await retry(name, 'Source', id);
    await untilStatus(client(), name, id, 'Failed');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Failed', 'Fetch Failed', 'Fetch Failed']);
    expect((await stageState(client(), name, 'Source')).retryStageMetadata).toEqual({
      autoStageRetryAttempt: 1,
      manualStageRetryAttempt: 1,
      latestRetryTrigger: 'ManualStageRetry',
    });
  });
});
