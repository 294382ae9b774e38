import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '../../../src/events/events.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import type { AnyService } from '../../../src/kernel/operation.ts';
import type { PipelineDeploymentRequest } from '../../../src/ports/deployments.ts';
import { type CodeDeploy, createCodeDeploy } from '../../../src/services/codedeploy/index.ts';
import { createCodeDeployCommands } from '../../../src/services/codedeploy-commands/index.ts';
import type { Database } from '../../../src/store/database.ts';
import { pendingEvents } from '../../../src/store/outbox.ts';
import { done } from '../../../src/work/work.ts';
import { Worker } from '../../../src/work/worker.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';
import { hostArn, ROLE } from '../../harness/deployment-room.ts';
import { ACCOUNT, REGION } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

const SCOPE = { account: ACCOUNT, region: REGION };
const ROOT = { ...SCOPE, arn: `arn:aws:iam::${ACCOUNT}:root`, userId: ACCOUNT, accessKeyId: 'test' };

/** The rooms of deployments alone: nobody relays their events, and the pipeline is a list of wakings. */
interface Alone {
  readonly codedeploy: CodeDeploy;
  readonly woken: string[];
  readonly database: Database;
  operate(operation: string, input: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

async function openAlone(dialect: 'sqlite' | 'postgres'): Promise<Alone> {
  const { database, drop } = await openTestDatabase(dialect);
  const worker = new Worker({ database, clock: systemClock, log: silentLog, node: 'one' });
  const shared = { database, clock: systemClock, ids: randomIds, work: worker, timeouts: { poll: 50 } };
  const rooms = { ...shared, events: createEvents({ ids: randomIds, work: worker }) };
  const codedeploy = createCodeDeploy(rooms);
  const [commands] = createCodeDeployCommands({ ...rooms, commands: codedeploy.commands });
  const woken: string[] = [];
  for (const [kind, handler] of Object.entries(codedeploy.workHandlers)) worker.handle(kind, handler);
  worker.handle('pipeline', async (key) => {
    woken.push(key);
    return done;
  });
  await worker.start();
  const services: readonly (AnyService | undefined)[] = [codedeploy.service, commands];
  return {
    codedeploy,
    woken,
    database,
    operate: async (name, input) => {
      const service = services.find((candidate) => candidate?.operations[name] !== undefined);
      const signal = new AbortController().signal;
      const call = {
        ...SCOPE,
        principal: ROOT,
        requestId: 'r',
        now: systemClock.now(),
        endpoint: '',
        sourceAddress: '127.0.0.1',
        signal,
      };
      const answer = await service?.operations[name]?.(input, { ...call, rooms: service.rooms });
      return answer as Record<string, unknown>;
    },
    close: async () => {
      await worker.stop();
      await drop();
    },
  };
}

function request(clientToken: string): PipelineDeploymentRequest {
  return {
    ...SCOPE,
    applicationName: 'app',
    deploymentGroupName: 'servers',
    revision: { bucket: 'artifacts', key: 'a.zip', bundleType: 'zip', etag: 'abc', versionId: 'v1' },
    clientToken,
    wake: { kind: 'pipeline', key: clientToken },
  };
}

describe.each(DIALECTS)('deployments of pipelines on %s', (dialect) => {
  let alone: Alone;
  beforeEach(async () => {
    alone = await openAlone(dialect);
    const { operate } = alone;
    await operate('CreateApplication', { applicationName: 'app' });
    const tags = [{ Key: 'fleet', Value: 'app' }];
    await operate('CreateDeploymentGroup', {
      applicationName: 'app',
      deploymentGroupName: 'servers',
      serviceRoleArn: ROLE,
      onPremisesInstanceTagFilters: tags,
    });
    await operate('RegisterOnPremisesInstance', { instanceName: 'host', iamUserArn: hostArn('host') });
    await operate('AddTagsToOnPremisesInstances', { instanceNames: ['host'], tags });
  });
  afterEach(() => alone.close());

  const report = async (CommandStatus: 'Succeeded' | 'Failed') => {
    const { HostCommand } = await waitFor('a command', async () => {
      const answer = await alone.operate('PollHostCommand', { HostIdentifier: hostArn('host') });
      return 'HostCommand' in answer && (answer as { HostCommand: { HostCommandIdentifier: string } });
    });
    await alone.operate('PutHostCommandComplete', { ...HostCommand, CommandStatus });
  };
  const succeed = async () => {
    for (let event = 0; event < 7; event += 1) await report('Succeeded');
  };
  const find = (id: string) => alone.codedeploy.deployments.find(ACCOUNT, REGION, id);

  it('are started once per token, and wake the pipeline when they end', async () => {
    const { deployments } = alone.codedeploy;
    const [id = '', again] = await Promise.all([deployments.start(request('t')), deployments.start(request('t'))]);
    expect(again).toBe(id);
    await waitFor('the instances to be found', async () => alone.woken.length > 0);
    alone.woken.length = 0;
    await succeed();
    expect(await find(id)).toEqual({ id, status: 'Succeeded', error: undefined, instances: { done: 1, total: 1 } });
    await waitFor('the waking', async () => alone.woken.length > 0);
    expect(new Set(alone.woken)).toEqual(new Set(['t']));
    expect(await deployments.start(request('t'))).toBe(id);
  });

  it('tell why they failed, and wake the pipeline', async () => {
    const id = await alone.codedeploy.deployments.start(request('t'));
    await report('Failed');
    expect(await find(id)).toMatchObject({ status: 'Failed', error: { code: 'HEALTH_CONSTRAINTS' } });
    await waitFor('the waking', async () => alone.woken.includes('t'));
  });

  it('are stopped, twice without harm, and wake the pipeline', async () => {
    const { deployments } = alone.codedeploy;
    const id = await deployments.start(request('t'));
    await deployments.stop(ACCOUNT, REGION, id);
    await deployments.stop(ACCOUNT, REGION, id);
    expect(await find(id)).toMatchObject({ status: 'Stopped', error: { code: 'MANUAL_STOP' } });
    await waitFor('the waking', async () => alone.woken.includes('t'));
    await deployments.stop(ACCOUNT, REGION, 'd-ABCDEFGHI');
    expect(await find('d-ABCDEFGHI')).toBeUndefined();
  });

  it("are refused with CodeDeploy's own errors", async () => {
    const { deployments } = alone.codedeploy;
    const missing = deployments.start({ ...request('a'), applicationName: 'nowhere' });
    await expect(missing).rejects.toMatchObject({ code: 'ApplicationDoesNotExistException' });
    await deployments.start(request('b'));
    await expect(deployments.start(request('c'))).rejects.toMatchObject({ code: 'DeploymentLimitExceededException' });
  });

  it("tell the bus of every change of the deployment and its instances, in AWS's form", async () => {
    const id = await alone.codedeploy.deployments.start(request('t'));
    await succeed();
    const rows = await alone.database.read((reader) => pendingEvents(reader, ACCOUNT, REGION, 100));
    const events = rows.map(({ event }) => JSON.parse(event));
    const told = events.map((event) => `${event['detail-type']} ${event.detail.state}`);
    expect(told).toEqual([
      'CodeDeploy Deployment State-change Notification START',
      'CodeDeploy Instance State-change Notification START',
      'CodeDeploy Instance State-change Notification SUCCESS',
      'CodeDeploy Deployment State-change Notification SUCCESS',
    ]);
    const application = `arn:aws:codedeploy:${REGION}:${ACCOUNT}:application:app`;
    const group = `arn:aws:codedeploy:${REGION}:${ACCOUNT}:deploymentgroup:app/servers`;
    const detail = {
      instanceGroupId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      region: REGION,
      application: 'app',
      deploymentId: id,
      state: 'SUCCESS',
      deploymentGroup: 'servers',
    };
    expect(events[3]).toEqual({
      version: '0',
      id: expect.any(String),
      'detail-type': 'CodeDeploy Deployment State-change Notification',
      source: 'aws.codedeploy',
      account: ACCOUNT,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: REGION,
      resources: [application, group],
      detail,
    });
    expect(events[2]).toMatchObject({
      resources: [expect.stringContaining(':instance/host_'), group, application],
      detail: { ...detail, instanceId: 'host' },
    });
  });
});
