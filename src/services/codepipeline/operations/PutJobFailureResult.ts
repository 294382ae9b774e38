import { fail } from '../answer.ts';
import type { CodePipelineCall } from '../find.ts';
import { requireLockedJob } from '../find-job.ts';
import type { PutJobFailureResultInput } from '../shapes.ts';

export async function PutJobFailureResult(
  { jobId, failureDetails }: PutJobFailureResultInput,
  call: CodePipelineCall,
): Promise<void> {
  await call.rooms.database.write(async (tx) =>
    fail(tx, await requireLockedJob(tx, call, jobId), failureDetails, call),
  );
}
