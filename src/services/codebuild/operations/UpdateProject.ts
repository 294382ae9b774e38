import { changeProject, lockProject } from '../../../store/codebuild/projects.ts';
import { projectNotFound } from '../errors.ts';
import { projectArn, projectName } from '../names.ts';
import { checkProject } from '../project/check-project.ts';
import { completed, type ProjectSettings, projectView, settingsOf } from '../project/project-settings.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import type { UpdateProjectInput } from '../shapes.ts';
import { wakeBatches } from '../wake-batches.ts';

/** Members given replace the project's, the others stay. */
export const UpdateProject: CodeBuildOperation<'UpdateProject'> = async (input, call) => {
  const name = projectName(call, input.name);
  const row = await call.rooms.database.write(async (tx) => {
    const before = await lockProject(tx, call, name);
    if (before === undefined) throw projectNotFound(projectArn(call, name));
    const changed = merged(settingsOf(before), input);
    checkProject(changed, call.account);
    const settings = JSON.stringify(completed(changed, call));
    await changeProject(tx, before.id, settings, call.now);
    await wakeBatches(tx, call.rooms, before.id);
    return { ...before, settings, modified: call.now };
  });
  return { project: projectView(row) };
};

function merged(settings: ProjectSettings, input: UpdateProjectInput): ProjectSettings {
  const { name: _, ...members } = input;
  const given = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  const { concurrentBuildLimit, vpcConfig, buildBatchConfig, ...others }: ProjectSettings = { ...settings, ...given };
  return {
    ...others,
    // -1 takes the limit away, an empty VPC the VPC, empty settings for batches the batches.
    concurrentBuildLimit: concurrentBuildLimit === -1 ? undefined : concurrentBuildLimit,
    vpcConfig: unlessEmpty(vpcConfig),
    buildBatchConfig: unlessEmpty(buildBatchConfig),
  };
}

function unlessEmpty<T extends object>(members: T | undefined): T | undefined {
  return members !== undefined && Object.values(members).every((value) => value === undefined) ? undefined : members;
}
