import { batchView } from '../batch/batch-view.ts';
import { mergedBatchFacts } from '../batch/merged-batch-facts.ts';
import { newBatch } from '../batch/new-batch.ts';
import { projectName } from '../names.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import { initiatorOf } from '../starts/initiator.ts';
import { requestToken } from '../starts/request-token.ts';

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
