import { applicationView } from '../application-view.ts';
import { theApplication } from '../find.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const GetApplication: CodeDeployOperation<'GetApplication'> = async (input, call) => {
  const application = await call.rooms.database.read((reader) => theApplication(reader, call, input.applicationName));
  return { application: applicationView(application) };
};
