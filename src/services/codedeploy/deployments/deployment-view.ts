import { countTargets } from '../../../store/codedeploy/deployment-targets.ts';
import type { Deployment } from '../../../store/codedeploy/deployments.ts';
import type { Reader } from '../../../store/database.ts';
import type { DeploymentInfo, DeploymentOverview, ErrorCode, RollbackInfo } from '../shapes.ts';
import { settingsOf } from './deployment-settings.ts';

/** A deployment as the API shows it. */
export async function deploymentView(reader: Reader, deployment: Deployment): Promise<DeploymentInfo> {
  const settings = settingsOf(deployment);
  return {
    applicationName: deployment.applicationName,
    deploymentGroupName: deployment.groupName,
    deploymentConfigName: deployment.configName,
    deploymentId: deployment.id,
    previousRevision: deployment.previousRevision === null ? undefined : JSON.parse(deployment.previousRevision),
    revision: JSON.parse(deployment.revision),
    status: deployment.status,
    errorInformation: errorInformation(deployment),
    createTime: new Date(deployment.created),
    startTime: time(deployment.started),
    completeTime: time(deployment.completed),
    deploymentOverview: await overview(reader, deployment.id),
    description: settings.description,
    creator: settings.creator,
    ignoreApplicationStopFailures: settings.ignoreApplicationStopFailures,
    autoRollbackConfiguration: settings.autoRollback,
    updateOutdatedInstancesOnly: settings.updateOutdatedInstancesOnly,
    rollbackInfo: rollbackInfo(deployment, settings.rollbackOf),
    deploymentStyle: { deploymentType: 'IN_PLACE', deploymentOption: 'WITHOUT_TRAFFIC_CONTROL' },
    instanceTerminationWaitTimeStarted: false,
    fileExistsBehavior: settings.fileExistsBehavior,
    deploymentStatusMessages: [],
    computePlatform: 'Server',
  };
}

async function overview(reader: Reader, id: string): Promise<DeploymentOverview> {
  const counts = Object.fromEntries((await countTargets(reader, id)).map(({ status, count }) => [status, count]));
  return { Pending: 0, InProgress: 0, Succeeded: 0, Failed: 0, Skipped: 0, Ready: 0, ...counts };
}

function errorInformation({ errorCode, errorMessage }: Deployment): DeploymentInfo['errorInformation'] {
  if (errorCode === null) return undefined;
  return { code: errorCode as ErrorCode, message: errorMessage ?? '' }; // -- written from RolloutError only
}

function rollbackInfo(
  { rollbackId, rollbackMessage }: Deployment,
  rollbackTriggeringDeploymentId: string | undefined,
): RollbackInfo | undefined {
  if (rollbackMessage === null && rollbackTriggeringDeploymentId === undefined) return undefined;
  return {
    rollbackDeploymentId: rollbackId ?? undefined,
    rollbackTriggeringDeploymentId,
    rollbackMessage: rollbackMessage ?? undefined,
  };
}

function time(milliseconds: number | null): Date | undefined {
  return milliseconds === null ? undefined : new Date(milliseconds);
}
