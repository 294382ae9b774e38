import {
  DeletePipelineCommand,
  DisableStageTransitionCommand,
  GetPipelineCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  ListRuleExecutionsCommand,
  PutActionRevisionCommand,
  PutWebhookCommand,
  RetryStageExecutionCommand,
  type RuleDeclaration,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import { createType, customAction, takeJob } from '../harness/jobs.ts';
import {
  action,
  actionsOf,
  create,
  pipeline,
  source,
  stage,
  storyOf,
  untilInbound,
  untilStatus,
} from '../harness/pipelines.ts';
import { sendRaw } from '../harness/raw-http.ts';
import { waitFor } from '../harness/wait.ts';
import { createBucket, putZip, s3Source } from '../harness/watched-sources.ts';

const DAY = 24 * 3600_000;
const VARIABLES = { variables: [{ name: 'Reason', defaultValue: 'none' }] };

const check: RuleDeclaration = {
  name: 'Check',
  ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'Dummy', version: '1' },
};

describe.each(DIALECTS)('a pipeline that is deleted and made anew on %s', (dialect) => {
  const { dummy, server, client, pass } = dummyServer(dialect, { artifactDays: 1 });

  const startWith = async (name: string, clientRequestToken?: string) => {
    const command = new StartPipelineExecutionCommand({ name, clientRequestToken });
    return (await client().send(command)).pipelineExecutionId ?? '';
  };
  const runs = async (pipelineName: string) => {
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName }),
    );
    return pipelineExecutionSummaries.map(({ pipelineExecutionId = '' }) => pipelineExecutionId).reverse();
  };

  it('knows nothing of what the first did: no history, counters, tokens, revisions or doors', async () => {
    const name = 'phoenix';
    const guarded = {
      ...stage('Build', action('PhoenixBuild', { outcome: 'wait' })),
      beforeEntry: { conditions: [{ result: 'FAIL' as const, rules: [check] }] },
    };
    const declaration = pipeline(name, [stage('Source', source()), guarded], VARIABLES);
    const revision = { revisionId: 'r1', revisionChangeId: 'c1', created: new Date() };
    const put = { pipelineName: name, stageName: 'Source', actionName: 'Fetch', actionRevision: revision };
    await create(client(), declaration);
    const [first = ''] = await runs(name);
    dummy.release('PhoenixBuild', 'fail');
    await untilStatus(client(), name, first, 'Failed');
    const retry = { pipelineName: name, stageName: 'Build', pipelineExecutionId: first } as const;
    await client().send(new RetryStageExecutionCommand({ ...retry, retryMode: 'FAILED_ACTIONS' }));
    dummy.release('PhoenixBuild');
    await untilStatus(client(), name, first, 'Succeeded');
    const door = { pipelineName: name, stageName: 'Build', transitionType: 'Inbound' } as const;
    await client().send(new DisableStageTransitionCommand({ ...door, reason: 'Hold' }));
    const token = 'one-token';
    const second = await startWith(name, token);
    const { pipelineExecutionId: third = '' } = await client().send(new PutActionRevisionCommand(put));
    await untilInbound(client(), name, 'Build', [third]);
    await client().send(new DeletePipelineCommand({ name }));

    await create(client(), { ...declaration, variables: [{ name: 'Reason' }] });
    expect((await client().send(new GetPipelineCommand({ name }))).pipeline?.version).toBe(1);
    const { stageStates = [] } = await client().send(new GetPipelineStateCommand({ name }));
    for (const state of stageStates) {
      expect(state).toMatchObject({ inboundExecutions: [], inboundTransitionState: { enabled: true } });
      expect([state.latestExecution, state.retryStageMetadata]).toEqual([undefined, undefined]);
      expect(state.beforeEntryConditionState?.latestExecution).toBeUndefined();
      for (const each of state.actionStates ?? []) {
        expect([each.latestExecution, each.currentRevision]).toEqual([undefined, undefined]);
      }
    }
    expect(await runs(name)).toEqual([]);
    const history = { pipelineName: name };
    expect((await client().send(new ListActionExecutionsCommand(history))).actionExecutionDetails).toEqual([]);
    expect((await client().send(new ListRuleExecutionsCommand(history))).ruleExecutionDetails).toEqual([]);

    await client().send(new DeletePipelineCommand({ name }));
    await create(client(), declaration);
    const fresh = await startWith(name, token);
    expect([first, second, third]).not.toContain(fresh);
    expect(await startWith(name, token)).toBe(fresh);
    const again = await client().send(new PutActionRevisionCommand(put));
    expect(again.newRevision).toBe(true);
    expect([first, second, third, fresh]).not.toContain(again.pipelineExecutionId);
  });

  it('leaves nothing in the database of what ran, waited or was kept', async () => {
    await createType(client(), 'Forge');
    const name = 'traceless';
    const guarded = {
      ...stage('Build', action('Compile', { outputArtifacts: [{ name: 'Out' }] })),
      onSuccess: { conditions: [{ result: 'FAIL' as const, rules: [check] }] },
    };
    const stages = [stage('Source', source()), guarded, stage('Work', customAction('Do', 'Forge'))];
    await create(client(), pipeline(name, stages, VARIABLES));
    const [first = ''] = await runs(name);
    await takeJob(client(), 'Forge');
    const second = await startWith(name, 'a-token');
    await untilInbound(client(), name, 'Work', [second]);
    pass(2 * DAY);
    await untilStatus(client(), name, first, 'Failed');
    await takeJob(client(), 'Forge');
    pass(2 * DAY);
    await untilStatus(client(), name, second, 'Failed');
    const third = await startWith(name);
    await takeJob(client(), 'Forge');
    const ids = [first, second, third];
    for (const id of [first, second, third]) {
      const actions = await actionsOf(client(), name, id);
      ids.push(...actions.flatMap(({ actionExecutionId }) => actionExecutionId ?? []));
    }
    await waitFor('artifacts to be swept', async () => (await server().rows()).includes(`{"execution_id":"${first}"}`));
    await client().send(new DeletePipelineCommand({ name }));
    await waitFor('all traces to be gone', async () => {
      const rows = await server().rows();
      return ids.every((id) => !rows.includes(id));
    });
  });

  it('is reached by the webhook of its name, and not by changes that only the first was to be told of', async () => {
    await createBucket(server(), 'artifacts');
    await createBucket(server(), 'zips');
    await putZip(server(), 'zips', 'app.zip', 'one');
    const name = 'same-name';
    const build = stage('Build', action('Compile'));
    const polling = (PollForSourceChanges: 'true' | 'false') =>
      pipeline(name, [stage('Source', s3Source('Zip', 'zips', 'app.zip', { PollForSourceChanges })), build]);
    await create(client(), polling('true'));
    const { webhook } = await client().send(
      new PutWebhookCommand({
        webhook: {
          name: 'by-name',
          targetPipeline: name,
          targetAction: 'Zip',
          filters: [],
          authentication: 'UNAUTHENTICATED',
          authenticationConfiguration: {},
        },
      }),
    );
    await client().send(new DeletePipelineCommand({ name }));
    await create(client(), polling('false'));
    await putZip(server(), 'zips', 'app.zip', 'two');
    const path = new URL(webhook?.url ?? '').pathname;
    const delivery = { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await sendRaw(server().endpoint, delivery)).status).toBe(200);
    const ids = await runs(name);
    expect(ids).toHaveLength(2);
    for (const id of ids) await untilStatus(client(), name, id, 'Succeeded');
    expect(await storyOf(client(), name, ids[1] ?? '')).toEqual(['Zip Succeeded', 'Compile Succeeded']);
    expect(await runs(name)).toEqual(ids);
  });
});
