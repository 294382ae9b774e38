import {
  DeletePipelineCommand,
  DeleteWebhookCommand,
  ListPipelineExecutionsCommand,
  ListWebhooksCommand,
  PutWebhookCommand,
  StartPipelineExecutionCommand,
  type WebhookDefinition,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IpRange, parseRange } from '../../src/kernel/ip-range.ts';
import { DIALECTS } from '../harness/databases.ts';
import { deliver, hubSignature, recording } from '../harness/deliveries.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { type GitHost, startGitHost } from '../harness/git-host.ts';
import { action, approval, create, pipeline, source, stage, untilStatus } from '../harness/pipelines.ts';
import { sendRaw } from '../harness/raw-http.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';

const SECRET = 'It is between us';
const TOKEN = 'github-token';
const PUSH = JSON.stringify(recording('github-push'));

describe.each(DIALECTS)('deliveries to webhooks on %s', (dialect) => {
  let server: TestServer;
  let github: GitHost;
  const client = () => server.codepipeline;
  const SETTINGS = { variables: [{ name: 'Reason', defaultValue: 'none' }] };

  beforeAll(async () => {
    github = await startGitHost('x-access-token', TOKEN);
    const { providers } = dummyProvider();
    const loopback = parseRange('127.0.0.0/8') as IpRange;
    server = await startTestServer(dialect, { githubUrl: github.url, trustedProxies: [loopback] }, { providers });
    await create(client(), hooked('app', SETTINGS));
  });
  afterAll(async () => {
    await server.close();
    await github.close();
    expect(server.errors).toEqual([]);
  });

  const hooked = (name: string, settings = {}) =>
    pipeline(
      name,
      [stage('Source', source('Fetch', { configuration: { Note: 'master' } })), stage('Build', action('Compile'))],
      settings,
    );

  /** Answers the URL of a webhook that listens to pushes of the branch in the configuration. */
  const hook = async (name: string, settings: Partial<WebhookDefinition> = {}): Promise<string> => {
    const definition: WebhookDefinition = {
      name,
      targetPipeline: 'app',
      targetAction: 'Fetch',
      filters: [{ jsonPath: '$.ref', matchEquals: 'refs/heads/{Note}' }],
      authentication: 'GITHUB_HMAC',
      authenticationConfiguration: { SecretToken: SECRET },
      ...settings,
    };
    return (await client().send(new PutWebhookCommand({ webhook: definition }))).webhook?.url ?? '';
  };
  const signed = (body: string, secret = SECRET) => ({
    'x-github-event': 'push',
    'x-hub-signature': hubSignature('sha1', secret, body),
    'x-hub-signature-256': hubSignature('sha256', secret, body),
  });
  const executionsOf = async (pipelineName: string) =>
    (await client().send(new ListPipelineExecutionsCommand({ pipelineName }))).pipelineExecutionSummaries ?? [];
  const webhookAt = async (url: string) =>
    (await client().send(new ListWebhooksCommand({}))).webhooks?.find((webhook) => webhook.url === url);
  /** Delivers, and answers what was answered and how many executions that started. */
  const deliverAndCount = async (
    url: string,
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>>,
    name = 'app',
  ) => {
    const before = (await executionsOf(name)).length;
    const { status } = await deliver(url, body, headers);
    return { status, started: (await executionsOf(name)).length - before };
  };

  it('a push as GitHub delivers it starts the pipeline, which runs to its end', async () => {
    const url = await hook('push');
    expect(await deliverAndCount(url, PUSH, signed(PUSH))).toEqual({ status: 200, started: 1 });
    const [execution] = await executionsOf('app');
    const arn = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:webhook:push`;
    expect(execution?.trigger).toEqual({ triggerType: 'Webhook', triggerDetail: arn });
    await untilStatus(client(), 'app', execution?.pipelineExecutionId ?? '', 'Succeeded');
    const webhook = await webhookAt(url);
    expect(Date.now() - (webhook?.lastTriggered?.getTime() ?? 0)).toBeLessThan(30_000);
    expect(webhook?.errorCode).toBeUndefined();
  });

  it('a push starts the pipeline of a GitHub source, whose configuration says which branch', async () => {
    const place = await github.repository('Codertocat/Hello-World');
    const commitId = await place.commit('hello.txt', 'Hello');
    await place.git('push', '--quiet', 'origin', 'HEAD:master');
    const configuration = {
      Owner: 'Codertocat',
      Repo: 'Hello-World',
      Branch: 'master',
      OAuthToken: TOKEN,
      PollForSourceChanges: 'false',
    };
    const actionTypeId = { category: 'Source', owner: 'ThirdParty', provider: 'GitHub', version: '1' } as const;
    const fetch = source('Fetch', { actionTypeId, configuration });
    await create(
      client(),
      pipeline('at-github', [stage('Source', fetch), stage('Build', action('Compile'))], SETTINGS),
    );
    const filters = [{ jsonPath: '$.ref', matchEquals: 'refs/heads/{Branch}' }];
    const url = await hook('to-github', { targetPipeline: 'at-github', filters });
    expect(await deliverAndCount(url, PUSH, signed(PUSH), 'at-github')).toEqual({ status: 200, started: 1 });
    const [execution] = await executionsOf('at-github');
    await untilStatus(client(), 'at-github', execution?.pipelineExecutionId ?? '', 'Succeeded');
    const [run] = await executionsOf('at-github');
    expect(run).toMatchObject({ trigger: { triggerType: 'Webhook' }, sourceRevisions: [{ revisionId: commitId }] });
  });

  it.each([
    ['the older signature alone', { 'x-hub-signature': hubSignature('sha1', SECRET, PUSH) }, 200],
    ['the newer signature alone', { 'x-hub-signature-256': hubSignature('sha256', SECRET, PUSH) }, 200],
    ['no signature', {}, 403],
    ['a signature by another secret', { 'x-hub-signature-256': hubSignature('sha256', 'guess', PUSH) }, 403],
    ['a signature of another body', { 'x-hub-signature-256': hubSignature('sha256', SECRET, `${PUSH} `) }, 403],
    ['half a signature', { 'x-hub-signature-256': hubSignature('sha256', SECRET, PUSH).slice(0, 40) }, 403],
    ['an algorithm nobody knows', { 'x-hub-signature': `md5=${'0'.repeat(32)}` }, 403],
    [
      'a wrong newer signature beside a right older one',
      { 'x-hub-signature': hubSignature('sha1', SECRET, PUSH), 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
      403,
    ],
  ])('%s', async (_what, headers, status) => {
    const url = await hook('signature');
    expect(await deliverAndCount(url, PUSH, headers)).toEqual({ status, started: status === 200 ? 1 : 0 });
    const webhook = await webhookAt(url);
    expect(webhook?.errorCode).toBe(status === 200 ? undefined : '403');
    if (status !== 200) expect(webhook?.errorMessage).toContain('GITHUB_HMAC');
  });

  it('a delivery that does not match every filter starts nothing', async () => {
    const filters = [
      { jsonPath: '$.ref', matchEquals: 'refs/heads/{Note}' },
      { jsonPath: '$.commits[*].added[*]', matchEquals: 'README.md' },
      { jsonPath: '$.deleted', matchEquals: 'false' },
      { jsonPath: "$.commits[?@.distinct == true && @.author.name == 'Codertocat'].id" },
    ];
    const url = await hook('filters', { filters });
    const changed = (members: object) => JSON.stringify({ ...recording('github-push'), ...members });
    expect(await deliverAndCount(url, PUSH, signed(PUSH))).toEqual({ status: 200, started: 1 });
    for (const members of [{ ref: 'refs/heads/other' }, { commits: [] }, { deleted: true }, { ref: { master: 1 } }]) {
      const body = changed(members);
      expect(await deliverAndCount(url, body, signed(body))).toEqual({ status: 200, started: 0 });
    }
    expect((await webhookAt(url))?.errorCode).toBeUndefined();
  });

  it('a ping starts nothing, even without filters', async () => {
    const url = await hook('ping', { filters: [] });
    const body = JSON.stringify({ zen: 'Design for failure.' });
    const ping = { ...signed(body), 'x-github-event': 'ping' };
    expect(await deliverAndCount(url, body, ping)).toEqual({ status: 200, started: 0 });
    expect(await deliverAndCount(url, body, signed(body))).toEqual({ status: 200, started: 1 });
  });

  it('a form that holds JSON is read as GitHub means it, and what is no JSON is refused', async () => {
    const url = await hook('form');
    const form = `payload=${encodeURIComponent(PUSH)}`;
    const headers = { ...signed(form), 'content-type': 'application/x-www-form-urlencoded' };
    expect(await deliverAndCount(url, form, headers)).toEqual({ status: 200, started: 1 });
    const saysForm = { ...signed(PUSH), 'content-type': 'application/x-www-form-urlencoded' };
    expect(await deliverAndCount(url, PUSH, saysForm)).toEqual({ status: 200, started: 1 });
    expect(await deliverAndCount(url, 'no json', signed('no json'))).toEqual({ status: 400, started: 0 });
    expect((await webhookAt(url))?.errorCode).toBe('400');
  });

  it.each([
    ['127.0.0.0/8', 200],
    ['127.0.0.1/32', 200],
    ['0.0.0.0/0', 200],
    ['10.0.0.0/8', 403],
    ['::/0', 403],
    ['2001:db8::/32', 403],
  ])('the range %s lets this machine in with %i', async (AllowedIPRange, status) => {
    const url = await hook('address', { authentication: 'IP', authenticationConfiguration: { AllowedIPRange } });
    expect(await deliverAndCount(url, PUSH, {})).toEqual({ status, started: status === 200 ? 1 : 0 });
  });

  it.each([
    ['203.0.113.7', 200],
    ['198.51.100.1, 203.0.113.7', 200],
    ['203.0.113.7, 198.51.100.1', 403],
    ['203.0.113.7, nonsense', 403],
    ['', 403],
  ])('a trusted proxy is believed whom it speaks for: %j with %i', async (forwarded, status) => {
    const authenticationConfiguration = { AllowedIPRange: '203.0.113.0/24' };
    const url = await hook('proxied', { authentication: 'IP', authenticationConfiguration });
    const headers = { 'x-forwarded-for': forwarded };
    expect(await deliverAndCount(url, PUSH, headers)).toEqual({ status, started: status === 200 ? 1 : 0 });
  });

  it('nobody needs to prove anything where nothing is asked for', async () => {
    const url = await hook('open', { authentication: 'UNAUTHENTICATED', authenticationConfiguration: {} });
    expect(await deliverAndCount(url, PUSH, {})).toEqual({ status: 200, started: 1 });
  });

  it('only its own URL reaches a webhook, and only by POST', async () => {
    const url = await hook('url');
    const { pathname } = new URL(url);
    const get = await sendRaw(server.endpoint, { method: 'GET', path: pathname, headers: {} });
    expect(get).toMatchObject({ status: 405, headers: { allow: 'POST' } });
    for (const other of [`${url}x`, url.slice(0, -1), `${url}/`, `${server.endpoint}/_webhooks/`]) {
      expect((await deliver(other, PUSH, signed(PUSH))).status).toBe(404);
    }
    await client().send(new DeleteWebhookCommand({ name: 'url' }));
    expect((await deliver(url, PUSH, signed(PUSH))).status).toBe(404);
  });

  it('a host may know the server by any name, a page of another origin may not deliver', async () => {
    const url = await hook('names');
    expect((await deliver(url, PUSH, { ...signed(PUSH), host: 'ci.example.com' })).status).toBe(200);
    expect((await deliver(url, PUSH, { ...signed(PUSH), origin: 'http://evil.example' })).status).toBe(403);
    const fetched = { ...signed(PUSH), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await deliver(url, PUSH, fetched)).status).toBe(403);
    const elsewhere = await sendRaw(server.endpoint, { method: 'GET', path: '/', headers: { host: 'ci.example.com' } });
    expect(elsewhere.status).toBe(403);
  });

  it('a body that is too large is refused', async () => {
    const url = await hook('large');
    const headers = { 'content-length': String(25 * 1024 * 1024 + 1), expect: '100-continue' };
    expect((await deliver(url, '', headers)).status).toBe(413);
  });

  it('what keeps the pipeline from starting is answered and kept with the webhook', async () => {
    await create(client(), hooked('choosy', { variables: [{ name: 'Needed' }] }));
    await create(client(), hooked('gone', SETTINGS));
    const full = pipeline('full', [stage('Source', source()), stage('Wait', approval())], {
      executionMode: 'PARALLEL',
    });
    await create(client(), full);
    const starts = Array.from({ length: 49 }, () => client().send(new StartPipelineExecutionCommand({ name: 'full' })));
    await Promise.all(starts);
    const limit = 'ConcurrentPipelineExecutionsLimitExceededException';
    const urls = {
      ValidationException: await hook('to-choosy', { targetPipeline: 'choosy', filters: [] }),
      PipelineNotFoundException: await hook('to-gone', { targetPipeline: 'gone', filters: [] }),
      [limit]: await hook('to-full', { targetPipeline: 'full', filters: [] }),
    };
    await client().send(new DeletePipelineCommand({ name: 'gone' }));
    for (const [errorCode, url] of Object.entries(urls)) {
      const answer = await deliver(url, PUSH, signed(PUSH));
      expect(answer.status).toBe(400);
      const { message } = JSON.parse(answer.text);
      expect(await webhookAt(url)).toMatchObject({ errorCode, errorMessage: message });
    }
    expect(await executionsOf('choosy')).toEqual([]);
  });
});
