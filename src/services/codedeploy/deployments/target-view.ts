import { listTargets, type DeploymentTarget as Target } from '../../../store/codedeploy/deployment-targets.ts';
import type { Deployment } from '../../../store/codedeploy/deployments.ts';
import { listCommands } from '../../../store/codedeploy/host-commands.ts';
import type { Reader } from '../../../store/database.ts';
import { deploymentNotStarted } from '../errors.ts';
import { lifecycleEvents } from '../lifecycle.ts';
import type { DeploymentTarget, InstanceSummary, LifecycleEvent } from '../shapes.ts';

/** The targets of a deployment; throws DeploymentNotStarted before they are known. */
export async function startedTargets(reader: Reader, deployment: Deployment): Promise<Target[]> {
  if (deployment.started === null && deployment.completed === null) throw deploymentNotStarted(deployment.id);
  return listTargets(reader, deployment.id);
}

export async function targetView(reader: Reader, target: Target): Promise<DeploymentTarget> {
  return {
    deploymentTargetType: 'InstanceTarget',
    instanceTarget: {
      deploymentId: target.deploymentId,
      targetId: target.name,
      targetArn: target.arn,
      status: target.status,
      lastUpdatedAt: new Date(target.updated),
      lifecycleEvents: await eventsOf(reader, target),
    },
  };
}

/** The older form of the same, in which the instance's id is its ARN. */
export async function instanceView(reader: Reader, target: Target): Promise<InstanceSummary> {
  return {
    deploymentId: target.deploymentId,
    instanceId: target.arn,
    status: target.status,
    lastUpdatedAt: new Date(target.updated),
    lifecycleEvents: await eventsOf(reader, target),
  };
}

export async function eventsOf(reader: Reader, target: Target): Promise<LifecycleEvent[]> {
  const commands = await listCommands(reader, target.deploymentId, target.position);
  const over = target.status !== 'Pending' && target.status !== 'InProgress';
  return lifecycleEvents(commands, over ? target.updated : undefined);
}

/** The older operations name an instance by its id or its ARN. */
export function findByInstanceId(targets: readonly Target[], id: string): Target | undefined {
  return targets.find(({ name, arn }) => name === id || arn === id);
}
