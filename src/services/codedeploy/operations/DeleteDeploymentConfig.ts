import { deleteConfig } from '../../../store/codedeploy/deployment-configs.ts';
import { allGroupSettings } from '../../../store/codedeploy/deployment-groups.ts';
import { isDeployedWith } from '../../../store/codedeploy/deployments.ts';
import { deploymentConfigInUse, invalidOperation } from '../errors.ts';
import { PREDEFINED } from '../groups/deployment-config.ts';
import { readSettings } from '../groups/group-settings.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** Deleting what is not there succeeds, as on AWS. */
export const DeleteDeploymentConfig: CodeDeployOperation<'DeleteDeploymentConfig'> = async (input, call) => {
  const { deploymentConfigName: name } = input;
  checkName('config', name);
  if (PREDEFINED.has(name))
    throw invalidOperation(`The predefined deployment configuration ${name} cannot be deleted.`);
  await call.rooms.database.write(async (tx) => {
    const users = (await allGroupSettings(tx, call)).map(readSettings);
    if (users.some(({ deploymentConfigName }) => deploymentConfigName === name)) throw deploymentConfigInUse(name);
    if (await isDeployedWith(tx, call, name)) throw deploymentConfigInUse(name);
    await deleteConfig(tx, call, name);
  });
  return {};
};
