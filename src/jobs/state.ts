import type { ActionJob } from '../ports/jobs.ts';
import type { JobRow } from '../store/codepipeline/jobs.ts';

export function isOver({ status }: Pick<JobRow, 'status'>): boolean {
  return status === 'Succeeded' || status === 'Failed' || status === 'TimedOut';
}

/** When a job begun now times out: never later than its action. */
export function deadlineOf(seconds: number | null, actionDeadline: number, now: number): number {
  return seconds === null ? actionDeadline : Math.min(now + seconds * 1000, actionDeadline);
}

export function actionJob(row: JobRow): ActionJob {
  return {
    id: row.id,
    status: row.status,
    deadline: row.deadline,
    continuedAt: row.continuationToken === null ? undefined : row.created,
    report: {
      externalExecutionId: row.externalId ?? undefined,
      summary: row.summary ?? undefined,
      percentComplete: row.percentComplete ?? undefined,
    },
    outcome: row.outcome === null ? undefined : JSON.parse(row.outcome),
  };
}
