import { isWanted } from '../../../jobs/answer-job.ts';
import { handOut } from '../../../jobs/hand-out.ts';
import { invalidJob } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import { requirePartnerJob } from '../jobs/find-job.ts';
import { jobData } from '../jobs/job-view.ts';
import type { GetThirdPartyJobDetailsInput, GetThirdPartyJobDetailsOutput } from '../shapes.ts';

const JOB_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Here is where a partner's worker learns the nonce with which it acknowledges. */
export async function GetThirdPartyJobDetails(
  input: GetThirdPartyJobDetailsInput,
  call: CodePipelineCall,
): Promise<GetThirdPartyJobDetailsOutput> {
  if (!JOB_ID.test(input.jobId)) throw invalidJob(input.jobId);
  const { rooms, now } = call;
  const { job, isOpen } = await rooms.database.read(async (reader) => {
    const found = await requirePartnerJob(reader, call, input);
    return { job: found, isOpen: await isWanted(reader, found, now) };
  });
  const credentials = isOpen ? rooms.credentials : undefined;
  const data = jobData(await handOut(job, { secrets: rooms.secrets, credentials }));
  return { jobDetails: { id: job.id, data, nonce: job.nonce ?? undefined } };
}
