import { batchesWaitingForRoom } from '../../../store/build-batches.ts';
import type { Tx } from '../../../store/database.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { BATCH_WORK } from './batch-work.ts';

/** There may be room now: batches of the project that wait for it look again. */
export async function wakeBatches(tx: Tx, { work }: Pick<CodeBuildRooms, 'work'>, projectId: string): Promise<void> {
  for (const batch of await batchesWaitingForRoom(tx, projectId)) await work.schedule(tx, BATCH_WORK, batch);
}
