import { arn } from '../../../kernel/arn.ts';
import type { DeploymentTarget } from '../../../store/codedeploy/deployment-targets.ts';
import type { Deployment } from '../../../store/codedeploy/deployments.ts';
import type { Moving } from './moving.ts';

export type NotifiedState = 'START' | 'SUCCESS' | 'FAILURE' | 'STOP';

/** "CodeDeploy Deployment State-change Notification". */
export function tellDeployment({ tx, rooms, deployment }: Moving, state: NotifiedState): Promise<void> {
  return rooms.events.emit(tx, {
    ...common(deployment, rooms.clock.now()),
    detailType: 'CodeDeploy Deployment State-change Notification',
    resources: [applicationArn(deployment), groupArn(deployment)],
    detail: { ...detail(deployment), state },
  });
}

/** "CodeDeploy Instance State-change Notification". */
export function tellInstance(
  { tx, rooms, deployment }: Moving,
  target: DeploymentTarget,
  state: Exclude<NotifiedState, 'STOP'>,
): Promise<void> {
  return rooms.events.emit(tx, {
    ...common(deployment, rooms.clock.now()),
    detailType: 'CodeDeploy Instance State-change Notification',
    resources: [target.arn, groupArn(deployment), applicationArn(deployment)],
    detail: { ...detail(deployment), instanceId: target.name, state },
  });
}

function common({ account, region }: Deployment, time: number) {
  return { source: 'aws.codedeploy', account, region, time };
}

function detail({ id, region, applicationName, groupId, groupName }: Deployment) {
  return {
    instanceGroupId: groupId,
    region,
    application: applicationName,
    deploymentId: id,
    deploymentGroup: groupName,
  };
}

function applicationArn({ region, account, applicationName }: Deployment): string {
  return arn('codedeploy', region, account, `application:${applicationName}`);
}

function groupArn({ region, account, applicationName, groupName }: Deployment): string {
  return arn('codedeploy', region, account, `deploymentgroup:${applicationName}/${groupName}`);
}
