import { deleteProject, lockProject } from '../../../store/codebuild/projects.ts';
import { projectName } from '../names.ts';
import type { CodeBuildOperation } from '../rooms.ts';

/** Its builds stay readable, and those under way go on. An absent project is as good as deleted. */
export const DeleteProject: CodeBuildOperation<'DeleteProject'> = async (input, call) => {
  await call.rooms.database.write(async (tx) => {
    const project = await lockProject(tx, call, projectName(call, input.name));
    if (project !== undefined) await deleteProject(tx, project.id);
  });
  return {};
};
