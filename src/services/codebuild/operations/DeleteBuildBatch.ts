import { deleteBatch } from '../batch/delete-batch.ts';
import { invalidBatchId } from '../errors.ts';
import { batchId } from '../names.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const DeleteBuildBatch: CodeBuildOperation<'DeleteBuildBatch'> = async (input, call) => {
  if (!input.id.includes(':')) throw invalidBatchId();
  const { account, region, rooms } = call;
  return deleteBatch(rooms, { account, region }, batchId(call, input.id));
};
