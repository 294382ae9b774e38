import type { CodePipelineCall } from '../find.ts';
import { fail } from '../jobs/answer.ts';
import { requireLockedJob } from '../jobs/find-job.ts';
import type { PutJobFailureResultInput } from '../shapes.ts';

export async function PutJobFailureResult(
  { jobId, failureDetails }: PutJobFailureResultInput,
  call: CodePipelineCall,
): Promise<void> {
  await call.rooms.database.write(async (tx) =>
    fail(tx, await requireLockedJob(tx, call, jobId), failureDetails, call),
  );
}
