import type { ActionJob } from '../ports/jobs.ts';
import type { Ended, Progress } from './action.ts';

/** How an action stands whose work is a job; a job that runs is looked at again when its time is up. */
export function progressOfJob(job: ActionJob, externalExecutionUrl?: string | undefined): Progress {
  const report = { ...job.report, externalExecutionUrl };
  const { outcome } = job;
  if (outcome === undefined) return { kind: 'running', pollAt: job.lookAt ?? job.deadline, ...report };
  if (outcome.kind === 'failed') return { ...report, ...outcome };
  return { kind: 'succeeded', ...report, outputVariables: outcome.outputVariables, revision: outcome.revision };
}

/** What a job came to that was answered before the time of its action was up. */
export function endOf(job: ActionJob | undefined, externalExecutionUrl?: string | undefined): Ended | undefined {
  const progress = job && progressOfJob(job, externalExecutionUrl);
  return progress?.kind === 'running' ? undefined : progress;
}
