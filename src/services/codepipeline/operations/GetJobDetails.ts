import { handOut } from '../../../jobs/hand-out.ts';
import type { CodePipelineCall } from '../find.ts';
import { requireJob } from '../find-job.ts';
import { jobData } from '../job-view.ts';
import type { GetJobDetailsInput, GetJobDetailsOutput } from '../shapes.ts';

/** Every call hands out new credentials, for a worker that works longer than the last ones last. */
export async function GetJobDetails(
  { jobId }: GetJobDetailsInput,
  call: CodePipelineCall,
): Promise<GetJobDetailsOutput> {
  const job = await call.rooms.database.read((reader) => requireJob(reader, call, jobId));
  const data = jobData(await handOut(job, call.rooms.credentials));
  return { jobDetails: { id: job.id, data, accountId: job.account } };
}
