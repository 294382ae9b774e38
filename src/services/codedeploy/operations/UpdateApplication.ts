import { arn } from '../../../kernel/arn.ts';
import { findApplication, renameApplication } from '../../../store/codedeploy/applications.ts';
import { listGroups } from '../../../store/codedeploy/deployment-groups.ts';
import { moveTags } from '../../../store/tags.ts';
import { applicationAlreadyExists, applicationNameRequired } from '../errors.ts';
import { theApplication } from '../find.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const UpdateApplication: CodeDeployOperation<'UpdateApplication'> = async (input, call) => {
  const { applicationName: from, newApplicationName: to } = input;
  if (from === undefined || to === undefined) throw applicationNameRequired();
  checkName('application', to);
  const { account, region } = call;
  await call.rooms.database.write(async (tx) => {
    const application = await theApplication(tx, call, from);
    if (from === to) return;
    if ((await findApplication(tx, call, to)) !== undefined) throw applicationAlreadyExists(to);
    await renameApplication(tx, application.id, to);
    const move = (before: string, after: string) =>
      moveTags(tx, arn('codedeploy', region, account, before), arn('codedeploy', region, account, after));
    await move(`application:${from}`, `application:${to}`);
    for (const { name } of await listGroups(tx, application.id)) {
      await move(`deploymentgroup:${from}/${name}`, `deploymentgroup:${to}/${name}`);
    }
  });
  return {};
};
