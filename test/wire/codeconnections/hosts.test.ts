import {
  CreateConnectionCommand,
  CreateHostCommand,
  type CreateHostCommandInput,
  DeleteConnectionCommand,
  DeleteHostCommand,
  GetHostCommand,
  ListHostsCommand,
  UpdateHostCommand,
} from '@aws-sdk/client-codestar-connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const VPC = {
  VpcId: 'vpc-12345678',
  SubnetIds: ['subnet-12345678'],
  SecurityGroupIds: ['sg-12345678'],
};

describe.each(DIALECTS)('git hosts of one’s own on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const create = async (settings: Partial<CreateHostCommandInput> = {}): Promise<string> => {
    const input = {
      Name: 'our git',
      ProviderType: 'GitLabSelfManaged',
      ProviderEndpoint: 'https://git.example.com/',
    } as const;
    return (await server.connections.send(new CreateHostCommand({ ...input, ...settings }))).HostArn ?? '';
  };
  const get = async (HostArn: string) => {
    const { $metadata: _, ...host } = await server.connections.send(new GetHostCommand({ HostArn }));
    return host;
  };

  it('a host is described as it was made', async () => {
    const HostArn = await create({ VpcConfiguration: VPC });
    expect(HostArn).toMatch(new RegExp(`^arn:aws:codestar-connections:${REGION}:${ACCOUNT}:host/our-git-[a-z0-9]{8}$`));
    expect(await get(HostArn)).toEqual({
      Name: 'our git',
      Status: 'PENDING',
      ProviderType: 'GitLabSelfManaged',
      ProviderEndpoint: 'https://git.example.com',
      VpcConfiguration: VPC,
    });
  });

  it.each<[string, Partial<CreateHostCommandInput>]>([
    ['a provider that everybody shares', { ProviderType: 'GitHub' }],
    ['an endpoint that is no URL', { ProviderEndpoint: 'git.example.com' }],
    ['an endpoint of another protocol', { ProviderEndpoint: 'ext::sh -c id' }],
    ['an endpoint on the disk', { ProviderEndpoint: 'file:///etc' }],
    ['an endpoint with credentials', { ProviderEndpoint: 'https://user:password@git.example.com' }],
  ])('none is made for %s', async (_what, settings) => {
    await expect(create(settings)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('a host that moves is pending', async () => {
    const HostArn = await create();
    await server.connections.send(new UpdateHostCommand({ HostArn, ProviderEndpoint: 'https://new.example.com' }));
    expect(await get(HostArn)).toMatchObject({ ProviderEndpoint: 'https://new.example.com', Status: 'PENDING' });
    await server.connections.send(new UpdateHostCommand({ HostArn, VpcConfiguration: VPC }));
    expect(await get(HostArn)).toMatchObject({ ProviderEndpoint: 'https://new.example.com', VpcConfiguration: VPC });
    await expect(
      server.connections.send(new UpdateHostCommand({ HostArn, ProviderEndpoint: 'ssh://git@x' })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('a host with connections stays', async () => {
    const HostArn = await create();
    const { ConnectionArn } = await server.connections.send(
      new CreateConnectionCommand({ ConnectionName: 'to ours', HostArn }),
    );
    await expect(server.connections.send(new DeleteHostCommand({ HostArn }))).rejects.toMatchObject({
      name: 'ResourceUnavailableException',
    });
    await server.connections.send(new DeleteConnectionCommand({ ConnectionArn }));
    await server.connections.send(new DeleteHostCommand({ HostArn }));
    for (const command of [
      new GetHostCommand({ HostArn }),
      new DeleteHostCommand({ HostArn }),
      new UpdateHostCommand({ HostArn }),
    ])
      await expect(server.connections.send(command as GetHostCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
  });

  it('lists page by page', async () => {
    await create({ Name: 'another' });
    const found: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await server.connections.send(new ListHostsCommand({ MaxResults: 1, NextToken }));
      found.push(...(page.Hosts ?? []).map(({ HostArn }) => HostArn));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    const { Hosts } = await server.connections.send(new ListHostsCommand({}));
    expect(found).toEqual(Hosts?.map(({ HostArn }) => HostArn));
    expect(new Set(found).size).toBe(found.length);
    await expect(server.connections.send(new ListHostsCommand({ NextToken: 'mine' }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
