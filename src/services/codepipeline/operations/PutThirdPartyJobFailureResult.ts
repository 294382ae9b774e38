import type { CodePipelineCall } from '../find.ts';
import { fail } from '../jobs/answer.ts';
import { requireLockedPartnerJob } from '../jobs/find-job.ts';
import type { PutThirdPartyJobFailureResultInput } from '../shapes.ts';

export async function PutThirdPartyJobFailureResult(
  input: PutThirdPartyJobFailureResultInput,
  call: CodePipelineCall,
): Promise<void> {
  await call.rooms.database.write(async (tx) =>
    fail(tx, await requireLockedPartnerJob(tx, call, input), input.failureDetails, call),
  );
}
