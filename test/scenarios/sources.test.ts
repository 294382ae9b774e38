import {
  type ActionDeclaration,
  DeletePipelineCommand,
  GetPipelineCommand,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  StartPipelineExecutionCommand,
  type StartPipelineExecutionCommandInput,
} from '@aws-sdk/client-codepipeline';
import { GetObjectCommand, PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeBucket } from '../harness/artifact-bucket.ts';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import type { GitPlace } from '../harness/git-client.ts';
import { type GitHost, startGitHost } from '../harness/git-host.ts';
import { action, actionsOf, create, pipeline, QUIET, source, stage, untilStatus } from '../harness/pipelines.ts';
import { digestOf, LOGIN, type Registry, startRegistry } from '../harness/registry.ts';
import { ACCOUNT, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped, zipOf } from '../harness/zips.ts';

describe.each(DIALECTS)('the sources of pipelines on %s', (dialect) => {
  let server: TestServer;
  let github: GitHost;
  let registry: Registry;
  let app: GitPlace;
  const client = () => server.codepipeline;
  let count = 0;
  const time = { minutes: 0 };

  beforeAll(async () => {
    [github, registry] = await Promise.all([startGitHost('x-access-token', 'ghp_abc'), startRegistry()]);
    server = await startTestServer(
      dialect,
      { githubUrl: github.url, registryUrl: `${registry.url}`, registryLogin: LOGIN },
      { clock: { now: () => Date.now() + time.minutes * 60_000 }, providers: dummyProvider().providers },
    );
    await makeBucket(server.s3, 'versioned');
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: 'versioned', VersioningConfiguration: { Status: 'Enabled' } }),
    );
    app = await github.repository('ann/app');
  });
  afterAll(async () => {
    await server.close();
    await Promise.all([github.close(), registry.close()]);
  });
  beforeEach(() => {
    registry.access = 'open';
    registry.forged = undefined;
  });

  const typed = (owner: 'AWS' | 'ThirdParty', provider: string, configuration: Record<string, string>) =>
    source('Fetch', {
      actionTypeId: { category: 'Source', owner, provider, version: '1' },
      configuration,
      namespace: 'Src',
    });
  const fromGitHub = (configuration: Record<string, string> = {}) =>
    typed('ThirdParty', 'GitHub', {
      Owner: 'ann',
      Repo: 'app',
      Branch: 'main',
      OAuthToken: 'ghp_abc',
      PollForSourceChanges: 'false',
      ...configuration,
    });
  const fromRegistry = (configuration: Record<string, string> = {}) =>
    typed('AWS', 'ECR', { RepositoryName: 'team/app', ...configuration });
  const fromS3 = (configuration: Record<string, string> = {}) =>
    typed('AWS', 'S3', {
      S3Bucket: 'versioned',
      S3ObjectKey: 'app.zip',
      PollForSourceChanges: 'false',
      ...configuration,
    });

  type Revisions = StartPipelineExecutionCommandInput['sourceRevisions'];

  async function runs(fetch: ActionDeclaration, status = 'Succeeded', sourceRevisions?: Revisions) {
    const name = `source-${++count}`;
    await create(client(), pipeline(name, [stage('Source', fetch), stage('Build', action('Compile'))], QUIET));
    const { pipelineExecutionId: id = '' } = await client().send(
      new StartPipelineExecutionCommand({ name, variables: [{ name: 'Reason', value: 'x' }], sourceRevisions }),
    );
    await untilStatus(client(), name, id, status);
    const [fetched] = await actionsOf(client(), name, id);
    const { bucket: Bucket, key: Key } = fetched?.output?.outputArtifacts?.[0]?.s3location ?? {};
    const artifact = async () =>
      unzipped(
        (await (await server.s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray()) ??
          new Uint8Array(),
      );
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id }),
    );
    return {
      name,
      artifact,
      configuration: fetched?.input?.configuration,
      variables: fetched?.output?.outputVariables,
      error: fetched?.output?.executionResult?.errorDetails,
      revision: pipelineExecution?.artifactRevisions?.[0],
    };
  }

  it('GitHub: the newest commit of the branch, by the token that nobody is shown', async () => {
    const commitId = await app.commit('a.txt', 'one');
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    const { name, artifact, variables, revision, configuration } = await runs(fromGitHub());
    expect(await artifact()).toMatchObject({ 'a.txt': 'one' });
    const url = `${github.url}/ann/app/commit/${commitId}`;
    expect(variables).toEqual({
      AuthorDate: expect.stringMatching(/Z$/),
      BranchName: 'main',
      CommitId: commitId,
      CommitMessage: 'Changed a.txt\n',
      CommitterDate: expect.stringMatching(/Z$/),
      CommitUrl: url,
      RepositoryName: 'app',
    });
    expect(revision).toMatchObject({
      revisionId: commitId,
      revisionSummary: 'Changed a.txt',
      revisionUrl: url,
      created: expect.any(Date),
    });
    expect(configuration?.OAuthToken).toBe('****');
    const { stageStates = [] } = await client().send(new GetPipelineStateCommand({ name }));
    expect(stageStates[0]?.actionStates?.[0]).toMatchObject({
      entityUrl: `${github.url}/ann/app/tree/main`,
      revisionUrl: url,
    });
    const shown = await client().send(new GetPipelineCommand({ name }));
    expect(JSON.stringify(shown)).not.toContain('ghp_abc');
  });

  it('GitHub: a pipeline that polls is started by a new commit, within a minute', async () => {
    const name = 'polls-github';
    const fetch = fromGitHub();
    const { PollForSourceChanges: _, ...polling } = fetch.configuration ?? {};
    await create(
      client(),
      pipeline(name, [stage('Source', { ...fetch, configuration: polling }), stage('Build', action('Compile'))]),
    );
    const revisions = () =>
      client()
        .send(new ListPipelineExecutionsCommand({ pipelineName: name }))
        .then(({ pipelineExecutionSummaries: runs = [] }) =>
          runs.map(({ trigger, sourceRevisions }) => [trigger?.triggerType, sourceRevisions?.[0]?.revisionId]),
        );
    const untilRuns = (expected: readonly (string | undefined)[][]) =>
      waitFor(`the runs ${expected}`, async () =>
        JSON.stringify(await revisions()) === JSON.stringify(expected) ? true : undefined,
      );
    const before = await app.git('rev-parse', 'HEAD');
    await untilRuns([['CreatePipeline', before]]);
    const after = await app.commit('a.txt', 'polled');
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    time.minutes += 1;
    await untilRuns([
      ['PollForSourceChanges', after],
      ['CreatePipeline', before],
    ]);
    const later = await app.commit('a.txt', 'polled again');
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    time.minutes += 1;
    await untilRuns([
      ['PollForSourceChanges', later],
      ['PollForSourceChanges', after],
      ['CreatePipeline', before],
    ]);
    await client().send(new DeletePipelineCommand({ name }));
  });

  it.each<[string, Record<string, string>, string]>([
    ['a token that is not good', { OAuthToken: 'ghp_other' }, 'PermissionError'],
    ['a repository that is not there', { Repo: 'other' }, 'ConfigurationError'],
    ['an owner that is a path', { Owner: '..' }, 'ConfigurationError'],
    ['a token of two lines', { OAuthToken: 'a\nhost=evil' }, 'ConfigurationError'],
    ['a branch that is not there', { Branch: 'other' }, 'ConfigurationError'],
  ])('GitHub: the action fails for %s', async (_what, configuration, code) => {
    expect((await runs(fromGitHub(configuration), 'Failed')).error).toMatchObject({ code });
  });

  it.each(['open', 'basic', 'bearer'] as const)(
    'ECR: the image of a tag, from a registry with %s access',
    async (access) => {
      registry.access = access;
      const digest = await registry.push('team/app', 'latest', [100, 23]);
      const { artifact, variables, revision } = await runs(fromRegistry());
      const uri = `${registry.url.replace('http://', '')}/team/app@${digest}`;
      expect(variables).toEqual({
        ImageDigest: digest,
        ImageTag: 'latest',
        ImageURI: uri,
        RegistryId: ACCOUNT,
        RepositoryName: 'team/app',
      });
      const files = await artifact();
      expect(Object.keys(files)).toEqual(['imageDetail.json']);
      expect(JSON.parse(files['imageDetail.json'] ?? '')).toEqual({
        ImageSizeInBytes: '123',
        ImageDigest: digest,
        Version: '1.0',
        RegistryId: ACCOUNT,
        RepositoryName: 'team/app',
        ImageURI: uri,
        ImageTags: ['latest'],
      });
      expect(revision).toMatchObject({ revisionId: digest });
    },
  );

  it('ECR: a start may name an older image by its digest; then there is no tag', async () => {
    const older = await registry.push('team/app', 'stable', [1]);
    await registry.push('team/app', 'stable', [2]);
    const { variables } = await runs(fromRegistry({ ImageTag: 'stable' }), 'Succeeded', [
      { actionName: 'Fetch', revisionType: 'IMAGE_DIGEST', revisionValue: older },
    ]);
    expect(variables).toMatchObject({ ImageDigest: older });
    expect(variables).not.toHaveProperty('ImageTag');
  });

  it('ECR: an image for several platforms is known by the digest of its index', async () => {
    const digest = await registry.pushIndex('team/app', 'many');
    const { variables, artifact } = await runs(fromRegistry({ ImageTag: 'many' }));
    expect(variables?.ImageDigest).toBe(digest);
    expect((await artifact())['imageDetail.json']).not.toContain('ImageSizeInBytes');
  });

  it('ECR: a registry that does not answer well is asked again', async () => {
    await registry.push('team/app', 'again');
    registry.troubles.push(503);
    expect((await runs(fromRegistry({ ImageTag: 'again' }))).variables).toMatchObject({ ImageTag: 'again' });
    expect(registry.troubles).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a tag that is not there', { ImageTag: 'missing' }, 'ImageNotFoundException'],
    ['a repository that is not there', { RepositoryName: 'other' }, 'ImageNotFoundException'],
    ['a repository that is a path', { RepositoryName: '../../token' }, 'ConfigurationError'],
    ['a tag that is a path', { ImageTag: '../x' }, 'ConfigurationError'],
  ])('ECR: the action fails for %s', async (_what, configuration, code) => {
    expect((await runs(fromRegistry(configuration), 'Failed')).error).toMatchObject({ code });
  });

  it('ECR: a registry that sends another image than it was asked for is not believed', async () => {
    await registry.push('team/app', 'latest');
    const digest = digestOf('anything');
    const wanted = [{ actionName: 'Fetch', revisionType: 'IMAGE_DIGEST' as const, revisionValue: digest }];
    expect((await runs(fromRegistry(), 'Failed', wanted)).error).toMatchObject({ code: 'ImageNotFoundException' });
    const real = await registry.push('team/app', 'real');
    registry.forged = '{"forged":true}';
    const other = [{ actionName: 'Fetch', revisionType: 'IMAGE_DIGEST' as const, revisionValue: real }];
    expect((await runs(fromRegistry(), 'Failed', other)).error).toMatchObject({ code: 'ConfigurationError' });
  });

  it('ECR: without a registry the action fails and names the setting', async () => {
    const without = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    const name = 'no-registry';
    await create(
      without.codepipeline,
      pipeline(name, [stage('Source', fromRegistry()), stage('Build', action('Compile'))], QUIET),
    );
    const { pipelineExecutionId: id = '' } = await without.codepipeline.send(
      new StartPipelineExecutionCommand({ name, variables: [{ name: 'Reason', value: 'x' }] }),
    );
    await untilStatus(without.codepipeline, name, id, 'Failed');
    const [failed] = await actionsOf(without.codepipeline, name, id);
    expect(failed?.output?.executionResult?.errorDetails?.message).toContain('VELOCIUS_REGISTRY_URL');
    await without.close();
  });

  it('S3: the newest version, with all that is known of it', async () => {
    const Body = await zipOf({ 'a.txt': 'one' });
    const { VersionId, ETag } = await server.s3.send(
      new PutObjectCommand({
        Bucket: 'versioned',
        Key: 'app.zip',
        Body,
        Metadata: { 'codepipeline-artifact-revision-summary': 'The first one' },
      }),
    );
    const { variables, revision, artifact } = await runs(fromS3());
    expect(variables).toEqual({
      BucketName: 'versioned',
      ObjectKey: 'app.zip',
      VersionId,
      ETag: ETag?.replaceAll('"', ''),
    });
    expect(revision).toMatchObject({
      revisionId: VersionId,
      revisionSummary: 'The first one',
      revisionUrl: expect.stringContaining('/buckets/versioned/objects/app.zip'),
      created: expect.any(Date),
    });
    expect(await artifact()).toEqual({ 'a.txt': 'one' });
  });

  it('S3: a start may name an older version, and another key where that is allowed', async () => {
    const put = async (Key: string, text: string) =>
      (await server.s3.send(new PutObjectCommand({ Bucket: 'versioned', Key, Body: await zipOf({ x: text }) })))
        .VersionId ?? '';
    const older = await put('over.zip', 'older');
    await put('over.zip', 'newer');
    await put('other.zip', 'other');
    const from = fromS3({ S3ObjectKey: 'over.zip', AllowOverrideForS3ObjectKey: 'true' });
    const version = await runs(from, 'Succeeded', [
      { actionName: 'Fetch', revisionType: 'S3_OBJECT_VERSION_ID', revisionValue: older },
    ]);
    expect(await version.artifact()).toEqual({ x: 'older' });
    const key = await runs(from, 'Succeeded', [
      { actionName: 'Fetch', revisionType: 'S3_OBJECT_KEY', revisionValue: 'other.zip' },
    ]);
    expect(await key.artifact()).toEqual({ x: 'other' });
    expect(key.variables).toMatchObject({ ObjectKey: 'other.zip' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a bucket that is not there', { S3Bucket: 'nowhere' }, 'No bucket with the name nowhere was found'],
    [
      'a key that is not there',
      { S3ObjectKey: 'gone.zip' },
      'Could not access the Amazon S3 object: "versioned/gone.zip".',
    ],
    ['a bucket without versions', { S3Bucket: 'artifacts' }, 'is not versioned'],
  ])('S3: the action fails for %s', async (_what, configuration, words) => {
    const { error } = await runs(fromS3(configuration), 'Failed');
    expect(error).toMatchObject({ code: 'ConfigurationError', message: expect.stringContaining(words) });
  });

  it('S3: the action fails for a version that is not there, by its name', async () => {
    await server.s3.send(new PutObjectCommand({ Bucket: 'versioned', Key: 'one.zip', Body: await zipOf({ x: 'x' }) }));
    const override = { actionName: 'Fetch', revisionType: 'S3_OBJECT_VERSION_ID', revisionValue: 'r1' } as const;
    const { error } = await runs(fromS3({ S3ObjectKey: 'one.zip' }), 'Failed', [override]);
    const message = 'The Amazon S3 object "versioned/one.zip" has no version r1';
    expect(error).toEqual({ code: 'ConfigurationError', message });
  });

  it.each<[string, ActionDeclaration]>([
    ['AllowOverrideForS3ObjectKey', fromS3({ AllowOverrideForS3ObjectKey: 'yes' })],
    ['PollForSourceChanges', fromGitHub({ PollForSourceChanges: 'no' })],
    ['ImageDigest', fromRegistry({ ImageDigest: 'x' })],
    [
      'OutputArtifactFormat',
      typed('AWS', 'CodeCommit', { RepositoryName: 'a', BranchName: 'b', OutputArtifactFormat: 'TAR' }),
    ],
    [
      'ConnectionArn',
      typed('AWS', 'CodeStarSourceConnection', { ConnectionArn: 'x', FullRepositoryId: 'a/b', BranchName: 'c' }),
    ],
  ])('a wrong %s is refused where it is declared', async (words, fetch) => {
    const declared = pipeline('refused', [stage('Source', fetch), stage('Build', action('Compile'))], QUIET);
    await expect(create(client(), declared)).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining(words),
    });
  });
});
