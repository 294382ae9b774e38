import type { CodePipelineCall } from '../find.ts';
import { succeed } from '../jobs/answer.ts';
import { requireLockedPartnerJob } from '../jobs/find-job.ts';
import type { PutThirdPartyJobSuccessResultInput } from '../shapes.ts';

export async function PutThirdPartyJobSuccessResult(
  input: PutThirdPartyJobSuccessResultInput,
  call: CodePipelineCall,
): Promise<void> {
  await call.rooms.database.write(async (tx) =>
    succeed(tx, await requireLockedPartnerJob(tx, call, input), input, call),
  );
}
