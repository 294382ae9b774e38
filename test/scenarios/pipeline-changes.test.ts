import {
  DeletePipelineCommand,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  type PipelineDeclaration,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
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
  storyOf,
  untilInbound,
  untilInside,
  untilRunning,
  untilStatus,
} from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('a pipeline that is changed while it runs, on %s', (dialect) => {
  const { dummy, client } = dummyServer(dialect);
  const update = (declaration: PipelineDeclaration) =>
    client().send(new UpdatePipelineCommand({ pipeline: declaration }));

  it('cancels what waits, and what is inside a stage when its action has ended, says why, and starts nothing', async () => {
    const name = 'updated-busy';
    const declaration = pipeline(
      name,
      [stage('Source', source()), stage('Build', action('BusyBuild', { outcome: 'wait' }))],
      QUIET,
    );
    await create(client(), declaration);
    const inside = await start(client(), name);
    await untilInside(client(), name, 'Build', inside);
    const waiting = await start(client(), name);
    await untilInbound(client(), name, 'Build', [waiting]);
    expect((await update(declaration)).pipeline?.version).toBe(2);
    expect(await statusOf(client(), name, inside)).toBe('InProgress');
    dummy.release('BusyBuild');
    await untilStatus(client(), name, inside, 'Cancelled');
    for (const id of [inside, waiting]) {
      const { pipelineExecution } = await client().send(
        new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id }),
      );
      expect(pipelineExecution).toMatchObject({
        status: 'Cancelled',
        statusSummary: 'Pipeline definition was updated before the execution completed',
        pipelineVersion: 1,
      });
    }
    expect(await storyOf(client(), name, inside)).toEqual(['Fetch Succeeded', 'BusyBuild Succeeded']);
    expect((await stageState(client(), name, 'Build')).latestExecution).toMatchObject({ status: 'Cancelled' });
    const { pipelineExecutionSummaries } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName: name }),
    );
    expect(pipelineExecutionSummaries).toHaveLength(2);
    await expect(
      client().send(
        new RetryStageExecutionCommand({
          pipelineName: name,
          stageName: 'Build',
          pipelineExecutionId: inside,
          retryMode: 'ALL_ACTIONS',
        }),
      ),
    ).rejects.toMatchObject({ name: 'StageNotRetryableException' });
  });

  it('lets nobody into a stage while an action of the definition before runs there, and abandons it when asked to', async () => {
    const name = 'updated-held';
    const declaration = pipeline(
      name,
      [stage('Source', source()), stage('Build', action('HeldBuild', { outcome: 'wait' }))],
      QUIET,
    );
    await create(client(), declaration);
    const old = await start(client(), name);
    await untilRunning(client(), name, old, 'HeldBuild');
    await update(declaration);
    const next = await start(client(), name);
    await untilInbound(client(), name, 'Build', [next]);
    const stop = { pipelineName: name, pipelineExecutionId: old };
    await client().send(new StopPipelineExecutionCommand(stop));
    await update(declaration);
    expect(await statusOf(client(), name, next)).toBe('Cancelled');
    await client().send(new StopPipelineExecutionCommand({ ...stop, abandon: true }));
    expect(await statusOf(client(), name, old)).toBe('Stopped');
    const last = await start(client(), name);
    dummy.release('HeldBuild');
    await untilStatus(client(), name, last, 'Succeeded');
  });

  it('lets parallel executions go on as they were defined, and those of the new mode queue without them', async () => {
    const name = 'parallel-then-queued';
    const build = stage('Build', action('ModeBuild', { outcome: 'wait' }));
    const old = [stage('Source', source()), build, stage('Old', action('OldEnd'))];
    const queued = pipeline(name, [stage('Source', source()), build], { ...QUIET, executionMode: 'QUEUED' });
    await create(client(), queued);
    const before = await start(client(), name);
    await untilRunning(client(), name, before, 'ModeBuild');
    dummy.release('ModeBuild');
    await untilStatus(client(), name, before, 'Succeeded');

    await update(pipeline(name, old, { ...QUIET, executionMode: 'PARALLEL' }));
    const parallel = [await start(client(), name), await start(client(), name)];
    for (const id of parallel) await untilRunning(client(), name, id, 'ModeBuild');
    const { stageStates } = await client().send(new GetPipelineStateCommand({ name }));
    expect(stageStates?.every(({ latestExecution }) => latestExecution === undefined)).toBe(true);

    await update(queued);
    const reverted = await stageState(client(), name, 'Build');
    expect(reverted.latestExecution?.pipelineExecutionId).toBe(before);
    expect(reverted.actionStates?.[0]?.latestExecution?.status).toBe('Succeeded');
    const [first, second] = [await start(client(), name), await start(client(), name)];
    await untilInside(client(), name, 'Build', first);
    await untilInbound(client(), name, 'Build', [second]);
    for (let count = 0; count < 4; count += 1) dummy.release('ModeBuild');
    for (const id of [...parallel, first, second]) await untilStatus(client(), name, id, 'Succeeded');
    for (const id of parallel) expect(await storyOf(client(), name, id)).toContain('OldEnd Succeeded');
    expect(await storyOf(client(), name, second)).toEqual(['Fetch Succeeded', 'ModeBuild Succeeded']);
  });

  it('is forgotten with all it does when it is deleted, and one of the same name begins anew', async () => {
    const name = 'deleted';
    const declaration = pipeline(name, [stage('Source', source()), stage('Approve', approval())], QUIET);
    await create(client(), declaration);
    const id = await start(client(), name);
    const token = await approvalToken(client(), name, 'Approve');
    await client().send(new DeletePipelineCommand({ name }));
    await client().send(new DeletePipelineCommand({ name }));
    const { pipelines = [] } = await client().send(new ListPipelinesCommand({}));
    expect(pipelines.map((each) => each.name)).not.toContain(name);
    await expect(statusOf(client(), name, id)).rejects.toMatchObject({ name: 'PipelineNotFoundException' });

    await create(client(), declaration);
    await expect(statusOf(client(), name, id)).rejects.toMatchObject({ name: 'PipelineExecutionNotFoundException' });
    const decision = { pipelineName: name, stageName: 'Approve', actionName: 'Approve', token };
    await expect(
      client().send(new PutApprovalResultCommand({ ...decision, result: { status: 'Approved', summary: 'Late' } })),
    ).rejects.toMatchObject({ name: 'InvalidApprovalTokenException' });
    expect((await stageState(client(), name, 'Approve')).latestExecution).toBeUndefined();
  });

  it('ends the work of what ran when it is deleted: its provider is not asked again', async () => {
    const name = 'deleted-busy';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Build', action('GoneBuild', { outcome: 'wait' }))], QUIET),
    );
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    await waitFor('the action', async () => dummy.started.some(({ actionName }) => actionName === 'GoneBuild'));
    await client().send(new DeletePipelineCommand({ name }));
    // Had it been asked, it would have taken what was released.
    dummy.release('GoneBuild');
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Build', action('GoneBuild', { outcome: 'wait' }))], QUIET),
    );
    const next = await start(client(), name);
    await untilStatus(client(), name, next, 'Succeeded');
    expect(await storyOf(client(), name, next)).toEqual(['Fetch Succeeded', 'GoneBuild Succeeded']);
  });

  it('fails an action whose output variables are more than 122,880 bytes', async () => {
    const name = 'talkative';
    const talk = (bytes: number) => action(`Talk${bytes}`, { configuration: { OutputBytes: `${bytes}` } });
    const stages = [stage('Source', source()), stage('Build', talk(122_880)), stage('Deploy', talk(122_881))];
    await create(client(), pipeline(name, stages, QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'Talk122880 Succeeded', 'Talk122881 Failed']);
    const [, , tooMuch] = await actionsOf(client(), name, id);
    expect(tooMuch?.output?.executionResult?.errorDetails).toEqual({
      code: 'OutputVariablesSizeExceeded',
      message: 'The output variables of the action exceed 122880 bytes',
    });
  });
});
