import { findRevision } from '../../../store/codedeploy/application-revisions.ts';
import { batchLimitExceeded } from '../errors.ts';
import { theApplication } from '../find.ts';
import { checkRevision } from '../revisions/revision-location.ts';
import { groupsByRevision, revisionInfo } from '../revisions/revision-view.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 25;

/** Revisions that are not registered are told of in `errorMessage`. */
export const BatchGetApplicationRevisions: CodeDeployOperation<'BatchGetApplicationRevisions'> = (input, call) => {
  if (input.revisions.length > LIMIT) throw batchLimitExceeded(LIMIT);
  const identities = [...new Set(input.revisions.map((revision) => checkRevision(revision).identity))];
  return call.rooms.database.read(async (reader) => {
    const application = await theApplication(reader, call, input.applicationName);
    const groups = await groupsByRevision(reader, application);
    const rows = await Promise.all(identities.map((identity) => findRevision(reader, application.id, identity)));
    const found = rows.filter((row) => row !== undefined);
    const missing = rows.length - found.length;
    return {
      applicationName: application.name,
      errorMessage: missing === 0 ? undefined : `${missing} of the revisions are not registered`,
      revisions: found.map((row) => ({
        revisionLocation: JSON.parse(row.location),
        genericRevisionInfo: revisionInfo(row, groups.get(row.identity) ?? []),
      })),
    };
  });
};
