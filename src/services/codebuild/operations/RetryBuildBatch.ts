import { findBuildBatch, lockBuildBatch } from '../../../store/codebuild/build-batches.ts';
import { batchView } from '../batch/batch-view.ts';
import { theBatch } from '../batch/find-batch.ts';
import { retryBatch } from '../batch/retry-batch.ts';
import { invalidInput } from '../errors.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import { requestToken } from '../starts/request-token.ts';

/** The same batch goes on, with new builds for the failed ones or for all. Gaps: all is what nothing means (AWS does not say). */
export const RetryBuildBatch: CodeBuildOperation<'RetryBuildBatch'> = async (input, call) => {
  const { rooms } = call;
  const { id, retryType = 'RETRY_ALL_BUILDS' } = input;
  if (id === undefined) throw invalidInput('The build batch ID is required');
  const row = await rooms.database.write(async (tx) => {
    const found = await theBatch(tx, call, id);
    const locked = (await lockBuildBatch(tx, found.id)) ?? found;
    await retryBatch(tx, rooms, {
      row: locked,
      failedOnly: retryType === 'RETRY_FAILED_BUILDS',
      token: requestToken(call.now, input.idempotencyToken, input),
    });
    return (await findBuildBatch(tx, found.id)) ?? locked;
  });
  return { buildBatch: batchView(row) };
};
