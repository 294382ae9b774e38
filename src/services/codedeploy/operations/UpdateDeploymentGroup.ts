import { arn } from '../../../kernel/arn.ts';
import { changeGroup, findGroup } from '../../../store/codedeploy/deployment-groups.ts';
import { moveTags } from '../../../store/tags.ts';
import { deploymentGroupAlreadyExists } from '../errors.ts';
import { theApplication, theGroup } from '../find.ts';
import { findMinimum } from '../groups/deployment-config.ts';
import { changedSettings, checkSettings, readSettings } from '../groups/group-settings.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** What is not given stays as it is. */
export const UpdateDeploymentGroup: CodeDeployOperation<'UpdateDeploymentGroup'> = async (input, call) => {
  const { applicationName, currentDeploymentGroupName: from } = input;
  const to = input.newDeploymentGroupName ?? from;
  checkName('group', to);
  checkSettings(input);
  await call.rooms.database.write(async (tx) => {
    const application = await theApplication(tx, call, applicationName);
    const group = await theGroup(tx, application, from);
    if (input.deploymentConfigName !== undefined) await findMinimum(tx, call, input.deploymentConfigName);
    if (to !== from && (await findGroup(tx, application.id, to)) !== undefined) throw deploymentGroupAlreadyExists(to);
    await changeGroup(tx, group.id, to, JSON.stringify(changedSettings(readSettings(group.settings), input)));
    const arnOf = (name: string) =>
      arn('codedeploy', call.region, call.account, `deploymentgroup:${applicationName}/${name}`);
    if (to !== from) await moveTags(tx, arnOf(from), arnOf(to));
  });
  return { hooksNotCleanedUp: [] };
};
