import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ActionDeclaration,
  CreatePipelineCommand,
  GetPipelineCommand,
  type GitConfiguration,
  ListPipelineExecutionsCommand,
  type PipelineDeclaration,
} from '@aws-sdk/client-codepipeline';
import type { ProviderType } from '@aws-sdk/client-codestar-connections';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, connectTo } from '../harness/connections.ts';
import { DIALECTS } from '../harness/databases.ts';
import { deliver, hubSignature, recording } from '../harness/deliveries.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { cloneOf, createRepository, type GitPlace } from '../harness/git-client.ts';
import { type GitHost, startGitHost } from '../harness/git-host.ts';
import { action, actionsOf, approval, create, pipeline, source, stage } from '../harness/pipelines.ts';
import { recordingTarget } from '../harness/recording-target.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { codecommitSource } from '../harness/watched-sources.ts';

const SECRET = 'a webhook secret';
const NEW = '0'.repeat(40);

describe.each(DIALECTS)('git triggers on %s', (dialect) => {
  let server: TestServer;
  let host: GitHost;
  const recorder = recordingTarget();
  const client = () => server.codepipeline;

  beforeAll(async () => {
    [server, host] = await Promise.all([
      startTestServer(dialect, {}, { providers: dummyProvider().providers, ruleTargets: [recorder.kind] }),
      startGitHost(),
    ]);
    const EventPattern = JSON.stringify({ source: ['aws.codepipeline'], detail: { state: ['SUCCEEDED', 'FAILED'] } });
    await server.events.send(new PutRuleCommand({ Name: 'ends', EventPattern }));
    const Targets = [{ Id: '1', Arn: `arn:aws:recorder:${REGION}:${ACCOUNT}:tape` }];
    await server.events.send(new PutTargetsCommand({ Rule: 'ends', Targets }));
  });
  afterAll(async () => {
    await server.close();
    await host.close();
    expect(server.errors).toEqual([]);
  });

  const triggered = (
    name: string,
    fetch: ActionDeclaration,
    filters: Omit<GitConfiguration, 'sourceActionName'> | undefined,
    settings: Partial<PipelineDeclaration> = {},
  ): PipelineDeclaration =>
    pipeline(name, [stage('Source', { ...fetch, namespace: 'Src' }), stage('Build', action('Compile'))], {
      executionMode: 'QUEUED',
      ...(filters && {
        triggers: [
          {
            providerType: 'CodeStarSourceConnection',
            gitConfiguration: { sourceActionName: fetch.name, ...filters },
          },
        ],
      }),
      ...settings,
    });
  const runsOf = async (pipelineName: string) =>
    (
      (await client().send(new ListPipelineExecutionsCommand({ pipelineName }))).pipelineExecutionSummaries ?? []
    ).reverse();
  /** Runs but for the first, which creating started: trigger and commit, and what the source tells of them. */
  const untilRuns = (name: string, count: number) =>
    waitFor(`${count} triggered runs of ${name}`, async () => {
      const [, ...runs] = await runsOf(name);
      if (runs.length < count || runs.some(({ status }) => status === 'InProgress')) return undefined;
      return Promise.all(
        runs.map(async ({ trigger, pipelineExecutionId = '', status }) => {
          const [fetch] = await actionsOf(client(), name, pipelineExecutionId);
          return { ...trigger, status, variables: fetch?.output?.outputVariables ?? {} };
        }),
      );
    });

  /** What the events of the ends of so many runs say of their trigger, the first run's too, which creating started. */
  const untilEnds = (name: string, count: number) =>
    waitFor(`the ends of ${count} runs of ${name} to be told`, async () => {
      const ends = recorder.deliveries
        .map(({ payload }) => JSON.parse(payload))
        .filter((event) => event['detail-type'].includes('Pipeline Execution') && event.detail.pipeline === name)
        .map(({ detail }) => detail['execution-trigger']);
      return ends.length < count ? undefined : ends;
    });

  describe('of CodeCommit sources', () => {
    let clone: GitPlace;
    let arn: string;
    beforeAll(async () => {
      const repository = await createRepository(server, 'triggering');
      arn = repository.arn;
      clone = await cloneOf(repository.url);
      await clone.commit('first.txt', 'one');
      await clone.git('push', '--quiet', 'origin', 'HEAD:main');
    });
    const fetch = () => codecommitSource('Code', 'triggering', 'main');

    it('run the very commit of a branch that is included, once, and poll no more', async () => {
      await create(client(), triggered('branches', fetch(), { push: [{ branches: { includes: ['feature/**'] } }] }));
      await create(client(), triggered('tags', fetch(), { push: [{ tags: { includes: ['v*'] } }] }));
      await create(client(), triggered('plain', fetch(), {}));
      const main = await clone.commit('second.txt', 'two');
      await clone.git('push', '--quiet', 'origin', 'HEAD:main');
      const feature = await clone.commit('third.txt', 'three');
      await clone.git('push', '--quiet', 'origin', 'HEAD:feature/a');
      await clone.git('tag', 'v1', main);
      await clone.git('tag', 'x1', main);
      await clone.git('push', '--quiet', 'origin', 'x1', 'v1');
      const webhook = { triggerType: 'WebhookV2', triggerDetail: arn, status: 'Succeeded' };
      expect(await untilRuns('branches', 1)).toMatchObject([
        { ...webhook, variables: { CommitId: feature, BranchName: 'feature/a' } },
      ]);
      expect(await untilRuns('tags', 1)).toMatchObject([{ ...webhook, variables: { CommitId: main, TagName: 'v1' } }]);
      expect(await untilRuns('plain', 1)).toMatchObject([
        { ...webhook, variables: { CommitId: main, BranchName: 'main' } },
      ]);
      const { pipeline: kept } = await client().send(new GetPipelineCommand({ name: 'branches' }));
      expect(kept?.triggers?.[0]?.gitConfiguration?.push?.[0]?.branches?.includes).toEqual(['feature/**']);
    });

    it('look at the paths that were changed: by a push, and by all commits of a new branch', async () => {
      await clone.git('checkout', '--quiet', '-B', 'paths', 'origin/main');
      const filters = { push: [{ branches: { includes: ['main', 'new*'] }, filePaths: { includes: ['*.md'] } }] };
      await create(client(), triggered('paths', fetch(), filters));
      await clone.commit('code.txt', 'x');
      await clone.git('push', '--quiet', 'origin', 'HEAD:main');
      await clone.commit('read.md', 'one');
      const documented = await clone.commit('code.txt', 'y');
      await clone.git('push', '--quiet', 'origin', 'HEAD:main');
      await clone.commit('more.txt', 'x');
      await clone.git('push', '--quiet', 'origin', 'HEAD:new-code');
      await clone.commit('more.md', 'x');
      const branch = await clone.commit('more.txt', 'y');
      await clone.git('push', '--quiet', 'origin', 'HEAD:new-words');
      const runs = await untilRuns('paths', 2);
      expect(runs.map(({ variables }) => [variables.BranchName, variables.CommitId]).sort()).toEqual([
        ['main', documented],
        ['new-words', branch],
      ]);
    });
  });

  describe('of connection sources', () => {
    let app: GitPlace;
    beforeAll(async () => {
      app = await host.repository('owner/app');
    });

    const connect = async (type: ProviderType) => {
      const arn = await connectTo(server, host, type);
      await complete(server, arn, { WebhookSecret: SECRET });
      return { arn, url: `${server.endpoint}/_deliveries/${arn.slice(arn.lastIndexOf('/') + 1)}` };
    };
    const fetchBy = (ConnectionArn: string, configuration = {}) =>
      source('Fetch', {
        actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeStarSourceConnection', version: '1' },
        configuration: { ConnectionArn, FullRepositoryId: 'owner/app', BranchName: 'main', ...configuration },
      });
    /** A push as GitHub delivers it, of our own commits. */
    const githubPush = (members: object) => {
      const repository = { ...(recording('github-push').repository as object), full_name: 'Owner/App' };
      return JSON.stringify({ ...recording('github-push'), repository, ...members });
    };
    const asGithub = (event: string, body: string, id: string = crypto.randomUUID()) => ({
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': hubSignature('sha256', SECRET, body),
    });
    const push = async (url: string, members: object, id?: string) => {
      const body = githubPush(members);
      const { status, text } = await deliver(url, body, asGithub('push', body, id));
      expect(text).toContain('taken in');
      expect(status).toBe(200);
    };
    const commitTo = async (branch: string, path: string) => {
      const commitId = await app.commit(path, `${Math.random()}`);
      await app.git('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
      return commitId;
    };

    it('a push to the branch of the source starts the pipeline by default, and not where that is turned off', async () => {
      const { arn, url } = await connect('GitHub');
      await create(client(), triggered('detecting', fetchBy(arn), undefined));
      await create(client(), triggered('off', fetchBy(arn, { DetectChanges: 'false' }), undefined));
      const commitId = await commitTo('main', 'a.txt');
      await push(url, { ref: 'refs/heads/other', after: commitId });
      await push(url, { ref: 'refs/heads/main', before: NEW, after: commitId }, 'the same');
      await push(url, { ref: 'refs/heads/main', before: NEW, after: commitId }, 'the same');
      expect(await untilRuns('detecting', 1)).toMatchObject([
        {
          triggerType: 'Webhook',
          triggerDetail: arn,
          status: 'Succeeded',
          variables: { CommitId: commitId, BranchName: 'main', FullRepositoryName: 'owner/app' },
        },
      ]);
      expect(await runsOf('off')).toHaveLength(1);
    });

    it('GitHub: branches and tags by their filters, and the head of a pull request', async () => {
      const { arn, url } = await connect('GitHub');
      const filters = { push: [{ branches: { includes: ['release/*'] } }, { tags: { excludes: ['*-rc'] } }] };
      await create(client(), triggered('at-github', fetchBy(arn), filters));
      await create(client(), triggered('pulls', fetchBy(arn), { pullRequest: [{ branches: { includes: ['main'] } }] }));
      const release = await commitTo('release/1', 'r.txt');
      await push(url, { ref: 'refs/heads/main', after: release });
      await push(url, { ref: 'refs/tags/v1-rc', after: release });
      await push(url, { ref: 'refs/heads/release/1', before: NEW, after: release });
      await push(url, { ref: 'refs/tags/v1', before: NEW, after: release });
      const head = await commitTo('changes', 'p.txt');
      const request = recording('github-pull-request').pull_request as Record<string, object>;
      const pull_request = {
        ...request,
        head: { ...request.head, sha: head, ref: 'changes' },
        base: { ...request.base, ref: 'main' },
      };
      const body = JSON.stringify({
        ...recording('github-pull-request'),
        pull_request,
        repository: { full_name: 'owner/app' },
      });
      await deliver(url, body, asGithub('pull_request', body));
      const runs = await untilRuns('at-github', 2);
      const origins = runs.map(({ variables: { BranchName = '', TagName = '' } }) => TagName || BranchName);
      expect(origins.sort()).toEqual(['release/1', 'v1']);
      const commit = {
        'author-display-name': 'Tester',
        'full-repository-name': 'owner/app',
        'provider-type': 'GitHub',
        'author-email': 'tester@example.com',
        'commit-message': expect.any(String),
        'author-date': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        'commit-id': release,
        'connection-arn': arn,
        'author-id': 'Tester',
      };
      const [created, ...triggers] = await untilEnds('at-github', 3);
      expect(created).toBeUndefined();
      expect(triggers.sort((one, other) => ('tag-name' in one ? 1 : 0) - ('tag-name' in other ? 1 : 0))).toEqual([
        { ...commit, 'branch-name': 'release/1' },
        { ...commit, 'tag-name': 'v1' },
      ]);
      expect(await untilRuns('pulls', 1)).toMatchObject([
        {
          triggerType: 'WebhookV2',
          triggerDetail: arn,
          variables: {
            CommitId: head,
            BranchName: 'changes',
            PullRequestId: '2',
            PullRequestTitle: 'Update the README with new information.',
            DestinationBranchName: 'main',
          },
        },
      ]);
    });

    it('GitLab: paths of a push that the host does not list, and of a merge request', async () => {
      const { arn, url } = await connect('GitLab');
      const at = { project: { path_with_namespace: 'owner/app' } };
      const only = { branches: { includes: ['main'] }, filePaths: { includes: ['docs/**'] } };
      await create(client(), triggered('gitlab-push', fetchBy(arn), { push: [only] }));
      await create(client(), triggered('gitlab-merge', fetchBy(arn), { pullRequest: [only] }));
      const asGitlab = (event: string) => ({ 'x-gitlab-event': event, 'x-gitlab-token': SECRET });
      const pushed = async (before: string, after: string) => {
        const members = { before, after, checkout_sha: after, ref: 'refs/heads/main' };
        const body = JSON.stringify({ ...recording('gitlab-push'), ...at, ...members });
        expect((await deliver(url, body, asGitlab('Push Hook'))).status).toBe(200);
      };
      await app.git('checkout', '--quiet', '-B', 'gitlab', 'origin/main');
      const first = await commitTo('main', 'code.txt');
      const base = (await app.git('rev-parse', 'HEAD~1')).trim();
      await pushed(base, first);
      await app.git('mv', 'code.txt', 'code2.txt');
      mkdirSync(join(app.directory, 'docs'));
      const second = await commitTo('main', 'docs/page.txt');
      await pushed(first, second);
      expect(await untilRuns('gitlab-push', 1)).toMatchObject([{ variables: { CommitId: second } }]);
      const head = await commitTo('change', 'docs/other.txt');
      const attributes = recording('gitlab-merge-request').object_attributes as object;
      const object_attributes = {
        ...attributes,
        target_branch: 'main',
        source_branch: 'change',
        last_commit: { id: head },
      };
      const body = JSON.stringify({ ...recording('gitlab-merge-request'), ...at, object_attributes });
      expect((await deliver(url, body, asGitlab('Merge Request Hook'))).status).toBe(200);
      expect(await untilRuns('gitlab-merge', 1)).toMatchObject([
        { variables: { CommitId: head, BranchName: 'change', PullRequestId: '1', PullRequestTitle: 'MS-Viewport' } },
      ]);
    });

    it('Bitbucket: a push, and a pull request of whose head it tells the first digits', async () => {
      const { arn, url } = await connect('Bitbucket');
      await create(client(), triggered('bitbucket', fetchBy(arn), { push: [{ branches: { includes: ['b*'] } }] }));
      await create(
        client(),
        triggered('bitbucket-pull', fetchBy(arn), { pullRequest: [{ branches: { includes: ['main'] } }] }),
      );
      const commitId = await commitTo('bucket', 'b.txt');
      const asBitbucket = (event: string, body: string) => ({
        'x-event-key': event,
        'x-request-uuid': crypto.randomUUID(),
        'x-hub-signature': hubSignature('sha256', SECRET, body),
      });
      const repository = { full_name: 'owner/app' };
      const change = { new: { type: 'branch', name: 'bucket', target: { hash: commitId } }, old: null };
      const pushBody = JSON.stringify({ ...recording('bitbucket-push'), repository, push: { changes: [change] } });
      expect((await deliver(url, pushBody, asBitbucket('repo:push', pushBody))).status).toBe(200);
      expect(await untilRuns('bitbucket', 1)).toMatchObject([
        { variables: { CommitId: commitId, BranchName: 'bucket' } },
      ]);
      const pullrequest = {
        id: 7,
        title: 'Seven',
        source: { branch: { name: 'bucket' }, commit: { hash: commitId.slice(0, 12) }, repository },
        destination: { branch: { name: 'main' }, commit: { hash: 'ce5965ddd289' }, repository },
      };
      const body = JSON.stringify({ repository, pullrequest });
      expect((await deliver(url, body, asBitbucket('pullrequest:created', body))).status).toBe(200);
      expect(await untilRuns('bitbucket-pull', 1)).toMatchObject([
        { variables: { CommitId: commitId, PullRequestId: '7', DestinationBranchName: 'main' } },
      ]);
    });

    it('what does not show the secret, or is no connection, or no JSON, starts nothing', async () => {
      const { arn, url } = await connect('GitHub');
      await create(client(), triggered('guarded', fetchBy(arn), undefined));
      const commitId = await commitTo('main', 'g.txt');
      const body = githubPush({ ref: 'refs/heads/main', before: NEW, after: commitId });
      const wrong = { ...asGithub('push', body), 'x-hub-signature-256': hubSignature('sha256', 'guess', body) };
      expect((await deliver(url, body, wrong)).status).toBe(403);
      expect((await deliver(url, body, { 'x-github-event': 'push' })).status).toBe(403);
      expect((await deliver(`${url}0`, body, asGithub('push', body))).status).toBe(404);
      expect((await deliver(url, 'x', asGithub('push', 'x'))).status).toBe(400);
      const ping = JSON.stringify({ zen: 'Design for failure.' });
      expect((await deliver(url, ping, asGithub('ping', ping))).status).toBe(200);
      expect((await deliver(url, body, { ...asGithub('push', body), origin: 'http://evil.example' })).status).toBe(403);
      await push(url, { ref: 'refs/heads/main', before: NEW, after: commitId });
      await untilRuns('guarded', 1);
      expect(await runsOf('guarded')).toHaveLength(2);
    });

    it('an event that cannot start its pipeline is told of, and forgotten', async () => {
      const { arn, url } = await connect('GitHub');
      const stages = [stage('Source', fetchBy(arn)), stage('Wait', approval())];
      await client().send(
        new CreatePipelineCommand({ pipeline: pipeline('choosy', stages, { variables: [{ name: 'Needed' }] }) }),
      );
      const commitId = await commitTo('main', 'w.txt');
      await push(url, { ref: 'refs/heads/main', before: NEW, after: commitId });
      await waitFor('the refusal to be told', async () => server.errors.some((line) => line.includes("'Needed'")));
      expect(await runsOf('choosy')).toEqual([]);
      server.errors.length = 0;
    });
  });
});
