import { forgetPipeline } from '../../../engine/orders/forget-pipeline.ts';
import { arn } from '../../../kernel/arn.ts';
import { lockPipeline } from '../../../store/codepipeline/pipelines.ts';
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
    await forgetPipeline(tx, row, rooms);
    await dropTags(tx, arn('codepipeline', region, account, name));
  });
}
