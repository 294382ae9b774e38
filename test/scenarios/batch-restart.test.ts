import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, createBatchProject, groupsOf } from '../harness/batches.ts';
import { textOf } from '../harness/builds.ts';
import { ChaosServers } from '../harness/chaos.ts';
import { DIALECTS, makePlace, type Place } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { clientsOf } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';

describe.each(DIALECTS)('a server that is killed with -9 in the middle of a batch on %s', (dialect) => {
  let place: Place;
  let servers: ChaosServers;
  beforeAll(async () => {
    place = await makePlace(dialect);
    servers = new ChaosServers(place, 1000);
  });
  afterAll(async () => {
    servers.killAll();
    await place.drop();
  });

  it('builds what is left of it, and the pipeline that waits for it goes on', { timeout: 90_000 }, async () => {
    const file = (name: string) => join(place.directory, name);
    // Each build tells that it runs, and ends once it may.
    const buildspec = {
      version: '0.2',
      batch: { 'build-graph': [{ identifier: 'one' }, { identifier: 'two', 'depend-on': ['one'] }] },
      phases: {
        build: {
          commands: [
            'ME=$CODEBUILD_BATCH_BUILD_IDENTIFIER',
            `echo "$CODEBUILD_BUILD_ID" >> ${place.directory}/ran-$ME`,
            `until [ -e ${place.directory}/may-$ME ]; do sleep 0.05; done`,
            'echo $ME > $ME.txt',
          ],
        },
      },
      artifacts: { files: ['*.txt'] },
    };
    let server = await servers.launch();
    let clients = clientsOf(server.endpoint);
    await makeBuckets(clients.s3, 'artifacts');
    await createBatchProject(clients, 'survivor', '', {
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
    });
    const from = await sourceOf(clients.s3, 'Main', { 'buildspec.yml': textOf(buildspec) });
    const build = action('Build', {
      actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName: 'survivor', BatchEnabled: 'true', CombineArtifacts: 'true' },
      inputArtifacts: [{ name: 'MainOutput' }],
      outputArtifacts: [{ name: 'All' }],
    });
    await create(clients.codepipeline, pipeline('survivor', [stage('Source', from), stage('Build', build)], QUIET));
    const id = await start(clients.codepipeline, 'survivor');
    await waitFor('the first to run', async () => existsSync(file('ran-one')));
    await servers.end(server);
    for (const identifier of ['one', 'two']) writeFileSync(file(`may-${identifier}`), '');
    server = await servers.launch();
    clients = clientsOf(server.endpoint);
    await untilStatus(clients.codepipeline, 'survivor', id, 'Succeeded', 60);
    const [, built] = await actionsOf(clients.codepipeline, 'survivor', id);
    const batch = await batchOf(clients, built?.output?.executionResult?.externalExecutionId ?? '');
    expect(groupsOf(batch)).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'one SUCCEEDED', 'two SUCCEEDED']);
    // Whatever ran again did so as the same build.
    for (const identifier of ['one', 'two'])
      expect(
        new Set(
          readFileSync(file(`ran-${identifier}`), 'utf8')
            .trim()
            .split('\n'),
        ).size,
      ).toBe(1);
    const { bucket: Bucket, key: Key } = built?.output?.outputArtifacts?.[0]?.s3location ?? {};
    const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array())).toEqual({
      'one.txt': 'one\n',
      'two.txt': 'two\n',
    });
    await servers.end(server);
  });
});
