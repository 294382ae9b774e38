import { startedTargets } from '../deployments/target-view.ts';
import { invalidMember } from '../errors.ts';
import { theDeployment } from '../find.ts';
import { slice } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** The older form of ListDeploymentTargets. */
export const ListDeploymentInstances: CodeDeployOperation<'ListDeploymentInstances'> = (input, call) => {
  const { deploymentId, instanceStatusFilter, instanceTypeFilter, nextToken: token } = input;
  if ((instanceTypeFilter ?? []).length > 0) {
    throw invalidMember('InvalidDeploymentInstanceType', 'Instances have types in blue/green deployments only.');
  }
  return call.rooms.database.read(async (reader) => {
    const targets = await startedTargets(reader, await theDeployment(reader, call, deploymentId));
    const wanted = targets.filter(({ status }) => instanceStatusFilter?.includes(status) ?? true);
    const { items, nextToken } = slice(wanted, token);
    return { instancesList: items.map(({ name }) => name), nextToken };
  });
};
