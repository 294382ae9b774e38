import { ListDeploymentTargetsCommand, StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import {
  type DeploymentRoom,
  deploy,
  deploymentOf,
  ended,
  eventStatuses,
  makeFleet,
  openDeploymentRoom,
  revision,
  started,
  targetOf,
} from '../harness/deployment-room.ts';
import { ScriptedAgent } from '../harness/scripted-agent.ts';
import { waitFor } from '../harness/wait.ts';

const ALL_EVENTS = [
  'ApplicationStop',
  'DownloadBundle',
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'ApplicationStart',
  'ValidateService',
];
const FAILURE = { error_code: 4, script_name: 'start.sh', message: 'failed with exit code 1', log: '[stderr]boom' };

describe.each(DIALECTS)('deployments to on-premises instances on %s', (dialect) => {
  let room: DeploymentRoom;
  beforeAll(async () => {
    room = await openDeploymentRoom(dialect, { poll: 300 });
  });
  afterAll(async () => {
    await room.close();
    expect(room.errors).toEqual([]);
  });

  it('asks one host for the seven lifecycle events in order and succeeds', async () => {
    const fleet = await makeFleet(room, 'one', 1);
    const id = await deploy(room, fleet);
    expect(await fleet.agent(1).performAll()).toEqual(ALL_EVENTS);
    expect(await deploymentOf(room, id)).toMatchObject({
      status: 'Succeeded',
      deploymentOverview: { Succeeded: 1, Pending: 0, Failed: 0 },
      creator: 'user',
    });
    const target = await targetOf(room, id, 'one-1');
    expect(target.status).toBe('Succeeded');
    expect(target.lifecycleEvents?.map(({ lifecycleEventName }) => lifecycleEventName)).toEqual(ALL_EVENTS);
    expect(target.lifecycleEvents?.[6]?.diagnostics).toMatchObject({ errorCode: 'Success', message: 'Succeeded: ' });
  });

  it('goes through two hosts one at a time', async () => {
    const fleet = await makeFleet(room, 'pair', 2);
    const first = fleet.agent(1);
    const second = fleet.agent(2);
    const id = await deploy(room, fleet);
    expect(await first.perform()).toMatchObject({ CommandName: 'ApplicationStop' });
    expect((await second.poll()).body).toEqual({});
    await first.performAll();
    expect((await targetOf(room, id, 'pair-2')).status).toBe('InProgress');
    expect(await second.performAll()).toEqual(ALL_EVENTS);
    expect((await deploymentOf(room, id)).status).toBe('Succeeded');
  });

  it('stops at the first failure and skips what is left', async () => {
    const fleet = await makeFleet(room, 'fails', 2);
    const id = await deploy(room, fleet);
    await fleet.agent(1).performAll('AfterInstall');
    await fleet.agent(1).perform(FAILURE);
    const deployment = await deploymentOf(room, id);
    expect(deployment).toMatchObject({
      status: 'Failed',
      errorInformation: { code: 'HEALTH_CONSTRAINTS' },
      deploymentOverview: { Failed: 1, Skipped: 1 },
    });
    const target = await targetOf(room, id, 'fails-1');
    expect(target.lifecycleEvents?.[5]).toMatchObject({
      status: 'Failed',
      diagnostics: { errorCode: 'ScriptFailed', scriptName: 'start.sh', logTail: '[stderr]boom' },
    });
    expect(target.lifecycleEvents?.[6]?.status).toBe('Skipped');
    expect(new Set(await eventStatuses(room, id, 'fails-2'))).toEqual(new Set(['Skipped']));
    expect((await fleet.agent(2).poll()).body).toEqual({});
  });

  it('succeeds when only the last host fails, and begins with that one the next time', async () => {
    const fleet = await makeFleet(room, 'last', 2);
    const id = await deploy(room, fleet);
    await fleet.agent(1).performAll();
    await fleet.agent(2).perform(FAILURE);
    expect((await deploymentOf(room, id)).status).toBe('Succeeded');
    const again = await deploy(room, fleet);
    await fleet.agent(2).performAll();
    await fleet.agent(1).performAll();
    expect((await deploymentOf(room, again)).status).toBe('Succeeded');
    const { targetIds } = await room.clients.codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId: again }));
    expect(targetIds).toEqual(['last-2', 'last-1']);
  });

  it('asks all hosts at once under AllAtOnce, and succeeds with one of them', async () => {
    const fleet = await makeFleet(room, 'all', 3);
    const id = await deploy(room, fleet, { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' });
    const commands = await Promise.all(fleet.agents.map((agent) => agent.next()));
    expect(new Set(commands.map(({ HostIdentifier }) => HostIdentifier)).size).toBe(3);
    for (const [index, agent] of fleet.agents.entries()) {
      const command = commands[index];
      if (command !== undefined) await agent.complete(command, index === 0 ? undefined : FAILURE);
    }
    await fleet.agent(1).performAll();
    expect(await deploymentOf(room, id)).toMatchObject({
      status: 'Succeeded',
      deploymentOverview: { Succeeded: 1, Failed: 2 },
    });
  });

  it('goes on after a failed ApplicationStop when it is told to', async () => {
    const fleet = await makeFleet(room, 'ignores', 1);
    const id = await deploy(room, fleet, { ignoreApplicationStopFailures: true });
    await fleet.agent(1).perform(FAILURE);
    await fleet.agent(1).performAll();
    expect((await deploymentOf(room, id)).status).toBe('Succeeded');
    expect((await eventStatuses(room, id, 'ignores-1')).slice(0, 2)).toEqual(['Failed', 'Succeeded']);
  });

  it('keeps the first report of an end and accepts later ones', async () => {
    const fleet = await makeFleet(room, 'twice', 1);
    const id = await deploy(room, fleet);
    const command = await fleet.agent(1).perform(FAILURE);
    const second = await fleet.agent(1).complete(command, { error_code: 5, message: 'once more' });
    expect(second).toEqual({ status: 200, body: {} });
    const success = await fleet.agent(1).complete(command);
    expect(success.status).toBe(200);
    const [event] = (await targetOf(room, id, 'twice-1')).lifecycleEvents ?? [];
    expect(event?.diagnostics).toMatchObject({ errorCode: 'ScriptFailed', message: 'failed with exit code 1' });
    expect((await deploymentOf(room, id)).status).toBe('Failed');
  });

  it('ends an event that has nothing to do with its acknowledgement', async () => {
    const fleet = await makeFleet(room, 'noop', 1);
    const id = await deploy(room, fleet);
    const agent = fleet.agent(1);
    const command = await agent.next();
    expect((await agent.acknowledge(command, true)).body).toEqual({ CommandStatus: 'Succeeded' });
    expect((await agent.next()).CommandName).toBe('DownloadBundle');
    expect((await eventStatuses(room, id, 'noop-1')).slice(0, 2)).toEqual(['Succeeded', 'Pending']);
  });

  it('wakes a poll that is held when a command is offered', async () => {
    const fleet = await makeFleet(room, 'held', 1);
    const command = fleet.agent(1).next(40);
    await deploy(room, fleet);
    expect((await command).CommandName).toBe('ApplicationStop');
  });

  it('stops at once when no host has begun, and takes the command back', async () => {
    const fleet = await makeFleet(room, 'stop-early', 1);
    const id = await deploy(room, fleet);
    const command = await fleet.agent(1).next();
    const stopped = await room.clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id }));
    expect(stopped.status).toBe('Succeeded');
    expect((await fleet.agent(1).acknowledge(command)).body).toEqual({ CommandStatus: 'Failed' });
    expect(await deploymentOf(room, id)).toMatchObject({
      status: 'Stopped',
      errorInformation: { code: 'MANUAL_STOP' },
      deploymentOverview: { Skipped: 1 },
    });
  });

  it('lets an event under way run to its end before it stops', async () => {
    const fleet = await makeFleet(room, 'stop-late', 2);
    const id = await deploy(room, fleet);
    const agent = fleet.agent(1);
    await agent.perform();
    const command = await agent.next();
    await agent.acknowledge(command);
    const stopped = await room.clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id }));
    expect(stopped.status).toBe('Pending');
    expect((await deploymentOf(room, id)).status).toBe('InProgress');
    await agent.complete(command);
    expect(await deploymentOf(room, id)).toMatchObject({ status: 'Stopped', deploymentOverview: { Skipped: 2 } });
    expect((await agent.poll()).body).toEqual({});
  });

  it('rolls back to what last succeeded when a deployment fails', async () => {
    const autoRollbackConfiguration = { enabled: true, events: ['DEPLOYMENT_FAILURE' as const] };
    const fleet = await makeFleet(room, 'rollback', 1, { autoRollbackConfiguration });
    const good = await deploy(room, fleet, { revision: revision('good.zip'), fileExistsBehavior: 'OVERWRITE' });
    await fleet.agent(1).performAll();
    expect((await deploymentOf(room, good)).status).toBe('Succeeded');
    const bad = await deploy(room, fleet, { revision: revision('bad.zip') });
    await fleet.agent(1).perform(FAILURE);
    const { rollbackInfo, status } = await deploymentOf(room, bad);
    expect(status).toBe('Failed');
    const back = rollbackInfo?.rollbackDeploymentId ?? '';
    expect(await started(room, back)).toMatchObject({
      creator: 'codeDeployRollback',
      fileExistsBehavior: 'OVERWRITE',
      revision: revision('good.zip'),
      rollbackInfo: { rollbackTriggeringDeploymentId: bad },
    });
    await fleet.agent(1).perform(FAILURE);
    expect(await ended(room, back)).toMatchObject({ status: 'Failed' });
    expect((await deploymentOf(room, back)).rollbackInfo?.rollbackDeploymentId).toBeUndefined();
  });

  it('says so when there is nothing to roll back to', async () => {
    const autoRollbackConfiguration = { enabled: true, events: ['DEPLOYMENT_FAILURE' as const] };
    const fleet = await makeFleet(room, 'no-rollback', 1, { autoRollbackConfiguration });
    const id = await deploy(room, fleet);
    await fleet.agent(1).perform(FAILURE);
    expect((await deploymentOf(room, id)).rollbackInfo?.rollbackMessage).toContain('not rolled back');
  });

  it('rolls back a deployment that is stopped with autoRollbackEnabled', async () => {
    const fleet = await makeFleet(room, 'stop-back', 1);
    await deploy(room, fleet);
    await fleet.agent(1).performAll();
    const id = await deploy(room, fleet, { revision: revision('next.zip') });
    await started(room, id);
    await room.clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
    const { rollbackInfo } = await deploymentOf(room, id);
    expect(await started(room, rollbackInfo?.rollbackDeploymentId ?? '')).toMatchObject({ revision: revision() });
  });

  it('fails without instances, and where too many must stay healthy', async () => {
    const none = await makeFleet(room, 'nobody', 0);
    expect(await ended(room, await deploy(room, none))).toMatchObject({
      status: 'Failed',
      errorInformation: { code: 'NO_INSTANCES' },
    });
    const single = await makeFleet(room, 'single', 1);
    const id = await deploy(room, single, { deploymentConfigName: 'CodeDeployDefault.HalfAtATime' });
    expect((await ended(room, id)).errorInformation?.code).toBe('HEALTH_CONSTRAINTS_INVALID');
  });

  it('leaves instances alone that have the revision already when only outdated ones are to be updated', async () => {
    const fleet = await makeFleet(room, 'outdated', 2);
    await deploy(room, fleet);
    await fleet.agent(1).performAll();
    await fleet.agent(2).perform(FAILURE);
    const id = await deploy(room, fleet, { updateOutdatedInstancesOnly: true });
    await fleet.agent(2).performAll();
    expect(await deploymentOf(room, id)).toMatchObject({ status: 'Succeeded', deploymentOverview: { Succeeded: 1 } });
  });

  it('chooses by all groups of a tag set', async () => {
    const filter = (Key: string, Value: string) => [{ Key, Value, Type: 'KEY_AND_VALUE' as const }];
    const fleet = await makeFleet(room, 'tagset', 2, {
      onPremisesInstanceTagFilters: [],
      onPremisesTagSet: { onPremisesTagSetList: [filter('fleet', 'tagset'), filter('fleet', 'other')] },
    });
    expect((await ended(room, await deploy(room, fleet))).errorInformation?.code).toBe('NO_INSTANCES');
  });
});

