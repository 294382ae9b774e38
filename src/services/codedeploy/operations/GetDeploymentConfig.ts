import { findAnyConfig } from '../groups/deployment-config.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import type { DeploymentConfigInfo } from '../shapes.ts';

/** OneAtATime has the type MOST_CONCURRENCY, as on AWS, which the model does not name. */
export const GetDeploymentConfig: CodeDeployOperation<'GetDeploymentConfig'> = async (input, call) => {
  checkName('config', input.deploymentConfigName);
  const config = await call.rooms.database.read((reader) => findAnyConfig(reader, call, input.deploymentConfigName));
  return { deploymentConfigInfo: config as DeploymentConfigInfo }; // -- for the type above
};
