import type { Application } from '../../../store/codedeploy/applications.ts';
import type { DeploymentGroup } from '../../../store/codedeploy/deployment-groups.ts';
import type { Reader } from '../../../store/database.ts';
import { createDeployment } from '../deployments/create-deployment.ts';
import type { DeploymentSettings } from '../deployments/deployment-settings.ts';
import { deploymentGroupNameRequired, descriptionTooLong, invalidMember, invalidTargetInstances } from '../errors.ts';
import { theApplication, theGroup } from '../find.ts';
import { DEFAULT_CONFIG, findMinimum } from '../groups/deployment-config.ts';
import { checkAutoRollback, type GroupSettings, readSettings } from '../groups/group-settings.ts';
import { checkName } from '../names.ts';
import { checkRevision } from '../revisions/revision-location.ts';
import type { CodeDeployCall, CodeDeployOperation } from '../rooms.ts';
import type { CreateDeploymentInput } from '../shapes.ts';

/** Answers as soon as the deployment is written down; it is carried out afterwards. */
export const CreateDeployment: CodeDeployOperation<'CreateDeployment'> = async (input, call) => {
  checkInput(input);
  const { account, region, rooms } = call;
  const deploymentId = await rooms.database.write(async (tx) => {
    const { application, group } = await whereTo(tx, input, call);
    const settings = readSettings(group.settings);
    const configName = input.deploymentConfigName ?? settings.deploymentConfigName ?? DEFAULT_CONFIG;
    const minimum = await findMinimum(tx, call, configName);
    const target = group.targetRevision === null ? undefined : JSON.parse(group.targetRevision);
    return createDeployment(tx, rooms, {
      account,
      region,
      applicationName: application.name,
      group,
      configName,
      revision: checkRevision(input.revision ?? target),
      settings: { ...settingsFrom(input, settings), minimum },
    });
  });
  return { deploymentId };
};

function checkInput(input: CreateDeploymentInput): void {
  if ([...(input.description ?? '')].length > 256) throw descriptionTooLong();
  if (input.targetInstances !== undefined) throw invalidTargetInstances();
  if (input.overrideAlarmConfiguration?.enabled === true) {
    throw invalidMember('InvalidAlarmConfig', 'This server has no CloudWatch alarms to watch.');
  }
  if (input.deploymentConfigName !== undefined) checkName('config', input.deploymentConfigName);
  if (input.revision !== undefined) checkRevision(input.revision);
  checkAutoRollback(input.autoRollbackConfiguration);
}

async function whereTo(
  reader: Reader,
  { applicationName, deploymentGroupName }: CreateDeploymentInput,
  call: CodeDeployCall,
): Promise<{ application: Application; group: DeploymentGroup }> {
  const application = await theApplication(reader, call, applicationName);
  if (deploymentGroupName === undefined) throw deploymentGroupNameRequired();
  return { application, group: await theGroup(reader, application, deploymentGroupName) };
}

function settingsFrom(
  input: CreateDeploymentInput,
  { autoRollbackConfiguration }: GroupSettings,
): Omit<DeploymentSettings, 'minimum'> {
  return {
    creator: 'user',
    description: input.description,
    ignoreApplicationStopFailures: input.ignoreApplicationStopFailures ?? false,
    updateOutdatedInstancesOnly: input.updateOutdatedInstancesOnly ?? false,
    fileExistsBehavior: input.fileExistsBehavior ?? 'DISALLOW',
    autoRollback: input.autoRollbackConfiguration ?? autoRollbackConfiguration ?? { enabled: false },
    rollbackOf: undefined,
  };
}
