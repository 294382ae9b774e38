import { findDeployment } from '../../../store/codedeploy/deployments.ts';
import { deploymentView } from '../deployments/deployment-view.ts';
import { batchLimitExceeded } from '../errors.ts';
import { checkDeploymentId } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 25;

/** Ids that do not exist are left out of the answer. */
export const BatchGetDeployments: CodeDeployOperation<'BatchGetDeployments'> = (input, call) => {
  const ids = [...new Set(input.deploymentIds)];
  if (ids.length > LIMIT) throw batchLimitExceeded(LIMIT);
  for (const id of ids) checkDeploymentId(id);
  return call.rooms.database.read(async (reader) => {
    const found = await Promise.all(ids.map((id) => findDeployment(reader, call, id)));
    const deployments = found.filter((deployment) => deployment !== undefined);
    return { deploymentsInfo: await Promise.all(deployments.map((deployment) => deploymentView(reader, deployment))) };
  });
};
