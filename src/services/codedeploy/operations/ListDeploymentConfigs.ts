import { configNames } from '../../../store/codedeploy/deployment-configs.ts';
import { PREDEFINED } from '../groups/deployment-config.ts';
import { slice } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const ListDeploymentConfigs: CodeDeployOperation<'ListDeploymentConfigs'> = async (input, call) => {
  const own = await call.rooms.database.read((reader) => configNames(reader, call));
  const { items, nextToken } = slice([...PREDEFINED.keys(), ...own], input.nextToken);
  return { deploymentConfigsList: items, nextToken };
};
