import {
  type ActionDeclaration,
  CreatePipelineCommand,
  DeletePipelineCommand,
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  StopPipelineExecutionCommand,
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
  start,
  untilInbound,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { ACCOUNT, REGION } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const VARIABLES = JSON.stringify([{ name: 'Reason', value: 'for #{variables.Reason}' }]);

const invoke = (PipelineName: string, configuration: Record<string, string> = { Variables: VARIABLES }) =>
  action('Invoke', {
    actionTypeId: { category: 'Invoke', owner: 'AWS', provider: 'CodePipeline', version: '1' },
    configuration: { PipelineName, ...configuration },
  });

describe.each(DIALECTS)('a pipeline that invokes another on %s', (dialect) => {
  const { dummy, client } = dummyServer(dialect);

  const make = (name: string, ...actions: ActionDeclaration[]) =>
    create(client(), pipeline(name, [stage('Source', source()), stage('Work', ...actions)], QUIET));

  async function onlyRun(name: string) {
    return waitFor(`a run of ${name}`, async () => {
      const { pipelineExecutionSummaries = [] } = await client().send(
        new ListPipelineExecutionsCommand({ pipelineName: name }),
      );
      return pipelineExecutionSummaries[0];
    });
  }

  async function failure(name: string, id: string) {
    await untilStatus(client(), name, id, 'Failed');
    return (await actionsOf(client(), name, id)).at(-1)?.output?.executionResult;
  }

  it('gives it variables and revisions, waits for its end and succeeds with it', async () => {
    await make('inner', action('Hold', { outcome: 'wait' }));
    const revisions = [{ actionName: 'Fetch', revisionType: 'COMMIT_ID', revisionValue: 'abc123' }];
    await make('outer', invoke('inner', { Variables: VARIABLES, SourceRevisions: JSON.stringify(revisions) }));
    const id = await start(client(), 'outer');
    await untilInside(client(), 'outer', 'Work', id);
    const inner = await onlyRun('inner');
    await untilInside(client(), 'inner', 'Work', inner.pipelineExecutionId ?? '');
    expect(inner.trigger).toEqual({
      triggerType: 'StartPipelineExecution',
      triggerDetail: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:outer`,
    });
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: 'inner', pipelineExecutionId: inner.pipelineExecutionId }),
    );
    expect(pipelineExecution?.variables).toEqual([{ name: 'Reason', resolvedValue: 'for a test' }]);
    expect(pipelineExecution?.artifactRevisions?.[0]?.revisionId).toBe('abc123');
    const [, waiting] = await actionsOf(client(), 'outer', id);
    expect(waiting).toMatchObject({
      status: 'InProgress',
      output: {
        executionResult: {
          externalExecutionId: inner.pipelineExecutionId,
          externalExecutionUrl: expect.stringContaining(`/pipelines/inner/executions/${inner.pipelineExecutionId}`),
        },
      },
    });
    dummy.release('Hold');
    await untilStatus(client(), 'outer', id, 'Succeeded');
  });

  it('fails when the other fails, is stopped or is deleted, and says how it ended', async () => {
    const endings = {
      failing: async () => dummy.release('Last', 'fail'),
      stopped: async (id: string) => {
        await client().send(
          new StopPipelineExecutionCommand({ pipelineName: 'stopped', pipelineExecutionId: id, abandon: true }),
        );
      },
      deleted: async () => {
        await client().send(new DeletePipelineCommand({ name: 'deleted' }));
      },
    };
    const words = { failing: 'ended as Failed', stopped: 'ended as Stopped', deleted: 'was deleted while it ran' };
    for (const [name, end] of Object.entries(endings)) {
      await make(name, action('Last', { outcome: 'wait' }));
      await make(`calls-${name}`, invoke(name));
      const id = await start(client(), `calls-${name}`);
      const inner = await onlyRun(name);
      await untilInside(client(), name, 'Work', inner.pipelineExecutionId ?? '');
      await end(inner.pipelineExecutionId ?? '');
      const result = await failure(`calls-${name}`, id);
      expect(result?.errorDetails).toEqual({
        code: 'JobFailed',
        message: expect.stringContaining(words[name as keyof typeof words]),
      });
    }
  });

  it('fails when the run it started is superseded, and names the one that came instead', async () => {
    await make('busy', action('Occupied', { outcome: 'wait' }));
    await make('calls-busy', invoke('busy'));
    const inside = await start(client(), 'busy');
    await untilInside(client(), 'busy', 'Work', inside);
    const id = await start(client(), 'calls-busy');
    const invoked = await waitFor('the invoked run', async () => {
      const { pipelineExecutionId = inside } = await onlyRun('busy');
      return pipelineExecutionId === inside ? undefined : pipelineExecutionId;
    });
    await untilInbound(client(), 'busy', 'Work', [invoked]);
    const newer = await start(client(), 'busy');
    const result = await failure('calls-busy', id);
    expect(result?.errorDetails?.message).toBe(
      `Execution ${invoked} of pipeline 'busy' ended as Superseded: Superseded by execution ${newer}`,
    );
    dummy.release('Occupied');
    dummy.release('Occupied');
    await untilStatus(client(), 'busy', newer, 'Succeeded');
  });

  it('does not wait for itself, directly or through others', async () => {
    await make('narcissus', invoke('narcissus'));
    const result = await failure('narcissus', await start(client(), 'narcissus'));
    expect(result?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: "Pipeline 'narcissus' would wait for itself: this run comes from it",
    });
    for (const [name, next] of [
      ['ring-a', 'ring-b'],
      ['ring-b', 'ring-c'],
      ['ring-c', 'ring-a'],
    ] as const)
      await make(name, invoke(next));
    const first = await failure('ring-a', await start(client(), 'ring-a'));
    expect(first?.errorDetails?.message).toMatch(/of pipeline 'ring-b' ended as Failed/);
    const last = await failure('ring-c', (await onlyRun('ring-c')).pipelineExecutionId ?? '');
    expect(last?.errorDetails?.message).toBe("Pipeline 'ring-a' would wait for itself: this run comes from it");
  });

  it('fails for a pipeline that is not there, or cannot be started so', async () => {
    await make('strict', action('Brief'));
    const cases = [
      ['calls-nobody', invoke('nobody'), 'PipelineNotFoundException'],
      ['calls-without', invoke('strict', {}), 'ValidationException'],
      ['calls-spoilt', invoke('strict', { Variables: '#{variables.Reason}' }), 'ConfigurationError'],
    ] as const;
    for (const [name, call, code] of cases) {
      await make(name, call);
      expect((await failure(name, await start(client(), name)))?.errorDetails?.code).toBe(code);
    }
  });

  it.each([
    ['a name that is none', invoke('no pipeline')],
    ['variables that are no JSON', invoke('inner', { Variables: 'Reason=x' })],
    [
      'revisions of an unknown type',
      invoke('inner', { SourceRevisions: '[{"actionName":"a","revisionType":"b","revisionValue":"c"}]' }),
    ],
  ])('is refused with %s', async (_what, call) => {
    const declaration = pipeline('refused', [stage('Source', source()), stage('Work', call)]);
    await expect(client().send(new CreatePipelineCommand({ pipeline: declaration }))).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
    });
  });
});
