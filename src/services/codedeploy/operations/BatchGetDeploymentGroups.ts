import { findGroup } from '../../../store/codedeploy/deployment-groups.ts';
import { batchLimitExceeded } from '../errors.ts';
import { theApplication } from '../find.ts';
import { groupView } from '../groups/group-view.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 100;

/** Names that do not exist are told of in `errorMessage`. */
export const BatchGetDeploymentGroups: CodeDeployOperation<'BatchGetDeploymentGroups'> = async (input, call) => {
  const names = [...new Set(input.deploymentGroupNames)];
  if (names.length > LIMIT) throw batchLimitExceeded(LIMIT);
  for (const name of names) checkName('group', name);
  return call.rooms.database.read(async (reader) => {
    const application = await theApplication(reader, call, input.applicationName);
    const found = await Promise.all(names.map((name) => findGroup(reader, application.id, name)));
    const groups = found.filter((group) => group !== undefined);
    const missing = names.filter((_, index) => found[index] === undefined);
    return {
      deploymentGroupsInfo: await Promise.all(groups.map((group) => groupView(reader, application, group))),
      errorMessage: missing.length === 0 ? undefined : `No Deployment Group found for name: ${missing.join(', ')}`,
    };
  });
};
