import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateProjectCommand, ListBuildsForProjectCommand, StopBuildCommand } from '@aws-sdk/client-codebuild';
import {
  type ActionDeclaration,
  PutApprovalResultCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { DeleteConnectionCommand } from '@aws-sdk/client-codestar-connections';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { building, logOf, project, textOf, untilBuilt } from '../harness/builds.ts';
import { connectTo, createConnection } from '../harness/connections.ts';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { cloneOf, createRepository, type GitPlace } from '../harness/git-client.ts';
import { type GitHost, startGitHost } from '../harness/git-host.ts';
import {
  action,
  actionsOf,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';

const REPOSITORY = 'group/sub.group/app';

describe.each(DIALECTS)('pipelines that begin at a git host, on %s', (dialect) => {
  let server: TestServer;
  let host: GitHost;
  let app: GitPlace;
  let connection: string;
  const client = () => server.codepipeline;
  let count = 0;

  beforeAll(async () => {
    [server, host] = await Promise.all([
      startTestServer(dialect, {}, { providers: dummyProvider().providers }),
      startGitHost(),
    ]);
    app = await host.repository(REPOSITORY);
    connection = await connectTo(server, host);
  });
  afterAll(async () => {
    await server.close();
    await host.close();
  });
  beforeEach(() => {
    host.instead = undefined;
  });

  const from = (configuration: Record<string, string> = {}, settings: Partial<ActionDeclaration> = {}) =>
    source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeStarSourceConnection', version: '1' },
      configuration: {
        ConnectionArn: connection,
        FullRepositoryId: REPOSITORY,
        BranchName: 'main',
        DetectChanges: 'false',
        ...configuration,
      },
      ...settings,
    });
  const build = (ProjectName: string) =>
    action('Compile', {
      actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName },
      inputArtifacts: [{ name: 'FetchOutput' }],
    });
  const named = () => `from-host-${++count}`;

  async function runs(fetch: ActionDeclaration, then: ActionDeclaration, status = 'Succeeded', more: object = {}) {
    const name = named();
    await create(client(), pipeline(name, [stage('Source', fetch), stage('Build', then)], QUIET));
    const { pipelineExecutionId: id = '' } = await client().send(
      new StartPipelineExecutionCommand({ name, variables: [{ name: 'Reason', value: 'x' }], ...more }),
    );
    await untilStatus(client(), name, id, status);
    return { name, id, actions: await actionsOf(client(), name, id) };
  }

  async function artifactOf(actions: Awaited<ReturnType<typeof runs>>['actions']) {
    const { bucket: Bucket, key: Key } = actions[0]?.output?.outputArtifacts?.[0]?.s3location ?? {};
    const { Body, ContentType } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
    return { body: (await Body?.transformToByteArray()) ?? new Uint8Array(), type: ContentType };
  }

  it('the newest commit of the branch is taken, as a zip without its history', async () => {
    await app.commit('main.c', 'int main;\n');
    const commitId = await app.commit('main.c', 'int main(void) { return 0; }\n');
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    const { actions } = await runs(from(), action('Compile'));
    const { body } = await artifactOf(actions);
    expect(await unzipped(body)).toEqual({
      'README.md': `# ${REPOSITORY}\n`,
      'main.c': 'int main(void) { return 0; }\n',
    });
    const [fetched] = actions;
    expect(fetched?.output?.outputVariables).toEqual({
      AuthorDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      AuthorDisplayName: 'Tester',
      AuthorEmail: 'tester@example.com',
      AuthorId: 'Tester',
      BranchName: 'main',
      CommitId: commitId,
      CommitMessage: 'Changed main.c\n',
      ConnectionArn: connection,
      FullRepositoryName: REPOSITORY,
      ProviderType: 'GitHub',
    });
    expect(fetched?.output?.executionResult).toMatchObject({
      externalExecutionId: commitId,
      externalExecutionUrl: `${host.url}/${REPOSITORY}/commit/${commitId}`,
      externalExecutionSummary: 'Changed main.c',
    });
  });

  it('an older commit is taken when the start names it, of whatever branch', async () => {
    await app.git('checkout', '--quiet', '-b', 'feature/one', 'HEAD');
    const older = await app.commit('feature.txt', 'one\n');
    await app.commit('feature.txt', 'two\n');
    await app.git('push', '--quiet', 'origin', 'feature/one');
    await app.git('checkout', '--quiet', '-');
    const { actions } = await runs(from(), action('Compile'), 'Succeeded', {
      sourceRevisions: [{ actionName: 'Fetch', revisionType: 'COMMIT_ID', revisionValue: older }],
    });
    expect(await unzipped((await artifactOf(actions)).body)).toMatchObject({ 'feature.txt': 'one\n' });
    expect(actions[0]?.output?.outputVariables?.CommitId).toBe(older);
  });

  it('CODEBUILD_CLONE_REF gives a build the whole repository, and nobody a password', async () => {
    const commitId = await app.git('rev-parse', 'HEAD');
    const commits = await app.git('rev-list', '--count', 'HEAD');
    await server.codebuild.send(
      new CreateProjectCommand({
        ...project('whole'),
        source: {
          type: 'CODEPIPELINE',
          buildspec: textOf(
            building(
              'echo "head=$(git rev-parse HEAD) commits=$(git rev-list --count HEAD) origin=$(git remote get-url origin)"',
              'echo "version=$CODEBUILD_RESOLVED_SOURCE_VERSION"',
              'cat .git/config; env | grep -c VELOCIUS_GIT || true',
            ),
          ),
        },
        artifacts: { type: 'CODEPIPELINE' },
      }),
    );
    const { actions } = await runs(from({ OutputArtifactFormat: 'CODEBUILD_CLONE_REF' }), build('whole'));
    const { body, type } = await artifactOf(actions);
    expect(type).toBe('application/vnd.velocius.clone-reference+json');
    expect(JSON.parse(Buffer.from(body).toString())).toEqual({
      kind: 'connection',
      connectionArn: connection,
      fullRepositoryId: REPOSITORY,
      branchName: 'main',
      commitId,
    });
    const id = actions[1]?.output?.executionResult?.externalExecutionId ?? '';
    const log = await logOf(server, await untilBuilt(server, id));
    expect(log).toContain(`head=${commitId} commits=${commits} origin=${host.url}/${REPOSITORY}.git`);
    expect(log).toContain(`version=${commitId}`);
    expect(log).not.toContain(host.password);
  });

  it('a build that is stopped while it clones stops cloning', async () => {
    const ProjectName = 'stopped';
    await server.codebuild.send(
      new CreateProjectCommand({
        ...project(ProjectName),
        source: { type: 'CODEPIPELINE', buildspec: textOf(building('true')) },
        artifacts: { type: 'CODEPIPELINE' },
      }),
    );
    const name = named();
    const fetch = from({ OutputArtifactFormat: 'CODEBUILD_CLONE_REF' });
    const approve = approval();
    await create(
      client(),
      pipeline(name, [stage('Source', fetch), stage('Wait', approve), stage('Build', build(ProjectName))], QUIET),
    );
    const id = await start(client(), name);
    await untilInside(client(), name, 'Wait', id);
    const token = await approvalToken(client(), name, 'Wait');
    const before = host.asked.length;
    host.instead = () => {};
    await client().send(
      new PutApprovalResultCommand({
        pipelineName: name,
        stageName: 'Wait',
        actionName: approve.name,
        token,
        result: { summary: '', status: 'Approved' },
      }),
    );
    await waitFor('the clone to begin', async () => (host.asked.length > before ? true : undefined));
    const [buildId = ''] =
      (await server.codebuild.send(new ListBuildsForProjectCommand({ projectName: ProjectName }))).ids ?? [];
    await server.codebuild.send(new StopBuildCommand({ id: buildId }));
    expect(await untilBuilt(server, buildId)).toMatchObject({ buildStatus: 'STOPPED' });
    await untilStatus(client(), name, id, 'Failed');
    await waitFor('git to be gone', async () => {
      const { stdout } = await promisify(execFile)('ps', ['-ww', '-eo', 'args']);
      return stdout.includes(`${host.url}/${REPOSITORY}`) ? undefined : true;
    });
  });

  it('CODEBUILD_CLONE_REF of CodeCommit is a whole clone as well', async () => {
    const { url } = await createRepository(server, 'own');
    const place = await cloneOf(url);
    await place.commit('a', '1');
    const commitId = await place.commit('a', '2');
    await place.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    await server.codebuild.send(
      new CreateProjectCommand({
        ...project('own-whole'),
        source: {
          type: 'CODEPIPELINE',
          buildspec: textOf(
            building(
              'echo "$(git log --format=%H:%s | head -1) $(git rev-list --count HEAD) $(git remote get-url origin)"',
            ),
          ),
        },
        artifacts: { type: 'CODEPIPELINE' },
      }),
    );
    const fetch = source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
      configuration: {
        RepositoryName: 'own',
        BranchName: 'main',
        PollForSourceChanges: 'false',
        OutputArtifactFormat: 'CODEBUILD_CLONE_REF',
      },
    });
    const { actions } = await runs(fetch, build('own-whole'));
    const id = actions[1]?.output?.executionResult?.externalExecutionId ?? '';
    expect(await logOf(server, await untilBuilt(server, id))).toContain(
      `${commitId}:Changed a 2 ${server.endpoint}/v1/repos/own`,
    );
  });

  it.each(['true', 'false'])('CODEBUILD_CLONE_REF is nothing to deploy, with Extract %s', async (Extract) => {
    const ship = action('Ship', {
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { BucketName: 'pipeline-artifacts', Extract, ObjectKey: 'shipped' },
      inputArtifacts: [{ name: 'FetchOutput' }],
    });
    const { actions } = await runs(from({ OutputArtifactFormat: 'CODEBUILD_CLONE_REF' }), ship, 'Failed');
    expect(actions[1]?.output?.executionResult?.errorDetails?.message).toContain(
      'The artifact FetchOutput is a full clone (CODEBUILD_CLONE_REF)',
    );
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['a branch that is not there', { BranchName: 'missing' }, 'ConfigurationError', 'No Branch [missing] found'],
    [
      'a branch that is an option of git',
      { BranchName: '--upload-pack=touch /tmp/x' },
      'ConfigurationError',
      'No Branch',
    ],
    ['a repository that is not there', { FullRepositoryId: 'group/other' }, 'ConfigurationError', 'no such repository'],
    ['a repository elsewhere', { FullRepositoryId: '../../etc' }, 'ConfigurationError', 'not the full id'],
    [
      'a repository that is a transport',
      { FullRepositoryId: 'ext::sh -c id' },
      'ConfigurationError',
      'not the full id',
    ],
    ['a repository that is an option', { FullRepositoryId: '--config=x/y' }, 'ConfigurationError', 'not the full id'],
  ])('the action fails for %s, with the reason', async (_what, configuration, code, words) => {
    const { actions } = await runs(from(configuration), action('Compile'), 'Failed');
    const error = actions[0]?.output?.executionResult?.errorDetails;
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(error?.message).not.toContain(host.password);
  });

  it('the action fails without a connection that is there and AVAILABLE', async () => {
    const pending = await createConnection(server);
    const gone = await createConnection(server);
    await server.connections.send(new DeleteConnectionCommand({ ConnectionArn: gone }));
    for (const [ConnectionArn, words] of [
      [pending, 'PENDING'],
      [gone, 'no such connection'],
      [connection.replace(/:\d{12}:/, ':999999999999:'), 'no such connection'],
    ] as const) {
      const { actions } = await runs(from({ ConnectionArn }), action('Compile'), 'Failed');
      expect(actions[0]?.output?.executionResult?.errorDetails).toMatchObject({
        code: 'ConnectionError',
        message: expect.stringContaining(words),
      });
    }
  });

  it('wrong credentials and redirects fail the action, and nothing follows them', async () => {
    const other = await startGitHost('velocius', 'another password');
    const wrong = await connectTo(server, { ...other, password: 'not this one' });
    const refused = await runs(from({ ConnectionArn: wrong }), action('Compile'), 'Failed');
    expect(refused.actions[0]?.output?.executionResult?.errorDetails).toMatchObject({ code: 'PermissionError' });
    host.instead = (request, response) => response.writeHead(302, { location: `${other.url}${request.url}` }).end();
    const before = other.asked.length;
    const sent = await runs(from(), action('Compile'), 'Failed');
    expect(sent.actions[0]?.output?.executionResult?.errorDetails).toMatchObject({ code: 'ConfigurationError' });
    expect(other.asked).toHaveLength(before);
    await other.close();
  });

  it('a host that does not answer well is asked again, and whoever waits sees why', async () => {
    let failures = 0;
    let isMended = false;
    host.instead = (_request, response) => {
      failures += 1;
      if (isMended) host.instead = undefined;
      response.writeHead(503).end();
    };
    const name = named();
    await create(client(), pipeline(name, [stage('Source', from()), stage('Build', action('Compile'))], QUIET));
    const id = await start(client(), name);
    await waitFor('the reason to be shown', async () => {
      const { latestExecution } = (await stageState(client(), name, 'Source')).actionStates?.[0] ?? {};
      return (
        latestExecution?.status === 'InProgress' && /^Will be tried again: .*503/.test(latestExecution.summary ?? '')
      );
    });
    isMended = true;
    await untilStatus(client(), name, id, 'Succeeded');
    const [fetched] = await actionsOf(client(), name, id);
    expect(fetched?.output?.executionResult?.externalExecutionSummary).toMatch(/^Changed /);
    expect(failures).toBeGreaterThanOrEqual(2);
  });

  it('no password is on a command line or in the log, and nothing is left behind', async () => {
    const seen: string[] = [];
    host.instead = (_request, response) => {
      // While git waits for the answer, its command line can be read.
      void promisify(execFile)('ps', ['-ww', '-eo', 'args']).then(({ stdout }) => {
        seen.push(stdout);
        host.instead = undefined;
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      });
    };
    await runs(from(), action('Compile'));
    expect(seen.join('')).toContain('git-remote-http');
    expect(seen.join('')).not.toContain(host.password);
    expect(server.errors.join('\n')).not.toContain(host.password);
    await waitFor('the place to be empty', async () =>
      readdirSync(join(server.directory, 'fetched')).length === 0 ? true : undefined,
    );
  });
});
