import { type BuildBatchRow, deleteBuildBatch, lockBuildBatch } from '../../../store/codebuild/build-batches.ts';
import { deleteBuild, lockBuild } from '../../../store/codebuild/builds.ts';
import type { ProjectPlace } from '../../../store/codebuild/projects.ts';
import type { Tx } from '../../../store/database.ts';
import { batchProgressOf } from '../batch-facts.ts';
import { buildArn } from '../names.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import type { DeleteBuildBatchOutput } from '../shapes.ts';
import { removeStaged } from './combine-artifacts.ts';
import { findPlacedBatch } from './find-batch.ts';

/**
 * Deletes a batch that is over, with all its builds.
 *
 * Gaps: of statusCode only BATCH_DELETED is known; one under way is left alone as BATCH_IN_PROGRESS, an absent one is BATCH_NOT_FOUND.
 */
export async function deleteBatch(
  rooms: CodeBuildRooms,
  place: ProjectPlace,
  id: string,
): Promise<DeleteBuildBatchOutput> {
  const { row, output } = await rooms.database.write((tx) => deleteIn(tx, place, id));
  if (row !== undefined) await removeStaged(rooms.objects, row);
  return output;
}

interface Deletion {
  /** What was deleted. */
  readonly row?: BuildBatchRow | undefined;
  readonly output: DeleteBuildBatchOutput;
}

async function deleteIn(tx: Tx, place: ProjectPlace, id: string): Promise<Deletion> {
  const found = await findPlacedBatch(tx, place, id);
  const row = found && (await lockBuildBatch(tx, found.id));
  if (row === undefined) return { output: untouched('BATCH_NOT_FOUND') };
  if (row.ended === null) return { output: untouched('BATCH_IN_PROGRESS') };
  const buildsDeleted: string[] = [];
  for (const { current, prior } of batchProgressOf(row).groups) {
    for (const { buildId } of [...prior, current]) {
      if ((await lockBuild(tx, buildId)) === undefined) continue;
      await deleteBuild(tx, buildId);
      buildsDeleted.push(buildArn(row, buildId));
    }
  }
  await deleteBuildBatch(tx, row.id);
  return { row, output: { statusCode: 'BATCH_DELETED', buildsDeleted, buildsNotDeleted: [] } };
}

function untouched(statusCode: string): DeleteBuildBatchOutput {
  return { statusCode, buildsDeleted: [], buildsNotDeleted: [] };
}
