import type { CodePipelineCall } from '../find.ts';
import { succeed } from '../jobs/answer.ts';
import { requireLockedJob } from '../jobs/find-job.ts';
import type { PutJobSuccessResultInput } from '../shapes.ts';

/** With a continuation token this job ends all the same, and the action has a new one that carries the token. */
export async function PutJobSuccessResult(input: PutJobSuccessResultInput, call: CodePipelineCall): Promise<void> {
  await call.rooms.database.write(async (tx) =>
    succeed(tx, await requireLockedJob(tx, call, input.jobId), input, call),
  );
}
