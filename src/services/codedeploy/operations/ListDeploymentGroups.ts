import { listGroups } from '../../../store/codedeploy/deployment-groups.ts';
import { theApplication } from '../find.ts';
import { slice } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const ListDeploymentGroups: CodeDeployOperation<'ListDeploymentGroups'> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const application = await theApplication(reader, call, input.applicationName);
    const { items, nextToken } = slice(await listGroups(reader, application.id), input.nextToken);
    return { applicationName: application.name, deploymentGroups: items.map(({ name }) => name), nextToken };
  });
