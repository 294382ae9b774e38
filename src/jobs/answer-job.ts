import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { JobOutcome } from '../ports/jobs.ts';
import { deleteAccessKeysOf } from '../store/access-keys.ts';
import { endJob, insertJob, type JobRow, type JobRowStatus } from '../store/codepipeline/jobs.ts';
import type { Reader, Tx } from '../store/database.ts';
import type { Work } from '../work/work.ts';
import { holderOf } from './hand-out.ts';
import { deadlineOf, isOver } from './state.ts';
import { whoWaits } from './who-waits.ts';

export interface Answer {
  readonly outcome: JobOutcome;
  readonly externalId?: string | undefined;
  readonly summary?: string | undefined;
  readonly percentComplete?: number | undefined;
  /** The action goes on: the next job has this token. */
  readonly continuationToken?: string | undefined;
}

export interface AnswerRooms {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly work: Work;
}

/** How a job stands for whoever does it: over, too, when its time is up, or when its action has ended without it. */
export async function standingOf(reader: Reader, job: JobRow, now: number): Promise<JobRowStatus> {
  if (isOver(job)) return job.status;
  if (job.deadline <= now) return 'TimedOut';
  const waiting = await whoWaits(reader, job.actionExecutionId);
  return waiting === undefined || waiting.status === 'InProgress' ? job.status : 'Failed';
}

/** Neither was the job answered, nor is its time up, nor was its action abandoned. */
export async function isWanted(reader: Reader, job: JobRow, now: number): Promise<boolean> {
  return !isOver({ status: await standingOf(reader, job, now) });
}

/** Ends a job whose lock the caller holds, opens the one that continues it, and wakes the action. */
export async function answerJob(tx: Tx, job: JobRow, answer: Answer, rooms: AnswerRooms): Promise<void> {
  const now = rooms.clock.now();
  const { outcome, continuationToken, ...report } = answer;
  const status = outcome.kind === 'succeeded' ? 'Succeeded' : 'Failed';
  await endJob(tx, job.id, { status, outcome: JSON.stringify(outcome), ...report }, now);
  await deleteAccessKeysOf(tx, holderOf(job));
  if (continuationToken !== undefined) {
    await insertJob(tx, { ...nextJob(job, answer, now), id: rooms.ids.uuid(), continuationToken });
  }
  await rooms.work.schedule(tx, job.wakeKind, job.wakeKey);
}

/** For the same doers; the nonce of the job before does not count for it. */
function nextJob(job: JobRow, { externalId, summary, percentComplete }: Answer, now: number) {
  const wasOffered = job.nonce !== null;
  return {
    ...job,
    status: wasOffered ? ('Queued' as const) : ('Created' as const),
    externalId: externalId ?? job.externalId,
    summary: summary ?? job.summary,
    percentComplete: percentComplete ?? job.percentComplete,
    deadline: deadlineOf(job.seconds, job.actionDeadline, now),
    created: now,
  };
}
