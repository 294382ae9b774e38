import {
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  StartPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
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
  untilInbound,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('a stage rolled back on %s', (dialect) => {
  const { dummy, client } = dummyServer(dialect);

  const rollBack = (name: string, stageName: string, target: string) =>
    client().send(new RollbackStageCommand({ pipelineName: name, stageName, targetPipelineExecutionId: target }));

  const ship = (name: string) =>
    action(name, {
      outcome: 'wait',
      configuration: { Outcome: 'wait', Note: '#{variables.Reason} #{Src.Commit} #{Build.Id}' },
      inputArtifacts: [{ name: 'BuildOutput' }],
    });

  const threeStages = (shipping: string) => [
    stage('Source', source('Fetch', { namespace: 'Src', configuration: { Output: '{"Commit":"abc"}' } })),
    stage(
      'Build',
      action('Compile', {
        namespace: 'Build',
        configuration: { Output: '{"Id":"7"}' },
        inputArtifacts: [{ name: 'FetchOutput' }],
        outputArtifacts: [{ name: 'BuildOutput' }],
      }),
    ),
    stage('Deploy', ship(shipping)),
  ];

  async function startWith(name: string, reason: string): Promise<string> {
    const { pipelineExecutionId = '' } = await client().send(
      new StartPipelineExecutionCommand({ name, variables: [{ name: 'Reason', value: reason }] }),
    );
    return pipelineExecutionId;
  }

  async function run(name: string, reason: string, shipping: string, outcome: 'succeed' | 'fail'): Promise<string> {
    const id = await startWith(name, reason);
    await untilInside(client(), name, 'Deploy', id);
    dummy.release(shipping, outcome);
    await untilStatus(client(), name, id, outcome === 'succeed' ? 'Succeeded' : 'Failed');
    return id;
  }

  async function executions(name: string, succeededIn?: string) {
    const filter = succeededIn === undefined ? undefined : { succeededInStage: { stageName: succeededIn } };
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName: name, filter }),
    );
    return pipelineExecutionSummaries;
  }

  it('runs again as its target ran it: with its variables, revisions and artifacts', async () => {
    const name = 'rolled-back';
    const stages = [...threeStages('Ship'), stage('Announce', action('Tell'))];
    await create(client(), pipeline(name, stages, QUIET));
    const good = await run(name, 'good', 'Ship', 'succeed');
    const bad = await run(name, 'bad', 'Ship', 'succeed');
    const { pipelineExecutionId: id = '' } = await rollBack(name, 'Deploy', good);
    await untilInside(client(), name, 'Deploy', id);
    await expect(rollBack(name, 'Deploy', good)).rejects.toMatchObject({ name: 'UnableToRollbackStageException' });
    expect((await stageState(client(), name, 'Deploy')).latestExecution?.type).toBe('ROLLBACK');
    dummy.release('Ship');
    await untilStatus(client(), name, id, 'Succeeded');

    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id }),
    );
    expect(pipelineExecution).toMatchObject({
      executionType: 'ROLLBACK',
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
      trigger: { triggerType: 'ManualRollback', triggerDetail: 'arn:aws:iam::123456789012:root' },
      variables: [{ name: 'Reason', resolvedValue: 'good' }],
      artifactRevisions: expect.arrayContaining([
        expect.objectContaining({ name: 'FetchOutput', revisionId: `revision-of-${good}` }),
      ]),
    });
    const shipped = await actionsOf(client(), name, id);
    expect(shipped.map(({ actionName, status }) => `${actionName} ${status}`)).toEqual(['Ship Succeeded']);
    expect(shipped[0]?.input?.resolvedConfiguration?.Note).toBe('good abc 7');
    const target = (await actionsOf(client(), name, good)).find(({ actionName }) => actionName === 'Ship');
    expect(shipped[0]?.input?.inputArtifacts).toEqual(target?.input?.inputArtifacts);
    const succeeded = (await executions(name, 'Deploy')).map(({ pipelineExecutionId }) => pipelineExecutionId);
    expect(succeeded).toEqual(expect.arrayContaining([good, bad]));
    await expect(rollBack(name, 'Deploy', id)).rejects.toMatchObject({ name: 'UnableToRollbackStageException' });
  });

  it('comes by itself when the stage fails that was declared so, and never in a circle', async () => {
    const name = 'rolled-back-by-itself';
    const [fetch, build, deploy] = threeStages('AutoShip');
    const stages = [fetch, build, { ...deploy, name: 'Deploy', onFailure: { result: 'ROLLBACK' as const } }];
    await create(client(), pipeline(name, stages as never, QUIET));
    const alone = await run(name, 'first', 'AutoShip', 'fail');
    expect(await executions(name)).toMatchObject([
      {
        pipelineExecutionId: alone,
        statusSummary: "Stage 'Deploy' is not rolled back: with this structure no execution has succeeded in it before",
      },
    ]);
    const good = await run(name, 'good', 'AutoShip', 'succeed');
    const bad = await run(name, 'bad', 'AutoShip', 'fail');
    const rollback = await waitFor('the rollback', async () => {
      const [latest] = await executions(name);
      return latest?.executionType === 'ROLLBACK' ? latest : undefined;
    });
    expect(rollback).toMatchObject({
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
      trigger: {
        triggerType: 'AutomatedRollback',
        triggerDetail: JSON.stringify({ FailedPipelineExecutionId: bad }),
      },
    });
    await untilInside(client(), name, 'Deploy', rollback.pipelineExecutionId ?? '');
    dummy.release('AutoShip', 'fail');
    await untilStatus(client(), name, rollback.pipelineExecutionId ?? '', 'Failed');
    expect(await executions(name)).toHaveLength(4);
  });

  it('needs a target that succeeded in it, a stage that is not the source, and the same structure', async () => {
    const name = 'not-rolled-back';
    const declaration = pipeline(
      name,
      [
        stage('Source', source()),
        stage('Build', action('Compile')),
        stage('Deploy', action('Ship', { outcome: 'fail' })),
      ],
      QUIET,
    );
    await create(client(), declaration);
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const refused = (error: string) => ({ name: error });
    await expect(rollBack(name, 'Source', id)).rejects.toMatchObject(refused('UnableToRollbackStageException'));
    await expect(rollBack(name, 'Deploy', id)).rejects.toMatchObject(refused('UnableToRollbackStageException'));
    await expect(rollBack(name, 'Nowhere', id)).rejects.toMatchObject(refused('StageNotFoundException'));
    await expect(rollBack('nobody', 'Build', id)).rejects.toMatchObject(refused('PipelineNotFoundException'));
    await expect(rollBack(name, 'Build', '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject(
      refused('PipelineExecutionNotFoundException'),
    );
    await client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    await expect(rollBack(name, 'Build', id)).rejects.toMatchObject(refused('PipelineExecutionOutdatedException'));
    expect(await executions(name, 'Build')).toEqual([]);
  });

  it('is brought back before anybody else enters, past those who wait and a disabled transition; then to who entered last', async () => {
    for (const executionMode of ['SUPERSEDED', 'QUEUED'] as const) {
      const name = `first-of-all-${executionMode}`;
      const ship = `${name}-ship`;
      const [fetch, build, deploy] = threeStages(ship);
      const stages = [fetch, build, { ...deploy, name: 'Deploy', onFailure: { result: 'ROLLBACK' as const } }];
      await create(client(), pipeline(name, stages as never, { ...QUIET, executionMode }));
      const good = await run(name, 'good', ship, 'succeed');
      const bad = await startWith(name, 'bad');
      await untilInside(client(), name, 'Deploy', bad);
      const next = await startWith(name, 'next');
      await untilInbound(client(), name, 'Deploy', [next]);
      dummy.release(ship, 'fail');
      await untilStatus(client(), name, bad, 'Failed');
      const back = (await stageState(client(), name, 'Deploy')).latestExecution;
      expect(back).toMatchObject({ type: 'ROLLBACK', status: 'InProgress' });
      await untilInbound(client(), name, 'Deploy', [next]);

      const door = { pipelineName: name, stageName: 'Deploy', transitionType: 'Inbound' } as const;
      await client().send(new DisableStageTransitionCommand({ ...door, reason: 'Hold' }));
      dummy.release(ship);
      await untilStatus(client(), name, back?.pipelineExecutionId ?? '', 'Succeeded');
      const { pipelineExecutionId: again = '' } = await rollBack(name, 'Deploy', good);
      await untilInside(client(), name, 'Deploy', again);
      dummy.release(ship);
      await untilStatus(client(), name, again, 'Succeeded');
      await untilInbound(client(), name, 'Deploy', [next]);
      await client().send(new EnableStageTransitionCommand(door));
      await untilInside(client(), name, 'Deploy', next);
      dummy.release(ship);
      await untilStatus(client(), name, next, 'Succeeded');

      // It is what the stage is at now, though the rollbacks that it waited for were started later.
      await run(name, 'worse', ship, 'fail');
      const [latest] = await executions(name);
      expect(latest?.rollbackMetadata).toEqual({ rollbackTargetPipelineExecutionId: next });
      dummy.release(ship);
      await untilStatus(client(), name, latest?.pipelineExecutionId ?? '', 'Succeeded');
    }
  });

  it('comes by itself to what it was brought back to by hand, not to what was left by that', async () => {
    const name = 'twice-back';
    const [fetch, build, deploy] = threeStages('TwiceShip');
    const stages = [fetch, build, { ...deploy, name: 'Deploy', onFailure: { result: 'ROLLBACK' as const } }];
    await create(client(), pipeline(name, stages as never, QUIET));
    const good = await run(name, 'good', 'TwiceShip', 'succeed');
    await run(name, 'left', 'TwiceShip', 'succeed');
    const { pipelineExecutionId: back = '' } = await rollBack(name, 'Deploy', good);
    await untilInside(client(), name, 'Deploy', back);
    dummy.release('TwiceShip');
    await untilStatus(client(), name, back, 'Succeeded');
    await run(name, 'bad', 'TwiceShip', 'fail');
    const [latest] = await executions(name);
    expect(latest).toMatchObject({
      executionType: 'ROLLBACK',
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
      trigger: { triggerType: 'AutomatedRollback' },
    });
    dummy.release('TwiceShip');
    await untilStatus(client(), name, latest?.pipelineExecutionId ?? '', 'Succeeded');
  });

  it('may be tried again when that failed, with what its target made still', async () => {
    const name = 'back-again';
    await create(client(), pipeline(name, threeStages('AgainShip'), QUIET));
    const good = await run(name, 'good', 'AgainShip', 'succeed');
    await run(name, 'bad', 'AgainShip', 'succeed');
    const { pipelineExecutionId = '' } = await rollBack(name, 'Deploy', good);
    await untilInside(client(), name, 'Deploy', pipelineExecutionId);
    dummy.release('AgainShip', 'fail');
    await untilStatus(client(), name, pipelineExecutionId, 'Failed');
    const retry = { pipelineName: name, stageName: 'Deploy', pipelineExecutionId } as const;
    await client().send(new RetryStageExecutionCommand({ ...retry, retryMode: 'ALL_ACTIONS' }));
    dummy.release('AgainShip');
    await untilStatus(client(), name, pipelineExecutionId, 'Succeeded');
    const attempts = await actionsOf(client(), name, pipelineExecutionId);
    expect(attempts.map(({ status, input }) => `${status} ${input?.resolvedConfiguration?.Note}`)).toEqual([
      'Failed good abc 7',
      'Succeeded good abc 7',
    ]);
  });

  it('is never so in a parallel pipeline, in one of type V1, or to an execution that skipped it', async () => {
    const stages = [stage('Source', source()), stage('Build', action('Compile'))];
    const skipped = {
      ...stage('Build', action('Compile', { outcome: 'fail' })),
      onFailure: { result: 'SKIP' as const },
    };
    for (const [name, declaration] of [
      ['beside', pipeline('beside', stages, { ...QUIET, executionMode: 'PARALLEL' })],
      ['old-type', pipeline('old-type', stages, { pipelineType: 'V1' })],
      ['skipping', pipeline('skipping', [stage('Source', source()), skipped], QUIET)],
    ] as const) {
      await create(client(), declaration);
      const { pipelineExecutionId: id = '' } = await client().send(
        new StartPipelineExecutionCommand({
          name,
          ...(name === 'old-type' ? {} : { variables: [{ name: 'Reason', value: 'x' }] }),
        }),
      );
      await untilStatus(client(), name, id, 'Succeeded');
      await expect(rollBack(name, 'Build', id)).rejects.toMatchObject({ name: 'UnableToRollbackStageException' });
      expect((await executions(name)).every(({ executionType }) => executionType === 'STANDARD')).toBe(true);
    }
  });
});
