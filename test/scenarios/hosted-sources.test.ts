import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateProjectCommand,
  DeleteSourceCredentialsCommand,
  ImportSourceCredentialsCommand,
  ListSourceCredentialsCommand,
  type ProjectSource,
  type StartBuildCommandInput,
} from '@aws-sdk/client-codebuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildIdOf, createBatchProject, startBatch, untilBatched } from '../harness/batches.ts';
import { buildOf, logOf, project, startBuild, textOf, untilBuilt } from '../harness/builds.ts';
import { connectTo } from '../harness/connections.ts';
import { DIALECTS } from '../harness/databases.ts';
import type { GitPlace } from '../harness/git-client.ts';
import { type GitHost, startGitHost } from '../harness/git-host.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const BUILDSPEC = textOf({
  version: '0.2',
  phases: {
    build: {
      commands: [
        'echo "at $(cat file.txt) of $(git rev-list --count HEAD)"',
        'echo "from $(git remote get-url origin)"',
      ],
    },
  },
});

describe.each(DIALECTS)('builds of repositories at git hosts, on %s', (dialect) => {
  let server: TestServer;
  let host: GitHost;
  let app: GitPlace;
  let location: string;
  let connected: ProjectSource;
  const commits: string[] = [];

  beforeAll(async () => {
    [server, host] = await Promise.all([startTestServer(dialect), startGitHost()]);
    app = await host.repository('shop/app');
    await app.commit('buildspec.yml', BUILDSPEC);
    for (const word of ['one', 'two', 'three']) {
      await app.commit('file.txt', `${word}\n`);
      commits.push((await app.git('rev-parse', 'HEAD')).trim());
    }
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main', `${commits[0]}:refs/heads/old`);
    await app.git('push', '--quiet', 'origin', `${commits[1]}:refs/tags/v2`, `${commits[0]}:refs/pull/7/head`);
    location = `${host.url}/shop/app.git`;
    const resource = await connectTo(server, host);
    connected = { type: 'GITHUB', location, auth: { type: 'CODECONNECTIONS', resource } };
    await server.codebuild.send(new CreateProjectCommand({ ...project('connected'), source: connected }));
  });
  afterAll(async () => {
    await server.close();
    await host.close();
    expect(server.errors).toEqual([]);
  });
  beforeEach(() => {
    host.open = false;
    host.instead = undefined;
  });

  async function built(name: string, settings: Partial<StartBuildCommandInput> = {}) {
    const build = await untilBuilt(server, await startBuild(server, name, settings));
    const failed = build.phases?.find(({ phaseStatus }) => phaseStatus === 'FAILED');
    return { build, log: await logOf(server, build), context: failed?.contexts?.[0] };
  }

  it.each([
    ['nothing', undefined, 'three', 2],
    ['a branch', 'old', 'one', 0],
    ['a tag', 'v2', 'two', 1],
    ['a pull request', 'pr/7', 'one', 0],
    ['a full name', 'refs/heads/old', 'one', 0],
  ])('take %s as the version', async (_what, sourceVersion, word, index) => {
    const { build, log } = await built('connected', { sourceVersion });
    expect(build).toMatchObject({ buildStatus: 'SUCCEEDED', resolvedSourceVersion: commits[index] });
    // Before the first of the three stand README.md and buildspec.yml.
    expect(log).toContain(`\nat ${word} of ${index + 3}\n`);
    expect(log).toContain(`\nfrom ${location}\n`);
    expect(log).not.toContain(host.password);
  });

  it('take a commit by its id, whole or with little history', async () => {
    const [first] = commits;
    for (const [sourceVersion, gitCloneDepthOverride, history] of [
      [first, undefined, 3],
      [`refs/heads/old^{${first}}`, 0, 3],
      ['old', 1, 1],
      [first, 2, 2],
    ] as const) {
      const { build, log } = await built('connected', { sourceVersion, gitCloneDepthOverride });
      expect(build).toMatchObject({ buildStatus: 'SUCCEEDED', resolvedSourceVersion: first });
      expect(log).toContain(`\nat one of ${history}\n`);
    }
  });

  it('need no auth where anybody may read', async () => {
    const source = { type: 'GITLAB_SELF_MANAGED', location } as const;
    await server.codebuild.send(new CreateProjectCommand({ ...project('public'), source }));
    const refused = await built('public');
    expect(refused.build.buildStatus).toBe('FAILED');
    expect(refused.context).toMatchObject({
      statusCode: 'CLIENT_ERROR',
      message: expect.stringMatching(/PermissionError: .*refuses the credentials.* for primary source/),
    });
    host.open = true;
    expect((await built('public')).build.buildStatus).toBe('SUCCEEDED');
  });

  it('sign in with what was imported for their kind of host, which nobody is shown, and not where it is not meant for', async () => {
    const { codebuild } = server;
    const source = { type: 'GITHUB_ENTERPRISE', location } as const;
    await codebuild.send(new CreateProjectCommand({ ...project('imported'), source }));
    expect((await built('imported')).context?.message).toContain('refuses the credentials');
    const theirs = await startGitHost('x-access-token', 'ghp_imported');
    try {
      const place = await theirs.repository('shop/app');
      await place.commit('buildspec.yml', BUILDSPEC);
      await place.commit('file.txt', 'theirs\n');
      await place.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
      const sourceLocationOverride = `${theirs.url}/shop/app.git`;
      const token = { token: 'ghp_imported', authType: 'PERSONAL_ACCESS_TOKEN' } as const;
      await codebuild.send(new ImportSourceCredentialsCommand({ ...token, serverType: 'GITHUB_ENTERPRISE' }));
      const { build, log } = await built('imported', { sourceLocationOverride });
      expect(build.buildStatus).toBe('SUCCEEDED');
      expect(log).toContain('\nat theirs of');
      expect(log).not.toContain('ghp_imported');
      expect(await server.stored()).not.toContain('ghp_imported');

      await codebuild.send(new ImportSourceCredentialsCommand({ ...token, serverType: 'GITHUB' }));
      const elsewhere = await built('imported', { sourceTypeOverride: 'GITHUB', sourceLocationOverride });
      expect(elsewhere.context?.message).toContain('refuses the credentials');

      await codebuild.send(
        new ImportSourceCredentialsCommand({
          token: connected.auth?.resource,
          authType: 'CODECONNECTIONS',
          serverType: 'GITHUB_ENTERPRISE',
        }),
      );
      expect((await built('imported')).build.buildStatus).toBe('SUCCEEDED');
    } finally {
      const { sourceCredentialsInfos = [] } = await codebuild.send(new ListSourceCredentialsCommand({}));
      for (const { arn } of sourceCredentialsInfos) await codebuild.send(new DeleteSourceCredentialsCommand({ arn }));
      await theirs.close();
    }
    expect((await built('imported')).build.buildStatus).toBe('FAILED');
  });

  it.each([
    ['a branch that is not there', { sourceVersion: 'nowhere' }, /No commit \[nowhere\]/],
    ['a commit that is not there', { sourceVersion: '0'.repeat(40) }, /No commit \[0{40}\]/],
    ['a version that is an option', { sourceVersion: '--upload-pack=id' }, /names no revision/],
    ['a repository that is not there', { sourceLocationOverride: 'http://here/shop/gone.git' }, /no such repository/],
    ['a location that is no address', { sourceLocationOverride: 'shop/app' }, /is not the HTTPS address/],
    ['a location of files', { sourceLocationOverride: 'file:///etc' }, /is not the HTTPS address/],
    ['a location with a password', { sourceLocationOverride: 'https://a:b@example.com/x.git' }, /holds no credentials/],
    [
      'auth that is not built',
      { sourceAuthOverride: { type: 'SECRETS_MANAGER' as const, resource: 'arn:aws:secretsmanager:::secret:x' } },
      /auth of the type SECRETS_MANAGER is not implemented/,
    ],
    [
      'a connection that is not there',
      {
        sourceAuthOverride: {
          type: 'CODECONNECTIONS' as const,
          resource: 'arn:aws:codeconnections:us-east-1:123456789012:connection/00000000-0000-0000-0000-000000000000',
        },
      },
      /Unable to use Connection/,
    ],
  ])('fail for %s', async (_what, settings, words) => {
    const { build, context } = await built('connected', settings);
    expect(build.buildStatus).toBe('FAILED');
    expect(context).toMatchObject({ statusCode: 'CLIENT_ERROR', message: expect.stringMatching(words) });
  });

  it('fail when the host does not answer', async () => {
    host.instead = (_request, response) => response.destroy();
    const { build, context } = await built('connected');
    expect(build.buildStatus).toBe('FAILED');
    expect(context?.statusCode).toBe('CLIENT_ERROR');
  });

  it('of one batch build one commit, whatever is pushed meanwhile', async () => {
    const file = (name: string) => join(server.directory, name);
    const buildspec = textOf({
      version: '0.2',
      batch: { 'build-graph': [{ identifier: 'one' }, { identifier: 'two', 'depend-on': ['one'] }] },
      phases: {
        build: {
          commands: [`touch ${file('runs')}`, `until [ -e ${file('go')} ]; do sleep 0.05; done`, 'cat file.txt'],
        },
      },
    });
    await createBatchProject(server, 'pinned', '', { source: { ...connected, buildspec } });
    const id = await startBatch(server, 'pinned', { sourceVersion: 'moving' });
    expect((await untilBatched(server, id)).buildBatchStatus).toBe('FAILED');
    await app.git('push', '--quiet', 'origin', `${commits[1]}:refs/heads/moving`);
    const again = await startBatch(server, 'pinned', { sourceVersion: 'moving' });
    await waitFor('the first to run', async () => existsSync(file('runs')));
    await app.git('push', '--quiet', 'origin', `${commits[2]}:refs/heads/moving`);
    writeFileSync(file('go'), '');
    const batch = await untilBatched(server, again);
    expect(batch).toMatchObject({ buildBatchStatus: 'SUCCEEDED', resolvedSourceVersion: commits[1] });
    const second = await buildOf(server, buildIdOf(batch, 'two'));
    expect(second.resolvedSourceVersion).toBe(commits[1]);
    expect(await logOf(server, second)).toContain('\ntwo\n');
  });
});
