import { begunOfProject } from '../../../store/codebuild/begun.ts';
import { findProject } from '../../../store/codebuild/projects.ts';
import { invalidInput, providedProjectNotFound } from '../errors.ts';
import { projectArn, projectName } from '../names.ts';
import { PAGE, pageOf, positionInTime } from '../pages.ts';
import type { CodeBuildOperation } from '../rooms.ts';

/** Newest first unless told otherwise. Gaps: the model does not require a name, and AWS does not say what none means. */
export const ListBuildBatchesForProject: CodeBuildOperation<'ListBuildBatchesForProject'> = async (input, call) => {
  const { account, region } = call;
  if (input.projectName === undefined) throw invalidInput('The project name is required');
  const name = projectName(call, input.projectName);
  const size = input.maxResults ?? PAGE;
  const after = positionInTime(input.nextToken);
  const descending = input.sortOrder !== 'ASCENDING';
  const found = await call.rooms.database.read(async (reader) => {
    if ((await findProject(reader, call, name)) === undefined) throw providedProjectNotFound(projectArn(call, name));
    const place = { account, region, projectName: name, status: input.filter?.status };
    return begunOfProject(reader, 'build_batches', place, { descending, after, limit: size + 1 });
  });
  const { items, nextToken } = pageOf(found, ({ created, number }) => [String(created), number], size);
  return { ids: items.map(({ id }) => id), nextToken };
};
