import { lockGroup, recordSuccess } from '../../../store/codedeploy/deployment-groups.ts';
import { skipPendingTargets } from '../../../store/codedeploy/deployment-targets.ts';
import {
  type DeploymentEnd,
  findDeployment,
  recordEnd,
  recordRollback,
} from '../../../store/codedeploy/deployments.ts';
import type { AutoRollbackEvent } from '../shapes.ts';
import { createDeployment } from './create-deployment.ts';
import { tellDeployment } from './deployment-events.ts';
import { settingsOf } from './deployment-settings.ts';
import type { Moving } from './moving.ts';
import { wakeWaiter } from './wake-waiter.ts';

/** Writes the end down, tells of it, wakes the pipeline that waits for it, and begins the rollback that was asked for. */
export async function endDeployment(moving: Moving, end: DeploymentEnd): Promise<void> {
  const { tx, rooms, deployment } = moving;
  const { id, groupId, revision } = deployment;
  const now = rooms.clock.now();
  await skipPendingTargets(tx, id, now);
  await recordEnd(tx, id, end, now);
  if (end.status === 'Succeeded') await recordSuccess(tx, groupId, id, revision);
  await tellDeployment(moving, STATES[end.status]);
  await wakeWaiter(moving);
  if (end.status !== 'Succeeded') await rollBack(moving, CAUSES[end.status]);
}

const STATES = { Succeeded: 'SUCCESS', Failed: 'FAILURE', Stopped: 'STOP' } as const;
const CAUSES = { Failed: 'DEPLOYMENT_FAILURE', Stopped: 'DEPLOYMENT_STOP_ON_REQUEST' } as const;

/** A rollback is a deployment anew of what last succeeded; it is not rolled back itself. */
async function rollBack({ tx, rooms, deployment }: Moving, cause: AutoRollbackEvent): Promise<void> {
  const { autoRollback, creator } = settingsOf(deployment);
  if (autoRollback.enabled !== true || !autoRollback.events?.includes(cause)) return;
  if (creator === 'codeDeployRollback') return;
  const group = await lockGroup(tx, deployment.groupId);
  const good = group?.lastSuccessful ? await findDeployment(tx, deployment, group.lastSuccessful) : undefined;
  if (group === undefined || good === undefined) {
    const message = 'The deployment was not rolled back: its group has no deployment that succeeded before.';
    await recordRollback(tx, deployment.id, null, message);
    return;
  }
  const { account, region, applicationName, configName } = deployment;
  const rollbackId = await createDeployment(tx, rooms, {
    account,
    region,
    applicationName,
    group,
    configName,
    revision: { identity: good.revisionIdentity, location: JSON.parse(good.revision) },
    settings: {
      ...settingsOf(deployment),
      creator: 'codeDeployRollback',
      description: undefined,
      updateOutdatedInstancesOnly: false,
      fileExistsBehavior: settingsOf(good).fileExistsBehavior,
      rollbackOf: deployment.id,
    },
  });
  await recordRollback(tx, deployment.id, rollbackId, `Rolled back by deployment ${rollbackId}.`);
}
