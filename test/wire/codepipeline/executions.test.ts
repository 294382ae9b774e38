import {
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
  paginateListActionExecutions,
  paginateListPipelineExecutions,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import {
  action,
  actionsOf,
  approval,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilStatus,
} from '../../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

const NAME = 'history';
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

describe.each(DIALECTS)('executions on %s', (dialect) => {
  let server: TestServer;
  const ids: string[] = [];
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    await create(client(), pipeline(NAME, [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    for (let index = 0; index < 5; index += 1) {
      const id = await start(client(), NAME);
      await untilStatus(client(), NAME, id, 'Succeeded');
      ids.push(id);
    }
  });
  afterAll(() => server.close());

  it('StartPipelineExecution with the same token starts one execution', async () => {
    const input = { name: NAME, clientRequestToken: 'the-same', variables: [{ name: 'Reason', value: 'token' }] };
    const first = await client().send(new StartPipelineExecutionCommand(input));
    const second = await client().send(new StartPipelineExecutionCommand(input));
    expect(second.pipelineExecutionId).toBe(first.pipelineExecutionId);
  });

  it.each([
    ['a pipeline that is not there', { name: 'missing' }, 'PipelineNotFoundException'],
    ['a variable without a value', { name: NAME }, 'ValidationException'],
    ['a variable nobody declared', { name: NAME, variables: [{ name: 'Other', value: 'x' }] }, 'ValidationException'],
    [
      'a source action that is not there',
      {
        name: NAME,
        variables: [{ name: 'Reason', value: 'x' }],
        sourceRevisions: [{ actionName: 'No', revisionType: 'COMMIT_ID' as const, revisionValue: 'x' }],
      },
      'ValidationException',
    ],
  ])('StartPipelineExecution refuses %s', async (_what, input, name) => {
    await expect(client().send(new StartPipelineExecutionCommand(input))).rejects.toMatchObject({ name });
  });

  it('StartPipelineExecution takes the revision it is told to', async () => {
    const sourceRevisions = [{ actionName: 'Fetch', revisionType: 'COMMIT_ID' as const, revisionValue: 'abc' }];
    const started = await client().send(
      new StartPipelineExecutionCommand({
        name: NAME,
        sourceRevisions,
        variables: [{ name: 'Reason', value: 'override' }],
      }),
    );
    const id = started.pipelineExecutionId ?? '';
    await untilStatus(client(), NAME, id, 'Succeeded');
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: NAME, pipelineExecutionId: id }),
    );
    expect(pipelineExecution?.artifactRevisions).toMatchObject([
      { name: 'FetchOutput', revisionId: 'abc', revisionSummary: 'A change' },
    ]);
  });

  it('GetPipelineExecution tells all that is known of one', async () => {
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: NAME, pipelineExecutionId: ids[0] }),
    );
    expect(pipelineExecution).toMatchObject({
      pipelineName: NAME,
      pipelineVersion: 1,
      pipelineExecutionId: ids[0],
      status: 'Succeeded',
      variables: [{ name: 'Reason', resolvedValue: 'a test' }],
      trigger: { triggerType: 'StartPipelineExecution', triggerDetail: 'arn:aws:iam::123456789012:root' },
      executionMode: 'SUPERSEDED',
      executionType: 'STANDARD',
    });
    const unknown = client().send(
      new GetPipelineExecutionCommand({ pipelineName: NAME, pipelineExecutionId: UNKNOWN }),
    );
    await expect(unknown).rejects.toMatchObject({ name: 'PipelineExecutionNotFoundException' });
    const missing = client().send(
      new GetPipelineExecutionCommand({ pipelineName: 'missing', pipelineExecutionId: UNKNOWN }),
    );
    await expect(missing).rejects.toMatchObject({ name: 'PipelineNotFoundException' });
  });

  it('ListPipelineExecutions pages from the newest to the oldest', async () => {
    const seen: (string | undefined)[] = [];
    for await (const page of paginateListPipelineExecutions(
      { client: client(), pageSize: 2 },
      { pipelineName: NAME },
    )) {
      seen.push(...(page.pipelineExecutionSummaries ?? []).map(({ pipelineExecutionId }) => pipelineExecutionId));
    }
    expect(seen.filter((id) => ids.includes(id ?? ''))).toEqual([...ids].reverse());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('ListPipelineExecutions finds those that succeeded in a stage', async () => {
    const find = async (stageName: string) =>
      (
        await client().send(
          new ListPipelineExecutionsCommand({ pipelineName: NAME, filter: { succeededInStage: { stageName } } }),
        )
      ).pipelineExecutionSummaries ?? [];
    expect((await find('Build')).map(({ pipelineExecutionId }) => pipelineExecutionId)).toEqual(
      expect.arrayContaining(ids),
    );
    expect(await find('Nowhere')).toEqual([]);
  });

  it('ListActionExecutions pages, of all executions and of one', async () => {
    const all: (string | undefined)[] = [];
    for await (const page of paginateListActionExecutions({ client: client(), pageSize: 3 }, { pipelineName: NAME })) {
      all.push(...(page.actionExecutionDetails ?? []).map(({ actionExecutionId }) => actionExecutionId));
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(10);
    for (const filter of [
      { pipelineExecutionId: ids[1] },
      { latestInPipelineExecution: { pipelineExecutionId: ids[1], startTimeRange: 'All' as const } },
    ]) {
      const { actionExecutionDetails = [] } = await client().send(
        new ListActionExecutionsCommand({ pipelineName: NAME, filter }),
      );
      expect(actionExecutionDetails.map(({ actionName, status }) => `${actionName} ${status}`)).toEqual([
        'Compile Succeeded',
        'Fetch Succeeded',
      ]);
    }
  });

  it('lists refuse tokens that are not theirs and executions that are not there', async () => {
    await expect(
      client().send(new ListPipelineExecutionsCommand({ pipelineName: NAME, nextToken: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    await expect(
      client().send(new ListActionExecutionsCommand({ pipelineName: NAME, nextToken: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    await expect(
      client().send(new ListActionExecutionsCommand({ pipelineName: NAME, filter: { pipelineExecutionId: UNKNOWN } })),
    ).rejects.toMatchObject({
      name: 'PipelineExecutionNotFoundException',
    });
  });

  it('GetPipelineState shows every stage with its latest execution, actions and revision', async () => {
    const state = await client().send(new GetPipelineStateCommand({ name: NAME }));
    expect(state).toMatchObject({
      pipelineName: NAME,
      pipelineVersion: 1,
      stageStates: [
        {
          stageName: 'Source',
          inboundTransitionState: { enabled: true },
          latestExecution: { status: 'Succeeded', type: 'STANDARD' },
          actionStates: [
            {
              actionName: 'Fetch',
              currentRevision: { revisionId: expect.any(String), created: expect.any(Date) },
              latestExecution: { status: 'Succeeded' },
            },
          ],
        },
        { stageName: 'Build', actionStates: [{ actionName: 'Compile', latestExecution: { status: 'Succeeded' } }] },
      ],
    });
    await expect(client().send(new GetPipelineStateCommand({ name: 'missing' }))).rejects.toMatchObject({
      name: 'PipelineNotFoundException',
    });
  });

  it('operations on stages refuse stages, actions and executions that are not there', async () => {
    const door = { pipelineName: NAME, stageName: 'Nowhere', transitionType: 'Inbound' as const };
    await expect(client().send(new DisableStageTransitionCommand({ ...door, reason: 'r' }))).rejects.toMatchObject({
      name: 'StageNotFoundException',
    });
    await expect(client().send(new EnableStageTransitionCommand(door))).rejects.toMatchObject({
      name: 'StageNotFoundException',
    });
    await expect(
      client().send(new DisableStageTransitionCommand({ ...door, stageName: 'Build', reason: 'a/b' })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(
      client().send(new StopPipelineExecutionCommand({ pipelineName: NAME, pipelineExecutionId: UNKNOWN })),
    ).rejects.toMatchObject({
      name: 'PipelineExecutionNotStoppableException',
    });
    const result = { status: 'Approved' as const, summary: '' };
    const approve = (stageName: string, actionName: string) =>
      client().send(
        new PutApprovalResultCommand({ pipelineName: NAME, stageName, actionName, token: UNKNOWN, result }),
      );
    await expect(approve('Nowhere', 'Compile')).rejects.toMatchObject({ name: 'StageNotFoundException' });
    await expect(approve('Build', 'Nothing')).rejects.toMatchObject({ name: 'ActionNotFoundException' });
    await expect(approve('Build', 'Compile')).rejects.toMatchObject({ name: 'InvalidApprovalTokenException' });
  });

  it('parallel approvals are decided by the token that ListActionExecutions shows', async () => {
    const name = 'parallel-approval';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Approve', approval())], {
        ...QUIET,
        executionMode: 'PARALLEL',
      }),
    );
    const id = await start(client(), name);

    const token = await waitFor('the approval to wait', async () => {
      const { actionExecutionDetails = [] } = await client().send(
        new ListActionExecutionsCommand({ pipelineName: name, filter: { pipelineExecutionId: id } }),
      );
      return actionExecutionDetails.find(({ actionName }) => actionName === 'Approve')?.output?.executionResult
        ?.externalExecutionId;
    });
    await client().send(
      new PutApprovalResultCommand({
        pipelineName: name,
        stageName: 'Approve',
        actionName: 'Approve',
        token,
        result: { status: 'Approved', summary: '' },
      }),
    );
    await untilStatus(client(), name, id, 'Succeeded');
  });

  it('parallel executions come to their end in the structure they were started with, when it is updated meanwhile', async () => {
    const name = 'parallel-update';
    const settings = { ...QUIET, executionMode: 'PARALLEL' } as const;
    const old = pipeline(
      name,
      [stage('Source', source()), stage('Approve', approval()), stage('Old', action('Last'))],
      settings,
    );
    await create(client(), old);
    const door = { pipelineName: name, stageName: 'Old', transitionType: 'Inbound' } as const;
    await client().send(new DisableStageTransitionCommand({ ...door, reason: 'not yet' }));
    const id = await start(client(), name);
    const token = await waitFor('the approval to wait', async () => {
      const waiting = (await actionsOf(client(), name, id)).find(({ actionName }) => actionName === 'Approve');
      return waiting?.output?.executionResult?.externalExecutionId;
    });
    const updated = pipeline(name, [stage('Source', source()), stage('New', action('Other'))], settings);
    await client().send(new UpdatePipelineCommand({ pipeline: updated }));
    const result = { status: 'Approved', summary: '' } as const;
    await client().send(
      new PutApprovalResultCommand({ pipelineName: name, stageName: 'Approve', actionName: 'Approve', token, result }),
    );
    await untilStatus(client(), name, id, 'Succeeded');
  });

  it('queued and parallel pipelines refuse more than 50 executions at once', async () => {
    const name = 'crowded';
    await create(
      client(),
      pipeline(name, [stage('Source', source()), stage('Approve', approval())], { ...QUIET, executionMode: 'QUEUED' }),
    );
    for (let index = 0; index < 50; index += 1) await start(client(), name);
    await expect(start(client(), name)).rejects.toMatchObject({
      name: 'ConcurrentPipelineExecutionsLimitExceededException',
    });
  });
});
