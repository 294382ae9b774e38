import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateConnectionCommand,
  CreateHostCommand,
  DeleteConnectionCommand,
  GetConnectionCommand,
  GetHostCommand,
  type ProviderType,
  UpdateHostCommand,
} from '@aws-sdk/client-codestar-connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../../../src/kernel/ids.ts';
import { createSecrets } from '../../../src/secrets/secrets.ts';
import { createCodeConnections } from '../../../src/services/codeconnections/index.ts';
import { findConnection, insertConnection } from '../../../src/store/codeconnections/connections.ts';
import type { Database } from '../../../src/store/database.ts';
import { runScript } from '../../harness/child.ts';
import { complete, createConnection } from '../../harness/connections.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const TOKEN = 'ghp_a-token-that-nobody-may-see';
const WEBHOOK_SECRET = 'a-webhook-secret-that-nobody-may-see';

describe.each(DIALECTS)('completing a connection on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const get = async (ConnectionArn: string) =>
    (await server.connections.send(new GetConnectionCommand({ ConnectionArn }))).Connection;

  it('makes it AVAILABLE, and tells nobody its secrets', async () => {
    const arn = await createConnection(server);
    const answer = await complete(server, arn, { Password: TOKEN, WebhookSecret: WEBHOOK_SECRET });
    expect(JSON.parse(answer.text)).toEqual({
      ConnectionArn: arn,
      ConnectionStatus: 'AVAILABLE',
      WebhookUrl: `${server.endpoint}/_deliveries/${arn.split('/')[1]}`,
    });
    expect(await get(arn)).toMatchObject({ ConnectionStatus: 'AVAILABLE' });
    expect(JSON.stringify(await get(arn))).not.toContain(TOKEN);
    if (dialect === 'sqlite')
      for (const name of readdirSync(server.directory).filter((file) => file.startsWith('velocius.db'))) {
        const content = readFileSync(join(server.directory, name));
        for (const secret of [TOKEN, WEBHOOK_SECRET]) expect(content.includes(secret)).toBe(false);
      }
  });

  it('makes its host AVAILABLE; when the host moves both wait for a new handshake', async () => {
    const { HostArn } = await server.connections.send(
      new CreateHostCommand({
        Name: 'ours',
        ProviderType: 'GitHubEnterpriseServer',
        ProviderEndpoint: 'https://git.example.com',
      }),
    );
    const { ConnectionArn = '' } = await server.connections.send(
      new CreateConnectionCommand({ ConnectionName: 'to ours', HostArn }),
    );
    const statuses = async () => [
      (await server.connections.send(new GetHostCommand({ HostArn }))).Status,
      (await get(ConnectionArn))?.ConnectionStatus,
    ];
    await complete(server, ConnectionArn, { Password: TOKEN });
    expect(await statuses()).toEqual(['AVAILABLE', 'AVAILABLE']);
    await server.connections.send(new UpdateHostCommand({ HostArn, ProviderEndpoint: 'https://evil.example.com' }));
    expect(await statuses()).toEqual(['PENDING', 'PENDING']);
  });

  it.each<[string, object]>([
    ['a URL of a program', { CloneUrl: 'ext::sh -c id {repository}' }],
    ['a URL of a file', { CloneUrl: 'file:///etc/{repository}' }],
    ['a URL by ssh', { CloneUrl: 'ssh://git@example.com/{repository}' }],
    ['a URL with credentials', { CloneUrl: 'https://user:password@example.com/{repository}' }],
    ['a URL whose host is the repository', { CloneUrl: 'https://{repository}/x' }],
    ['a URL with a query', { CloneUrl: 'https://example.com/{repository}?x=1' }],
    ['an option', { CloneUrl: '--upload-pack=id' }],
    ['a password of two lines', { Password: 'a\nhost=evil.example.com' }],
    ['a user name with a colon', { Username: 'a:b', Password: 'c' }],
    ['a password without end', { Password: 'a'.repeat(5000) }],
  ])('is refused for %s', async (_what, more) => {
    const arn = await createConnection(server);
    const answer = await complete(server, arn, more);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ __type: 'InvalidInputException' });
    expect(await get(arn)).toMatchObject({ ConnectionStatus: 'PENDING' });
  });

  it('needs a clone URL where nobody knows the git host, and a connection that is there', async () => {
    const azure = await createConnection(server, 'AzureDevOps' as ProviderType);
    expect((await complete(server, azure, { Password: TOKEN })).text).toContain('needs a clone URL');
    const gone = await createConnection(server);
    await server.connections.send(new DeleteConnectionCommand({ ConnectionArn: gone }));
    for (const arn of [gone, `arn:aws:codestar-connections:${REGION}:${ACCOUNT}:host/x`])
      expect(JSON.parse((await complete(server, arn, {})).text)).toMatchObject({ __type: 'ResourceNotFoundException' });
  });

  it('`velocius connection` does it, with secrets from files and standard input', async () => {
    const arn = await createConnection(server);
    const child = runScript(
      'src/cli/velocius.ts',
      ['connection', arn, '--clone-url', 'https://git.example.com/{repository}', '--new-webhook-secret'],
      { AWS_ENDPOINT_URL: server.endpoint },
    );
    expect(await child.exit).toBe(0);
    expect(child.lines[0]).toBe(`${arn} is AVAILABLE`);
    expect(child.lines[1]).toBe(`webhook URL: ${server.endpoint}/_deliveries/${arn.split('/')[1]}`);
    const [, secret = ''] = /^webhook secret: ([\w-]{43})$/.exec(child.lines[2] ?? '') ?? [];
    const body = '{"zen":"Keep it logically awesome."}';
    const deliver = (key: string) =>
      fetch(child.lines[1]?.slice('webhook URL: '.length) ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'ping',
          'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
        },
        body,
      });
    expect((await deliver(secret)).status).toBe(200);
    expect((await deliver('another')).status).toBe(403);
    const wrong = runScript('src/cli/velocius.ts', ['connection', 'x', '--endpoint', server.endpoint]);
    expect(await wrong.exit).toBe(2);
  });
});

