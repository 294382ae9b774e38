import { CreateBranchCommand, CreateRepositoryCommand, PutFileCommand } from '@aws-sdk/client-codecommit';
import {
  type ActionDeclaration,
  GetPipelineExecutionCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBucket } from '../harness/artifact-bucket.ts';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { action, actionsOf, create, pipeline, QUIET, source, stage, start, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

const SOURCE = 'application-source';
const SITE = 'deployed-site';

describe.each(DIALECTS)('the actions of pipelines on %s', (dialect) => {
  let server: TestServer;
  let firstCommit: string;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    for (const bucket of [SOURCE, SITE]) await makeBucket(server.s3, bucket);
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: SITE, VersioningConfiguration: { Status: 'Enabled' } }),
    );
    await server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'site' }));
    firstCommit = await put('index.html', '<h1>one</h1>');
    await put('docs/read me.txt', 'two', firstCommit);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function put(filePath: string, content: string, parentCommitId?: string): Promise<string> {
    const { commitId } = await server.codecommit.send(
      new PutFileCommand({
        repositoryName: 'site',
        branchName: 'main',
        filePath,
        fileContent: Buffer.from(content),
        parentCommitId,
        commitMessage: `Put ${filePath}\n\nIn full`,
        name: 'Ann',
        email: 'ann@example.com',
      }),
    );
    return commitId ?? '';
  }

  const codecommit = (
    configuration: Record<string, string>,
    settings: Partial<ActionDeclaration> = {},
  ): ActionDeclaration =>
    source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
      configuration: { RepositoryName: 'site', BranchName: 'main', PollForSourceChanges: 'false', ...configuration },
      ...settings,
    });
  const s3 = (
    category: 'Source' | 'Deploy',
    configuration: Record<string, string>,
    settings: Partial<ActionDeclaration> = {},
  ) =>
    action('Ship', {
      actionTypeId: { category, owner: 'AWS', provider: 'S3', version: '1' },
      configuration,
      ...settings,
    });
  const text = async (Key: string): Promise<string> =>
    (await (await server.s3.send(new GetObjectCommand({ Bucket: SITE, Key }))).Body?.transformToString()) ?? '';

  async function runs(name: string): Promise<{ id: string; status: string }> {
    const id = await start(client(), name);
    return { id, status: await untilStatus(client(), name, id, 'Succeeded') };
  }

  it('CodeCommit to S3: the newest commit of a branch arrives, file by file', async () => {
    const name = 'commit-to-bucket';
    const deploy = s3(
      'Deploy',
      { BucketName: SITE, Extract: 'true', ObjectKey: 'site/#{Src.BranchName}', CacheControl: 'max-age=60' },
      { inputArtifacts: [{ name: 'FetchOutput' }] },
    );
    await create(
      client(),
      pipeline(name, [stage('Source', codecommit({}, { namespace: 'Src' })), stage('Deploy', deploy)], QUIET),
    );
    const { id } = await runs(name);
    expect(await text('site/main/index.html')).toBe('<h1>one</h1>');
    expect(await text('site/main/docs/read me.txt')).toBe('two');
    const page = await server.s3.send(new GetObjectCommand({ Bucket: SITE, Key: 'site/main/index.html' }));
    expect(page).toMatchObject({ ContentType: 'text/html', CacheControl: 'max-age=60' });
    const [fetched] = await actionsOf(client(), name, id);
    expect(fetched?.output?.outputVariables).toMatchObject({
      RepositoryName: 'site',
      BranchName: 'main',
      CommitId: expect.stringMatching(/^[0-9a-f]{40}$/),
      CommitMessage: 'Put docs/read me.txt\n\nIn full',
      AuthorDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id }),
    );
    expect(pipelineExecution?.artifactRevisions).toMatchObject([
      {
        name: 'FetchOutput',
        revisionId: fetched?.output?.outputVariables?.CommitId,
        revisionSummary: 'Put docs/read me.txt',
      },
    ]);
    const { Versions = [] } = await server.s3.send(
      new ListObjectVersionsCommand({ Bucket: SITE, Prefix: 'site/main/index.html' }),
    );
    expect(Versions).toHaveLength(1);
  });

  it('CodeCommit takes the commit it is told to', async () => {
    const name = 'older-commit';
    const deploy = s3(
      'Deploy',
      { BucketName: SITE, Extract: 'true', ObjectKey: 'older' },
      { inputArtifacts: [{ name: 'FetchOutput' }] },
    );
    await create(client(), pipeline(name, [stage('Source', codecommit({})), stage('Deploy', deploy)], QUIET));
    const sourceRevisions = [{ actionName: 'Fetch', revisionType: 'COMMIT_ID' as const, revisionValue: firstCommit }];
    const { pipelineExecutionId = '' } = await client().send(
      new StartPipelineExecutionCommand({ name, sourceRevisions, variables: [{ name: 'Reason', value: 'x' }] }),
    );
    await untilStatus(client(), name, pipelineExecutionId, 'Succeeded');
    await expect(text('older/docs/read me.txt')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('S3 to S3: an object of a versioned bucket arrives as it is', async () => {
    const name = 'bucket-to-bucket';
    const from = source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { S3Bucket: SOURCE, S3ObjectKey: 'app.zip' },
      namespace: 'Src',
    });
    const deploy = s3(
      'Deploy',
      { BucketName: SITE, Extract: 'false', ObjectKey: 'copies/#{Src.VersionId}.zip' },
      { inputArtifacts: [{ name: 'FetchOutput' }] },
    );
    await create(client(), pipeline(name, [stage('Source', from), stage('Deploy', deploy)], QUIET));
    await server.s3.send(new PutObjectCommand({ Bucket: SOURCE, Key: 'app.zip', Body: 'bytes' }));
    const unversioned = await start(client(), name);
    await untilStatus(client(), name, unversioned, 'Failed');
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: SOURCE, VersioningConfiguration: { Status: 'Enabled' } }),
    );
    const { VersionId } = await server.s3.send(new PutObjectCommand({ Bucket: SOURCE, Key: 'app.zip', Body: 'bytes' }));
    await runs(name);
    expect(await text(`copies/${VersionId}.zip`)).toBe('bytes');
  });

  it.each([
    ['a repository that is not there', codecommit({ RepositoryName: 'missing' }), 'RepositoryDoesNotExistException'],
    ['a branch that is not there', codecommit({ BranchName: 'missing' }), 'ConfigurationError'],
    [
      'a branch whose name is an option of git',
      codecommit({ BranchName: '--upload-pack=touch' }),
      'ConfigurationError',
    ],
  ])('a source action fails for %s, with the reason', async (what, from, code) => {
    const name = `source-${what.replaceAll(/[^a-z]/g, '-')}`.slice(0, 100);
    await create(client(), pipeline(name, [stage('Source', from), stage('Build', action('Compile'))], QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const [failed] = await actionsOf(client(), name, id);
    expect(failed?.output?.executionResult?.errorDetails?.code).toBe(code);
  });

  it('a deploy action fails for a bucket that is not there and for an artifact that is no zip', async () => {
    const cases = [
      [
        'missing-bucket',
        s3('Deploy', { BucketName: 'nowhere-at-all', Extract: 'true' }, { inputArtifacts: [{ name: 'FetchOutput' }] }),
        codecommit({}),
        'NoSuchBucket',
      ],
      [
        'no-zip',
        s3('Deploy', { BucketName: SITE, Extract: 'true' }, { inputArtifacts: [{ name: 'FetchOutput' }] }),
        source('Fetch', {
          actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
          configuration: { S3Bucket: SOURCE, S3ObjectKey: 'app.zip' },
        }),
        'ConfigurationError',
      ],
    ] as const;
    for (const [name, deploy, from, code] of cases) {
      await create(client(), pipeline(name, [stage('Source', from), stage('Deploy', deploy)], QUIET));
      const id = await start(client(), name);
      await untilStatus(client(), name, id, 'Failed');
      const [, failed] = await actionsOf(client(), name, id);
      expect(failed?.output?.executionResult?.errorDetails?.code).toBe(code);
    }
  });

  it('a branch made by the API is a source like any other', async () => {
    await server.codecommit.send(
      new CreateBranchCommand({ repositoryName: 'site', branchName: 'feature/one', commitId: firstCommit }),
    );
    const name = 'feature-branch';
    const deploy = s3(
      'Deploy',
      { BucketName: SITE, Extract: 'true', ObjectKey: 'feature' },
      { inputArtifacts: [{ name: 'FetchOutput' }] },
    );
    await create(
      client(),
      pipeline(name, [stage('Source', codecommit({ BranchName: 'feature/one' })), stage('Deploy', deploy)], QUIET),
    );
    await runs(name);
    expect(await text('feature/index.html')).toBe('<h1>one</h1>');
  });
});
