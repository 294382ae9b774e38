import type {
  PipelineDeployment,
  PipelineDeploymentEvent,
  PipelineDeploymentRequest,
  PipelineDeployments,
  PipelineDeploymentTarget,
} from '../../../ports/deployments.ts';
import type { Scope } from '../../../store/codedeploy/applications.ts';
import { countTargets, listTargets } from '../../../store/codedeploy/deployment-targets.ts';
import { findDeployment, findDeploymentByToken } from '../../../store/codedeploy/deployments.ts';
import { theApplication, theGroup } from '../find.ts';
import { DEFAULT_CONFIG, findMinimum } from '../groups/deployment-config.ts';
import { readSettings } from '../groups/group-settings.ts';
import { checkRevision } from '../revisions/revision-location.ts';
import type { CodeDeployRooms } from '../rooms.ts';
import type { LifecycleEvent } from '../shapes.ts';
import { createDeployment } from './create-deployment.ts';
import { stopDeployment } from './stop-deployment.ts';
import { eventsOf } from './target-view.ts';

/** Deployments as pipelines use them: started once per action execution, and the pipeline is woken when one ends. */
export function pipelineDeployments(rooms: CodeDeployRooms): PipelineDeployments {
  return {
    start: (request) => start(rooms, request),
    find: (account, region, id) => find(rooms, { account, region }, id),
    stop: (account, region, id) => stop(rooms, { account, region }, id),
    targets: (account, region, id) => targets(rooms, { account, region }, id),
  };
}

async function start(rooms: CodeDeployRooms, request: PipelineDeploymentRequest): Promise<string> {
  const { bucket, key, bundleType, versionId, etag } = request.revision;
  const s3Location = { bucket, key, bundleType, version: versionId, eTag: etag };
  const revision = checkRevision({ revisionType: 'S3', s3Location });
  return rooms.database.write(async (tx) => {
    const before = await findDeploymentByToken(tx, request, request.clientToken);
    if (before !== undefined) return before.id;
    const application = await theApplication(tx, request, request.applicationName);
    const group = await theGroup(tx, application, request.deploymentGroupName);
    const settings = readSettings(group.settings);
    const configName = settings.deploymentConfigName ?? DEFAULT_CONFIG;
    const minimum = await findMinimum(tx, request, configName);
    return createDeployment(tx, rooms, {
      account: request.account,
      region: request.region,
      applicationName: application.name,
      group,
      configName,
      revision,
      clientToken: request.clientToken,
      wake: request.wake,
      settings: {
        creator: 'user',
        description: request.description,
        ignoreApplicationStopFailures: false,
        updateOutdatedInstancesOnly: false,
        fileExistsBehavior: 'DISALLOW',
        minimum,
        autoRollback: settings.autoRollbackConfiguration ?? { enabled: false },
        rollbackOf: undefined,
      },
    });
  });
}

async function find(rooms: CodeDeployRooms, scope: Scope, id: string): Promise<PipelineDeployment | undefined> {
  return rooms.database.read(async (reader) => {
    const deployment = await findDeployment(reader, scope, id);
    if (deployment === undefined) return undefined;
    const { status, errorCode, errorMessage } = deployment;
    const error = errorCode === null ? undefined : { code: errorCode, message: errorMessage ?? '' };
    return { id, status, error, instances: totalsOf(await countTargets(reader, id)) };
  });
}

function totalsOf(counts: Awaited<ReturnType<typeof countTargets>>): PipelineDeployment['instances'] {
  const sum = (some: typeof counts) => some.reduce((total, { count }) => total + count, 0);
  const done = counts.filter(({ status }) => status !== 'Pending' && status !== 'InProgress');
  return { done: sum(done), total: sum(counts) };
}

async function stop(rooms: CodeDeployRooms, scope: Scope, id: string): Promise<void> {
  await rooms.database.write(async (tx) => {
    if ((await findDeployment(tx, scope, id)) === undefined) return;
    await stopDeployment(tx, rooms, { deploymentId: id, rollback: undefined });
  });
}

async function targets(rooms: CodeDeployRooms, scope: Scope, id: string): Promise<PipelineDeploymentTarget[]> {
  return rooms.database.read(async (reader) => {
    if ((await findDeployment(reader, scope, id)) === undefined) return [];
    const views: PipelineDeploymentTarget[] = [];
    for (const target of await listTargets(reader, id)) {
      const events = (await eventsOf(reader, target)).map(eventView);
      views.push({ name: target.name, status: target.status, events });
    }
    return views;
  });
}

function eventView({
  lifecycleEventName,
  status,
  startTime,
  endTime,
  diagnostics,
}: LifecycleEvent): PipelineDeploymentEvent {
  return {
    name: lifecycleEventName ?? '',
    status: status ?? 'Unknown',
    started: startTime?.getTime(),
    ended: endTime?.getTime(),
    message: diagnostics?.message,
  };
}
