import { DeregisterOnPremisesInstanceCommand, RegisterOnPremisesInstanceCommand } from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { hostArn, makeFleet } from '../../harness/deployment-room.ts';
import { ScriptedAgent } from '../../harness/scripted-agent.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';
import { watch, watched } from '../../harness/watch.ts';

interface Answer {
  readonly Agents: readonly {
    readonly InstanceName: string;
    readonly HostIdentifier: string;
    readonly Health: string;
    readonly LastPolled?: number;
    readonly AgentVersion?: string;
  }[];
  readonly NextToken?: string;
}

const SECOND = 1_000;

describe.each(DIALECTS)('ListAgents on %s', (dialect) => {
  let server: TestServer;
  let ahead = 0;

  beforeAll(async () => {
    server = await startTestServer(
      dialect,
      {},
      {
        clock: { now: () => Date.now() + ahead },
        deploymentTimeouts: { poll: 300, unclaimed: 60 * SECOND },
      },
    );
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const room = () => ({ clients: server, endpoint: server.endpoint });
  const list = (input: object = {}) => watched<Answer>(server.endpoint, 'ListAgents', input);
  const healthOf = async (name: string) =>
    (await list({ InstanceNames: [name] })).Agents.map(({ Health }) => Health).join();

  it('tells when each agent polled last and what it is, in the order of names, page by page', async () => {
    const fleet = await makeFleet(room(), 'seen', 3);
    const before = Date.now() / SECOND - 1;
    await fleet.agent(2).poll();
    const named = { InstanceNames: ['seen-3', 'seen-2', 'seen-1', 'nobody'] };
    const first = await list({ ...named, MaxResults: 2 });
    expect(first).toEqual({
      Agents: [
        { InstanceName: 'seen-1', HostIdentifier: hostArn('seen-1'), Health: 'NEVER_SEEN' },
        {
          InstanceName: 'seen-2',
          HostIdentifier: hostArn('seen-2'),
          Health: expect.any(String),
          LastPolled: expect.any(Number),
          AgentVersion: 'scripted/1',
        },
      ],
      NextToken: expect.any(String),
    });
    expect(first.Agents[1]?.LastPolled).toBeGreaterThan(before);
    const second = await list({ ...named, NextToken: first.NextToken });
    expect(second.Agents.map(({ InstanceName }) => InstanceName)).toEqual(['seen-3']);
    expect(second.NextToken).toBeUndefined();
  });

  it('calls an agent late when it misses polls, lost when a deployment would fail, healthy when it is back', async () => {
    const fleet = await makeFleet(room(), 'silent', 1);
    expect(await healthOf('silent-1')).toBe('NEVER_SEEN');
    const poll = fleet.agent(1).poll();
    await waitFor('its poll', async () => (await healthOf('silent-1')) === 'HEALTHY');
    await poll;
    ahead += 30 * SECOND;
    expect(await healthOf('silent-1')).toBe('LATE');
    ahead += 31 * SECOND;
    expect(await healthOf('silent-1')).toBe('LOST');
    const back = fleet.agent(1).poll();
    await waitFor('its next poll', async () => (await healthOf('silent-1')) === 'HEALTHY');
    await back;
  });

  it('does not take the polls of strangers for those of an instance, nor those before it was registered', async () => {
    await makeFleet(room(), 'again', 1);
    const agent = new ScriptedAgent(server.endpoint, hostArn('again-1'));
    await agent.poll();
    await server.codedeploy.send(new DeregisterOnPremisesInstanceCommand({ instanceName: 'again-1' }));
    expect((await list({ InstanceNames: ['again-1'] })).Agents).toEqual([]);
    expect((await agent.poll()).status).toBe(400);
    ahead += SECOND;
    const register = { instanceName: 'again-1', iamUserArn: hostArn('again-1') };
    await server.codedeploy.send(new RegisterOnPremisesInstanceCommand(register));
    expect(await healthOf('again-1')).toBe('NEVER_SEEN');
  });

  it.each<[string, object, string]>([
    ['a token of nobody', { NextToken: 'x' }, 'InvalidNextTokenException'],
    [
      'a token of another operation',
      { NextToken: Buffer.from('[1]').toString('base64url') },
      'InvalidNextTokenException',
    ],
    ['no names', { InstanceNames: [] }, 'InvalidInputException'],
    ['pages of nothing', { MaxResults: 0 }, 'InvalidInputException'],
  ])('refuses %s', async (_what, input, code) => {
    const { status, text } = await watch(server.endpoint, 'ListAgents', input);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: code });
  });
});
