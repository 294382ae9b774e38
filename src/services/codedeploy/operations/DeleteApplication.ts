import { arn } from '../../../kernel/arn.ts';
import { deleteApplication, findApplication } from '../../../store/codedeploy/applications.ts';
import { deleteGroup, listGroups } from '../../../store/codedeploy/deployment-groups.ts';
import { dropTags } from '../../../store/tags.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** Deleting what is not there succeeds, as on AWS. */
export const DeleteApplication: CodeDeployOperation<'DeleteApplication'> = async (input, call) => {
  const { applicationName } = input;
  checkName('application', applicationName);
  const arnOf = (resource: string) => arn('codedeploy', call.region, call.account, resource);
  await call.rooms.database.write(async (tx) => {
    const application = await findApplication(tx, call, applicationName);
    if (application === undefined) return;
    for (const group of await listGroups(tx, application.id)) {
      await deleteGroup(tx, group.id);
      await dropTags(tx, arnOf(`deploymentgroup:${applicationName}/${group.name}`));
    }
    await deleteApplication(tx, application.id);
    await dropTags(tx, arnOf(`application:${applicationName}`));
  });
  return {};
};
