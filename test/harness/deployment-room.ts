import {
  AddTagsToOnPremisesInstancesCommand,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateDeploymentGroupCommand,
  type CreateDeploymentGroupCommandInput,
  type DeploymentInfo,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  type InstanceTarget,
  RegisterOnPremisesInstanceCommand,
} from '@aws-sdk/client-codedeploy';
import { type Config, sqliteFile } from '../../src/config.ts';
import { startVelocius } from '../../src/main.ts';
import type { DeploymentTimeouts } from '../../src/services/codedeploy/timeouts.ts';
import { type AccessKey, insertAccessKey } from '../../src/store/access-keys.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { type Dialect, makePlace } from './databases.ts';
import { type AgentKey, ScriptedAgent } from './scripted-agent.ts';
import { ACCOUNT, type Clients, clientsOf } from './server.ts';
import { waitFor } from './wait.ts';

export const ROLE = `arn:aws:iam::${ACCOUNT}:role/deployer`;

export function revision(key = 'app.zip') {
  return { revisionType: 'S3', s3Location: { bucket: 'artifacts', key, bundleType: 'zip' } } as const;
}

/** A server whose deployments have time-outs of the test's own, and that can be closed and started again on its data. */
export interface DeploymentRoom {
  readonly clients: Clients;
  readonly endpoint: string;
  readonly errors: readonly string[];
  restart(): Promise<void>;
  /** Makes keys known that the server did not issue; it is started again meanwhile. */
  issueKeys(keys: readonly Pick<AccessKey, 'accessKeyId' | 'arn'>[]): Promise<AgentKey[]>;
  close(): Promise<void>;
}

export async function openDeploymentRoom(
  dialect: Dialect,
  deploymentTimeouts: Partial<DeploymentTimeouts> = {},
): Promise<DeploymentRoom> {
  const place = await makePlace(dialect);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    data: place.directory,
    database: place.url,
    account: ACCOUNT,
    runner: 'process',
    rootKey: undefined,
    strict: true,
  };
  const errors: string[] = [];
  const log = {
    info: () => {},
    error: (message: string, facts?: object) => errors.push(`${message} ${JSON.stringify(facts)}`),
  };
  const start = () => startVelocius(config, { log, deploymentTimeouts });
  let velocius = await start();
  let clients = clientsOf(velocius.endpoint);
  const stop = async () => {
    for (const client of Object.values(clients)) client.destroy();
    await velocius.close();
  };
  return {
    get clients() {
      return clients;
    },
    get endpoint() {
      return velocius.endpoint;
    },
    errors,
    restart: async () => {
      await stop();
      velocius = await start();
      clients = clientsOf(velocius.endpoint);
    },
    issueKeys: async (keys) => {
      await stop();
      const database = place.url === undefined ? openSqlite(sqliteFile(config)) : await openPostgres(place.url);
      const rows = keys.map((key) => ({
        ...key,
        secretAccessKey: `secret of ${key.accessKeyId}`,
        account: ACCOUNT,
        ...LASTING,
      }));
      await database.write(async (tx) => {
        for (const row of rows) await insertAccessKey(tx, { ...row, userId: row.accessKeyId });
      });
      await database.close();
      velocius = await start();
      clients = clientsOf(velocius.endpoint);
      return rows.map(({ accessKeyId, secretAccessKey }) => ({ accessKeyId, secretAccessKey }));
    },
    close: async () => {
      await stop();
      await place.drop();
    },
  };
}

const LASTING = { sessionToken: null, expires: null };

export function hostArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:user/AWS/CodeDeploy/${name}`;
}

export interface Fleet {
  readonly applicationName: string;
  readonly deploymentGroupName: string;
  /** Agents of the instances, in the order of their names. */
  readonly agents: readonly ScriptedAgent[];
  readonly instances: readonly string[];
  /** The agent of the instance of that number, from 1. */
  agent(number: number): ScriptedAgent;
}

/** An application with a group of `size` instances, all of names that begin with `name`. */
export async function makeFleet(
  { clients, endpoint }: Pick<DeploymentRoom, 'clients' | 'endpoint'>,
  name: string,
  size: number,
  group: Partial<CreateDeploymentGroupCommandInput> = {},
): Promise<Fleet> {
  const { codedeploy } = clients;
  await codedeploy.send(new CreateApplicationCommand({ applicationName: name }));
  await codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: name,
      deploymentGroupName: 'servers',
      serviceRoleArn: ROLE,
      onPremisesInstanceTagFilters: [{ Key: 'fleet', Value: name, Type: 'KEY_AND_VALUE' }],
      ...group,
    }),
  );
  const instances = Array.from({ length: size }, (_, index) => `${name}-${index + 1}`);
  for (const instanceName of instances) {
    await codedeploy.send(new RegisterOnPremisesInstanceCommand({ instanceName, iamUserArn: hostArn(instanceName) }));
  }
  if (size > 0) {
    const tags = [{ Key: 'fleet', Value: name }];
    await codedeploy.send(new AddTagsToOnPremisesInstancesCommand({ instanceNames: instances, tags }));
  }
  const agents = instances.map((instance) => new ScriptedAgent(endpoint, hostArn(instance)));
  return {
    applicationName: name,
    deploymentGroupName: 'servers',
    agents,
    instances,
    agent: (number) => {
      const agent = agents[number - 1];
      if (agent === undefined) throw new Error(`${name} has no instance ${number}`);
      return agent;
    },
  };
}

export async function deploy(
  { clients }: Pick<DeploymentRoom, 'clients'>,
  { applicationName, deploymentGroupName }: Fleet,
  input: Partial<CreateDeploymentCommandInput> = {},
): Promise<string> {
  const { deploymentId = '' } = await clients.codedeploy.send(
    new CreateDeploymentCommand({ applicationName, deploymentGroupName, revision: revision(), ...input }),
  );
  return deploymentId;
}

export async function deploymentOf(
  { clients }: Pick<DeploymentRoom, 'clients'>,
  deploymentId: string,
): Promise<DeploymentInfo> {
  const { deploymentInfo = {} } = await clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
  return deploymentInfo;
}

/** The deployment once it has ended. */
export function ended(room: Pick<DeploymentRoom, 'clients'>, deploymentId: string): Promise<DeploymentInfo> {
  return waitFor(`the end of ${deploymentId}`, async () => {
    const deployment = await deploymentOf(room, deploymentId);
    return deployment.completeTime !== undefined && deployment;
  });
}

/** The deployment once its targets are known. */
export function started(room: Pick<DeploymentRoom, 'clients'>, deploymentId: string): Promise<DeploymentInfo> {
  return waitFor(`the start of ${deploymentId}`, async () => {
    const deployment = await deploymentOf(room, deploymentId);
    return deployment.startTime !== undefined && deployment;
  });
}

export async function targetOf(
  { clients }: Pick<DeploymentRoom, 'clients'>,
  deploymentId: string,
  targetId: string,
): Promise<InstanceTarget> {
  const { deploymentTarget } = await clients.codedeploy.send(
    new GetDeploymentTargetCommand({ deploymentId, targetId }),
  );
  return deploymentTarget?.instanceTarget ?? {};
}

/** Statuses of a target's lifecycle events, in order. */
export async function eventStatuses(
  room: Pick<DeploymentRoom, 'clients'>,
  deploymentId: string,
  targetId: string,
): Promise<string[]> {
  const { lifecycleEvents = [] } = await targetOf(room, deploymentId, targetId);
  return lifecycleEvents.map(({ status }) => status ?? '');
}
