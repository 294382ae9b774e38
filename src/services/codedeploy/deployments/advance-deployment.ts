import {
  type DeploymentTarget,
  listTargets,
  recordTargetStatus,
} from '../../../store/codedeploy/deployment-targets.ts';
import { type Deployment, lockDeployment } from '../../../store/codedeploy/deployments.ts';
import {
  endCommand,
  endedCommands,
  type HostCommand,
  markFollowed,
  nextDeadline,
  offerCommand,
  overdueCommands,
} from '../../../store/codedeploy/host-commands.ts';
import { recordHealth } from '../../../store/codedeploy/instance-health.ts';
import type { Tx } from '../../../store/database.ts';
import { APPLICATION_STOP, LIFECYCLE_EVENTS, OVERDUE, UNCLAIMED } from '../lifecycle.ts';
import { rollout } from '../rollout.ts';
import type { EngineRooms } from '../rooms.ts';
import { TIMEOUTS } from '../timeouts.ts';
import { beginDeployment } from './begin-deployment.ts';
import { tellInstance } from './deployment-events.ts';
import { settingsOf } from './deployment-settings.ts';
import { lookBy } from './deployment-timer.ts';
import { endDeployment } from './end-deployment.ts';
import { errorOf } from './failure-words.ts';
import { hostTopic } from './host-topic.ts';
import type { Moving } from './moving.ts';
import { wakeWaiter } from './wake-waiter.ts';

/**
 * Moves a deployment on as far as it goes: begins it, fails what is overdue, draws the consequences of lifecycle events that
 * have ended, starts the next instances, ends it. Decides from the store alone, so it may be asked for at any time and again.
 * Answers whether it has ended.
 */
export async function advanceDeployment(tx: Tx, rooms: EngineRooms, id: string): Promise<boolean> {
  const deployment = await lockDeployment(tx, id);
  if (deployment === undefined || deployment.completed !== null) return true;
  const moving = { tx, rooms, deployment };
  if (deployment.status === 'Created' && deployment.stopping === 0) await beginDeployment(moving);
  await failOverdue(moving);
  if (await decide(moving, await followEnded(moving))) return true;
  const deadline = await nextDeadline(tx, id);
  if (deadline !== undefined) await lookBy(moving, deadline);
  return false;
}

async function failOverdue({ tx, rooms, deployment }: Moving): Promise<void> {
  const now = rooms.clock.now();
  for (const command of await overdueCommands(tx, deployment.id, now)) {
    const diagnostics = JSON.stringify(command.started === null ? UNCLAIMED : OVERDUE);
    await endCommand(tx, command.id, { status: 'Failed', diagnostics, now });
  }
}

/** The targets as the events that have ended leave them. */
async function followEnded(moving: Moving): Promise<DeploymentTarget[]> {
  const { tx, deployment } = moving;
  const targets = await listTargets(tx, deployment.id);
  for (const command of await endedCommands(tx, deployment.id)) {
    const target = targets[command.target];
    if (target === undefined) throw new Error(`${deployment.id} has no target ${command.target}`);
    await markFollowed(tx, command.id);
    targets[command.target] = await follow(moving, target, command);
  }
  return targets;
}

async function follow(moving: Moving, target: DeploymentTarget, command: HostCommand): Promise<DeploymentTarget> {
  const { deployment } = moving;
  const next = command.event + 1;
  if (!wentWell(deployment, command)) {
    return endTarget(moving, target, command.status === 'Skipped' ? 'Skipped' : 'Failed');
  }
  if (next === LIFECYCLE_EVENTS.length) return endTarget(moving, target, 'Succeeded');
  if (deployment.stopping === 1) return endTarget(moving, target, 'Skipped');
  await offer(moving, target, next);
  return target;
}

function wentWell(deployment: Deployment, { status, event }: HostCommand): boolean {
  if (status === 'Succeeded') return true;
  return status === 'Failed' && event === APPLICATION_STOP && settingsOf(deployment).ignoreApplicationStopFailures;
}

async function endTarget(
  moving: Moving,
  target: DeploymentTarget,
  status: 'Succeeded' | 'Failed' | 'Skipped',
): Promise<DeploymentTarget> {
  const { tx, rooms, deployment } = moving;
  const now = rooms.clock.now();
  await recordTargetStatus(tx, target, status, now);
  await recordHealth(tx, deployment.groupId, {
    instance: target.arn,
    healthy: status === 'Succeeded' ? 1 : 0,
    revisionIdentity: deployment.revisionIdentity,
  });
  if (status !== 'Skipped') await tellInstance(moving, target, status === 'Succeeded' ? 'SUCCESS' : 'FAILURE');
  await wakeWaiter(moving);
  return { ...target, status, updated: now };
}

/** Starts targets or ends the deployment; answers whether it has ended. */
async function decide(moving: Moving, targets: readonly DeploymentTarget[]): Promise<boolean> {
  const { deployment } = moving;
  const step = rollout({ minimum: settingsOf(deployment).minimum, targets, stopping: deployment.stopping === 1 });
  switch (step.kind) {
    case 'wait':
      return false;
    case 'start':
      for (const position of step.positions) await startTarget(moving, targets[position]);
      await wakeWaiter(moving);
      return false;
    case 'succeed':
      await endDeployment(moving, { status: 'Succeeded', error: undefined });
      return true;
    case 'fail':
      await endDeployment(moving, { status: 'Failed', error: errorOf(step.error) });
      return true;
    case 'stop':
      await endDeployment(moving, { status: 'Stopped', error: errorOf('MANUAL_STOP') });
      return true;
  }
}

async function startTarget(moving: Moving, target: DeploymentTarget | undefined): Promise<void> {
  if (target === undefined) throw new Error(`${moving.deployment.id} has no such target`);
  await recordTargetStatus(moving.tx, target, 'InProgress', moving.rooms.clock.now());
  await tellInstance(moving, target, 'START');
  await offer(moving, target, 0);
}

async function offer({ tx, rooms, deployment }: Moving, target: DeploymentTarget, event: number): Promise<void> {
  const { id, account, region } = deployment;
  const now = rooms.clock.now();
  const deadline = now + (rooms.timeouts?.unclaimed ?? TIMEOUTS.unclaimed);
  const command = { id: rooms.ids.uuid(), account, region, host: target.host, deploymentId: id };
  await offerCommand(tx, { ...command, target: target.position, event, offered: now, deadline });
  tx.wake(hostTopic(target.host));
}
