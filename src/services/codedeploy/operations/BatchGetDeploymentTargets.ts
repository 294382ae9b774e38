import { startedTargets, targetView } from '../deployments/target-view.ts';
import { deploymentTargetDoesNotExist, deploymentTargetListSizeExceeded } from '../errors.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 25;

export const BatchGetDeploymentTargets: CodeDeployOperation<'BatchGetDeploymentTargets'> = (input, call) => {
  const ids = [...new Set(input.targetIds)];
  if (ids.length > LIMIT) throw deploymentTargetListSizeExceeded();
  return call.rooms.database.read(async (reader) => {
    const targets = await startedTargets(reader, await theDeployment(reader, call, input.deploymentId));
    const byName = new Map(targets.map((target) => [target.name, target]));
    const views = ids.map((id) => {
      const target = byName.get(id);
      if (target === undefined) throw deploymentTargetDoesNotExist(id);
      return targetView(reader, target);
    });
    return { deploymentTargets: await Promise.all(views) };
  });
};
