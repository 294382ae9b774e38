import { gunzipSync } from 'node:zlib';
import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type ActionDeclaration, CreatePipelineCommand } from '@aws-sdk/client-codepipeline';
import Docker from 'dockerode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, TEST_IMAGE } from '../contracts/test-engine.ts';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { PUSHER, type PushableRegistry, startPushableRegistry } from '../harness/pushable-registry.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';

const engine = await startTestEngine();
const reason = 'reason' in engine ? engine.reason : undefined;
if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);
const dockerHost = 'address' in engine ? engine.address : '';

afterAll(async () => {
  if ('stop' in engine) await engine.stop();
});

const FILES = {
  Dockerfile: 'FROM scratch\nLABEL of=root\nCOPY . /all/\n',
  '.dockerignore': 'secret.txt\nnotes\n!notes/kept.md\n',
  'app.txt': 'the app',
  'secret.txt': 'not for images',
  'notes/left-out.md': 'n',
  'notes/kept.md': 'k',
  'web/Dockerfile': 'FROM scratch\nCOPY page.html /\n',
  'web/page.html': '<h1>page</h1>',
  'docker/other.dockerfile': 'FROM scratch\nCOPY app.txt /other.txt\n',
  'broken.dockerfile': 'FROM scratch\nCOPY absent.txt /\n',
};

const building = (configuration: Record<string, string>, settings: Partial<ActionDeclaration> = {}) =>
  action('Image', {
    actionTypeId: { category: 'Build', owner: 'AWS', provider: 'ECRBuildAndPublish', version: '1' },
    inputArtifacts: [{ name: 'MainOutput' }],
    configuration: { ECRRepositoryName: 'shop/app', ...configuration },
    ...settings,
  });

describe.skipIf(reason !== undefined).each(DIALECTS)(
  `images on %s${reason === undefined ? '' : ` (skipped: ${reason})`}`,
  (dialect) => {
    let server: TestServer;
    let registry: PushableRegistry;
    beforeAll(async () => {
      registry = await startPushableRegistry();
      server = await startTestServer(dialect, {
        runnerOptions: { dockerHost },
        registryUrl: `${registry.url}/team`,
        registryLogin: PUSHER,
      });
      await makeBuckets(server.s3, 'artifacts');
    });
    afterAll(async () => {
      await server.close();
      await registry.close();
      expect(server.errors).toEqual([]);
    });

    async function run(name: string, act: ActionDeclaration, status: 'Succeeded' | 'Failed' = 'Succeeded') {
      const main = await sourceOf(server.s3, 'Main', FILES);
      await create(server.codepipeline, pipeline(name, [stage('Source', main), stage('Build', act)], QUIET));
      const id = await start(server.codepipeline, name);
      await untilStatus(server.codepipeline, name, id, status);
      const [, built] = await actionsOf(server.codepipeline, name, id);
      return built;
    }

    async function logOf(name: string, logStreamName: string | undefined): Promise<string> {
      const place = { logGroupName: `/aws/codepipeline/${name}`, logStreamName };
      const { events = [] } = await server.logs.send(new GetLogEventsCommand({ ...place, startFromHead: true }));
      return events.map(({ message }) => message).join('');
    }

    /** Names of files in the layers of an image, as tars begin with them. */
    const namesIn = (repository: string, tag: string) =>
      registry
        .layersOf(repository, tag)
        .map((layer) => gunzipSync(layer).toString('latin1'))
        .join('');

    it('an image is built from the artifact without what is to be left out, and pushed under its tags', async () => {
      const built = await run('shipping', building({ ImageTags: 'v1, stable' }, { namespace: 'Image_' }));
      const digest = registry.tags.get('team/shop/app:v1');
      expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(registry.tags.get('team/shop/app:stable')).toBe(digest);
      expect(built?.output?.outputVariables).toEqual({ ECRImageDigestId: digest, ECRRepositoryName: 'shop/app' });
      expect(built?.output?.executionResult).toMatchObject({
        externalExecutionId: digest,
        externalExecutionSummary: `${registry.url.replace('http://', '')}/team/shop/app@${digest}`,
        logStreamARN: expect.stringMatching(
          `:log-group:/aws/codepipeline/shipping:log-stream:${built?.actionExecutionId}$`,
        ),
      });
      const names = namesIn('team/shop/app', 'v1');
      expect(names).toContain('all/app.txt');
      expect(names).toContain('all/notes/kept.md');
      expect(names).not.toMatch(/all\/secret\.txt|left-out/);
      const log = await logOf('shipping', built?.actionExecutionId);
      expect(log).toContain('LABEL of=root');
      expect(log).toContain(`Pushed ${registry.url.replace('http://', '')}/team/shop/app@${digest}`);
    });

    it('the Dockerfile may be elsewhere: in a directory that is the whole of it then, or under another name', async () => {
      await run('by-directory', building({ DockerFilePath: './web' }));
      expect(namesIn('team/shop/app', 'latest')).toContain('page.html');
      await run('by-file', building({ DockerFilePath: 'docker/other.dockerfile', ImageTags: 'other' }));
      expect(namesIn('team/shop/app', 'other')).toContain('other.txt');
    });

    it.each([
      ['a Dockerfile that fails', { DockerFilePath: 'broken.dockerfile' }, 'JobFailed', 'absent.txt'],
      ['no Dockerfile', { DockerFilePath: 'nowhere' }, 'ConfigurationError', 'no file nowhere'],
      ['a way out of the artifact', { DockerFilePath: '../../etc' }, 'ConfigurationError', 'leads out of the artifact'],
      ['a tag that a variable spoils', { ImageTags: '#{variables.Reason}' }, 'ConfigurationError', 'are not tags'],
    ])('fails for %s, and its log says so', async (what, configuration, code, message) => {
      const name = what.replaceAll(' ', '-');
      const failed = await run(name, building(configuration), 'Failed');
      expect(failed?.output?.executionResult?.errorDetails).toEqual({
        code,
        message: expect.stringContaining(message),
      });
      if (!('ImageTags' in configuration)) expect(await logOf(name, failed?.actionExecutionId)).toContain(message);
    });

    it.each([
      ['a repository that is none', { ECRRepositoryName: 'Shop App' }, 'is not the name of a repository'],
      ['a tag that is none', { ImageTags: 'v1,,v2' }, 'are not tags'],
      ['a public registry', { RegistryType: 'public' }, 'public is not implemented by this server'],
      ['a registry of no kind', { RegistryType: 'secret' }, 'must be private or public'],
    ])('is refused with %s', async (_what, configuration, message) => {
      const main = await sourceOf(server.s3, 'Main', FILES);
      const declaration = pipeline('refused', [stage('Source', main), stage('Build', building(configuration))]);
      await expect(
        server.codepipeline.send(new CreatePipelineCommand({ pipeline: declaration })),
      ).rejects.toMatchObject({
        name: 'InvalidActionDeclarationException',
        message: expect.stringContaining(message),
      });
    });
  },
);

