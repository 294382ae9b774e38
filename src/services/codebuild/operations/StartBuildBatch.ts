import { batchView } from '../batch/batch-view.ts';
import { mergedBatchFacts } from '../batch/merged-batch-facts.ts';
import { newBatch } from '../batch/new-batch.ts';
import { initiatorOf } from '../initiator.ts';
import { projectName } from '../names.ts';
import { requestToken } from '../request-token.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const StartBuildBatch: CodeBuildOperation<'StartBuildBatch'> = async (input, call) => {
  const { rooms } = call;
  const initiator = initiatorOf(call.principal);
  const row = await rooms.database.write((tx) =>
    newBatch(tx, rooms, {
      place: { account: call.account, region: call.region },
      projectName: projectName(call, input.projectName),
      token: requestToken(call.now, input.idempotencyToken, input),
      facts: (project) => mergedBatchFacts(project, input, initiator),
    }),
  );
  return { buildBatch: batchView(row) };
};