describe.each(DIALECTS)('connections as other rooms use them on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  const secrets = createSecrets(Buffer.alloc(32, 7), randomIds);
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  const rooms = () => createCodeConnections({ database, clock: { now: () => 1 }, ids: randomIds, secrets });

  async function connection(providerType: ProviderType): Promise<string> {
    const id = randomIds.uuid();
    await database.write((tx) =>
      insertConnection(tx, {
        id,
        account: ACCOUNT,
        region: REGION,
        service: 'codeconnections',
        name: 'x',
        providerType,
        hostId: null,
        status: 'PENDING',
        cloneUrl: null,
        username: null,
        password: null,
        webhookSecret: null,
        created: 1,
      }),
    );
    const ConnectionArn = `arn:aws:codeconnections:${REGION}:${ACCOUNT}:connection/${id}`;
    await rooms().setup.complete({ account: ACCOUNT, region: REGION }, ConnectionArn, {
      cloneUrl: 'https://git.example.com/x/{repository}.git',
      password: TOKEN,
      webhookSecret: WEBHOOK_SECRET,
    });
    return ConnectionArn;
  }

  const body = Buffer.from('{"ref":"refs/heads/main"}');
  const hmac = (secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

  it.each<[ProviderType, (secret: string) => Record<string, string>]>([
    ['GitHub', (secret) => ({ 'x-hub-signature-256': hmac(secret) })],
    ['Bitbucket', (secret) => ({ 'x-hub-signature': hmac(secret) })],
    ['GitLab', (secret) => ({ 'x-gitlab-token': secret })],
    [
      'AzureDevOps' as ProviderType,
      (secret) => ({ authorization: `Basic ${Buffer.from(`any:${secret}`).toString('base64')}` }),
    ],
  ])('a delivery of %s is told from anybody else’s by the webhook secret', async (type, headersFor) => {
    const { connections } = rooms();
    const arn = await connection(type);
    const { id = '' } = (await connections.find(arn)) ?? {};
    const verify = (headers: Record<string, string>, sent = body) => connections.verify(id, { headers, body: sent });
    expect(await verify(headersFor(WEBHOOK_SECRET))).toBe(true);
    expect(await verify(headersFor('another secret'))).toBe(false);
    expect(await verify({})).toBe(false);
    if (type === 'GitHub') expect(await verify(headersFor(WEBHOOK_SECRET), Buffer.from('{}'))).toBe(false);
    expect(await connections.verify('unknown', { headers: headersFor(WEBHOOK_SECRET), body })).toBe(false);
  });

  it('a connection without a webhook secret trusts no delivery', async () => {
    const { connections, setup } = rooms();
    const arn = await connection('GitLab');
    await setup.complete({ account: ACCOUNT, region: REGION }, arn, { webhookSecret: '' });
    const { id = '' } = (await connections.find(arn)) ?? {};
    expect(await connections.verify(id, { headers: { 'x-gitlab-token': '' }, body })).toBe(false);
  });

  it('what is left out of a later handshake stays, what is empty goes; the store holds nothing in clear', async () => {
    const { connections, setup } = rooms();
    const arn = await connection('GitHub');
    const place = { account: ACCOUNT, region: REGION };
    const access = () => connections.access(ACCOUNT, arn, 'owner/name');
    expect(await access()).toEqual({
      url: 'https://git.example.com/x/owner/name.git',
      credentials: { username: 'x-access-token', password: TOKEN },
      commitPages: 'https://git.example.com/x/owner/name/commit/',
    });
    const { id = '' } = (await connections.find(arn)) ?? {};
    const row = JSON.stringify(await database.read((reader) => findConnection(reader, id)));
    for (const secret of [TOKEN, WEBHOOK_SECRET]) expect(row).not.toContain(secret);
    await setup.complete(place, arn, { username: 'somebody', cloneUrl: '' });
    expect(await access()).toMatchObject({
      url: 'https://github.com/owner/name.git',
      credentials: { username: 'somebody', password: TOKEN },
    });
    await setup.complete(place, arn, { password: '' });
    expect(await access()).toMatchObject({ credentials: undefined });
  });

  it('a server with another key opens nothing and seals nothing', async () => {
    const arn = await connection('GitHub');
    const other = createCodeConnections({
      database,
      clock: { now: () => 1 },
      ids: randomIds,
      secrets: createSecrets(Buffer.alloc(32, 8), randomIds),
    });
    await expect(other.connections.access(ACCOUNT, arn, 'a/b')).rejects.toThrow('VELOCIUS_SECRET_KEY');
    await expect(other.setup.complete({ account: ACCOUNT, region: REGION }, arn, { password: 'x' })).rejects.toThrow(
      'VELOCIUS_SECRET_KEY',
    );
  });
});
