import type { Tx } from '../../store/database.ts';
import { type DeploymentTarget, listTargets, recordTargetStatus } from '../../store/deployment-targets.ts';
import { type Deployment, lockDeployment } from '../../store/deployments.ts';
import {
  endCommand,
  endedCommands,
  type HostCommand,
  markFollowed,
  nextDeadline,
  offerCommand,
  overdueCommands,
} from '../../store/host-commands.ts';
import { recordHealth } from '../../store/instance-health.ts';
import { beginDeployment } from './begin-deployment.ts';
import { findAnyConfig } from './deployment-config.ts';
import { tellInstance } from './deployment-events.ts';
import { settingsOf } from './deployment-settings.ts';
import { lookBy } from './deployment-timer.ts';
import { endDeployment } from './end-deployment.ts';
import { errorOf } from './failure-words.ts';
import { hostTopic } from './host-topic.ts';
import { APPLICATION_STOP, LIFECYCLE_EVENTS, OVERDUE, UNCLAIMED } from './lifecycle.ts';
import { rollout } from './rollout.ts';
import type { EngineRooms } from './rooms.ts';
import { TIMEOUTS } from './timeouts.ts';

/**
 * Moves a deployment on as far as it goes: begins it, fails what is overdue, draws the consequences of lifecycle events that
 * have ended, starts the next instances, ends it. Decides from the store alone, so it may be asked for at any time and again.
 * Answers whether it has ended.
 */
export async function advanceDeployment(tx: Tx, rooms: EngineRooms, id: string): Promise<boolean> {
  const deployment = await lockDeployment(tx, id);
  if (deployment === undefined || deployment.completed !== null) return true;
  if (deployment.status === 'Created' && deployment.stopping === 0) await beginDeployment(tx, rooms, deployment);
  await failOverdue(tx, rooms, deployment);
  const targets = await listTargets(tx, id);
  const after = await followEnded(tx, rooms, deployment, targets);
  if (await decide(tx, rooms, deployment, after)) return true;
  const deadline = await nextDeadline(tx, id);
  if (deadline !== undefined) await lookBy(tx, rooms, deployment, deadline);
  return false;
}

async function failOverdue(tx: Tx, rooms: EngineRooms, { id }: Deployment): Promise<void> {
  const now = rooms.clock.now();
  for (const command of await overdueCommands(tx, id, now)) {
    const diagnostics = JSON.stringify(command.started === null ? UNCLAIMED : OVERDUE);
    await endCommand(tx, command.id, { status: 'Failed', diagnostics, now });
  }
}

/** The targets as the events that have ended leave them. */
async function followEnded(
  tx: Tx,
  rooms: EngineRooms,
  deployment: Deployment,
  targets: readonly DeploymentTarget[],
): Promise<DeploymentTarget[]> {
  const after = [...targets];
  for (const command of await endedCommands(tx, deployment.id)) {
    const target = after[command.target];
    if (target === undefined) throw new Error(`${deployment.id} has no target ${command.target}`);
    await markFollowed(tx, command.id);
    after[command.target] = await follow(tx, rooms, deployment, { target, command });
  }
  return after;
}

interface Ended {
  readonly target: DeploymentTarget;
  readonly command: HostCommand;
}

async function follow(tx: Tx, rooms: EngineRooms, deployment: Deployment, ended: Ended): Promise<DeploymentTarget> {
  const { target, command } = ended;
  const next = command.event + 1;
  if (!wentWell(deployment, command)) {
    return endTarget(tx, rooms, deployment, { target, status: command.status === 'Skipped' ? 'Skipped' : 'Failed' });
  }
  if (next === LIFECYCLE_EVENTS.length) return endTarget(tx, rooms, deployment, { target, status: 'Succeeded' });
  if (deployment.stopping === 1) return endTarget(tx, rooms, deployment, { target, status: 'Skipped' });
  await offer(tx, rooms, deployment, { target, event: next });
  return target;
}

function wentWell(deployment: Deployment, { status, event }: HostCommand): boolean {
  if (status === 'Succeeded') return true;
  return status === 'Failed' && event === APPLICATION_STOP && settingsOf(deployment).ignoreApplicationStopFailures;
}

interface TargetEnd {
  readonly target: DeploymentTarget;
  readonly status: 'Succeeded' | 'Failed' | 'Skipped';
}

async function endTarget(
  tx: Tx,
  rooms: EngineRooms,
  deployment: Deployment,
  { target, status }: TargetEnd,
): Promise<DeploymentTarget> {
  const now = rooms.clock.now();
  await recordTargetStatus(tx, target, status, now);
  await recordHealth(tx, deployment.groupId, {
    instance: target.arn,
    healthy: status === 'Succeeded' ? 1 : 0,
    revisionIdentity: deployment.revisionIdentity,
  });
  if (status !== 'Skipped') {
    await tellInstance(tx, rooms, deployment, { target, state: status === 'Succeeded' ? 'SUCCESS' : 'FAILURE' });
  }
  return { ...target, status, updated: now };
}

/** Starts targets or ends the deployment; answers whether it has ended. */
async function decide(
  tx: Tx,
  rooms: EngineRooms,
  deployment: Deployment,
  targets: readonly DeploymentTarget[],
): Promise<boolean> {
  const { minimumHealthyHosts: minimum } = await findAnyConfig(tx, deployment, deployment.configName);
  if (minimum === undefined) throw new Error(`${deployment.configName} is not a configuration for servers`);
  const step = rollout({ minimum, targets, stopping: deployment.stopping === 1 });
  switch (step.kind) {
    case 'wait':
      return false;
    case 'start':
      for (const position of step.positions) await startTarget(tx, rooms, deployment, targets[position]);
      return false;
    case 'succeed':
      await endDeployment(tx, rooms, deployment, { status: 'Succeeded', error: undefined });
      return true;
    case 'fail':
      await endDeployment(tx, rooms, deployment, { status: 'Failed', error: errorOf(step.error) });
      return true;
    case 'stop':
      await endDeployment(tx, rooms, deployment, { status: 'Stopped', error: errorOf('MANUAL_STOP') });
      return true;
  }
}

async function startTarget(
  tx: Tx,
  rooms: EngineRooms,
  deployment: Deployment,
  target: DeploymentTarget | undefined,
): Promise<void> {
  if (target === undefined) throw new Error(`${deployment.id} has no such target`);
  await recordTargetStatus(tx, target, 'InProgress', rooms.clock.now());
  await tellInstance(tx, rooms, deployment, { target, state: 'START' });
  await offer(tx, rooms, deployment, { target, event: 0 });
}

async function offer(
  tx: Tx,
  rooms: EngineRooms,
  { id, account, region }: Deployment,
  { target, event }: { readonly target: DeploymentTarget; readonly event: number },
): Promise<void> {
  const now = rooms.clock.now();
  const deadline = now + (rooms.timeouts?.unclaimed ?? TIMEOUTS.unclaimed);
  const command = { id: rooms.ids.uuid(), account, region, host: target.host, deploymentId: id };
  await offerCommand(tx, { ...command, target: target.position, event, offered: now, deadline });
  tx.wake(hostTopic(target.host));
}
