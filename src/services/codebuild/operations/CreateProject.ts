import { insertProject } from '../../../store/codebuild/projects.ts';
import { projectExists } from '../errors.ts';
import { projectArn } from '../names.ts';
import { checkProject } from '../project/check-project.ts';
import { completed, projectView } from '../project/project-settings.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const CreateProject: CodeBuildOperation<'CreateProject'> = async (input, call) => {
  const { account, region, rooms, now } = call;
  checkProject(input, account);
  const settings = JSON.stringify(completed(input, call));
  const row = { id: rooms.ids.uuid(), account, region, name: input.name, settings, created: now, modified: now };
  const inserted = await rooms.database.write((tx) => insertProject(tx, row));
  if (!inserted) throw projectExists(projectArn(call, input.name));
  return { project: projectView({ ...row, lastNumber: 0 }) };
};
