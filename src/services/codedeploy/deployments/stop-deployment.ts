import { type Deployment, lockDeployment, recordStopRequest } from '../../../store/codedeploy/deployments.ts';
import { withdrawCommands } from '../../../store/codedeploy/host-commands.ts';
import type { Tx } from '../../../store/database.ts';
import type { EngineRooms } from '../rooms.ts';
import { TIMEOUTS } from '../timeouts.ts';
import { advanceDeployment } from './advance-deployment.ts';
import { type DeploymentSettings, settingsOf } from './deployment-settings.ts';

export interface StopRequest {
  readonly deploymentId: string;
  /** Undefined leaves it to the deployment's own configuration. */
  readonly rollback: boolean | undefined;
}

/**
 * Takes back every event that no host has begun; those under way run to their end, for some minutes at most. Answers whether
 * the deployment has stopped (true) or will (false); undefined when it had ended before.
 */
export async function stopDeployment(tx: Tx, rooms: EngineRooms, request: StopRequest): Promise<boolean | undefined> {
  const { deploymentId, rollback } = request;
  const deployment = await lockDeployment(tx, deploymentId);
  if (deployment === undefined || deployment.completed !== null) return undefined;
  const now = rooms.clock.now();
  await recordStopRequest(tx, deploymentId, JSON.stringify(withRollback(deployment, rollback)));
  await withdrawCommands(tx, deploymentId, now, now + (rooms.timeouts?.stopping ?? TIMEOUTS.stopping));
  return advanceDeployment(tx, rooms, deploymentId);
}

function withRollback(deployment: Deployment, wanted: boolean | undefined): DeploymentSettings {
  const settings = settingsOf(deployment);
  if (wanted === undefined) return settings;
  const others = (settings.autoRollback.events ?? []).filter((event) => event !== 'DEPLOYMENT_STOP_ON_REQUEST');
  const events = wanted ? [...others, 'DEPLOYMENT_STOP_ON_REQUEST' as const] : others;
  return {
    ...settings,
    autoRollback: { enabled: events.length > 0 && (wanted || settings.autoRollback.enabled === true), events },
  };
}
