import { arn } from '../../../kernel/arn.ts';
import { findApplication } from '../../../store/codedeploy/applications.ts';
import { deleteGroup, findGroup } from '../../../store/codedeploy/deployment-groups.ts';
import { dropTags } from '../../../store/tags.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** Deleting what is not there succeeds, as on AWS. A deployment under way goes on to its end. */
export const DeleteDeploymentGroup: CodeDeployOperation<'DeleteDeploymentGroup'> = async (input, call) => {
  const { applicationName, deploymentGroupName } = input;
  checkName('application', applicationName);
  checkName('group', deploymentGroupName);
  await call.rooms.database.write(async (tx) => {
    const application = await findApplication(tx, call, applicationName);
    const group = application && (await findGroup(tx, application.id, deploymentGroupName));
    if (group === undefined) return;
    await deleteGroup(tx, group.id);
    await dropTags(
      tx,
      arn('codedeploy', call.region, call.account, `deploymentgroup:${applicationName}/${deploymentGroupName}`),
    );
  });
  return { hooksNotCleanedUp: [] };
};
