import { findApplication } from '../../../store/codedeploy/applications.ts';
import { applicationView } from '../application-view.ts';
import { batchLimitExceeded } from '../errors.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 100;

/** Names that do not exist are left out of the answer. */
export const BatchGetApplications: CodeDeployOperation<'BatchGetApplications'> = async (input, call) => {
  const names = [...new Set(input.applicationNames)];
  if (names.length > LIMIT) throw batchLimitExceeded(LIMIT);
  for (const name of names) checkName('application', name);
  const found = await call.rooms.database.read((reader) =>
    Promise.all(names.map((name) => findApplication(reader, call, name))),
  );
  return { applicationsInfo: found.filter((application) => application !== undefined).map(applicationView) };
};
