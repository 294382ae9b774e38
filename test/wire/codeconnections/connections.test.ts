import {
  CreateConnectionCommand,
  CreateHostCommand,
  DeleteConnectionCommand,
  GetConnectionCommand,
  ListConnectionsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-codestar-connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { jsonRequest, sendRaw, sign } from '../../harness/raw-http.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const NEW_NAME = 'com.amazonaws.codeconnections.CodeConnections_20231201';
const MISSING = `arn:aws:codestar-connections:${REGION}:${ACCOUNT}:connection/00000000-0000-4000-8000-000000000000`;

describe.each(DIALECTS)('connections to git hosts on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const create = async (ConnectionName: string, more: object = { ProviderType: 'GitHub' }): Promise<string> =>
    (await server.connections.send(new CreateConnectionCommand({ ConnectionName, ...more }))).ConnectionArn ?? '';
  const get = async (ConnectionArn: string) =>
    (await server.connections.send(new GetConnectionCommand({ ConnectionArn }))).Connection;
  const host = async (Name: string): Promise<string> =>
    (
      await server.connections.send(
        new CreateHostCommand({
          Name,
          ProviderType: 'GitHubEnterpriseServer',
          ProviderEndpoint: 'https://git.example.com',
        }),
      )
    ).HostArn ?? '';

  it('a new connection waits for its handshake', async () => {
    const ConnectionArn = await create('first');
    expect(ConnectionArn).toMatch(
      new RegExp(`^arn:aws:codestar-connections:${REGION}:${ACCOUNT}:connection/[0-9a-f-]{36}$`),
    );
    expect(await get(ConnectionArn)).toEqual({
      ConnectionName: 'first',
      ConnectionArn,
      ProviderType: 'GitHub',
      OwnerAccountId: ACCOUNT,
      ConnectionStatus: 'PENDING',
    });
  });

  it('answers under its new name too, with JSON 1.0, and both names lead to one connection', async () => {
    const request = jsonRequest(`${NEW_NAME}.CreateConnection`, { ConnectionName: 'newer', ProviderType: 'GitLab' });
    const headers = { ...request.headers, 'content-type': 'application/x-amz-json-1.0' };
    const signed = await sign(server.endpoint, { ...request, headers }, { service: 'codeconnections' });
    const answer = await sendRaw(server.endpoint, signed);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' } });
    const { ConnectionArn } = JSON.parse(answer.text);
    expect(ConnectionArn).toContain(`arn:aws:codeconnections:${REGION}:${ACCOUNT}:connection/`);
    const other = ConnectionArn.replace('codeconnections', 'codestar-connections');
    expect(await get(other)).toMatchObject({ ConnectionArn, ConnectionName: 'newer', ProviderType: 'GitLab' });
  });

  it('a connection to a host has the type of the host', async () => {
    const HostArn = await host('ours');
    const arn = await create('hosted', { HostArn });
    expect(await get(arn)).toMatchObject({ ProviderType: 'GitHubEnterpriseServer', HostArn });
    await expect(create('other type', { HostArn, ProviderType: 'GitLabSelfManaged' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it.each([
    ['neither a provider nor a host', {}, 'ValidationException'],
    ['a provider that needs a host', { ProviderType: 'GitLabSelfManaged' }, 'ValidationException'],
    ['a provider nobody knows', { ProviderType: 'SourceForge' }, 'ValidationException'],
    [
      'a host that is not there',
      { HostArn: `arn:aws:codestar-connections:${REGION}:${ACCOUNT}:host/none-12345678` },
      'ResourceNotFoundException',
    ],
    [
      'a tag given twice',
      {
        ProviderType: 'GitHub',
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'a', Value: '2' },
        ],
      },
      'ValidationException',
    ],
    ['a tag of AWS', { ProviderType: 'GitHub', Tags: [{ Key: 'aws:x', Value: '1' }] }, 'ValidationException'],
  ])('none is made for %s', async (_what, more, name) => {
    const before = await server.connections.send(new ListConnectionsCommand({}));
    await expect(create('refused', more)).rejects.toMatchObject({ name });
    const after = await server.connections.send(new ListConnectionsCommand({}));
    expect(after.Connections).toEqual(before.Connections);
  });

  it('lists page by page, by provider and by host', async () => {
    const HostArn = await host('listed');
    const arns = [
      await create('one', { HostArn }),
      await create('two', { HostArn }),
      await create('three', { HostArn }),
    ];
    await create('bucket', { ProviderType: 'Bitbucket' });
    const found: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await server.connections.send(
        new ListConnectionsCommand({ HostArnFilter: HostArn, MaxResults: 2, NextToken }),
      );
      expect(page.Connections?.length).toBeLessThanOrEqual(2);
      found.push(...(page.Connections ?? []).map(({ ConnectionArn }) => ConnectionArn));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(found.sort()).toEqual(arns.sort());
    const { Connections } = await server.connections.send(
      new ListConnectionsCommand({ ProviderTypeFilter: 'Bitbucket' }),
    );
    expect(Connections?.map(({ ConnectionName }) => ConnectionName)).toEqual(['bucket']);
    await expect(
      server.connections.send(new ListConnectionsCommand({ HostArnFilter: HostArn.replace('listed', 'gone') })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(server.connections.send(new ListConnectionsCommand({ NextToken: 'mine' }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('a deleted connection is gone, with its tags', async () => {
    const ConnectionArn = await create('short-lived', { ProviderType: 'GitHub', Tags: [{ Key: 'a', Value: '1' }] });
    await server.connections.send(new DeleteConnectionCommand({ ConnectionArn }));
    for (const command of [
      new GetConnectionCommand({ ConnectionArn }),
      new DeleteConnectionCommand({ ConnectionArn }),
      new ListTagsForResourceCommand({ ResourceArn: ConnectionArn }),
    ])
      await expect(server.connections.send(command as GetConnectionCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
  });

  it('tags are added, replaced and taken away, of connections and hosts alike', async () => {
    const tagged = await create('tagged', { ProviderType: 'GitHub', Tags: [{ Key: 'team', Value: 'a' }] });
    for (const ResourceArn of [tagged, await host('tagged')]) {
      const tags = async () =>
        (await server.connections.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags ?? [];
      await server.connections.send(
        new TagResourceCommand({
          ResourceArn,
          Tags: [
            { Key: 'team', Value: 'b' },
            { Key: 'stage', Value: '' },
          ],
        }),
      );
      expect(await tags()).toEqual([
        { Key: 'stage', Value: '' },
        { Key: 'team', Value: 'b' },
      ]);
      await server.connections.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['stage', 'unknown'] }));
      expect(await tags()).toEqual([{ Key: 'team', Value: 'b' }]);
      const many = Array.from({ length: 200 }, (_, index) => ({ Key: `key-${index}`, Value: 'x' }));
      await expect(server.connections.send(new TagResourceCommand({ ResourceArn, Tags: many }))).rejects.toMatchObject({
        name: 'LimitExceededException',
      });
      expect(await tags()).toEqual([{ Key: 'team', Value: 'b' }]);
    }
  });

  it.each([
    MISSING,
    `arn:aws:codecommit:${REGION}:${ACCOUNT}:connection/1`,
    `arn:aws:codestar-connections:${REGION}:999999999999:connection/1`,
    `arn:aws:codestar-connections:${REGION}:${ACCOUNT}:sync/1`,
  ])('what %s would be is not found', async (ResourceArn) => {
    for (const command of [
      new GetConnectionCommand({ ConnectionArn: ResourceArn }),
      new DeleteConnectionCommand({ ConnectionArn: ResourceArn }),
      new TagResourceCommand({ ResourceArn, Tags: [] }),
      new UntagResourceCommand({ ResourceArn, TagKeys: [] }),
      new ListTagsForResourceCommand({ ResourceArn }),
    ])
      await expect(server.connections.send(command as GetConnectionCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
  });
});
