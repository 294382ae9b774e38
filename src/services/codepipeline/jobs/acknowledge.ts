import { standingOf } from '../../../jobs/answer-job.ts';
import { beginJob, type JobRow, type JobRowStatus } from '../../../store/codepipeline/jobs.ts';
import type { Tx } from '../../../store/database.ts';
import { invalidNonce } from '../errors.ts';

/**
 * Only the nonce of the last offer counts: of several workers that were offered the job one after the other, that one has it.
 * Asking again with it changes nothing. Answers how the job stands: there is nothing left to do for what was abandoned meanwhile.
 */
export async function acknowledge(tx: Tx, job: JobRow, nonce: string, now: number): Promise<JobRowStatus> {
  if (job.nonce !== nonce) throw invalidNonce();
  const standing = await standingOf(tx, job, now);
  if (standing !== 'Dispatched') return standing;
  await beginJob(tx, job.id, now);
  return 'InProgress';
}
