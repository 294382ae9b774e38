import { deploymentView } from '../deployments/deployment-view.ts';
import { theDeployment } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const GetDeployment: CodeDeployOperation<'GetDeployment'> = (input, call) =>
  call.rooms.database.read(async (reader) => ({
    deploymentInfo: await deploymentView(reader, await theDeployment(reader, call, input.deploymentId)),
  }));
