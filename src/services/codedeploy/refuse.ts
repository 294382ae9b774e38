import type { ServiceError } from '../../kernel/service-error.ts';
import type { Violation } from '../../kernel/violation.ts';
import { invalidMember, requiredMember } from './errors.ts';

/** Member -> [exception when it is missing, exception when it is malformed]; several operations share a member. */
const EXCEPTIONS: Readonly<Record<string, readonly [required: string, invalid: string]>> = {
  applicationName: ['ApplicationNameRequired', 'InvalidApplicationName'],
  applicationNames: ['ApplicationNameRequired', 'InvalidApplicationName'],
  newApplicationName: ['ApplicationNameRequired', 'InvalidApplicationName'],
  computePlatform: ['InvalidComputePlatform', 'InvalidComputePlatform'],
  deploymentGroupName: ['DeploymentGroupNameRequired', 'InvalidDeploymentGroupName'],
  deploymentGroupNames: ['DeploymentGroupNameRequired', 'InvalidDeploymentGroupName'],
  currentDeploymentGroupName: ['DeploymentGroupNameRequired', 'InvalidDeploymentGroupName'],
  newDeploymentGroupName: ['DeploymentGroupNameRequired', 'InvalidDeploymentGroupName'],
  deploymentConfigName: ['DeploymentConfigNameRequired', 'InvalidDeploymentConfigName'],
  minimumHealthyHosts: ['InvalidMinimumHealthyHostValue', 'InvalidMinimumHealthyHostValue'],
  trafficRoutingConfig: ['InvalidTrafficRoutingConfiguration', 'InvalidTrafficRoutingConfiguration'],
  zonalConfig: ['InvalidZonalDeploymentConfiguration', 'InvalidZonalDeploymentConfiguration'],
  deploymentId: ['DeploymentIdRequired', 'InvalidDeploymentId'],
  deploymentIds: ['DeploymentIdRequired', 'InvalidDeploymentId'],
  targetId: ['DeploymentTargetIdRequired', 'InvalidDeploymentTargetId'],
  targetIds: ['DeploymentTargetIdRequired', 'InvalidDeploymentTargetId'],
  targetInstances: ['InvalidTargetInstances', 'InvalidTargetInstances'],
  targetFilters: ['InvalidTargetFilterName', 'InvalidTargetFilterName'],
  instanceId: ['InstanceIdRequired', 'InvalidInstanceName'],
  instanceIds: ['InstanceIdRequired', 'InvalidInstanceName'],
  instanceStatusFilter: ['InvalidInstanceStatus', 'InvalidInstanceStatus'],
  instanceTypeFilter: ['InvalidInstanceType', 'InvalidInstanceType'],
  includeOnlyStatuses: ['InvalidDeploymentStatus', 'InvalidDeploymentStatus'],
  instanceName: ['InstanceNameRequired', 'InvalidInstanceName'],
  instanceNames: ['InstanceNameRequired', 'InvalidInstanceName'],
  registrationStatus: ['InvalidRegistrationStatus', 'InvalidRegistrationStatus'],
  tagFilters: ['InvalidTagFilter', 'InvalidTagFilter'],
  onPremisesInstanceTagFilters: ['InvalidTag', 'InvalidTag'],
  onPremisesTagSet: ['InvalidTag', 'InvalidTag'],
  ec2TagFilters: ['InvalidEC2Tag', 'InvalidEC2Tag'],
  ec2TagSet: ['InvalidEC2Tag', 'InvalidEC2Tag'],
  revision: ['RevisionRequired', 'InvalidRevision'],
  revisions: ['RevisionRequired', 'InvalidRevision'],
  serviceRoleArn: ['RoleRequired', 'InvalidRole'],
  tags: ['TagRequired', 'InvalidTag'],
  Tags: ['TagRequired', 'InvalidTagsToAdd'],
  TagKeys: ['TagRequired', 'InvalidTagsToAdd'],
  ResourceArn: ['ResourceArnRequired', 'InvalidArn'],
  autoRollbackConfiguration: ['InvalidAutoRollbackConfig', 'InvalidAutoRollbackConfig'],
  deploymentStyle: ['InvalidDeploymentStyle', 'InvalidDeploymentStyle'],
  triggerConfigurations: ['InvalidTriggerConfig', 'InvalidTriggerConfig'],
  blueGreenDeploymentConfiguration: [
    'InvalidBlueGreenDeploymentConfiguration',
    'InvalidBlueGreenDeploymentConfiguration',
  ],
  fileExistsBehavior: ['InvalidFileExistsBehavior', 'InvalidFileExistsBehavior'],
  deploymentWaitType: ['InvalidDeploymentWaitType', 'InvalidDeploymentWaitType'],
  sortBy: ['InvalidSortBy', 'InvalidSortBy'],
  sortOrder: ['InvalidSortOrder', 'InvalidSortOrder'],
  deployed: ['InvalidDeployedStateFilter', 'InvalidDeployedStateFilter'],
  status: ['InvalidLifecycleEventHookExecutionStatus', 'InvalidLifecycleEventHookExecutionStatus'],
};

/** CodeDeploy has an exception per member where other services answer ValidationException. The first breach counts. */
export function refuse(violations: readonly Violation[]): ServiceError {
  const [{ kind, member, path, constraint } = { kind: 'required', member: '', path: '', constraint: '' }] = violations;
  const [required, invalid] = EXCEPTIONS[member] ?? ['InvalidInput', 'InvalidInput'];
  return kind === 'required' && path === member
    ? requiredMember(required, member)
    : invalidMember(invalid, `Value at '${path}' failed to satisfy constraint: ${constraint}`);
}
