import { handOut } from '../../../jobs/hand-out.ts';
import { offerJobs } from '../../../jobs/offer-jobs.ts';
import { requireActionType } from '../action-types/action-types.ts';
import { validation } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import { queryOf } from '../jobs/job-query.ts';
import { jobData } from '../jobs/job-view.ts';
import type { PollForJobsInput, PollForJobsOutput } from '../shapes.ts';

/** Jobs of a custom type that wait, oldest first. Each is offered to one worker at a time, which then acknowledges it. */
export async function PollForJobs(input: PollForJobsInput, call: CodePipelineCall): Promise<PollForJobsOutput> {
  const { actionTypeId, maxBatchSize = 1, queryParam } = input;
  const { rooms } = call;
  if (actionTypeId.owner !== 'Custom')
    throw validation(`Jobs of action types with the owner ${actionTypeId.owner} cannot be polled for`);
  const jobs = await rooms.database.write(async (tx) => {
    const { type, ...key } = await requireActionType(tx, call, actionTypeId);
    return offerJobs(tx, { ...key, query: queryOf(type, queryParam), limit: maxBatchSize }, rooms);
  });
  return {
    jobs: await Promise.all(
      jobs.map(async (job) => ({
        id: job.id,
        data: jobData(await handOut(job, rooms)),
        nonce: job.nonce,
        accountId: job.account,
      })),
    ),
  };
}
