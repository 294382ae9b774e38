import { addWaiter, type Waiter } from '../store/codepipeline/execution-waiters.ts';
import { unfinishedExecutions } from '../store/codepipeline/executions.ts';
import type { Tx } from '../store/database.ts';

/** The work is done again as soon as any execution of a pipeline that is full has ended. The caller holds the pipeline's lock. */
export async function waitForRoom(tx: Tx, pipelineId: string, waiter: Waiter): Promise<void> {
  for (const { id } of await unfinishedExecutions(tx, pipelineId)) await addWaiter(tx, id, waiter);
}
