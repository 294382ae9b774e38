import { wakeWaitersOfPipeline } from '../../../engine/wake-waiters.ts';
import { arn } from '../../../kernel/arn.ts';
import { deletePipeline, lockPipeline } from '../../../store/pipelines.ts';
import { dropTags } from '../../../store/tags.ts';
import type { CodePipelineCall } from '../find.ts';
import type { DeletePipelineInput } from '../shapes.ts';

/** Idempotent: a pipeline that is not there is deleted already. Whatever it runs is forgotten with it. */
export async function DeletePipeline(
  { name }: DeletePipelineInput,
  { account, region, rooms }: CodePipelineCall,
): Promise<void> {
  await rooms.database.write(async (tx) => {
    const row = await lockPipeline(tx, { account, region, name });
    if (row === undefined) return;
    await wakeWaitersOfPipeline(tx, row.id, rooms);
    await deletePipeline(tx, row.id);
    await dropTags(tx, arn('codepipeline', region, account, name));
  });
}
