import { findBuildBatch, lockBuildBatch } from '../../../store/codebuild/build-batches.ts';
import { batchView } from '../batch/batch-view.ts';
import { stopBatch } from '../batch/end-batch.ts';
import { theBatch } from '../batch/find-batch.ts';
import type { CodeBuildOperation } from '../rooms.ts';

/** A batch that is over is answered as it is. */
export const StopBuildBatch: CodeBuildOperation<'StopBuildBatch'> = async (input, call) => {
  const { rooms } = call;
  const row = await rooms.database.write(async (tx) => {
    const found = await theBatch(tx, call, input.id);
    const locked = (await lockBuildBatch(tx, found.id)) ?? found;
    if (locked.ended === null) await stopBatch(tx, rooms, locked);
    return (await findBuildBatch(tx, found.id)) ?? locked;
  });
  return { buildBatch: batchView(row) };
};
