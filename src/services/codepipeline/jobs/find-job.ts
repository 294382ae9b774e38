import { openClientToken } from '../../../jobs/sealed-job.ts';
import { findJob, type JobRow, lockJob } from '../../../store/codepipeline/jobs.ts';
import type { Reader, Tx } from '../../../store/database.ts';
import { invalidClientToken, jobNotFound } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';

/** A job of the caller's, but none of a partner: those have operations of their own. */
export async function requireJob(reader: Reader, call: CodePipelineCall, id: string): Promise<JobRow> {
  return own(await findJob(reader, id), call, id);
}

export async function requireLockedJob(tx: Tx, call: CodePipelineCall, id: string): Promise<JobRow> {
  return own(await lockJob(tx, id), call, id);
}

function own(job: JobRow | undefined, { account, region }: CodePipelineCall, id: string): JobRow {
  if (job === undefined || job.account !== account || job.region !== region || job.clientToken !== null)
    throw jobNotFound(id);
  return job;
}

export interface PartnerClaim {
  readonly jobId: string;
  readonly clientToken: string;
}

/** A job of a partner, for whoever has the token of its customer. */
export async function requirePartnerJob(reader: Reader, call: CodePipelineCall, claim: PartnerClaim): Promise<JobRow> {
  return partners(await findJob(reader, claim.jobId), call, claim);
}

export async function requireLockedPartnerJob(tx: Tx, call: CodePipelineCall, claim: PartnerClaim): Promise<JobRow> {
  return partners(await lockJob(tx, claim.jobId), call, claim);
}

function partners(job: JobRow | undefined, { account, region, rooms }: CodePipelineCall, claim: PartnerClaim): JobRow {
  if (job === undefined || job.account !== account || job.region !== region || job.clientToken === null)
    throw jobNotFound(claim.jobId);
  if (openClientToken(job, rooms.secrets) !== claim.clientToken) throw invalidClientToken();
  return job;
}
