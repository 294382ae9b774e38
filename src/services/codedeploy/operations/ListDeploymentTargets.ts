import { startedTargets } from '../deployments/target-view.ts';
import { invalidMember } from '../errors.ts';
import { theDeployment } from '../find.ts';
import { slice } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import type { TargetFilters } from '../shapes.ts';

const STATUSES: readonly string[] = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'Skipped', 'Unknown', 'Ready'];

export const ListDeploymentTargets: CodeDeployOperation<'ListDeploymentTargets'> = (input, call) => {
  const statuses = wantedStatuses(input.targetFilters ?? {});
  return call.rooms.database.read(async (reader) => {
    const targets = await startedTargets(reader, await theDeployment(reader, call, input.deploymentId));
    const wanted = targets.filter(({ status }) => statuses === undefined || statuses.includes(status));
    const { items, nextToken } = slice(wanted, input.nextToken);
    return { targetIds: items.map(({ name }) => name), nextToken };
  });
};

function wantedStatuses(filters: TargetFilters): readonly string[] | undefined {
  if (filters.ServerInstanceLabel !== undefined) {
    throw invalidMember('InvalidDeploymentInstanceType', 'Instances have labels in blue/green deployments only.');
  }
  const unknown = filters.TargetStatus?.find((status) => !STATUSES.includes(status));
  if (unknown !== undefined) throw invalidMember('InvalidInstanceStatus', `There is no target status ${unknown}.`);
  return filters.TargetStatus;
}
