import type { JobFact, Snapshot } from '../snapshot.ts';
import { isOpenJob } from '../snapshot.ts';
import { tokenAfter } from '../workers.ts';
import { type Change, changed, type Invariant } from './invariant.ts';

const MOVES: Readonly<Record<string, readonly string[]>> = {
  new: ['Queued'],
  Queued: ['Dispatched', 'TimedOut'],
  Dispatched: ['InProgress', 'TimedOut'],
  InProgress: ['Succeeded', 'Failed', 'TimedOut'],
};

/** A job is offered, taken and done; what is over stays as it is. */
export const jobsMoveRightly: Invariant = ({ before, after }) =>
  changed(before.jobs, after.jobs).flatMap(({ id, status }) => {
    const was = before.jobs.get(id)?.status ?? 'new';
    return MOVES[was]?.includes(status) ? [] : [`job ${id} goes from ${was} to ${status}`];
  });

/** One worker at a time, and only while its action waits for it. */
export const jobsAreOfferedRightly: Invariant = ({ before, after, now }) =>
  [...after.jobs.values()].flatMap((job) => {
    const was = before.jobs.get(job.id);
    if (was === undefined || was.nonce === job.nonce) return [];
    const action = after.actions.get(job.actionExecutionId);
    return [
      ...(was.status === 'Dispatched' && (was.offeredUntil ?? 0) > now
        ? [`job ${job.id} is offered to two workers at once`]
        : []),
      ...(action?.status === 'InProgress' ? [] : [`job ${job.id} is offered, though its action is over`]),
      ...(job.deadline <= now ? [`job ${job.id} is offered after its time`] : []),
    ];
  });

/** A job ends as a worker said; one that is continued has a successor, and an action never two jobs at once. */
export const jobsEndAsTold: Invariant = (change) => [
  ...changed(change.before.jobs, change.after.jobs).flatMap((job) => wrongEnd(change, job)),
  ...[...change.after.jobs.values()]
    .filter((job) => isOpenJob(job) && jobsOf(change.after, job).filter(isOpenJob).length > 1)
    .map(({ actionExecutionId }) => `action ${actionExecutionId} has two jobs at once`),
];

function wrongEnd({ after, asked, now }: Change, job: JobFact): string[] {
  const answers = asked.answers.get(job.id) ?? [];
  const successor = jobsOf(after, job).find(({ continuationToken }) => continuationToken === tokenAfter(job.id));
  switch (job.status) {
    case 'Succeeded': {
      if (successor !== undefined && !answers.includes('continue'))
        return [`job ${job.id} goes on though nobody said so`];
      const isDone = answers.includes('succeed') || successor !== undefined;
      return isDone ? [] : [`job ${job.id} succeeds, and what is to go on does not`];
    }
    case 'Failed':
      return answers.includes('fail') ? [] : [`job ${job.id} fails though nobody said so`];
    case 'TimedOut':
      return now < job.deadline ? [`job ${job.id} times out before its time`] : [];
    default:
      return [];
  }
}

function jobsOf({ jobs }: Snapshot, { actionExecutionId }: JobFact): JobFact[] {
  return [...jobs.values()].filter((job) => job.actionExecutionId === actionExecutionId);
}
