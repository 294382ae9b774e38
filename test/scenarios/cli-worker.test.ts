import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CreateCustomActionTypeCommand } from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { actionsOf, create, pipeline, QUIET, source, stage, start, untilStatus } from '../harness/pipelines.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/custom-action', import.meta.url));

const missing = ['aws', 'jq'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
const name = `a worker made of the AWS CLI and jq${missing.length === 0 ? '' : ` (skipped: no ${missing.join(', ')})`}`;

/** Fails in Latin; looks twice at everything else, and succeeds. */
const PROOFREAD = `
job=$(cat)
language=$(jq -r .actionConfiguration.configuration.Language <<<"$job")
if [ "$language" = Latin ]; then echo "Nobody reads $language"; exit 1; fi
if [ "$(jq -r '.continuationToken // empty' <<<"$job")" != 'second look' ]; then printf 'second look'; exit 75; fi
echo "No mistakes in $language"
`;

// What the worker sees is the wire, which is the same on every database; the commands take their time.
describe.skipIf(missing.length > 0)(name, () => {
  let server: TestServer;
  let worker: ChildProcess;
  let said = '';
  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, { providers: dummyProvider().providers });
    const type = JSON.parse(readFileSync(`${EXAMPLE}/action-type.json`, 'utf8'));
    await server.codepipeline.send(new CreateCustomActionTypeCommand(type));
    worker = spawn(`${EXAMPLE}/worker.sh`, ['Test', 'Proofreader', '1', 'bash', '-c', PROOFREAD], {
      env: {
        PATH: process.env.PATH,
        HOME: server.directory,
        AWS_ENDPOINT_URL: server.endpoint,
        AWS_DEFAULT_REGION: REGION,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_PAGER: '',
        WORKER_PAUSE: '0.2',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) stream?.on('data', (data) => (said += data));
  });
  afterAll(async () => {
    // With whatever it has started.
    if (worker.pid !== undefined) process.kill(-worker.pid, 'SIGKILL');
    await server.close();
  });

  it('completes jobs: continued ones, successful ones and failures', { timeout: 90_000 }, async () => {
    const proofread = (action: string, Language: string) => ({
      name: action,
      actionTypeId: { category: 'Test', owner: 'Custom', provider: 'Proofreader', version: '1' } as const,
      configuration: { Language },
    });
    const { codepipeline } = server;
    await create(
      codepipeline,
      pipeline(
        'read',
        [
          stage('Source', source()),
          stage('English', proofread('Read', 'English')),
          stage('Latin', proofread('Read', 'Latin')),
        ],
        QUIET,
      ),
    );
    const id = await start(codepipeline, 'read');
    await untilStatus(codepipeline, 'read', id, 'Failed', 80);
    const [, english, latin] = await actionsOf(codepipeline, 'read', id);
    expect(english).toMatchObject({
      status: 'Succeeded',
      output: { executionResult: { externalExecutionSummary: 'No mistakes in English' } },
    });
    expect(latin).toMatchObject({
      status: 'Failed',
      output: { executionResult: { errorDetails: { code: 'JobFailed', message: 'Nobody reads Latin' } } },
    });
    expect(said, 'what the worker complained of').toBe('');
  });
});
