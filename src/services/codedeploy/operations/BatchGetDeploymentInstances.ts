import { findByInstanceId, instanceView, startedTargets } from '../deployments/target-view.ts';
import { batchLimitExceeded } from '../errors.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 25;

/** The older form of BatchGetDeploymentTargets; ids that do not belong to the deployment are told of in `errorMessage`. */
export const BatchGetDeploymentInstances: CodeDeployOperation<'BatchGetDeploymentInstances'> = (input, call) => {
  const ids = [...new Set(input.instanceIds)];
  if (ids.length > LIMIT) throw batchLimitExceeded(LIMIT);
  return call.rooms.database.read(async (reader) => {
    const targets = await startedTargets(reader, await theDeployment(reader, call, input.deploymentId));
    const found = ids.map((id) => findByInstanceId(targets, id)).filter((target) => target !== undefined);
    const missing = ids.filter((id) => findByInstanceId(targets, id) === undefined);
    return {
      instancesSummary: await Promise.all(found.map((target) => instanceView(reader, target))),
      errorMessage: missing.length === 0 ? undefined : `Not in the deployment: ${missing.join(', ')}`,
    };
  });
};
