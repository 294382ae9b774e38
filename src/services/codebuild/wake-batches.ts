import { batchesWaitingForRoom } from '../../store/codebuild/build-batches.ts';
import type { Tx } from '../../store/database.ts';
import { BATCH_WORK } from './batch-work.ts';
import type { CodeBuildRooms } from './rooms.ts';

/** There may be room now: batches of the project that wait for it look again. */
export async function wakeBatches(tx: Tx, { work }: Pick<CodeBuildRooms, 'work'>, projectId: string): Promise<void> {
  for (const batch of await batchesWaitingForRoom(tx, projectId)) await work.schedule(tx, BATCH_WORK, batch);
}
