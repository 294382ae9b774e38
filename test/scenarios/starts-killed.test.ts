import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  PutWebhookCommand,
  type WebhookDefinition,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS, makePlace, type Place } from '../harness/databases.ts';
import { deliver } from '../harness/deliveries.ts';
import { cloneOf, createRepository } from '../harness/git-client.ts';
import { action, create, pipeline, source, stage } from '../harness/pipelines.ts';
import { type Clients, clientsOf } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { codecommitSource, createBucket, putZip, s3Source } from '../harness/watched-sources.ts';

const SERVER = fileURLToPath(new URL('../harness/chaos-server.ts', import.meta.url));
const KILLS = 2;

const HOOK: WebhookDefinition = {
  name: 'hook',
  targetPipeline: 'hooked',
  targetAction: 'Fetch',
  filters: [],
  authentication: 'UNAUTHENTICATED',
  authenticationConfiguration: {},
};

interface Running extends Clients {
  readonly child: ChildProcess;
  readonly endpoint: string;
}

/** Whatever is acknowledged before the server is killed starts its pipeline after, once. */
describe.each(DIALECTS)('what starts pipelines, of a server that is killed with -9 on %s', (dialect) => {
  let place: Place;
  let server: Running;
  let port = '0';

  beforeAll(async () => {
    place = await makePlace(dialect);
    await launch();
    for (const bucket of ['artifacts', 'zips']) await createBucket(server, bucket);
  });
  afterAll(async () => {
    await kill();
    await place.drop();
  });

  async function launch(): Promise<void> {
    const child = spawn(
      process.execPath,
      [SERVER, place.directory, place.url ?? '-', join(place.directory, 'effects.txt'), port],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const endpoint = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)));
      createInterface(child.stdout).on('line', (line) => resolve(line.replace('ready at ', '')));
    });
    // URLs that were given out stay good.
    port = new URL(endpoint).port;
    server = { ...clientsOf(endpoint), child, endpoint };
  }

  async function kill(): Promise<void> {
    const gone = new Promise((resolve) => server.child.once('exit', resolve));
    server.child.kill('SIGKILL');
    await gone;
  }

  async function restart(): Promise<void> {
    await kill();
    await launch();
  }

  const built = (name: string, fetch: ReturnType<typeof source>, settings = {}) =>
    pipeline(name, [stage('Source', fetch), stage('Build', action('Compile'))], {
      executionMode: 'QUEUED',
      ...settings,
    });

  /** Revisions of all runs, the first one left out, once there are so many and all have succeeded. */
  const untilRevisions = (pipelineName: string, count: number) =>
    waitFor(
      `${count} runs of ${pipelineName}`,
      async () => {
        const { pipelineExecutionSummaries: runs = [] } = await server.codepipeline.send(
          new ListPipelineExecutionsCommand({ pipelineName }),
        );
        const started = runs.reverse().slice(1);
        if (started.length < count || started.some(({ status }) => status !== 'Succeeded')) return undefined;
        return Promise.all(
          started.map(async ({ pipelineExecutionId }) => {
            const { pipelineExecution } = await server.codepipeline.send(
              new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId }),
            );
            return pipelineExecution?.artifactRevisions?.[0]?.revisionId;
          }),
        );
      },
      60,
    );

  it('objects that were put, tags that were pushed, webhooks that were delivered', { timeout: 120_000 }, async () => {
    await putZip(server, 'zips', 'app.zip', '0');
    await create(server.codepipeline, built('objects', s3Source('Zip', 'zips', 'app.zip')));
    const { url } = await createRepository(server, 'app');
    const clone = await cloneOf(url);
    await clone.commit('a.txt', '0');
    await clone.git('push', '--quiet', 'origin', 'HEAD:main');
    const gitConfiguration = { sourceActionName: 'Code', push: [{ tags: { includes: ['v*'] } }] };
    const triggers = [{ providerType: 'CodeStarSourceConnection' as const, gitConfiguration }];
    await create(server.codepipeline, built('tags', codecommitSource('Code', 'app', 'main'), { triggers }));
    await create(server.codepipeline, built('hooked', source()));
    const { webhook } = await server.codepipeline.send(new PutWebhookCommand({ webhook: HOOK }));

    const deeds = { object: '', tags: [] as string[] };
    for (let round = 1; round <= KILLS; round += 1) {
      deeds.object = await putZip(server, 'zips', 'app.zip', `${round}`);
      await restart();
      deeds.tags.push(await clone.commit('a.txt', `${round}`));
      await clone.git('tag', `v${round}`);
      await clone.git('push', '--quiet', 'origin', `v${round}`);
      await restart();
      expect((await deliver(webhook?.url ?? '', '{}')).status).toBe(200);
      await restart();
    }
    expect((await untilRevisions('tags', KILLS)).sort()).toEqual(deeds.tags.sort());
    expect(await untilRevisions('hooked', KILLS)).toHaveLength(KILLS);
    await waitFor('the last object to run', async () => (await untilRevisions('objects', 1)).at(-1) === deeds.object);
  });
});
