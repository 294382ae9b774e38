import { findProject } from '../../../store/codebuild/projects.ts';
import { projectName } from '../names.ts';
import { projectView } from '../project/project-settings.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const BatchGetProjects: CodeBuildOperation<'BatchGetProjects'> = async (input, call) => {
  const found = await call.rooms.database.read(async (reader) => {
    const rows = [];
    for (const name of input.names) rows.push({ name, row: await findProject(reader, call, projectName(call, name)) });
    return rows;
  });
  return {
    projects: found.flatMap(({ row }) => (row === undefined ? [] : [projectView(row)])),
    projectsNotFound: found.flatMap(({ name, row }) => (row === undefined ? [name] : [])),
  };
};
