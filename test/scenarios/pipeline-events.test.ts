import { CreateLogGroupCommand, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { type EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArtifactBucket } from '../harness/artifact-bucket.ts';
import { type Child, firstLine, runScript } from '../harness/child.ts';
import { DIALECTS, makePlace, type Place } from '../harness/databases.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import {
  action,
  approval,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { recordingTarget } from '../harness/recording-target.ts';
import { ACCOUNT, type Clients, clientsOf, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

interface PipelineEvent {
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const NOTHING: PipelineEvent = { 'detail-type': '', detail: {} };
const TAPE = `arn:aws:recorder:${REGION}:${ACCOUNT}:tape`;
const ISO = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe.each(DIALECTS)('the events of a pipeline on %s', (dialect) => {
  const recorder = recordingTarget();
  let dummy: Dummy;
  let server: TestServer;
  beforeAll(async () => {
    dummy = dummyProvider();
    server = await startTestServer(dialect, {}, { providers: dummy.providers, ruleTargets: [recorder.kind] });
    await listenTo(server.events, TAPE);
  });
  afterAll(() => server.close());

  const client = () => server.codepipeline;
  const texts = (name: string) =>
    recorder.deliveries.map(({ payload }) => payload).filter((text) => text.includes(`:${name}"]`));
  const eventsOf = (name: string): PipelineEvent[] => texts(name).map((text) => JSON.parse(text));
  const untilTold = (name: string, last: string) =>
    waitFor(`the event ${last} of ${name}`, async () => {
      const events = eventsOf(name);
      return events.some((event) => sayingOf(event) === last) ? events : undefined;
    });

  it('tell in their order what happened, with the JSON of AWS', async () => {
    const name = 'told';
    await create(
      client(),
      pipeline(
        name,
        [
          stage('Source', source()),
          stage('Build', action('Compile', { inputArtifacts: [{ name: 'FetchOutput' }], outcome: 'fail' })),
        ],
        QUIET,
      ),
    );
    const id = await start(client(), name);
    const events = await untilTold(name, 'Pipeline FAILED');
    expect(events.map(sayingOf)).toEqual([
      'Pipeline STARTED',
      'Stage STARTED Source',
      'Action STARTED Fetch',
      'Action SUCCEEDED Fetch',
      'Stage SUCCEEDED Source',
      'Stage STARTED Build',
      'Action STARTED Compile',
      'Action FAILED Compile',
      'Stage FAILED Build',
      'Pipeline FAILED',
    ]);
    const head = { pipeline: name, 'execution-id': id, 'start-time': ISO };
    const end = { version: 1, 'pipeline-execution-attempt': 1 };
    const artifact = {
      name: 'FetchOutput',
      s3location: { bucket: 'artifacts', key: expect.stringMatching(/^told\/FetchOutpu\/\w{7}$/) },
    };
    const compile = {
      ...head,
      ...end,
      stage: 'Build',
      action: 'Compile',
      'action-execution-id': UUID,
      region: REGION,
      type: { owner: 'AWS', provider: 'Dummy', category: 'Build', version: '1' },
    };
    const trigger = { 'trigger-type': 'StartPipelineExecution', 'trigger-detail': `arn:aws:iam::${ACCOUNT}:root` };
    const details = events.map(({ detail }) => detail);
    expect(details[0]).toEqual({ ...head, ...end, 'execution-trigger': trigger, state: 'STARTED' });
    expect(details[1]).toEqual({ ...head, ...end, stage: 'Source', state: 'STARTED' });
    expect(details[3]).toEqual({
      ...compile,
      stage: 'Source',
      action: 'Fetch',
      type: { owner: 'AWS', provider: 'Dummy', category: 'Source', version: '1' },
      'execution-result': expect.any(Object),
      'output-artifacts': [artifact],
      state: 'SUCCEEDED',
    });
    expect(details[6]).toEqual({ ...compile, 'input-artifacts': [artifact], state: 'STARTED' });
    expect(details[7]).toEqual({
      ...compile,
      'execution-result': { 'external-execution-summary': 'The dummy fails', 'error-code': 'JobFailed' },
      state: 'FAILED',
    });
    expect(details[9]).toEqual({ ...head, ...end, state: 'FAILED' });
  });

  it('have the envelope of AWS, and numbers as AWS writes them', async () => {
    const name = 'enveloped';
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    await start(client(), name);
    await untilTold(name, 'Pipeline SUCCEEDED');
    const [text = ''] = texts(name);
    expect(JSON.parse(text)).toEqual({
      version: '0',
      id: UUID,
      'detail-type': 'CodePipeline Pipeline Execution State Change',
      source: 'aws.codepipeline',
      account: ACCOUNT,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: REGION,
      resources: [`arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`],
      detail: expect.any(Object),
    });
    expect(text).toContain('"version":1.0,"pipeline-execution-attempt":1.0');
  });

  it('tell of a stop with its reason, of what was abandoned, and of what a change of the pipeline cancelled', async () => {
    const name = 'stopped';
    const declaration = pipeline(
      name,
      [stage('Source', source()), stage('Build', action('StoppedBuild', { outcome: 'wait' }))],
      QUIET,
    );
    await create(client(), declaration);
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    const reason = 'Stopping the pipeline for an update';
    await client().send(
      new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id, abandon: true, reason }),
    );
    const stopped = await untilTold(name, 'Pipeline STOPPED');
    expect(stopped.map(sayingOf).slice(-5)).toEqual([
      'Pipeline STOPPING',
      'Stage STOPPING Build',
      'Action ABANDONED StoppedBuild',
      'Stage STOPPED Build',
      'Pipeline STOPPED',
    ]);
    expect(stopped.at(-5)?.detail).toMatchObject({ 'stop-execution-comments': reason });

    const second = await start(client(), name);
    await untilInside(client(), name, 'Build', second);
    await client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    dummy.release('StoppedBuild');
    const cancelled = await untilTold(name, 'Pipeline CANCELED');
    expect(cancelled.map(sayingOf).slice(-3)).toEqual([
      'Action SUCCEEDED StoppedBuild',
      'Stage CANCELED Build',
      'Pipeline CANCELED',
    ]);
  });

  it('tell of a retry that comes by itself as the next attempt, too', async () => {
    const name = 'stubborn';
    const build = stage('Build', action('StubbornBuild', { outcome: 'fail' }));
    const declared = { ...build, onFailure: { result: 'RETRY' as const } };
    await create(client(), pipeline(name, [stage('Source', source()), declared], QUIET));
    await start(client(), name);
    const told = (await untilTold(name, 'Pipeline FAILED')).slice(-6);
    expect(told.map((event) => [sayingOf(event), event.detail['pipeline-execution-attempt']])).toEqual([
      ['Action FAILED StubbornBuild', 1],
      ['Stage RESUMED Build', 2],
      ['Action STARTED StubbornBuild', 2],
      ['Action FAILED StubbornBuild', 2],
      ['Stage FAILED Build', 2],
      ['Pipeline FAILED', 2],
    ]);
  });

  it('tell of a retry as the next attempt, and of a rollback as an execution of its own', async () => {
    const name = 'resumed';
    const build = stage('Build', action('ResumedBuild', { outcome: 'wait' }));
    await create(
      client(),
      pipeline(name, [stage('Source', source()), { ...build, onFailure: { result: 'ROLLBACK' as const } }], QUIET),
    );
    const failed = await start(client(), name);
    dummy.release('ResumedBuild', 'fail');
    await untilStatus(client(), name, failed, 'Failed');
    await client().send(
      new RetryStageExecutionCommand({
        pipelineName: name,
        stageName: 'Build',
        pipelineExecutionId: failed,
        retryMode: 'FAILED_ACTIONS',
      }),
    );
    dummy.release('ResumedBuild');
    const resumed = (await untilTold(name, 'Pipeline SUCCEEDED')).slice(-6);
    expect(resumed.map(sayingOf)).toEqual([
      'Pipeline RESUMED',
      'Stage RESUMED Build',
      'Action STARTED ResumedBuild',
      'Action SUCCEEDED ResumedBuild',
      'Stage SUCCEEDED Build',
      'Pipeline SUCCEEDED',
    ]);
    for (const { detail } of resumed)
      expect(detail).toMatchObject({ 'execution-id': failed, 'pipeline-execution-attempt': 2 });
    expect(resumed[1]?.detail).toEqual({
      pipeline: name,
      'execution-id': failed,
      'stage-last-retry-attempt-time': ISO,
      stage: 'Build',
      state: 'RESUMED',
      version: 1,
      'pipeline-execution-attempt': 2,
    });
    const { 'stage-last-retry-attempt-time': retried } = resumed[1]?.detail ?? {};
    expect(resumed[4]?.detail).toMatchObject({ 'start-time': ISO, 'stage-last-retry-attempt-time': retried });

    const bad = await start(client(), name);
    dummy.release('ResumedBuild', 'fail');
    await untilStatus(client(), name, bad, 'Failed');
    dummy.release('ResumedBuild');
    const rolledBack = await waitFor('the end of the rollback', async () => {
      const events = eventsOf(name).slice(-7);
      return sayingOf(events[0] ?? NOTHING) === 'Pipeline FAILED' && events.length === 7 ? events : undefined;
    });
    expect(rolledBack.map(sayingOf)).toEqual([
      'Pipeline FAILED',
      'Pipeline STARTED',
      'Stage STARTED Build',
      'Action STARTED ResumedBuild',
      'Action SUCCEEDED ResumedBuild',
      'Stage SUCCEEDED Build',
      'Pipeline SUCCEEDED',
    ]);
    expect(rolledBack[1]?.detail).toMatchObject({
      'execution-trigger': {
        'trigger-type': 'AutomatedRollback',
        'trigger-detail': JSON.stringify({ FailedPipelineExecutionId: bad }),
      },
      'pipeline-execution-attempt': 1,
    });
    for (const { detail } of rolledBack) expect(detail).not.toHaveProperty('stage-last-retry-attempt-time');
  });

  it('tell of an approval that was rejected', async () => {
    const name = 'rejected';
    await create(client(), pipeline(name, [stage('Source', source()), stage('Approve', approval())], QUIET));
    await start(client(), name);
    const token = await waitFor('the approval to wait', async () => {
      const { actionStates = [] } = await stageState(client(), name, 'Approve');
      return actionStates[0]?.latestExecution?.token;
    });
    const result = { status: 'Rejected' as const, summary: 'not today' };
    await client().send(
      new PutApprovalResultCommand({ pipelineName: name, stageName: 'Approve', actionName: 'Approve', token, result }),
    );
    const events = await untilTold(name, 'Pipeline FAILED');
    const failed = events.find((event) => sayingOf(event) === 'Action FAILED Approve');
    expect(failed?.detail).toMatchObject({
      'execution-result': { 'external-execution-summary': 'not today', 'external-execution-id': token },
      type: { owner: 'AWS', provider: 'Manual', category: 'Approval', version: '1' },
    });
    await untilStatus(client(), name, String(events[0]?.detail['execution-id']), 'Failed');
  });
});

const KILLS = 3;

describe.each(DIALECTS)('the events of a server that is killed on %s', (dialect) => {
  let place: Place;
  let child: Child | undefined;
  beforeAll(async () => {
    place = await makePlace(dialect);
  });
  afterAll(async () => {
    await child?.kill();
    await place.drop();
  });

  const launch = async (): Promise<Clients> => {
    child = runScript('test/harness/chaos-server.ts', [
      place.directory,
      place.url ?? '-',
      `${place.directory}/effects`,
    ]);
    const clients = clientsOf((await firstLine(child)).replace('ready at ', ''));
    await makeArtifactBucket(clients.s3);
    return clients;
  };

  it(`come at least once, and in their order, through ${KILLS} kills`, { timeout: 60_000 }, async () => {
    const name = 'killed';
    const takes = { configuration: { Milliseconds: '30' } };
    let clients = await launch();
    await clients.logs.send(new CreateLogGroupCommand({ logGroupName: 'told' }));
    await listenTo(clients.events, `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:told`);
    const stages = [stage('Source', source('Fetch', takes)), stage('Build', action('Compile', takes))];
    await create(clients.codepipeline, pipeline(name, stages, { ...QUIET, executionMode: 'QUEUED' }));
    const ids: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      ids.push(await start(clients.codepipeline, name));
      await new Promise((resolve) => setTimeout(resolve, 20 + 25 * round));
      await child?.kill();
      clients = await launch();
    }
    for (const id of ids) await untilStatus(clients.codepipeline, name, id, 'Succeeded');
    const wanted = [
      'Pipeline STARTED',
      'Stage STARTED Source',
      'Action STARTED Fetch',
      'Action SUCCEEDED Fetch',
      'Stage SUCCEEDED Source',
      'Stage STARTED Build',
      'Action STARTED Compile',
      'Action SUCCEEDED Compile',
      'Stage SUCCEEDED Build',
      'Pipeline SUCCEEDED',
    ];
    await waitFor('every end to be told', async () => {
      const told = await toldBy(clients);
      return ids.every((id) => told.some((event) => executionOf(event) === id && sayingOf(event) === wanted.at(-1)));
    });
    const told = await toldBy(clients);
    for (const id of ids) {
      const sayings = told.filter((event) => executionOf(event) === id).map(sayingOf);
      // A delivery that a kill cut off is made again: only repetitions may be there beside what is wanted.
      expect(sayings.filter((saying, index) => sayings.indexOf(saying) === index)).toEqual(wanted);
    }
    for (const each of Object.values(clients)) each.destroy();
  });

  async function toldBy({ logs }: Clients): Promise<PipelineEvent[]> {
    const { events = [] } = await logs.send(
      new GetLogEventsCommand({ logGroupName: 'told', logStreamName: 'telling', startFromHead: true }),
    );
    return events.map(({ message }) => JSON.parse(message ?? ''));
  }
});

async function listenTo(events: EventBridgeClient, target: string): Promise<void> {
  await events.send(
    new PutRuleCommand({ Name: 'telling', EventPattern: JSON.stringify({ source: ['aws.codepipeline'] }) }),
  );
  await events.send(new PutTargetsCommand({ Rule: 'telling', Targets: [{ Id: '1', Arn: target }] }));
}

/** Such as `Action STARTED Compile`. */
function sayingOf(event: PipelineEvent): string {
  const { state, stage: ofStage, action: ofAction } = event.detail;
  const level = event['detail-type'].split(' ')[1];
  return [level, state, ofAction ?? ofStage].filter((word) => word !== undefined).join(' ');
}

function executionOf({ detail }: PipelineEvent): unknown {
  return detail['execution-id'];
}
