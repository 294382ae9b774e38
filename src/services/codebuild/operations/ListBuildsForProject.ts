import { begunOfProject } from '../../../store/codebuild/begun.ts';
import { findProject } from '../../../store/codebuild/projects.ts';
import { providedProjectNotFound } from '../errors.ts';
import { projectArn, projectName } from '../names.ts';
import { PAGE, pageOf, positionInTime } from '../pages.ts';
import type { CodeBuildOperation } from '../rooms.ts';

/** Newest first unless told otherwise. */
export const ListBuildsForProject: CodeBuildOperation<'ListBuildsForProject'> = async (input, call) => {
  const { account, region } = call;
  const name = projectName(call, input.projectName);
  const after = positionInTime(input.nextToken);
  const descending = input.sortOrder !== 'ASCENDING';
  const found = await call.rooms.database.read(async (reader) => {
    if ((await findProject(reader, call, name)) === undefined) throw providedProjectNotFound(projectArn(call, name));
    return begunOfProject(
      reader,
      'builds',
      { account, region, projectName: name },
      { descending, after, limit: PAGE + 1 },
    );
  });
  const { items, nextToken } = pageOf(found, ({ created, number }) => [String(created), number]);
  return { ids: items.map(({ id }) => id), nextToken };
};
