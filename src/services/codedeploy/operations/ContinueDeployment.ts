import { deploymentAlreadyCompleted, deploymentIdRequired, unsupportedActionForDeploymentType } from '../errors.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** Only blue/green deployments wait to be continued, and there are none here. */
export const ContinueDeployment: CodeDeployOperation<'ContinueDeployment'> = async ({ deploymentId }, call) => {
  if (deploymentId === undefined) throw deploymentIdRequired();
  const { completed } = await call.rooms.database.read((reader) => theDeployment(reader, call, deploymentId));
  if (completed !== null) throw deploymentAlreadyCompleted(deploymentId);
  throw unsupportedActionForDeploymentType('Only blue/green deployments can be continued.');
};
