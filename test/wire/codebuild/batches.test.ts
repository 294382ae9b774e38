import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH_ROLE, batchPhasesOf, buildIdOf, createBatchProject, groupsOf, startBatch, untilBatched } from '../../harness/batches.ts';
import { buildOf, logOf } from '../../harness/builds.ts';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const list = {
  version: '0.2',
  batch: {
    'build-list': [
      { identifier: 'one', env: { variables: { WHO: 'first' } } },
      { identifier: 'two', env: { variables: { WHO: 'second' } } },
    ],
  },
  phases: { build: { commands: ['echo "$CODEBUILD_BATCH_BUILD_IDENTIFIER is $WHO"'] } },
};

describe.each(DIALECTS)('batch builds of CodeBuild on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await createBatchProject(server, 'list', list);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  it('StartBuildBatch builds each task of a list', async () => {
    const id = await startBatch(server, 'list');
    const batch = await untilBatched(server, id);
    expect(groupsOf(batch)).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'one SUCCEEDED', 'two SUCCEEDED']);
    expect(batchPhasesOf(batch)).toEqual(['SUBMITTED SUCCEEDED', 'DOWNLOAD_BATCHSPEC SUCCEEDED', 'IN_PROGRESS SUCCEEDED', 'SUCCEEDED']);
    const build = await buildOf(server, buildIdOf(batch, 'two'));
    expect(build.buildBatchArn).toBe(`arn:aws:codebuild:${REGION}:${ACCOUNT}:build-batch/${id}`);
    expect(await logOf(server, build)).toContain('\ntwo is second\n');
    expect(batch.buildBatchConfig).toEqual({ serviceRole: BATCH_ROLE, timeoutInMins: 480 });
  });
});
