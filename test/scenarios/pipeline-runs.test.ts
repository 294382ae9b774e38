import {
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  PutApprovalResultCommand,
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
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  statusOf,
  untilInbound,
  untilInside,
  untilRunning,
  untilStatus,
} from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('a pipeline on %s', (dialect) => {
  const { dummy, client } = dummyServer(dialect);

  it('runs its stages one after the other, actions by run order, and hands variables on', async () => {
    const name = 'orderly';
    await create(
      client(),
      pipeline(
        name,
        [
          stage('Source', source('Fetch', { namespace: 'Src', configuration: { Output: '{"Branch":"main"}' } })),
          stage(
            'Build',
            action('Last', {
              runOrder: 2,
              configuration: { Note: '#{variables.Reason}/#{Src.Branch}/#{codepipeline.PipelineExecutionId}' },
            }),
            action('First', { runOrder: 1 }),
          ),
          stage('Deploy', action('Ship', { inputArtifacts: [{ name: 'FetchOutput' }] })),
        ],
        QUIET,
      ),
    );
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    const actions = await actionsOf(client(), name, id);
    expect(actions.map(({ actionName }) => actionName)).toEqual(['Fetch', 'First', 'Last', 'Ship']);
    expect(actions[2]?.input?.resolvedConfiguration).toEqual({ Note: `a test/main/${id}` });
    expect(actions[0]?.output?.outputVariables).toEqual({ Branch: 'main' });
    const artifact = actions[3]?.input?.inputArtifacts?.[0];
    expect(artifact).toEqual(actions[0]?.output?.outputArtifacts?.[0]);
    expect(artifact?.s3location?.key).toMatch(/^orderly\/FetchOutpu\/[A-Za-z0-9]{7}$/);
  });

  it('tells of a running action when it began to run, however often it was looked at since', async () => {
    const build = stage('Build', action('Compile', { outcome: 'wait' }));
    await create(client(), pipeline('looked-at', [stage('Source', source()), build], QUIET));
    const id = await start(client(), 'looked-at');
    const attempt = await waitFor('Compile to be looked at', async () => {
      const compile = (await actionsOf(client(), 'looked-at', id)).find(({ actionName }) => actionName === 'Compile');
      return Number(compile?.lastUpdateTime) > Number(compile?.startTime) ? compile : undefined;
    });
    const { actionStates } = await stageState(client(), 'looked-at', 'Build');
    expect(actionStates?.[0]?.latestExecution?.lastStatusChange).toEqual(attempt.startTime);
    dummy.release('Compile');
    await untilStatus(client(), 'looked-at', id, 'Succeeded');
  });

  it('runs at once when it is created', async () => {
    await create(client(), pipeline('eager', [stage('Source', source()), stage('Build', action('Compile'))]));
    const state = await untilSettled('eager', 'Build', 'Succeeded');
    expect(state.latestExecution?.status).toBe('Succeeded');
  });

  it('fails when an action fails, with its reason, and starts nothing more', async () => {
    const name = 'failing';
    const stages = [
      stage('Source', source()),
      stage('Build', action('Compile', { outcome: 'fail' }), action('Next', { runOrder: 2 })),
      stage('Deploy', action('Ship')),
    ];
    await create(client(), pipeline(name, stages, QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const actions = await actionsOf(client(), name, id);
    expect(actions.map(({ actionName, status }) => `${actionName} ${status}`)).toEqual([
      'Fetch Succeeded',
      'Compile Failed',
    ]);
    expect(actions[1]?.output?.executionResult?.errorDetails).toEqual({
      code: 'JobFailed',
      message: 'The dummy fails',
    });
    expect((await stageState(client(), name, 'Build')).latestExecution?.status).toBe('Failed');
  });

  it('fails an action whose provider refuses it, and one whose variable has no value', async () => {
    const refused = pipeline(
      'refused',
      [stage('Source', source()), stage('Build', action('Compile', { outcome: 'refuse' }))],
      QUIET,
    );
    const unresolved = pipeline(
      'unresolved',
      [
        stage('Source', source('Fetch', { namespace: 'Src' })),
        stage('Build', action('Compile', { configuration: { Note: '#{Src.Nothing}' } })),
      ],
      QUIET,
    );
    for (const [declaration, code] of [
      [refused, 'ConfigurationError'],
      [unresolved, 'InvalidVariable'],
    ] as const) {
      await create(client(), declaration);
      const id = await start(client(), declaration.name ?? '');
      await untilStatus(client(), declaration.name ?? '', id, 'Failed');
      const [, failed] = await actionsOf(client(), declaration.name ?? '', id);
      expect(failed?.output?.executionResult?.errorDetails?.code).toBe(code);
    }
  });

  it('waits for an approval, and goes on or fails as it is decided', async () => {
    const name = 'approved';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Approve', approval()), stage('Deploy', action('Ship'))], QUIET),
    );
    for (const [status, outcome] of [
      ['Approved', 'Succeeded'],
      ['Rejected', 'Failed'],
    ] as const) {
      const id = await start(client(), name);
      await untilInside(client(), name, 'Approve', id);
      const token = await approvalToken(client(), name, 'Approve');
      const decide = (with_: string) =>
        client().send(
          new PutApprovalResultCommand({
            pipelineName: name,
            stageName: 'Approve',
            actionName: 'Approve',
            token: with_,
            result: { status, summary: 'Seen' },
          }),
        );
      await expect(decide('00000000-0000-0000-0000-000000000000')).rejects.toMatchObject({
        name: 'InvalidApprovalTokenException',
      });
      expect((await decide(token)).approvedAt).toBeInstanceOf(Date);
      await untilStatus(client(), name, id, outcome);
      await expect(decide(token)).rejects.toMatchObject({ name: 'ApprovalAlreadyCompletedException' });
      const decided = (await stageState(client(), name, 'Approve')).actionStates?.[0]?.latestExecution;
      expect(decided).toMatchObject({ summary: 'Seen', lastUpdatedBy: 'arn:aws:iam::123456789012:root' });
    }
  });

  it('supersedes whoever waits when somebody newer comes, while the stage is busy', async () => {
    const name = 'superseding';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Build', action('SuperBuild', { outcome: 'wait' }))], QUIET),
    );
    const first = await start(client(), name);
    await untilInside(client(), name, 'Build', first);
    const second = await start(client(), name);
    await untilInbound(client(), name, 'Build', [second]);
    const third = await start(client(), name);
    await untilInbound(client(), name, 'Build', [third]);
    expect(await statusOf(client(), name, second)).toBe('Superseded');
    dummy.release('SuperBuild');
    await untilStatus(client(), name, first, 'Succeeded');
    dummy.release('SuperBuild');
    await untilStatus(client(), name, third, 'Succeeded');
  });

  it('keeps the order of a queue', async () => {
    const name = 'queued';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Build', action('QueueBuild', { outcome: 'wait' }))], {
        ...QUIET,
        executionMode: 'QUEUED',
      }),
    );
    const ids = [await start(client(), name), await start(client(), name), await start(client(), name)];
    await untilInbound(client(), name, 'Build', ids.slice(1));
    for (const id of ids) {
      await untilInside(client(), name, 'Build', id);
      dummy.release('QueueBuild');
      await untilStatus(client(), name, id, 'Succeeded');
    }
  });

  it('runs parallel executions beside one another', async () => {
    const name = 'parallel';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Build', action('ParallelBuild', { outcome: 'wait' }))], {
        ...QUIET,
        executionMode: 'PARALLEL',
      }),
    );
    const ids = [await start(client(), name), await start(client(), name), await start(client(), name)];
    for (const id of ids) await untilRunning(client(), name, id, 'ParallelBuild');
    for (const _ of ids) dummy.release('ParallelBuild');
    for (const id of ids) await untilStatus(client(), name, id, 'Succeeded');
  });

  it('waits before a disabled transition, and lets the newest in when it is enabled', async () => {
    const name = 'closed';
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    await client().send(
      new DisableStageTransitionCommand({
        pipelineName: name,
        stageName: 'Build',
        transitionType: 'Inbound',
        reason: 'Not today',
      }),
    );
    const first = await start(client(), name);
    await untilInbound(client(), name, 'Build', [first]);
    const second = await start(client(), name);
    const state = await untilInbound(client(), name, 'Build', [second]);
    expect(state.inboundTransitionState).toMatchObject({
      enabled: false,
      disabledReason: 'Not today',
      lastChangedBy: 'arn:aws:iam::123456789012:root',
    });
    await client().send(
      new EnableStageTransitionCommand({ pipelineName: name, stageName: 'Build', transitionType: 'Inbound' }),
    );
    await untilStatus(client(), name, second, 'Succeeded');
    expect(await statusOf(client(), name, first)).toBe('Superseded');
    expect((await stageState(client(), name, 'Build')).inboundTransitionState).toEqual({
      enabled: true,
      lastChangedBy: 'arn:aws:iam::123456789012:root',
      lastChangedAt: expect.any(Date),
    });
  });

  it('stops when its running actions have ended, or abandons them', async () => {
    const name = 'stopped';
    await create(
      client(),
      pipeline(
        name,
        [
          stage('Source', source()),
          stage('Build', action('StopBuild', { outcome: 'wait' })),
          stage('Deploy', action('Ship')),
        ],
        QUIET,
      ),
    );
    const waited = await start(client(), name);
    await untilInside(client(), name, 'Build', waited);
    const stop = (id: string, abandon: boolean) =>
      client().send(
        new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id, abandon, reason: 'Enough' }),
      );
    await stop(waited, false);
    expect(await statusOf(client(), name, waited)).toBe('Stopping');
    await expect(stop(waited, false)).rejects.toMatchObject({ name: 'DuplicatedStopRequestException' });
    dummy.release('StopBuild');
    await untilStatus(client(), name, waited, 'Stopped');
    await expect(stop(waited, true)).rejects.toMatchObject({ name: 'PipelineExecutionNotStoppableException' });

    const abandoned = await start(client(), name);
    await untilInside(client(), name, 'Build', abandoned);
    await stop(abandoned, false);
    expect(await statusOf(client(), name, abandoned)).toBe('Stopping');
    await stop(abandoned, true);
    await untilStatus(client(), name, abandoned, 'Stopped');
    const actions = await actionsOf(client(), name, abandoned);
    expect(actions.map(({ actionName, status }) => `${actionName} ${status}`)).toEqual([
      'Fetch Succeeded',
      'StopBuild Abandoned',
    ]);
  });

  it('is cancelled when its definition is updated', async () => {
    const name = 'updated';
    const declaration = pipeline(
      name,
      [stage('Source', source()), stage('Build', action('UpdateBuild', { outcome: 'wait' }))],
      QUIET,
    );
    await create(client(), declaration);
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    const { pipeline: updated } = await client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    expect(updated?.version).toBe(2);
    dummy.release('UpdateBuild');
    await untilStatus(client(), name, id, 'Cancelled');
  });

  it('starts each action once, as its provider sees it', () => {
    const ids = dummy.started.map(({ actionExecutionId }) => actionExecutionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  async function untilSettled(name: string, stageName: string, status: string) {
    return waitFor(`${name} to be ${status}`, async () => {
      const state = await stageState(client(), name, stageName);
      return state.latestExecution?.status === status ? state : undefined;
    });
  }
});
