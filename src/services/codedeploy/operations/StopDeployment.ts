import { stopDeployment } from '../deployments/stop-deployment.ts';
import { deploymentAlreadyCompleted } from '../errors.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** Pending while events that hosts have begun run to their end. */
export const StopDeployment: CodeDeployOperation<'StopDeployment'> = (input, call) => {
  const { deploymentId, autoRollbackEnabled: rollback } = input;
  const { rooms } = call;
  return rooms.database.write(async (tx) => {
    await theDeployment(tx, call, deploymentId);
    const stopped = await stopDeployment(tx, rooms, { deploymentId, rollback });
    if (stopped === undefined) throw deploymentAlreadyCompleted(deploymentId);
    return {
      status: stopped ? 'Succeeded' : 'Pending',
      statusMessage: 'No more commands will be scheduled for execution in the deployment instances',
    };
  });
};
