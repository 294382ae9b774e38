import { findRevision } from '../../../store/codedeploy/application-revisions.ts';
import { revisionDoesNotExist } from '../errors.ts';
import { theApplication } from '../find.ts';
import { checkRevision } from '../revisions/revision-location.ts';
import { groupsByRevision, revisionInfo } from '../revisions/revision-view.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const GetApplicationRevision: CodeDeployOperation<'GetApplicationRevision'> = (input, call) => {
  const { identity } = checkRevision(input.revision);
  return call.rooms.database.read(async (reader) => {
    const application = await theApplication(reader, call, input.applicationName);
    const revision = await findRevision(reader, application.id, identity);
    if (revision === undefined) throw revisionDoesNotExist();
    const groups = (await groupsByRevision(reader, application)).get(identity) ?? [];
    return {
      applicationName: application.name,
      revision: JSON.parse(revision.location),
      revisionInfo: revisionInfo(revision, groups),
    };
  });
};
