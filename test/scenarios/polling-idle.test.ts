import {
  GetPipelineCommand,
  ListPipelineExecutionsCommand,
  StartPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { farSource } from '../harness/far-source.ts';
import { action, approval, create, pipeline, source, stage, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { createBucket, putZip, s3Source } from '../harness/watched-sources.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe.each(DIALECTS)('a polled pipeline that nothing happens to on %s', (dialect) => {
  let server: TestServer;
  let ahead = 0;
  const far = { revision: 'r1' as string | undefined, asked: 0 };
  const client = () => server.codepipeline;

  beforeAll(async () => {
    const dummy = dummyProvider().providers;
    const clock = { now: () => Date.now() + ahead };
    server = await startTestServer(dialect, {}, { clock, providers: [...dummy, farSource(dummy, far)] });
    await createBucket(server, 'zips');
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  /** Server and clients come to live later. */
  function pass(milliseconds: number): void {
    ahead += milliseconds;
    for (const { config } of [client(), server.s3]) config.systemClockOffset = ahead;
  }

  let passed = 0;

  /** A minute a second: leases must not run out under who works. */
  function passSlowly(): void {
    if (Date.now() < passed + 1000) return;
    passed = Date.now();
    pass(MINUTE);
  }

  const BUILD = stage('Build', action('Compile'));
  const runsOf = async (pipelineName: string) => {
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName }),
    );
    return pipelineExecutionSummaries;
  };
  const untilRuns = (name: string, count: number) =>
    waitFor(`${count} runs of ${name}`, async () => {
      const runs = await runsOf(name);
      return runs.length >= count && runs.every(({ status }) => status === 'Succeeded') ? runs : undefined;
    });
  const runByHand = async (name: string) => {
    const { pipelineExecutionId = '' } = await client().send(new StartPipelineExecutionCommand({ name }));
    await untilStatus(client(), name, pipelineExecutionId, 'Succeeded');
  };
  const disabledAt = async (name: string) => {
    const { metadata } = await client().send(new GetPipelineCommand({ name }));
    return metadata?.pollingDisabledAt;
  };

  it('is polled until 30 days after its last execution, and again once it has run', async () => {
    await putZip(server, 'zips', 'idle.zip', 'one');
    await create(client(), pipeline('idle', [stage('Source', s3Source('Zip', 'zips', 'idle.zip')), BUILD]));
    await create(client(), pipeline('told', [stage('Source', source()), BUILD]));
    await untilRuns('idle', 1);
    pass(29 * DAY);
    await putZip(server, 'zips', 'idle.zip', 'two');
    const [last] = await untilRuns('idle', 2);
    expect(last?.trigger?.triggerType).toBe('PollForSourceChanges');
    pass(29 * DAY);
    expect(await disabledAt('idle')).toBeUndefined();
    pass(2 * DAY);
    expect(await disabledAt('idle')).toEqual(new Date((last?.lastUpdateTime?.getTime() ?? 0) + 30 * DAY));
    expect(await disabledAt('told')).toBeUndefined();
    await runByHand('idle');
    expect(await disabledAt('idle')).toBeUndefined();
    await putZip(server, 'zips', 'idle.zip', 'three');
    const runs = await untilRuns('idle', 4);
    expect(runs.map(({ trigger }) => trigger?.triggerType)).toEqual([
      'PollForSourceChanges',
      'StartPipelineExecution',
      'PollForSourceChanges',
      'CreatePipeline',
    ]);
  });

  it('is not idle while an execution waits; an update enables polling, which finds what was missed', async () => {
    const declaration = (name: string, ...second: Parameters<typeof stage>) =>
      pipeline(name, [stage('Source', s3Source('Zip', 'zips', `${name}.zip`)), stage(...second)]);
    for (const name of ['waiting', 'updated']) await putZip(server, 'zips', `${name}.zip`, 'one');
    await create(client(), declaration('waiting', 'Approve', approval('Approve', { timeoutInMinutes: 86_400 })));
    await create(client(), declaration('updated', 'Build', action('Compile')));
    await untilRuns('updated', 1);
    pass(31 * DAY);
    expect(await disabledAt('waiting')).toBeUndefined();
    expect(await disabledAt('updated')).toBeInstanceOf(Date);
    const unseen = await putZip(server, 'zips', 'updated.zip', 'two');
    await client().send(new UpdatePipelineCommand({ pipeline: declaration('updated', 'Build', action('Again')) }));
    expect(await disabledAt('updated')).toBeUndefined();
    const missed = await untilRuns('updated', 2);
    expect(missed[0]?.sourceRevisions?.[0]?.revisionId).toBe(unseen);
    await putZip(server, 'zips', 'updated.zip', 'three');
    await untilRuns('updated', 3);
  });

  it('leaves a source alone that it would have to ask, while another pipeline asks it', async () => {
    const fetch = source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'Far', version: '1' },
    });
    const declaration = (name: string) => pipeline(name, [stage('Source', fetch), BUILD]);
    await create(client(), declaration('idle-far'));
    await untilRuns('idle-far', 1);
    pass(31 * DAY);
    await create(client(), declaration('busy-far'));
    await untilRuns('busy-far', 1);
    const untilLater = (name: string, count: number) =>
      waitFor(`${count} runs of ${name}`, async () => {
        passSlowly();
        const runs = await runsOf(name);
        return runs.length >= count && runs.every(({ status }) => status === 'Succeeded') ? runs : undefined;
      });
    for (const [index, revision] of ['r2', 'r3'].entries()) {
      far.revision = revision;
      await untilLater('busy-far', index + 2);
    }
    expect(await runsOf('idle-far')).toHaveLength(1);
    await runByHand('idle-far');
    far.revision = 'r4';
    await untilLater('busy-far', 4);
    const runs = await untilLater('idle-far', 3);
    expect(runs.map(({ trigger }) => trigger?.triggerType)).toEqual([
      'PollForSourceChanges',
      'StartPipelineExecution',
      'CreatePipeline',
    ]);
  });
});
