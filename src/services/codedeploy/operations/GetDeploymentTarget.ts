import { startedTargets, targetView } from '../deployments/target-view.ts';
import { deploymentTargetDoesNotExist } from '../errors.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const GetDeploymentTarget: CodeDeployOperation<'GetDeploymentTarget'> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const targets = await startedTargets(reader, await theDeployment(reader, call, input.deploymentId));
    const target = targets.find(({ name }) => name === input.targetId);
    if (target === undefined) throw deploymentTargetDoesNotExist(input.targetId);
    return { deploymentTarget: await targetView(reader, target) };
  });
