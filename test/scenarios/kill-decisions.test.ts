import {
  ListRuleExecutionsCommand,
  OverrideStageConditionCommand,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArtifactBucket } from '../harness/artifact-bucket.ts';
import { type Child, firstLine, runScript } from '../harness/child.ts';
import { DIALECTS, makePlace, type Place } from '../harness/databases.ts';
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
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { type Clients, clientsOf } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

/** What somebody decided about an execution, and was told is so, is so after a kill. */
describe.each(DIALECTS)('decisions of a server that is killed on %s', (dialect) => {
  let place: Place;
  let child: Child | undefined;
  let clients: Clients;
  const client = () => clients.codepipeline;

  beforeAll(async () => {
    place = await makePlace(dialect);
    await launch();
  });
  afterAll(async () => {
    await child?.kill();
    await place.drop();
  });

  async function launch(): Promise<void> {
    child = runScript('test/harness/chaos-server.ts', [
      place.directory,
      place.url ?? '-',
      `${place.directory}/effects`,
    ]);
    clients = clientsOf((await firstLine(child)).replace('ready at ', ''));
    await makeArtifactBucket(clients.s3);
  }

  /** Answers the token of the attempt that waits. */
  async function decide(name: string, status: 'Approved' | 'Rejected', unlike?: string): Promise<string> {
    const token = await waitFor('a token', async () => {
      const [seen] = (await stageState(client(), name, 'Approve')).actionStates ?? [];
      const found = seen?.latestExecution?.token;
      return found === unlike ? undefined : found;
    });
    const at = { pipelineName: name, stageName: 'Approve', actionName: 'Approve', token };
    await client().send(new PutApprovalResultCommand({ ...at, result: { status, summary: 'Seen' } }));
    return token;
  }

  const closed: StageDeclaration['beforeEntry'] = {
    conditions: [
      {
        result: 'FAIL',
        rules: [
          {
            name: 'Window',
            ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'DeploymentWindow', version: '1' },
            configuration: { Cron: '* 0 0 1 1 ? 2199' },
          },
        ],
      },
    ],
  };

  async function guarded(name: string): Promise<string> {
    const build = { ...stage('Build', action('Compile')), beforeEntry: closed };
    await create(client(), pipeline(name, [stage('Source', source()), build], QUIET));
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    return id;
  }

  const override = (name: string, id: string) =>
    client().send(
      new OverrideStageConditionCommand({
        pipelineName: name,
        stageName: 'Build',
        pipelineExecutionId: id,
        conditionType: 'BEFORE_ENTRY',
      }),
    );

  it('a retry, a rollback and an override go on, and conditions are looked at still', { timeout: 60_000 }, async () => {
    await create(client(), pipeline('retried', [stage('Source', source()), stage('Approve', approval())], QUIET));
    const retried = await start(client(), 'retried');
    const rejected = await decide('retried', 'Rejected');
    await untilStatus(client(), 'retried', retried, 'Failed');

    const build = action('Compile', { configuration: { Milliseconds: '50' } });
    await create(client(), pipeline('back', [stage('Source', source()), stage('Build', build)], QUIET));
    const target = await start(client(), 'back');
    await untilStatus(client(), 'back', target, 'Succeeded');

    const overridden = await guarded('overridden');
    const looking = await guarded('looking');

    await override('overridden', overridden);
    const back = await client().send(
      new RollbackStageCommand({ pipelineName: 'back', stageName: 'Build', targetPipelineExecutionId: target }),
    );
    await client().send(
      new RetryStageExecutionCommand({
        pipelineName: 'retried',
        stageName: 'Approve',
        pipelineExecutionId: retried,
        retryMode: 'FAILED_ACTIONS',
      }),
    );
    await child?.kill();
    await launch();

    expect(await statusOf(client(), 'retried', retried)).toBe('InProgress');
    const { beforeEntryConditionState } = await stageState(client(), 'looking', 'Build');
    expect(beforeEntryConditionState?.latestExecution?.status).toBe('InProgress');
    await override('looking', looking);
    await decide('retried', 'Approved', rejected);
    await untilStatus(client(), 'back', back.pipelineExecutionId ?? '', 'Succeeded');
    await untilStatus(client(), 'overridden', overridden, 'Succeeded');
    await untilStatus(client(), 'looking', looking, 'Succeeded');
    await untilStatus(client(), 'retried', retried, 'Succeeded');
    const attempts = await actionsOf(client(), 'retried', retried);
    expect(attempts.map(({ status }) => status)).toEqual(['Succeeded', 'Failed', 'Succeeded']);
    const { ruleExecutionDetails } = await client().send(new ListRuleExecutionsCommand({ pipelineName: 'looking' }));
    expect(ruleExecutionDetails?.map(({ status }) => status)).toEqual(['Abandoned']);
  });
});
