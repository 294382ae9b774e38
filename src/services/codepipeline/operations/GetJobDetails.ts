import { isWanted } from '../../../jobs/answer-job.ts';
import { handOut } from '../../../jobs/hand-out.ts';
import type { CodePipelineCall } from '../find.ts';
import { requireJob } from '../jobs/find-job.ts';
import { jobData } from '../jobs/job-view.ts';
import type { GetJobDetailsInput, GetJobDetailsOutput } from '../shapes.ts';

/** Every call hands out new credentials, for a worker that works longer than the last ones last; none once the job is over. */
export async function GetJobDetails(
  { jobId }: GetJobDetailsInput,
  call: CodePipelineCall,
): Promise<GetJobDetailsOutput> {
  const { rooms, now } = call;
  const { job, isOpen } = await rooms.database.read(async (reader) => {
    const found = await requireJob(reader, call, jobId);
    return { job: found, isOpen: await isWanted(reader, found, now) };
  });
  const credentials = isOpen ? rooms.credentials : undefined;
  const data = jobData(await handOut(job, { secrets: rooms.secrets, credentials }));
  return { jobDetails: { id: job.id, data, accountId: job.account } };
}
