import { findByInstanceId, instanceView, startedTargets } from '../deployments/target-view.ts';
import { instanceDoesNotExist } from '../errors.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** The older form of GetDeploymentTarget; takes the name of the instance or its ARN. */
export const GetDeploymentInstance: CodeDeployOperation<'GetDeploymentInstance'> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const targets = await startedTargets(reader, await theDeployment(reader, call, input.deploymentId));
    const target = findByInstanceId(targets, input.instanceId);
    if (target === undefined) throw instanceDoesNotExist(input.instanceId);
    return { instanceSummary: await instanceView(reader, target) };
  });
