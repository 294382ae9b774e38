import {
  type CodePipelineClient,
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  type ExecutionMode,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { beforeAll, describe, expect, it } from 'vitest';
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
import { createBucket, putZip, s3Source } from '../harness/watched-sources.ts';

const door = (pipelineName: string, stageName: string, transitionType: 'Inbound' | 'Outbound' = 'Inbound') => ({
  pipelineName,
  stageName,
  transitionType,
});
const close = (client: CodePipelineClient, at: ReturnType<typeof door>) =>
  client.send(new DisableStageTransitionCommand({ ...at, reason: 'Not now' }));
const open = (client: CodePipelineClient, at: ReturnType<typeof door>) =>
  client.send(new EnableStageTransitionCommand(at));

/** Source, Build and Deploy, of which the last two wait to be released. */
const threeStages = (name: string, executionMode: ExecutionMode) =>
  pipeline(
    name,
    [
      stage('Source', source()),
      stage('Build', action(`${name}-build`, { outcome: 'wait' })),
      stage('Deploy', action(`${name}-ship`, { outcome: 'wait' })),
    ],
    { ...QUIET, executionMode },
  );

describe.each(DIALECTS)('executions that meet, on %s', (dialect) => {
  const { dummy, server, client } = dummyServer(dialect);

  it('are in several stages at once, and supersede one another between stages only, also before closed doors', async () => {
    const name = 'superseding';
    await create(client(), threeStages(name, 'SUPERSEDED'));
    const first = await start(client(), name);
    await untilInside(client(), name, 'Build', first);
    dummy.release(`${name}-build`);
    await untilInside(client(), name, 'Deploy', first);
    const second = await start(client(), name);
    await untilInside(client(), name, 'Build', second);
    await close(client(), door(name, 'Deploy'));

    const third = await start(client(), name);
    await untilInbound(client(), name, 'Build', [third]);
    const fourth = await start(client(), name);
    await untilInbound(client(), name, 'Build', [fourth]);
    expect(await statusOf(client(), name, third)).toBe('Superseded');
    expect(await statusOf(client(), name, second)).toBe('InProgress');

    dummy.release(`${name}-build`);
    await untilInbound(client(), name, 'Deploy', [second]);
    await untilInside(client(), name, 'Build', fourth);
    dummy.release(`${name}-build`);
    await untilInbound(client(), name, 'Deploy', [fourth]);
    const { pipelineExecution: gone } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: second }),
    );
    expect(gone).toMatchObject({ status: 'Superseded', statusSummary: `Superseded by execution ${fourth}` });
    expect(await storyOf(client(), name, second)).toEqual(['Fetch Succeeded', `${name}-build Succeeded`]);

    dummy.release(`${name}-ship`);
    await untilStatus(client(), name, first, 'Succeeded');
    await untilInbound(client(), name, 'Deploy', [fourth]);
    await open(client(), door(name, 'Deploy'));
    dummy.release(`${name}-ship`);
    await untilStatus(client(), name, fourth, 'Succeeded');
  });

  it('queue before each stage in the order they were started, whatever is stopped, fails or is retried', async () => {
    const name = 'queueing';
    await create(client(), threeStages(name, 'QUEUED'));
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await start(client(), name));
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
    await untilInbound(client(), name, 'Build', [second, third, fourth, fifth]);
    await client().send(new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: third }));
    expect(await statusOf(client(), name, third)).toBe('Stopped');

    await close(client(), door(name, 'Build'));
    dummy.release(`${name}-build`, 'fail');
    await untilStatus(client(), name, first, 'Failed');
    await untilInbound(client(), name, 'Build', [second, fourth, fifth]);
    const retry = { pipelineName: name, stageName: 'Build', retryMode: 'FAILED_ACTIONS' } as const;
    await expect(
      client().send(new RetryStageExecutionCommand({ ...retry, pipelineExecutionId: second })),
    ).rejects.toMatchObject({ name: 'NotLatestPipelineExecutionException' });
    await client().send(new RetryStageExecutionCommand({ ...retry, pipelineExecutionId: first }));
    await open(client(), door(name, 'Build'));
    await untilInbound(client(), name, 'Build', [second, fourth, fifth]);

    dummy.release(`${name}-build`);
    await untilInside(client(), name, 'Deploy', first);
    await untilInside(client(), name, 'Build', second);
    dummy.release(`${name}-build`);
    await untilInbound(client(), name, 'Deploy', [second]);
    await untilInside(client(), name, 'Build', fourth);
    dummy.release(`${name}-build`);
    await untilInbound(client(), name, 'Deploy', [second, fourth]);
    await untilInside(client(), name, 'Build', fifth);
    const { inboundExecution } = await stageState(client(), name, 'Deploy');
    expect(inboundExecution).toMatchObject({ pipelineExecutionId: second, status: 'InProgress' });
    dummy.release(`${name}-build`);
    for (const id of [first, second, fourth, fifth]) {
      await untilInside(client(), name, 'Deploy', id);
      dummy.release(`${name}-ship`);
      await untilStatus(client(), name, id, 'Succeeded');
    }
  });

  it('wait before a stage that holds an approval, and one of them enters when it is rejected', async () => {
    const name = 'behind-an-approval';
    await create(client(), pipeline(name, [stage('Source', source()), stage('Approve', approval())], QUIET));
    const first = await start(client(), name);
    await untilInside(client(), name, 'Approve', first);
    const second = await start(client(), name);
    await untilInbound(client(), name, 'Approve', [second]);
    const third = await start(client(), name);
    await untilInbound(client(), name, 'Approve', [third]);
    expect(await statusOf(client(), name, second)).toBe('Superseded');
    const token = await approvalToken(client(), name, 'Approve');
    const place = { pipelineName: name, stageName: 'Approve', actionName: 'Approve' };
    const result = { status: 'Rejected', summary: 'Not this one' } as const;
    await client().send(new PutApprovalResultCommand({ ...place, token, result }));
    expect(await statusOf(client(), name, first)).toBe('Failed');
    await untilInside(client(), name, 'Approve', third);
  });

  it('wait behind a stage whose way out is closed, and each of a parallel pipeline until it is opened', async () => {
    for (const mode of ['QUEUED', 'PARALLEL'] as const) {
      const name = `way-out-${mode}`;
      const stages = [stage('Source', source()), stage('Build', action('Compile')), stage('Deploy', action('Ship'))];
      await create(client(), pipeline(name, stages, { ...QUIET, executionMode: mode }));
      await close(client(), door(name, 'Build', 'Outbound'));
      const ids = [await start(client(), name), await start(client(), name)];
      for (const id of ids) {
        await waitFor(`${id} to have built`, async () =>
          (await storyOf(client(), name, id)).includes('Compile Succeeded'),
        );
      }
      const shown = await stageState(client(), name, 'Deploy');
      expect(shown.inboundTransitionState).toEqual({ enabled: true });
      expect((shown.inboundExecutions ?? []).map(({ pipelineExecutionId }) => pipelineExecutionId)).toEqual(
        mode === 'QUEUED' ? ids : [],
      );
      for (const id of ids) expect(await statusOf(client(), name, id)).toBe('InProgress');
      await open(client(), door(name, 'Build', 'Outbound'));
      for (const id of ids) await untilStatus(client(), name, id, 'Succeeded');
    }
  });

  it('run all sources of their pipeline', async () => {
    const name = 'two-sources';
    await create(
      client(),
      pipeline(name, [stage('Source', source('One'), source('Two')), stage('Build', action('Compile'))], QUIET),
    );
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    expect((await storyOf(client(), name, id)).sort()).toEqual(['Compile Succeeded', 'One Succeeded', 'Two Succeeded']);
  });

  it('find the transitions of stages that stay as they were when their pipeline is updated, those of new stages open', async () => {
    const name = 'doors-kept';
    const { stages = [], ...rest } = threeStages(name, 'QUEUED');
    const whole = { ...rest, stages: [...stages, stage('Check', action('Inspect'))] };
    await create(client(), whole);
    for (const at of ['Build', 'Deploy', 'Check']) await close(client(), door(name, at));
    await open(client(), door(name, 'Check'));
    const without = { ...rest, stages: stages.filter((each) => each.name !== 'Deploy') };
    for (const declaration of [without, whole])
      await client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    const transitions = async (at: string) => (await stageState(client(), name, at)).inboundTransitionState;
    expect(await transitions('Build')).toMatchObject({ enabled: false, disabledReason: 'Not now' });
    for (const at of ['Deploy', 'Check']) expect(await transitions(at)).toEqual({ enabled: true });
  });

  describe('and whose pipeline gets another mode', () => {
    const update = (name: string, mode: ExecutionMode) =>
      client().send(new UpdatePipelineCommand({ pipeline: threeStages(name, mode) }));

    it.each([
      ['SUPERSEDED', 'PARALLEL'],
      ['SUPERSEDED', 'QUEUED'],
      ['QUEUED', 'PARALLEL'],
      ['QUEUED', 'SUPERSEDED'],
    ] as const)('from %s to %s are cancelled, and hold no lock any more', async (before, after) => {
      const name = `${before}-${after}`;
      await create(client(), threeStages(name, before));
      const inside = await start(client(), name);
      await untilInside(client(), name, 'Build', inside);
      const waiting = await start(client(), name);
      await untilInbound(client(), name, 'Build', [waiting]);
      await update(name, after);
      expect(await statusOf(client(), name, waiting)).toBe('Cancelled');
      expect(await statusOf(client(), name, inside)).toBe('InProgress');
      dummy.release(`${name}-build`);
      await untilStatus(client(), name, inside, 'Cancelled');
      const next = [await start(client(), name), await start(client(), name)];
      const [first = '', second = ''] = next;
      await untilRunning(client(), name, first, `${name}-build`);
      if (after === 'PARALLEL') {
        await untilRunning(client(), name, second, `${name}-build`);
        const { stageStates = [] } = await client().send(new GetPipelineStateCommand({ name }));
        expect(stageStates.flatMap(({ latestExecution }) => latestExecution ?? [])).toEqual([]);
      } else {
        await untilInbound(client(), name, 'Build', [second]);
        const third = await start(client(), name);
        await untilInbound(client(), name, 'Build', after === 'QUEUED' ? [second, third] : [third]);
      }
    });

    it('from PARALLEL to SUPERSEDED go on beside those that come then, and neither supersede nor lock', async () => {
      const name = 'PARALLEL-SUPERSEDED';
      await create(client(), threeStages(name, 'PARALLEL'));
      await close(client(), door(name, 'Deploy'));
      const parallel = [await start(client(), name), await start(client(), name)];
      for (const id of parallel) await untilRunning(client(), name, id, `${name}-build`);
      await update(name, 'SUPERSEDED');
      const next = await start(client(), name);
      await untilInside(client(), name, 'Build', next);
      for (const _ of [next, ...parallel]) dummy.release(`${name}-build`);
      await untilInbound(client(), name, 'Deploy', [next]);
      for (const id of parallel) {
        await waitFor(`${id} to have built`, async () =>
          (await storyOf(client(), name, id)).includes(`${name}-build Succeeded`),
        );
        expect(await statusOf(client(), name, id)).toBe('InProgress');
      }
      await open(client(), door(name, 'Deploy'));
      for (const id of [next, ...parallel]) await untilRunning(client(), name, id, `${name}-ship`);
      for (const _ of [next, ...parallel]) dummy.release(`${name}-ship`);
      for (const id of [next, ...parallel]) await untilStatus(client(), name, id, 'Succeeded');
    });
  });

  describe('and are started by changes while they wait', () => {
    beforeAll(async () => {
      await createBucket(server(), 'artifacts');
      await createBucket(server(), 'zips');
    });

    it.each([
      ['QUEUED', 'the change each was started for'],
      ['PARALLEL', 'the newest change'],
    ] as const)('take, where they are %s, %s', async (executionMode, _what) => {
      const [name, key] = [`changes-${executionMode}`, `${executionMode}.zip`];
      const stages = [stage('Source', s3Source('Zip', 'zips', key)), stage('Build', action('Compile'))];
      const old = await putZip(server(), 'zips', key, 'one');
      await create(client(), pipeline(name, stages, { executionMode }));
      const runs = async () => {
        const { pipelineExecutionSummaries = [] } = await client().send(
          new ListPipelineExecutionsCommand({ pipelineName: name }),
        );
        return pipelineExecutionSummaries.map(({ pipelineExecutionId = '' }) => pipelineExecutionId).reverse();
      };
      for (const id of await runs()) await untilStatus(client(), name, id, 'Succeeded');
      await close(client(), door(name, 'Source'));
      const changes: string[] = [];
      for (const text of ['two', 'three']) {
        changes.push(await putZip(server(), 'zips', key, text));
        await waitFor('the change to start a run', async () => (await runs()).length === changes.length + 1);
      }
      await open(client(), door(name, 'Source'));
      const taken: (string | undefined)[] = [];
      for (const id of await runs()) {
        await untilStatus(client(), name, id, 'Succeeded');
        const [fetch] = await actionsOf(client(), name, id);
        taken.push(fetch?.output?.outputVariables?.VersionId);
      }
      expect(taken).toEqual([old, ...(executionMode === 'QUEUED' ? changes : changes.map(() => changes.at(-1)))]);
    });
  });
});
