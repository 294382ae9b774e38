import { batchView } from '../batch/batch-view.ts';
import { findPlacedBatch } from '../batch/find-batch.ts';
import { invalidBatchId } from '../errors.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const BatchGetBuildBatches: CodeBuildOperation<'BatchGetBuildBatches'> = async (input, call) => {
  if (input.ids.some((id) => !id.includes(':'))) throw invalidBatchId();
  const found = await call.rooms.database.read(async (reader) => {
    const rows = [];
    for (const id of input.ids) rows.push({ id, row: await findPlacedBatch(reader, call, id) });
    return rows;
  });
  return {
    buildBatches: found.flatMap(({ row }) => (row === undefined ? [] : [batchView(row)])),
    buildBatchesNotFound: found.flatMap(({ id, row }) => (row === undefined ? [id] : [])),
  };
};
