import type { Application } from '../../../store/codedeploy/applications.ts';
import type { DeploymentGroup } from '../../../store/codedeploy/deployment-groups.ts';
import { findDeployment } from '../../../store/codedeploy/deployments.ts';
import type { Reader } from '../../../store/database.ts';
import type { DeploymentGroupInfo, LastDeploymentInfo } from '../shapes.ts';
import { DEFAULT_CONFIG } from './deployment-config.ts';
import { readSettings } from './group-settings.ts';

/** A deployment group as the API shows it, with the defaults that were not given. */
export async function groupView(
  reader: Reader,
  application: Application,
  group: DeploymentGroup,
): Promise<DeploymentGroupInfo> {
  const settings = readSettings(group.settings);
  return {
    applicationName: application.name,
    deploymentGroupId: group.id,
    deploymentGroupName: group.name,
    deploymentConfigName: DEFAULT_CONFIG,
    autoRollbackConfiguration: { enabled: false },
    outdatedInstancesStrategy: 'UPDATE',
    terminationHookEnabled: false,
    onPremisesTagSet: { onPremisesTagSetList: [] },
    ec2TagSet: { ec2TagSetList: [] },
    ...settings,
    autoScalingGroups: [],
    triggerConfigurations: [],
    deploymentStyle: { deploymentType: 'IN_PLACE', deploymentOption: 'WITHOUT_TRAFFIC_CONTROL' },
    targetRevision: group.targetRevision === null ? undefined : JSON.parse(group.targetRevision),
    lastAttemptedDeployment: await last(reader, application, group.lastAttempted),
    lastSuccessfulDeployment: await last(reader, application, group.lastSuccessful),
    computePlatform: 'Server',
  };
}

async function last(reader: Reader, scope: Application, id: string | null): Promise<LastDeploymentInfo | undefined> {
  const deployment = id === null ? undefined : await findDeployment(reader, scope, id);
  if (deployment === undefined) return undefined;
  const { status, created, completed } = deployment;
  const endTime = completed === null ? undefined : new Date(completed);
  return { deploymentId: deployment.id, status, createTime: new Date(created), endTime };
}
