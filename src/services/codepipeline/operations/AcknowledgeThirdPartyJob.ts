import type { CodePipelineCall } from '../find.ts';
import { acknowledge } from '../jobs/acknowledge.ts';
import { requireLockedPartnerJob } from '../jobs/find-job.ts';
import type { AcknowledgeThirdPartyJobInput, AcknowledgeThirdPartyJobOutput } from '../shapes.ts';

export async function AcknowledgeThirdPartyJob(
  { jobId, nonce, clientToken }: AcknowledgeThirdPartyJobInput,
  call: CodePipelineCall,
): Promise<AcknowledgeThirdPartyJobOutput> {
  const status = await call.rooms.database.write(async (tx) =>
    acknowledge(tx, await requireLockedPartnerJob(tx, call, { jobId, clientToken }), nonce, call.now),
  );
  return { status };
}
