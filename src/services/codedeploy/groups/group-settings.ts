import { invalidAutoRollbackConfig, invalidMember, tagSetListLimitExceeded } from '../errors.ts';
import type { AutoRollbackConfiguration, CreateDeploymentGroupInput, UpdateDeploymentGroupInput } from '../shapes.ts';
import { checkFilters } from './tag-filters.ts';

/**
 * What a deployment group keeps of what it was given.
 *
 * Gaps: EC2 tag filters are kept and answered, but choose nothing, for there are no EC2 instances here. Auto Scaling groups,
 * load balancers, blue/green, triggers (SNS), enabled alarms (CloudWatch) and ECS services are refused by name.
 */
export type GroupSettings = Pick<
  CreateDeploymentGroupInput,
  | 'deploymentConfigName'
  | 'ec2TagFilters'
  | 'ec2TagSet'
  | 'onPremisesInstanceTagFilters'
  | 'onPremisesTagSet'
  | 'serviceRoleArn'
  | 'alarmConfiguration'
  | 'autoRollbackConfiguration'
  | 'outdatedInstancesStrategy'
  | 'terminationHookEnabled'
>;

type Given = Omit<CreateDeploymentGroupInput, 'applicationName' | 'deploymentGroupName' | 'serviceRoleArn'> &
  Pick<UpdateDeploymentGroupInput, 'serviceRoleArn'>;

export function readSettings(settings: string): GroupSettings {
  return JSON.parse(settings);
}

/** The settings with what was given in their place: what is absent stays, filters of one form take the place of the other. */
export function changedSettings(before: GroupSettings, given: Given): GroupSettings {
  const kept = { ...before };
  if (given.ec2TagFilters !== undefined) delete kept.ec2TagSet;
  if (given.ec2TagSet !== undefined) delete kept.ec2TagFilters;
  if (given.onPremisesInstanceTagFilters !== undefined) delete kept.onPremisesTagSet;
  if (given.onPremisesTagSet !== undefined) delete kept.onPremisesInstanceTagFilters;
  return {
    ...kept,
    ...present({
      deploymentConfigName: given.deploymentConfigName,
      ec2TagFilters: given.ec2TagFilters,
      ec2TagSet: given.ec2TagSet,
      onPremisesInstanceTagFilters: given.onPremisesInstanceTagFilters,
      onPremisesTagSet: given.onPremisesTagSet,
      serviceRoleArn: given.serviceRoleArn,
      alarmConfiguration: given.alarmConfiguration,
      autoRollbackConfiguration: given.autoRollbackConfiguration,
      outdatedInstancesStrategy: given.outdatedInstancesStrategy,
      terminationHookEnabled: given.terminationHookEnabled,
    }),
  };
}

type Present<Members> = { [Name in keyof Members]?: Exclude<Members[Name], undefined> };

function present<Members extends object>(members: Members): Present<Members> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<Members>; // -- fromEntries forgets the names
}

/** Throws CodeDeploy's own error for what cannot be, or is not there on this server. */
export function checkSettings(given: Given): void {
  checkTags(given);
  checkRole(given.serviceRoleArn);
  checkAutoRollback(given.autoRollbackConfiguration);
  checkUnavailable(given);
}

function checkTags({ ec2TagFilters, ec2TagSet, onPremisesInstanceTagFilters, onPremisesTagSet }: Given): void {
  const ec2Groups = ec2TagSet?.ec2TagSetList ?? [];
  const groups = onPremisesTagSet?.onPremisesTagSetList ?? [];
  if ((ec2TagFilters?.length ?? 0) > 0 && ec2Groups.length > 0) {
    throw invalidMember('InvalidEC2TagCombination', 'Give either ec2TagFilters or ec2TagSet, not both.');
  }
  if ((onPremisesInstanceTagFilters?.length ?? 0) > 0 && groups.length > 0) {
    throw invalidMember(
      'InvalidOnPremisesTagCombination',
      'Give either onPremisesInstanceTagFilters or onPremisesTagSet, not both.',
    );
  }
  if (ec2Groups.length > 3 || groups.length > 3) throw tagSetListLimitExceeded();
  checkFilters(ec2TagFilters ?? [], 'InvalidEC2Tag');
  checkFilters(ec2Groups.flat(), 'InvalidEC2Tag');
  checkFilters(onPremisesInstanceTagFilters ?? [], 'InvalidTag');
  checkFilters(groups.flat(), 'InvalidTag');
}

function checkRole(role: string | undefined): void {
  if (role !== undefined && !/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(role)) {
    throw invalidMember('InvalidRole', `The service role is not the ARN of an IAM role: ${role}`);
  }
}

export function checkAutoRollback(configuration: AutoRollbackConfiguration | undefined): void {
  if (configuration?.enabled === true && (configuration.events ?? []).length === 0) {
    throw invalidAutoRollbackConfig('Automatic rollback is enabled, but no event is given that triggers it.');
  }
}

function checkUnavailable(given: Given): void {
  const { deploymentStyle, loadBalancerInfo, alarmConfiguration } = given;
  const refuseIf = (wanted: boolean, exception: string, what: string) => {
    if (wanted) throw invalidMember(exception, `This server has no ${what}.`);
  };
  refuseIf(deploymentStyle?.deploymentType === 'BLUE_GREEN', 'InvalidDeploymentStyle', 'blue/green deployments');
  refuseIf(
    deploymentStyle?.deploymentOption === 'WITH_TRAFFIC_CONTROL',
    'InvalidDeploymentStyle',
    'load balancers, so no traffic control',
  );
  refuseIf(
    given.blueGreenDeploymentConfiguration !== undefined,
    'InvalidBlueGreenDeploymentConfiguration',
    'blue/green deployments',
  );
  const balancers = Object.values(loadBalancerInfo ?? {}).some((list) => (list ?? []).length > 0);
  refuseIf(balancers, 'InvalidLoadBalancerInfo', 'load balancers');
  refuseIf((given.autoScalingGroups ?? []).length > 0, 'InvalidAutoScalingGroup', 'Auto Scaling groups');
  refuseIf((given.ecsServices ?? []).length > 0, 'InvalidECSService', 'ECS services');
  refuseIf((given.triggerConfigurations ?? []).length > 0, 'InvalidTriggerConfig', 'triggers of deployments');
  refuseIf(alarmConfiguration?.enabled === true, 'InvalidAlarmConfig', 'CloudWatch alarms to watch');
}
