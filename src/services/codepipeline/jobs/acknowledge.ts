import { beginJob, type JobRow, type JobRowStatus } from '../../../store/codepipeline/jobs.ts';
import type { Tx } from '../../../store/database.ts';
import { invalidNonce } from '../errors.ts';

/**
 * Only the nonce of the last offer counts: of several workers that were offered the job one after the other, that one has it.
 * Asking again with it changes nothing. Answers the status of the job.
 */
export async function acknowledge(tx: Tx, job: JobRow, nonce: string, now: number): Promise<JobRowStatus> {
  if (job.nonce !== nonce) throw invalidNonce();
  if (job.status !== 'Dispatched') return job.status;
  await beginJob(tx, job.id, now);
  return 'InProgress';
}
