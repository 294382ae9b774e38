import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { building, phasesOf, runBuildspec } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

describe.each(DIALECTS)('builds on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  test('a build runs its commands, phase by phase, and its log tells', async () => {
    const { build, log } = await runBuildspec(server, 'simple', building('echo hello from $CODEBUILD_BUILD_ID'));
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(phasesOf(build)).toEqual([
      'SUBMITTED SUCCEEDED',
      'QUEUED SUCCEEDED',
      'PROVISIONING SUCCEEDED',
      'DOWNLOAD_SOURCE SUCCEEDED',
      'INSTALL SUCCEEDED',
      'PRE_BUILD SUCCEEDED',
      'BUILD SUCCEEDED',
      'POST_BUILD SUCCEEDED',
      'UPLOAD_ARTIFACTS SUCCEEDED',
      'FINALIZING SUCCEEDED',
      'COMPLETED',
    ]);
    expect(log).toContain(`hello from ${build.id}\n`);
  });
});
