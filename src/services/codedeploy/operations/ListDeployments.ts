import { listDeployments } from '../../../store/codedeploy/deployments.ts';
import type { Reader } from '../../../store/database.ts';
import { applicationNameRequired, deploymentGroupNameRequired, invalidMember, invalidTimeRange } from '../errors.ts';
import { theApplication, theGroup } from '../find.ts';
import { numberFrom, PAGE, pageOf } from '../pages.ts';
import type { CodeDeployCall, CodeDeployOperation } from '../rooms.ts';
import type { ListDeploymentsInput } from '../shapes.ts';

/** Newest first. */
export const ListDeployments: CodeDeployOperation<'ListDeployments'> = async (input, call) => {
  const from = input.createTimeRange?.start?.getTime() ?? 0;
  const to = input.createTimeRange?.end?.getTime() ?? Number.MAX_SAFE_INTEGER;
  if (to < from) throw invalidTimeRange();
  if (input.externalId !== undefined) {
    throw invalidMember(
      'InvalidExternalId',
      'No deployment here has an external id: nothing but CodeDeploy makes them.',
    );
  }
  const before = numberFrom(input.nextToken, Number.MAX_SAFE_INTEGER);
  const statuses = input.includeOnlyStatuses ?? [];
  const rows = await call.rooms.database.read(async (reader) => {
    const groupId = await groupIdOf(reader, input, call);
    return listDeployments(reader, call, { groupId, statuses, from, to, before }, PAGE + 1);
  });
  const { items, nextToken } = pageOf(rows, ({ sequence }) => sequence);
  return { deployments: items.map(({ id }) => id), nextToken };
};

/** Application and group are named together or not at all. */
async function groupIdOf(
  reader: Reader,
  { applicationName, deploymentGroupName }: ListDeploymentsInput,
  call: CodeDeployCall,
): Promise<string | undefined> {
  if (applicationName === undefined && deploymentGroupName === undefined) return undefined;
  if (applicationName === undefined) throw applicationNameRequired();
  const application = await theApplication(reader, call, applicationName);
  if (deploymentGroupName === undefined) throw deploymentGroupNameRequired();
  return (await theGroup(reader, application, deploymentGroupName)).id;
}
