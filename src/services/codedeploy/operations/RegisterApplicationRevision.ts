import { registerRevision } from '../../../store/codedeploy/application-revisions.ts';
import { descriptionTooLong } from '../errors.ts';
import { theApplication } from '../find.ts';
import { checkRevision } from '../revisions/revision-location.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const RegisterApplicationRevision: CodeDeployOperation<'RegisterApplicationRevision'> = async (input, call) => {
  const { description } = input;
  if ([...(description ?? '')].length > 256) throw descriptionTooLong();
  const { identity, location } = checkRevision(input.revision);
  await call.rooms.database.write(async (tx) => {
    const { id: applicationId } = await theApplication(tx, call, input.applicationName);
    const revision = { applicationId, identity, location: JSON.stringify(location), description, registered: call.now };
    await registerRevision(tx, revision);
  });
  return {};
};
