import { arn } from '../../kernel/arn.ts';
import type { Tx } from '../../store/database.ts';
import type { DeploymentTarget } from '../../store/deployment-targets.ts';
import type { Deployment } from '../../store/deployments.ts';
import type { EngineRooms } from './rooms.ts';

export type NotifiedState = 'START' | 'SUCCESS' | 'FAILURE' | 'STOP';

/** "CodeDeploy Deployment State-change Notification". */
export function tellDeployment(
  tx: Tx,
  rooms: EngineRooms,
  deployment: Deployment,
  state: NotifiedState,
): Promise<void> {
  const { account, region, applicationName, groupId, groupName, id } = deployment;
  return rooms.events.emit(tx, {
    source: 'aws.codedeploy',
    detailType: 'CodeDeploy Deployment State-change Notification',
    account,
    region,
    time: rooms.clock.now(),
    resources: [applicationArn(deployment), groupArn(deployment)],
    detail: {
      instanceGroupId: groupId,
      region,
      application: applicationName,
      deploymentId: id,
      state,
      deploymentGroup: groupName,
    },
  });
}

export interface InstanceChange {
  readonly target: DeploymentTarget;
  readonly state: 'START' | 'SUCCESS' | 'FAILURE';
}

/** "CodeDeploy Instance State-change Notification". */
export function tellInstance(
  tx: Tx,
  rooms: EngineRooms,
  deployment: Deployment,
  change: InstanceChange,
): Promise<void> {
  const { account, region, applicationName, groupId, groupName, id } = deployment;
  return rooms.events.emit(tx, {
    source: 'aws.codedeploy',
    detailType: 'CodeDeploy Instance State-change Notification',
    account,
    region,
    time: rooms.clock.now(),
    resources: [change.target.arn, groupArn(deployment), applicationArn(deployment)],
    detail: {
      instanceId: change.target.name,
      region,
      state: change.state,
      application: applicationName,
      deploymentId: id,
      instanceGroupId: groupId,
      deploymentGroup: groupName,
    },
  });
}

function applicationArn({ region, account, applicationName }: Deployment): string {
  return arn('codedeploy', region, account, `application:${applicationName}`);
}

function groupArn({ region, account, applicationName, groupName }: Deployment): string {
  return arn('codedeploy', region, account, `deploymentgroup:${applicationName}/${groupName}`);
}
