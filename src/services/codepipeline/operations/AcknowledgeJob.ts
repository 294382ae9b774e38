import type { CodePipelineCall } from '../find.ts';
import { acknowledge } from '../jobs/acknowledge.ts';
import { requireLockedJob } from '../jobs/find-job.ts';
import type { AcknowledgeJobInput, AcknowledgeJobOutput } from '../shapes.ts';

export async function AcknowledgeJob(
  { jobId, nonce }: AcknowledgeJobInput,
  call: CodePipelineCall,
): Promise<AcknowledgeJobOutput> {
  const status = await call.rooms.database.write(async (tx) =>
    acknowledge(tx, await requireLockedJob(tx, call, jobId), nonce, call.now),
  );
  return { status };
}
