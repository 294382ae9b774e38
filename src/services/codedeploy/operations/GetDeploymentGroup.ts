import { theApplication, theGroup } from '../find.ts';
import { groupView } from '../groups/group-view.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const GetDeploymentGroup: CodeDeployOperation<'GetDeploymentGroup'> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const application = await theApplication(reader, call, input.applicationName);
    const group = await theGroup(reader, application, input.deploymentGroupName);
    return { deploymentGroupInfo: await groupView(reader, application, group) };
  });
