import { RetryStageExecutionCommand, RollbackStageCommand } from '@aws-sdk/client-codepipeline';
import { HeadObjectCommand, ListObjectVersionsCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import {
  action,
  actionsOf,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';

const DAY = 24 * 3600_000;

describe.each(DIALECTS)('the retention of artifacts on %s', (dialect) => {
  let server: TestServer;
  let dummy: Dummy;
  let ahead = 0;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    const clock = { now: () => Date.now() + ahead };
    dummy = dummyProvider(clock.now);
    server = await startTestServer(dialect, { artifactDays: 7 }, { providers: dummy.providers, clock });
    await makeBuckets(server.s3);
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: 'artifacts', VersioningConfiguration: { Status: 'Enabled' } }),
    );
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function artifactOf(name: string, id: string) {
    const [fetched] = await actionsOf(client(), name, id);
    const { bucket, key } = fetched?.output?.outputArtifacts?.[0]?.s3location ?? {};
    return { Bucket: bucket, Key: key };
  }

  const isThere = async (name: string, id: string) =>
    server.s3.send(new HeadObjectCommand(await artifactOf(name, id))).then(
      () => true,
      () => false,
    );

  it('deletes those that are old, and keeps those that a retry or a rollback may need', async () => {
    const name = 'kept';
    const main = await sourceOf(server.s3, 'Main', { 'main.txt': 'main' });
    const hold = action('Hold', { outcome: 'wait', inputArtifacts: [{ name: 'MainOutput' }] });
    await create(client(), pipeline(name, [stage('Source', main), stage('Work', hold)], QUIET));
    const run = async (outcome: 'succeed' | 'fail') => {
      const id = await start(client(), name);
      await untilInside(client(), name, 'Work', id);
      dummy.release('Hold', outcome);
      await untilStatus(client(), name, id, outcome === 'succeed' ? 'Succeeded' : 'Failed');
      return id;
    };
    const first = await run('succeed');
    const second = await run('succeed');
    const third = await run('fail');
    expect(await Promise.all([first, second, third].map((id) => isThere(name, id)))).toEqual([true, true, true]);
    ahead = 6 * DAY;
    for (const { config } of [server.codepipeline, server.s3]) config.systemClockOffset = ahead;
    const recent = await start(client(), name);
    await untilInside(client(), name, 'Work', recent);
    expect(await isThere(name, first)).toBe(true);

    ahead = 8 * DAY;
    for (const { config } of [server.codepipeline, server.s3]) config.systemClockOffset = ahead;
    await waitFor('the first artifact to go', async () => !(await isThere(name, first)));
    const { Bucket, Key } = await artifactOf(name, first);
    const { Versions = [], DeleteMarkers = [] } = await server.s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: Key }),
    );
    expect([...Versions, ...DeleteMarkers]).toEqual([]);
    expect(await isThere(name, second)).toBe(true);
    expect(await isThere(name, recent)).toBe(true);

    // Its time was up meanwhile.
    await untilStatus(client(), name, recent, 'Failed');
    const { pipelineExecutionId: back = '' } = await client().send(
      new RollbackStageCommand({ pipelineName: name, stageName: 'Work', targetPipelineExecutionId: second }),
    );
    dummy.release('Hold');
    await untilStatus(client(), name, back, 'Succeeded');
  });

  it('deletes those of every attempt, also of those that a retry has set aside', async () => {
    const name = 'attempts';
    const main = await sourceOf(server.s3, 'Again', { 'main.txt': 'main' });
    const flaky = source('Flaky', { configuration: { Outcome: 'wait' } });
    await create(client(), pipeline(name, [stage('Source', main, flaky), stage('Work', action('Do'))], QUIET));
    const madeBy = async (id: string) => {
      const attempts = await actionsOf(client(), name, id);
      return attempts.flatMap(
        ({ output }) => output?.outputArtifacts?.flatMap(({ s3location }) => s3location?.key ?? []) ?? [],
      );
    };
    const id = await start(client(), name);
    await waitFor('the first artifact', async () => (await madeBy(id)).length > 0);
    dummy.release('Flaky', 'fail');
    await untilStatus(client(), name, id, 'Failed');
    const again = {
      pipelineName: name,
      stageName: 'Source',
      pipelineExecutionId: id,
      retryMode: 'ALL_ACTIONS',
    } as const;
    await client().send(new RetryStageExecutionCommand(again));
    dummy.release('Flaky');
    await untilStatus(client(), name, id, 'Succeeded');
    const keys = await madeBy(id);
    expect(keys.length).toBeGreaterThan(2);
    dummy.release('Flaky');
    await untilStatus(client(), name, await start(client(), name), 'Succeeded');
    ahead += 8 * DAY;
    for (const { config } of [server.codepipeline, server.s3]) config.systemClockOffset = ahead;
    await waitFor('all of its artifacts to go', async () => {
      const lists = keys.map((Prefix) =>
        server.s3.send(new ListObjectVersionsCommand({ Bucket: 'artifacts', Prefix })),
      );
      return (await Promise.all(lists)).every(({ Versions = [] }) => Versions.length === 0);
    });
  });
});