describe.each(DIALECTS)('deployments whose agents or servers vanish on %s', (dialect) => {
  it('fails an event that no agent acknowledges in time', async () => {
    await using room = await disposable(dialect, { poll: 100, unclaimed: 150 });
    const fleet = await makeFleet(room, 'silent', 1);
    const id = await deploy(room, fleet);
    expect(await ended(room, id)).toMatchObject({ status: 'Failed', errorInformation: { code: 'HEALTH_CONSTRAINTS' } });
    const [event] = (await targetOf(room, id, 'silent-1')).lifecycleEvents ?? [];
    expect(event?.diagnostics?.message).toMatch(/^CodeDeploy agent was not able to receive the lifecycle event/);
  });

  it('fails an event whose end is not reported in time, and ignores a report that comes later', async () => {
    await using room = await disposable(dialect, { poll: 100, running: 150 });
    const fleet = await makeFleet(room, 'stuck', 1);
    const id = await deploy(room, fleet);
    const command = await fleet.agent(1).next(20);
    await fleet.agent(1).acknowledge(command);
    expect((await ended(room, id)).status).toBe('Failed');
    expect((await fleet.agent(1).complete(command)).status).toBe(200);
    expect((await deploymentOf(room, id)).status).toBe('Failed');
  });

  it('offers a command again whose acknowledgement never came', async () => {
    await using room = await disposable(dialect, { poll: 100, handOut: 200 });
    const fleet = await makeFleet(room, 'lost', 1);
    await deploy(room, fleet);
    const first = await fleet.agent(1).next(20);
    expect((await fleet.agent(1).poll()).body).toEqual({});
    const second = await waitFor('the second offer', async () => (await fleet.agent(1).poll()).body.HostCommand);
    expect(second).toEqual(first);
  });

  it('stops in the end although an event under way is never reported', async () => {
    await using room = await disposable(dialect, { poll: 100, stopping: 150 });
    const fleet = await makeFleet(room, 'gone', 1);
    const id = await deploy(room, fleet);
    const command = await fleet.agent(1).next(20);
    await fleet.agent(1).acknowledge(command);
    await room.clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id }));
    expect(await ended(room, id)).toMatchObject({ status: 'Stopped', deploymentOverview: { Failed: 1 } });
  });

  it('goes on where it was when the server is started again', async () => {
    await using room = await disposable(dialect, { poll: 200 });
    const fleet = await makeFleet(room, 'restart', 1);
    const id = await deploy(room, fleet);
    const agent = fleet.agent(1);
    await agent.performAll('BeforeInstall');
    const command = await agent.next();
    await agent.acknowledge(command);
    const { body: before } = await agent.specification(command);
    await room.restart();
    const after = new ScriptedAgent(room.endpoint, agent.host);
    expect((await after.poll()).body).toEqual({});
    expect(certificateOf((await after.specification(command)).body)).toEqual(certificateOf(before));
    await after.complete(command);
    expect(await after.performAll()).toEqual(ALL_EVENTS.slice(4));
    expect((await deploymentOf(room, id)).status).toBe('Succeeded');
  });
});

async function disposable(...[dialect, timeouts]: Parameters<typeof openDeploymentRoom>) {
  const room = await openDeploymentRoom(dialect, timeouts);
  return Object.assign(Object.create(room) as DeploymentRoom, { [Symbol.asyncDispose]: () => room.close() });
}

/** The beginning of the envelope, in which the certificate stands. */
function certificateOf(body: Record<string, unknown>): string {
  const { DeploymentSpecification } = body as { DeploymentSpecification: { GenericEnvelope: { Payload: string } } };
  return DeploymentSpecification.GenericEnvelope.Payload.slice(0, 1500);
}
