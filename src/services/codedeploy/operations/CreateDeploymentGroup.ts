import { arn } from '../../../kernel/arn.ts';
import { insertGroup } from '../../../store/codedeploy/deployment-groups.ts';
import { putTags } from '../../../store/tags.ts';
import { deploymentGroupAlreadyExists } from '../errors.ts';
import { theApplication } from '../find.ts';
import { findMinimum } from '../groups/deployment-config.ts';
import { changedSettings, checkSettings } from '../groups/group-settings.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkedTags } from '../tags.ts';

export const CreateDeploymentGroup: CodeDeployOperation<'CreateDeploymentGroup'> = async (input, call) => {
  const { applicationName, deploymentGroupName: name, deploymentConfigName, serviceRoleArn } = input;
  checkName('group', name);
  checkSettings(input);
  const tags = checkedTags(input.tags ?? []);
  const { account, region, now, rooms } = call;
  const id = rooms.ids.uuid();
  const settings = JSON.stringify(changedSettings({ serviceRoleArn }, input));
  await rooms.database.write(async (tx) => {
    const application = await theApplication(tx, call, applicationName);
    if (deploymentConfigName !== undefined) await findMinimum(tx, call, deploymentConfigName);
    const added = await insertGroup(tx, { id, applicationId: application.id, name, settings, created: now });
    if (!added) throw deploymentGroupAlreadyExists(name);
    await putTags(tx, arn('codedeploy', region, account, `deploymentgroup:${applicationName}/${name}`), tags);
  });
  return { deploymentGroupId: id };
};
