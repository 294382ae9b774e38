import type { ActionJob } from '../ports/jobs.ts';
import type { Progress } from './action.ts';

/** How an action stands whose work is a job; a job that runs is looked at again when its time is up. */
export function progressOfJob(job: ActionJob, externalExecutionUrl?: string | undefined): Progress {
  const report = { ...job.report, externalExecutionUrl };
  const { outcome } = job;
  if (outcome === undefined) return { kind: 'running', pollAt: job.deadline, ...report };
  if (outcome.kind === 'failed') return { ...report, ...outcome };
  return { kind: 'succeeded', ...report, outputVariables: outcome.outputVariables, revision: outcome.revision };
}
