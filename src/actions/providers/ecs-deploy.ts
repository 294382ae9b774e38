import type { Deployment, ECSClient, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { ask } from '../../aws/ask.ts';
import type { Aws } from '../../aws/aws.ts';
import { nextLook } from '../../aws/next-look.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { ActionProvider, ActionReport, ActionRun, Progress } from '../action.ts';
import { type ArtifactRooms, readArtifactFile } from '../artifacts/artifact-files.ts';
import { firstInput, hasReference, required } from '../configuration.ts';

const AN_HOUR = 60;
const MAX_DEFINITIONS = 100 * 1024;
const DEFAULT_FILE = 'imagedefinitions.json';

export interface EcsRooms extends ArtifactRooms {
  readonly aws: Aws;
  readonly clock: Clock;
}

/** Gives a service new images: a new revision of its task definition, and waits until the service runs it. */
export function ecsDeploy(rooms: EcsRooms): ActionProvider {
  return {
    type: { category: 'Deploy', owner: 'AWS', provider: 'ECS', version: '1' },
    inputs: { min: 1, max: 1 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'ClusterName', required: true, description: 'Cluster' },
      { name: 'ServiceName', required: true, description: 'Service' },
      { name: 'FileName', required: false, description: 'Image definitions in the input artifact' },
      { name: 'DeploymentTimeout', required: false, description: 'Minutes, from 1 to 60' },
    ],
    timeoutMinutes: AN_HOUR,
    check: ({ DeploymentTimeout: minutes }) =>
      minutes === undefined || hasReference(minutes) || isTimeout(minutes)
        ? undefined
        : 'DeploymentTimeout must be a number of minutes from 1 to 60',
    start: (run) => deploy(run, rooms),
    poll: (run) => (run.externalExecutionId === undefined ? deploy(run, rooms) : look(run, rooms)),
    stop: async () => {},
  };
}

function isTimeout(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= AN_HOUR;
}

interface ImageDefinition {
  readonly name: string;
  readonly imageUri: string;
}

/** Done again after a crash, it makes another revision of the same images, and the service comes to the same end. */
async function deploy(run: ActionRun, rooms: EcsRooms): Promise<Progress> {
  const settings = rooms.aws.settings(run.region);
  const images = await imagesOf(run, rooms);
  const { ECSClient, DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand, UpdateServiceCommand } =
    await import('@aws-sdk/client-ecs');
  return ask(new ECSClient(settings), async (client) => {
    const { taskDefinition: current } = await serviceOf(run, client);
    const { taskDefinition, tags } = await client.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: current, include: ['TAGS'] }),
    );
    if (taskDefinition === undefined)
      throw new ServiceError('ConfigurationError', 'The service has no task definition');
    const registered = await client.send(
      new RegisterTaskDefinitionCommand({
        ...withImages(taskDefinition, images),
        ...(tags === undefined || tags.length === 0 ? {} : { tags }),
      }),
    );
    const revision = registered.taskDefinition?.taskDefinitionArn;
    const { service } = await client.send(
      new UpdateServiceCommand({
        cluster: required(run, 'ClusterName'),
        service: required(run, 'ServiceName'),
        taskDefinition: revision,
      }),
    );
    const id = primaryOf(service)?.id ?? revision;
    return { kind: 'running', externalExecutionId: id, pollAt: nextLook(run, rooms.clock) };
  });
}

async function imagesOf(run: ActionRun, rooms: EcsRooms): Promise<readonly ImageDefinition[]> {
  const { FileName = DEFAULT_FILE } = run.configuration;
  const text = await readArtifactFile(firstInput(run), FileName, { limit: MAX_DEFINITIONS, rooms });
  const images = readDefinitions(text);
  if (images === undefined)
    throw new ServiceError('ConfigurationError', `${FileName} is not a JSON array of {name, imageUri}`);
  return images;
}

function readDefinitions(text: string): readonly ImageDefinition[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length > 0 && value.every(isDefinition) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDefinition(value: unknown): value is ImageDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const { name, imageUri } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof imageUri === 'string';
}

/** What the service says of a definition beside what it was registered with is not to be registered again. */
function withImages(definition: TaskDefinition, images: readonly ImageDefinition[]) {
  const {
    taskDefinitionArn: _arn,
    revision: _revision,
    status: _status,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _registeredAt,
    registeredBy: _registeredBy,
    deregisteredAt: _deregisteredAt,
    ...kept
  } = definition;
  const containers = kept.containerDefinitions ?? [];
  const stranger = images.find(({ name }) => !containers.some((container) => container.name === name));
  if (stranger !== undefined)
    throw new ServiceError('ConfigurationError', `The task definition has no container ${stranger.name}`);
  const containerDefinitions = containers.map((container) => {
    const image = images.find(({ name }) => name === container.name)?.imageUri;
    return image === undefined ? container : { ...container, image };
  });
  return { ...kept, family: kept.family ?? '', containerDefinitions };
}

async function look(run: ActionRun, rooms: EcsRooms): Promise<Progress> {
  const settings = rooms.aws.settings(run.region);
  const { ECSClient } = await import('@aws-sdk/client-ecs');
  const service = await ask(new ECSClient(settings), (client) => serviceOf(run, client));
  const common: ActionReport = { externalExecutionId: run.externalExecutionId };
  const primary = primaryOf(service);
  if (primary?.rolloutState === 'FAILED' || isAnother(primary, run)) {
    const reason = primary?.rolloutStateReason ?? 'another deployment took its place';
    return { kind: 'failed', ...common, code: 'JobFailed', message: `The deployment of the service failed: ${reason}` };
  }
  if (isStable(service)) return { kind: 'succeeded', ...common, summary: 'Deployment Succeeded' };
  const minutes = Number(run.configuration.DeploymentTimeout ?? AN_HOUR);
  if (rooms.clock.now() < run.startedAt + minutes * 60_000)
    return { kind: 'running', ...common, pollAt: nextLook(run, rooms.clock) };
  const message = `The service did not come to run the new task definition within ${minutes} minutes`;
  return { kind: 'failed', ...common, code: 'JobFailed', message };
}

function isAnother(primary: Deployment | undefined, { externalExecutionId }: ActionRun): boolean {
  return primary !== undefined && ![primary.id, primary.taskDefinition].includes(externalExecutionId);
}

async function serviceOf(run: ActionRun, client: ECSClient): Promise<Service> {
  const { DescribeServicesCommand } = await import('@aws-sdk/client-ecs');
  const [cluster, name] = [required(run, 'ClusterName'), required(run, 'ServiceName')];
  const { services = [] } = await client.send(new DescribeServicesCommand({ cluster, services: [name] }));
  const [service] = services;
  if (service === undefined || service.status === 'INACTIVE')
    throw new ServiceError('ServiceNotFoundException', `The cluster ${cluster} has no service ${name}`);
  return service;
}

function primaryOf(service: Service | undefined): Deployment | undefined {
  return service?.deployments?.find(({ status }) => status === 'PRIMARY');
}

/** One deployment is left, and as many of its tasks run as are wanted. */
function isStable({ deployments = [], runningCount = 0, desiredCount = 0 }: Service): boolean {
  return deployments.length <= 1 && runningCount === desiredCount;
}
