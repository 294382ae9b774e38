import { deleteBuild, lockBuild } from '../../../store/codebuild/builds.ts';
import type { Tx } from '../../../store/database.ts';
import { invalidBuildId } from '../errors.ts';
import { findPlacedBuild } from '../find.ts';
import { buildArn, buildId } from '../names.ts';
import type { CodeBuildCall, CodeBuildOperation } from '../rooms.ts';

/** Builds under way stay. */
export const BatchDeleteBuilds: CodeBuildOperation<'BatchDeleteBuilds'> = async (input, call) => {
  if (input.ids.some((id) => !id.includes(':'))) throw invalidBuildId();
  const results = await call.rooms.database.write(async (tx) => {
    const outcomes = [];
    for (const id of input.ids) outcomes.push(await remove(tx, call, id));
    return outcomes;
  });
  return {
    buildsDeleted: results.flatMap(({ arn, statusCode }) => (statusCode === undefined ? [arn] : [])),
    buildsNotDeleted: results.flatMap(({ arn, statusCode }) =>
      statusCode === undefined ? [] : [{ id: arn, statusCode }],
    ),
  };
};

async function remove(tx: Tx, call: CodeBuildCall, text: string) {
  const arn = buildArn(call, buildId(call, text));
  const found = await findPlacedBuild(tx, call, text);
  const row = found && (await lockBuild(tx, found.id));
  if (row === undefined) return { arn, statusCode: 'BUILD_NOT_FOUND' };
  if (row.ended === null) return { arn, statusCode: 'BUILD_IN_PROGRESS' };
  await deleteBuild(tx, row.id);
  return { arn, statusCode: undefined };
}