describe.skipIf(reason !== undefined)('a server that stops', () => {
  it('leaves the image it builds at once, and the engine does not go on with it', async () => {
    const docker = new Docker({ socketPath: dockerHost.replace('unix://', '') });
    const server = await startTestServer('sqlite', {
      runnerOptions: { dockerHost },
      registryUrl: 'http://127.0.0.1:1',
    });
    await makeBuckets(server.s3, 'artifacts');
    const main = await sourceOf(server.s3, 'Main', { Dockerfile: `FROM ${TEST_IMAGE}\nRUN sleep 300\n` });
    await create(server.codepipeline, pipeline('slow', [stage('Source', main), stage('Build', building({}))], QUIET));
    await start(server.codepipeline, 'slow');
    await waitFor('the build', async () => (await docker.listContainers()).length === 1);
    await server.close();
    await waitFor('the engine to stop', async () => (await docker.listContainers()).length === 0);
    expect(server.errors).toEqual([]);
  });
});

describe('without what it takes', () => {
  it.each([
    ['registry', { runnerOptions: { dockerHost: 'unix:///nowhere.sock' } }, 'VELOCIUS_REGISTRY_URL'],
    [
      'engine',
      { runnerOptions: { dockerHost: 'unix:///nowhere.sock' }, registryUrl: 'http://127.0.0.1:1' },
      'No Docker or Podman engine answers',
    ],
  ])('no %s: the action fails and says so', async (name, settings, message) => {
    const server = await startTestServer('sqlite', settings);
    await makeBuckets(server.s3, 'artifacts');
    const main = await sourceOf(server.s3, 'Main', FILES);
    await create(server.codepipeline, pipeline(name, [stage('Source', main), stage('Build', building({}))], QUIET));
    const id = await start(server.codepipeline, name);
    await untilStatus(server.codepipeline, name, id, 'Failed');
    const [, failed] = await actionsOf(server.codepipeline, name, id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: expect.stringContaining(message),
    });
    await server.close();
    expect(server.errors).toEqual([]);
  });
});
