import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteWebhookCommand,
  DeregisterWebhookWithThirdPartyCommand,
  ListTagsForResourceCommand,
  ListWebhooksCommand,
  PutWebhookCommand,
  RegisterWebhookWithThirdPartyCommand,
  TagResourceCommand,
  type WebhookDefinition,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { type GithubStandIn, startGithub } from '../../harness/github-stand-in.ts';
import { action, create, pipeline, QUIET, source, stage } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const HOOK: WebhookDefinition = {
  name: 'hook',
  targetPipeline: 'hooked',
  targetAction: 'Fetch',
  filters: [{ jsonPath: '$.ref', matchEquals: 'refs/heads/{Branch}' }],
  authentication: 'GITHUB_HMAC',
  authenticationConfiguration: { SecretToken: 'very secret' },
};

describe.each(DIALECTS)('webhooks on %s', (dialect) => {
  let server: TestServer;
  let github: GithubStandIn;
  const client = () => server.codepipeline;
  const put = (settings: Partial<WebhookDefinition> = {}, tags = [] as { key: string; value: string }[]) =>
    client().send(new PutWebhookCommand({ webhook: { ...HOOK, ...settings }, ...(tags.length > 0 ? { tags } : {}) }));
  const list = async () => (await client().send(new ListWebhooksCommand({}))).webhooks ?? [];

  beforeAll(async () => {
    github = await startGithub('github-token');
    const { providers } = dummyProvider();
    server = await startTestServer(dialect, { githubApi: github.api }, { providers });
    await create(client(), pipeline('hooked', [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    await create(
      client(),
      pipeline('at-github', [stage('Source', fromGithub()), stage('Build', action('Compile'))], QUIET),
    );
  });
  afterAll(async () => {
    await server.close();
    await github.close();
    expect(server.errors).toEqual([]);
  });

  const fromGithub = () =>
    source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'ThirdParty', provider: 'GitHub', version: '1' },
      configuration: {
        Owner: 'Codertocat',
        Repo: 'Hello-World',
        Branch: 'master',
        OAuthToken: 'github-token',
        PollForSourceChanges: 'false',
      },
    });

  it('have a URL of their own, and never show their secret', async () => {
    const { webhook } = await put({}, [{ key: 'team', value: 'red' }]);
    expect(webhook).toMatchObject({
      definition: { ...HOOK, authenticationConfiguration: { SecretToken: '****' } },
      arn: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:webhook:hook`,
      tags: [{ key: 'team', value: 'red' }],
    });
    expect(webhook?.url).toMatch(new RegExp(`^${server.endpoint}/_webhooks/[\\w-]{43}$`));
    expect(await list()).toEqual([webhook]);
    expect(JSON.stringify(await list())).not.toContain('very secret');
  });

  // A PostgreSQL of others has no file to look into.
  if (dialect === 'sqlite')
    it('keep their secret sealed: a copy of the database tells nothing of it', async () => {
      await put();
      const files = readdirSync(server.directory).filter((name) => name.startsWith('velocius.db'));
      const content = Buffer.concat(files.map((name) => readFileSync(join(server.directory, name))));
      expect(content.includes('refs/heads/{Branch}')).toBe(true);
      expect(content.includes('very secret')).toBe(false);
    });

  it('keep their URL when they are put again, and get a new one when they are made anew', async () => {
    const { webhook: first } = await put();
    const { webhook: again } = await put({ filters: [{ jsonPath: '$.action' }] });
    expect(again?.url).toBe(first?.url);
    expect(again?.definition?.filters).toEqual([{ jsonPath: '$.action' }]);
    await client().send(new DeleteWebhookCommand({ name: 'hook' }));
    await client().send(new DeleteWebhookCommand({ name: 'hook' }));
    expect(await list()).toEqual([]);
    const { webhook: anew } = await put();
    expect(anew?.url).not.toBe(first?.url);
    expect(anew?.tags ?? []).toEqual([]);
  });

  it('can be tagged', async () => {
    const { webhook } = await put({ name: 'tagged' });
    const resourceArn = webhook?.arn;
    await client().send(new TagResourceCommand({ resourceArn, tags: [{ key: 'a', value: 'b' }] }));
    const { tags } = await client().send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual([{ key: 'a', value: 'b' }]);
    const missing = client().send(new ListTagsForResourceCommand({ resourceArn: `${resourceArn}-not` }));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  const AUTHENTICATION = 'InvalidWebhookAuthenticationParametersException';
  const FILTER = 'InvalidWebhookFilterPatternException';
  it.each<[string, Partial<WebhookDefinition>, string]>([
    ['a pipeline that is not there', { targetPipeline: 'missing' }, 'PipelineNotFoundException'],
    ['an action that is not there', { targetAction: 'Missing' }, 'ValidationException'],
    ['an action that is no source', { targetAction: 'Compile' }, 'ValidationException'],
    ['HMAC without a secret', { authenticationConfiguration: {} }, AUTHENTICATION],
    [
      'HMAC with a range',
      { authenticationConfiguration: { SecretToken: 'x', AllowedIPRange: '10.0.0.0/8' } },
      AUTHENTICATION,
    ],
    ['IP without a range', { authentication: 'IP', authenticationConfiguration: {} }, AUTHENTICATION],
    ...['10.0.0.0', '10.0.0/8', '10.0.0.0/33', '::/129', 'fe80::1', 'anybody/0', '10.0.0.0/-1'].map(
      (AllowedIPRange): [string, Partial<WebhookDefinition>, string] => [
        `the range ${AllowedIPRange}`,
        { authentication: 'IP', authenticationConfiguration: { AllowedIPRange } },
        AUTHENTICATION,
      ],
    ),
    ['nobody with a secret', { authentication: 'UNAUTHENTICATED' }, AUTHENTICATION],
    ...[
      '$.ref[',
      '$..a..b',
      "$[?match(@.a, '(a+)+')]",
      "$[?search(@.a, '(a+)+')]",
      '$[*,*][*,*][*,*][*,*][*,*]',
      '$[?@[?@[?@.a]]]',
      '$.commits.length()',
      '$[(@.length-1)]',
      "$['constructor'](1)",
    ].map((jsonPath): [string, Partial<WebhookDefinition>, string] => [
      `the path ${jsonPath}`,
      { filters: [{ jsonPath }] },
      FILTER,
    ]),
    [
      'the secret of an action',
      { targetPipeline: 'at-github', filters: [{ jsonPath: '$.token', matchEquals: 'is {OAuthToken}' }] },
      FILTER,
    ],
    ['six filters', { filters: Array(6).fill({ jsonPath: '$.ref' }) }, 'ValidationException'],
    ['a path that is too long', { filters: [{ jsonPath: `$.${'a'.repeat(149)}` }] }, 'ValidationException'],
    ['a name that is none', { name: 'no name' }, 'ValidationException'],
  ])('PutWebhook refuses %s', async (_what, settings, name) => {
    const before = await list();
    await expect(put({ name: 'refused', ...settings })).rejects.toMatchObject({ name });
    expect(await list()).toEqual(before);
  });

  it('PutWebhook refuses tags that cannot be', async () => {
    const twice = [
      { key: 'a', value: '1' },
      { key: 'a', value: '2' },
    ];
    await expect(put({ name: 'refused' }, twice)).rejects.toMatchObject({ name: 'InvalidTagsException' });
    const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
    await expect(put({ name: 'refused' }, many)).rejects.toMatchObject({ name: 'TooManyTagsException' });
  });

  it('ListWebhooks pages by name, and refuses tokens that are not its own', async () => {
    for (const name of ['page-a', 'page-b', 'page-c']) await put({ name });
    const names: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client().send(new ListWebhooksCommand({ MaxResults: 2, NextToken }));
      expect(page.webhooks?.length).toBeLessThanOrEqual(2);
      names.push(...(page.webhooks ?? []).map(({ definition }) => definition?.name));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(names.filter((name) => name?.startsWith('page-'))).toEqual(['page-a', 'page-b', 'page-c']);
    expect(names).toEqual((await list()).map(({ definition }) => definition?.name));
    const foreign = client().send(new ListWebhooksCommand({ NextToken: 'foreign' }));
    await expect(foreign).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    const tooMany = client().send(new ListWebhooksCommand({ MaxResults: 101 }));
    await expect(tooMany).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are 300 at the most', async () => {
    const there = (await client().send(new ListWebhooksCommand({}))).webhooks?.length ?? 0;
    const names = Array.from({ length: 300 - there }, (_, index) => `many-${index}`);
    await Promise.all(names.map((name) => put({ name })));
    await expect(put({ name: 'one-too-many' })).rejects.toMatchObject({ name: 'LimitExceededException' });
    await expect(put({ name: 'many-0' })).resolves.toBeDefined();
    await Promise.all(names.map((name) => client().send(new DeleteWebhookCommand({ name }))));
  });

  describe('at GitHub', () => {
    const register = (webhookName: string) => client().send(new RegisterWebhookWithThirdPartyCommand({ webhookName }));
    const deregister = (webhookName: string) =>
      client().send(new DeregisterWebhookWithThirdPartyCommand({ webhookName }));
    const atGithub = { name: 'at-github', targetPipeline: 'at-github' };

    it('are written into the repository, once, and taken out of it', async () => {
      const { webhook } = await put(atGithub);
      await deregister('at-github');
      await register('at-github');
      await put({ ...atGithub, authenticationConfiguration: { SecretToken: 'another secret' } });
      await register('at-github');
      expect([...github.hooks.values()]).toMatchObject([
        {
          active: true,
          events: ['push'],
          config: { url: webhook?.url, content_type: 'json', insecure_ssl: '0', secret: 'another secret' },
        },
      ]);
      await deregister('at-github');
      expect(github.hooks.size).toBe(0);
      await deregister('at-github');
    });

    it.each([
      ['a webhook that is not there', 'missing', 'WebhookNotFoundException'],
      ['a source that is not at GitHub', 'hook', 'ValidationException'],
    ])('refuse %s', async (_what, webhookName, name) => {
      await expect(register(webhookName)).rejects.toMatchObject({ name });
      await expect(deregister(webhookName)).rejects.toMatchObject({ name });
    });

    it('say what GitHub says when it refuses, and keep it', async () => {
      const { webhook } = await put({ ...atGithub, name: 'no-token' });
      github.refuse = true;
      const refused = register('no-token');
      await expect(refused).rejects.toMatchObject({ name: 'ValidationException', message: /401.*Bad credentials/ });
      github.refuse = false;
      const kept = (await list()).find(({ url }) => url === webhook?.url);
      expect(kept).toMatchObject({ errorCode: 'ValidationException', errorMessage: expect.stringContaining('401') });
    });

    it('say that GitHub cannot be reached', async () => {
      await put(atGithub);
      await github.close();
      await expect(register('at-github')).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringContaining('could not be reached'),
      });
    });
  });
});
